"""HTML: the article, then its links with their places in the article's text."""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.ingest.article import article_root, is_furniture, prose
from citecheck.ingest.draft import Draft, Pen
from citecheck.ingest.html_head import read_head
from citecheck.model import AnchorHow

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
    writer = _Writer(tree, base)
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
    )


class _Writer:
    """Walks the article's elements and writes what a reader would read."""

    def __init__(self, tree: LexborHTMLParser, base: str) -> None:
        self.pen = Pen()
        self._base = base
        self._tree = tree
        self._targets = _by_id(tree)
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
        href = (node.attributes.get("href") or "").strip()
        shown = self.pen.since(start).strip()
        if not href or not shown or self._in_cited_note(node):
            return
        if href.startswith("#"):
            for url in self._note_urls(href[1:], shown):
                self.pen.link(start, url, AnchorHow.FOOTNOTE)
            return
        bare = shown.startswith(("http://", "https://", "www.")) and href.rstrip("/").endswith(
            shown.rstrip("/").removeprefix("http://").removeprefix("https://")
        )
        self.pen.link(start, self._absolute(href), AnchorHow.BARE_URL if bare else AnchorHow.ANCHOR)

    def _note_urls(self, target: str, shown: str) -> list[str]:
        """URLs in the note that a mark such as "[1]" points to."""
        node = self._targets.get(target)
        if node is None or not _MARK.fullmatch(shown):
            return []
        if not node.text(strip=True) or node.tag in {"a", "span", "sup"}:
            node = node.parent or node
        self._cited_notes.add(node.mem_id)
        hrefs = [(link.attributes.get("href") or "").strip() for link in node.css("a[href]")]
        return [self._absolute(href) for href in hrefs if href and not href.startswith("#")]

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


def _start(node: LexborNode) -> int:
    written = node.attributes.get("start") or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
