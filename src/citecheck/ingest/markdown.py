"""Markdown: CommonMark with tables, footnotes, front matter and bare links."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from citecheck.ingest.draft import Draft, Pen, is_citable
from citecheck.model import AnchorHow, FilePlace
from citecheck.text import Lines

_MARK = re.compile(r"\]\((?:<?https?://|www\.)|^\s{0,3}\[[^\]\n]+\]:\s*<?https?://|\[\^[^\]]+\]", re.M)
_DEFINITION = re.compile(r"\n(?=\[[^\]\n]+\]:\s*<?\S)")  # after a note, it would continue the note's text
_FIELD = re.compile(r"^(title|date|published|lang|language)\s*:\s*(.+?)\s*$", re.M | re.I)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HREF = re.compile(r"<a\s[^>]*?href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<(/?)(?:code|pre|samp|kbd)\b", re.I)


def looks_like_markdown(text: str) -> bool:
    """Whether the text links the way Markdown does."""
    return bool(_MARK.search(text[:200_000]))


def read_markdown(text: str, *, named: bool) -> Draft:
    """Markdown as plain words with its links; a note's URLs are anchored at the note's mark.

    `named`: the file calls itself Markdown. Where only its links tell, an indented paragraph is no code.
    """
    definitions: dict[str, Any] = {}
    tokens = _parser(named).parse(_DEFINITION.sub("\n\n", text), definitions)
    written = _Written(text, definitions)
    writer = _Writer(_footnote_urls(tokens, written), written)
    for token in tokens:
        writer.block(token)
    fields = _front_matter(tokens)
    body = writer.pen.text().rstrip() + "\n"
    title = fields.get("title") or (writer.pen.headings[0].of(body) if writer.pen.headings else None)
    return Draft(
        text=body,
        media_type="text/markdown",
        anchors=tuple(writer.pen.anchors),
        headings=tuple(writer.pen.headings),
        title=title,
        published=_day(fields.get("date") or fields.get("published")),
        published_where="date in the front matter",
        language=fields.get("lang") or fields.get("language"),
        code=tuple(writer.pen.code),
    )


def _parser(indented_code: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"linkify": True, "html": True})
    parser.enable(["table", "strikethrough", "linkify"])
    if not indented_code:
        parser.disable("code")
    parser.use(footnote_plugin).use(front_matter_plugin)
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return parser


class _Written:
    """Where the file writes its URLs. The parser tells a block's lines; in them the URL is looked for."""

    def __init__(self, text: str, definitions: Mapping[str, Any]) -> None:
        self._text = text
        self._lines = Lines(text)
        # The parser was given a blank line more before each of these.
        self._added = [
            text.count("\n", 0, match.start()) + 1 + count
            for count, match in enumerate(_DEFINITION.finditer(text))
        ]
        references: Mapping[str, Any] = definitions.get("references", {})
        self._defined = {str(one["href"]): one["map"] for one in references.values() if one.get("map")}
        self._next: dict[str, int] = {}

    def place(self, url: str, block: Sequence[int] | None) -> FilePlace | None:
        """Where `url` stands in the block, or the definition that the block refers to."""
        found = self._within(url, block)
        if found is None:
            found = self._within(url, self._defined.get(url))
        if found is not None:
            return self._lines.place(found)
        return FilePlace(self._line(block[0]) + 1) if block else None

    def _within(self, url: str, block: Sequence[int] | None) -> int | None:
        if not block or not url:
            return None
        first = self._lines.start(self._line(block[0]))
        last = self._line(block[1])
        end = self._lines.start(last) if last < self._lines.count else len(self._text)
        for spelling in (url, url.replace("&", "&amp;")):
            found = self._text.find(spelling, max(first, self._next.get(url, 0)), end)
            if found >= 0:
                self._next[url] = found + len(spelling)
                return found
        return None

    def _line(self, parsed: int) -> int:
        """The file's line (from 0) for one of the parser's."""
        return parsed - bisect_left(self._added, parsed)


def _footnote_urls(
    tokens: Sequence[Token], written: _Written
) -> dict[int, list[tuple[str, FilePlace | None]]]:
    """URLs of each footnote with their places, by its number as markdown-it counts."""
    urls: dict[int, list[tuple[str, FilePlace | None]]] = {}
    note: int | None = None
    for token in tokens:
        if token.type == "footnote_open":
            note = int(token.meta["id"])
        elif token.type == "footnote_close":
            note = None
        elif note is not None and token.type == "inline":
            for child in token.children or ():
                url = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
                if is_citable(url):
                    urls.setdefault(note, []).append((url, written.place(url, token.map)))
    return urls


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    for token in tokens:
        if token.type == "front_matter":
            return {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(token.content)}
    return {}


def _day(written: str | None) -> date | None:
    match = _DAY.match(written or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


class _Writer:
    """Writes tokens as text. Footnote texts are left out: their marks carry their URLs."""

    def __init__(self, footnotes: dict[int, list[tuple[str, FilePlace | None]]], written: _Written) -> None:
        self.pen = Pen()
        self._written = written
        self._block: list[int] | None = None  # the lines of the block that is being written
        self._footnotes = footnotes
        self._in_notes = False
        self._open_links: list[tuple[int, str]] = []
        self._heading_start: int | None = None
        self._lists: list[int | None] = []
        self._code_start: int | None = None  # of HTML's code within the block

    def block(self, token: Token) -> None:
        """Write one block token."""
        self._block = token.map or self._block
        self._code_start = None
        if token.type in {"footnote_block_open", "footnote_block_close"}:
            self._in_notes = token.type == "footnote_block_open"
        elif self._in_notes or token.type == "front_matter":
            return
        elif token.type == "inline":
            for child in token.children or ():
                self._inline(child)
        elif token.type in {"fence", "code_block"}:
            self._example(token.content)
            self.pen.paragraph()
        elif token.type == "html_block":
            self._html(token.content)
            self.pen.paragraph()
        else:
            self._structure(token)

    def _structure(self, token: Token) -> None:
        kind = token.type
        if kind == "heading_open":
            self._heading_start = self.pen.place
        elif kind == "heading_close" and self._heading_start is not None:
            self.pen.heading(self._heading_start)
            self.pen.paragraph()
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            first = int(token.attrs.get("start", 1)) if kind == "ordered_list_open" else None
            self._lists.append(first)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
            self.pen.paragraph()
        elif kind == "list_item_open":
            self._item()
        elif kind in {"td_close", "th_close"}:
            self.pen.raw(" ")
        elif kind in {"list_item_close", "tr_close"}:
            self.pen.line()
        elif kind in {"paragraph_close", "table_close", "blockquote_close"}:
            self.pen.line() if self._lists and token.hidden else self.pen.paragraph()

    def _item(self) -> None:
        number = self._lists[-1] if self._lists else None
        self.pen.raw("- " if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def _inline(self, token: Token) -> None:
        if token.type == "text":
            self.pen.raw(token.content)
        elif token.type == "code_inline":
            self._example(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            self.pen.raw("\n")
        elif token.type == "link_open":
            self._open_links.append((self.pen.place, str(token.attrs.get("href", ""))))
        elif token.type == "link_close" and self._open_links:
            start, url = self._open_links.pop()
            how = self._how(start, url)
            if self._code_start is None or how is not AnchorHow.BARE_URL:
                self.pen.link(start, url, how, self._place(url))
        elif token.type == "footnote_ref":
            self._mark(int(token.meta["id"]))
        elif token.type == "image":
            self.pen.raw(token.content)
        elif token.type == "html_inline":
            self._html(token.content)

    def _example(self, code: str) -> None:
        start = self.pen.place
        self.pen.raw(code)
        self.pen.example(start)

    def _place(self, url: str) -> FilePlace | None:
        return self._written.place(url, self._block)

    def _how(self, start: int, url: str) -> AnchorHow:
        """A link that shows nothing but its own URL is a bare URL."""
        shown = self.pen.since(start).strip() if self.pen.place - start <= len(url) + 2 else ""
        return AnchorHow.BARE_URL if shown and url.endswith(shown) else AnchorHow.ANCHOR

    def _mark(self, note: int) -> None:
        start = self.pen.place
        self.pen.raw(f"[{note + 1}]")
        for url, place in self._footnotes.get(note, ()):
            self.pen.link(start, url, AnchorHow.FOOTNOTE, place)

    def _html(self, markup: str) -> None:
        """Inline HTML: its links count, its other tags are dropped."""
        place = 0
        for tag in _TAG.finditer(markup):
            self.pen.raw(markup[place : tag.start()])
            place = tag.end()
            self._html_code(tag.group())
            href = _HREF.match(tag.group())
            if href:
                self._open_links.append((self.pen.place, next(filter(None, href.groups()), "")))
            elif tag.group().lower().startswith("</a") and self._open_links:
                start, url = self._open_links.pop()
                self.pen.link(start, url, AnchorHow.ANCHOR, self._place(url))
        self.pen.raw(markup[place:])

    def _html_code(self, tag: str) -> None:
        """HTML's code is an example, too; the outermost element counts."""
        found = _CODE.match(tag)
        if found and not found[1] and self._code_start is None:
            self._code_start = self.pen.place
        elif found and found[1] and self._code_start is not None:
            self.pen.example(self._code_start)
            self._code_start = None
