"""HTML: the article, then its links with their places in the article's text."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.ingest.article import article_root, is_furniture, prose
from citecheck.ingest.draft import Draft, Pen
from citecheck.ingest.html_head import read_head
from citecheck.ingest.written import hrefs
from citecheck.model import AnchorHow, FilePlace

_BLOCK_TAGS = (
    "p div section article main blockquote ul ol dl table figure figcaption header footer aside pre "
    "address details summary hr"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"li", "dt", "dd", "tr"})
_SILENT_TAGS = "script style noscript template svg math head iframe object select textarea button input"
_SILENT = frozenset(_SILENT_TAGS.split())
_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡§a-z])\s*[\])]?\s*")
_BULK = 0.4  # of the article's prose; what holds more is not furniture, whatever its class
_DEPTH = 120  # of elements; what nests deeper is taken as plain words


def read_html(text: str, origin: str) -> Draft:
    """The article's text with its links; a note mark carries the URLs of its note."""
    tree = LexborHTMLParser(text)
    head = read_head(tree)
    base = urljoin(origin if origin.startswith(("http://", "https://")) else "", head.base or "")
    writer = _Writer(tree, base, hrefs(text))
    root = article_root(tree, text)
    if root is not None:
        writer.article(root)
    body = writer.pen.text().rstrip()
    return Draft(
        text=body + "\n" if body else "",
        media_type="text/html",
        anchors=tuple(sorted(writer.pen.anchors, key=lambda anchor: anchor.span)),
        headings=tuple(writer.pen.headings),
        title=head.title,
        published=head.published,
        published_where=head.published_where,
        language=head.language,
        marks=tuple(writer.pen.marks),
        code=tuple(writer.pen.code),
    )


class _Writer:
    """Walks the article's elements and writes what a reader would read."""

    def __init__(self, tree: LexborHTMLParser, base: str, written: Mapping[str, Sequence[FilePlace]]) -> None:
        self.pen = Pen()
        self._base = base
        self._tree = tree
        self._targets = _by_id(tree)
        self._places = _places(tree, written)
        self._counters: list[int | None] = []
        self._cited_notes: set[int] = set()
        self._bulk = 0.0

    def article(self, root: LexborNode) -> None:
        """Write the article inside `root`."""
        self._bulk = _BULK * prose(root)
        self.children(root, 0)

    def children(self, node: LexborNode, depth: int) -> None:
        """Write everything inside `node`."""
        if depth > _DEPTH:
            self.pen.words(node.text(separator=" "))
            return
        for child in node.iter(include_text=True):
            if child.is_text_node:
                self.pen.words(child.text_content or "")
            elif child.is_element_node:
                self._element(child, depth + 1)

    def _element(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag in _SILENT or (is_furniture(node) and prose(node) <= self._bulk):
            return
        if tag == "br":
            self.pen.raw("\n")
        elif tag == "a":
            self._link(node, depth)
        elif tag in _HEADINGS:
            self.pen.paragraph()
            start = self.pen.place
            self.children(node, depth)
            self.pen.heading(start)
            self.pen.paragraph()
        elif tag in _LINES:
            self._line(node, depth)
        elif tag in _BLOCKS:
            self._block(node, depth)
        elif tag == "code":
            start = self.pen.place
            self.children(node, depth)
            self.pen.example(start)
        elif tag == "sup":
            start = self.pen.place
            self.children(node, depth)
            self.pen.mark(start)
        else:
            self.children(node, depth)
            if tag in {"td", "th"}:
                self.pen.raw(" ")

    def _block(self, node: LexborNode, depth: int) -> None:
        tag = node.tag
        self.pen.paragraph()
        if tag in {"ul", "ol"}:
            self._counters.append(_start(node) if tag == "ol" else None)
        self.children(node, depth)
        if tag in {"ul", "ol"}:
            self._counters.pop()
        self.pen.paragraph()

    def _line(self, node: LexborNode, depth: int) -> None:
        self.pen.line()
        if node.tag == "li" and self._counters:
            number = self._counters[-1]
            self.pen.raw("- " if number is None else f"{number}. ")
            if number is not None:
                self._counters[-1] = number + 1
        self.children(node, depth)
        self.pen.line()

    def _link(self, node: LexborNode, depth: int) -> None:
        start = self.pen.place
        self.children(node, depth)
        href = _href(node)
        shown = self.pen.since(start).strip()
        if not href or not shown or self._in_cited_note(node):
            return
        if href.startswith("#"):
            for url, place in self._note_urls(href[1:], shown):
                self.pen.link(start, url, AnchorHow.FOOTNOTE, place)
            return
        bare = shown.startswith(("http://", "https://", "www.")) and href.rstrip("/").endswith(
            shown.rstrip("/").removeprefix("http://").removeprefix("https://")
        )
        how = AnchorHow.BARE_URL if bare else AnchorHow.ANCHOR
        self.pen.link(start, self._absolute(href), how, self._places.get(node.mem_id))

    def _note_urls(self, target: str, shown: str) -> list[tuple[str, FilePlace | None]]:
        """URLs, with their places, in the note that a mark such as "[1]" points to."""
        node = self._targets.get(target)
        if node is None or not _MARK.fullmatch(shown):
            return []
        if not node.text(strip=True) or node.tag in {"a", "span", "sup"}:
            node = node.parent or node
        self._cited_notes.add(node.mem_id)
        found = [(_href(link), self._places.get(link.mem_id)) for link in node.css("a[href]")]
        return [(self._absolute(href), place) for href, place in found if href and not href.startswith("#")]

    def _in_cited_note(self, node: LexborNode) -> bool:
        """Whether the links of a note have been given to its mark already."""
        parent = node.parent if self._cited_notes else None
        while parent is not None:
            if parent.mem_id in self._cited_notes:
                return True
            parent = parent.parent
        return False

    def _absolute(self, href: str) -> str:
        """The URL as written; only a relative one is completed."""
        if not self._base or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href):
            return href
        try:
            return urljoin(self._base, href)
        except ValueError:
            return href


def _by_id(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    found: dict[str, LexborNode] = {}
    for node in tree.css("[id], a[name]"):
        name = node.attributes.get("id") or node.attributes.get("name")
        if name:
            found.setdefault(name, node)
    return found


def _href(node: LexborNode) -> str:
    return (node.attributes.get("href") or "").strip()


def _places(tree: LexborHTMLParser, written: Mapping[str, Sequence[FilePlace]]) -> dict[int, FilePlace]:
    """Where the file writes the address of each link: the parser keeps no places, so the links of one
    address are taken in their order."""
    found: dict[int, FilePlace] = {}
    seen: Counter[str] = Counter()
    for node in tree.css("a[href]"):
        href = _href(node)
        places = written.get(href, ())
        if seen[href] < len(places):
            found[node.mem_id] = places[seen[href]]
        seen[href] += 1
    return found


def _start(node: LexborNode) -> int:
    written = node.attributes.get("start") or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
