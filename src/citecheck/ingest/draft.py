"""What every format reader hands back, and the pen it writes its text with."""

import re
from dataclasses import dataclass
from datetime import date

from citecheck.model import Anchor, AnchorHow, FilePlace, Span

_SPACE = re.compile(r"\s+")
_NOT_SOURCES = frozenset({"javascript", "vbscript", "data", "file", "about", "blob", "chrome", "mailto"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text that may refer to a note or a reference list's entry."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A document read from its format, before it gets its id and language."""

    text: str
    media_type: str
    anchors: tuple[Anchor, ...] = ()
    headings: tuple[Span, ...] = ()
    title: str | None = None
    published: date | None = None  # only from the document's own metadata
    published_where: str = ""  # the place of that metadata
    language: str | None = None  # as the document declares it
    marks: tuple[Mark, ...] = ()  # raised numbers that may refer to notes
    code: tuple[Span, ...] = ()  # code, whose URLs are examples
    text_is_file: bool = False  # line for line


def is_citable(url: str) -> bool:
    """Whether a link is meant to lead to a source: not mailto:, javascript:, data: or the page itself.

    Misspelt and old schemes count (htp://, ftp://): such a citation exists, and its URL is bad.
    """
    plain = url.strip().lower()
    if plain.startswith(("http:", "https:", "//", "www.")):
        return True
    scheme, mark, rest = plain.partition("://")
    return bool(mark and rest) and scheme.isalnum() and scheme not in _NOT_SOURCES


class Pen:
    """Writes a draft's text piece by piece and keeps the places of links and headings."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.anchors: list[Anchor] = []
        self.headings: list[Span] = []
        self.marks: list[Mark] = []
        self.code: list[Span] = []

    @property
    def place(self) -> int:
        """Where the next character will stand."""
        return self._length

    def raw(self, text: str) -> None:
        """Write `text` as it is."""
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def words(self, text: str) -> None:
        """Write `text` with white space folded, no space at the start of a line."""
        folded = _SPACE.sub(" ", text)
        if folded.startswith(" ") and (not self._pieces or self._pieces[-1][-1].isspace()):
            folded = folded[1:]
        self.raw(folded)

    def line(self) -> None:
        """End the line, unless nothing stands on it."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.raw("\n")

    def paragraph(self) -> None:
        """End the paragraph with a blank line, unless nothing stands in it."""
        self.line()
        if self._pieces and not (self._pieces[-1].endswith("\n\n") or self._pieces[-2:] == ["\n", "\n"]):
            self.raw("\n")

    def link(self, start: int, url: str, how: AnchorHow, place: FilePlace | None = None) -> None:
        """What was written since `start` is linked to `url`, which the file has at `place`."""
        span = self._trimmed(start)
        if is_citable(url):
            self.anchors.append(Anchor(span, url.strip(), how, place=place))

    def example(self, start: int) -> None:
        """What was written since `start` is code."""
        if self.place > start:
            self.code.append(Span(start, self.place))

    def heading(self, start: int) -> None:
        """What was written since `start` is a heading."""
        span = self._trimmed(start)
        if span.end > span.start:
            self.headings.append(span)

    def mark(self, start: int) -> None:
        """What was written since `start` is raised: a mark, if it is a number."""
        span = self._trimmed(start)
        digits = self.since(start).strip().strip("[]()")
        if digits.isascii() and digits.isdigit() and len(digits) <= 3:
            self.marks.append(Mark(span, int(digits)))

    def text(self) -> str:
        """Everything written."""
        return "".join(self._pieces)

    def _trimmed(self, start: int) -> Span:
        written = self.since(start)
        lead = len(written) - len(written.lstrip())
        end = start + len(written.rstrip())
        return Span(min(start + lead, end), end)

    def since(self, start: int) -> str:
        """What was written from `start` on."""
        gathered: list[str] = []
        have = self._length
        for piece in reversed(self._pieces):
            if have <= start:
                break
            gathered.append(piece)
            have -= len(piece)
        return "".join(reversed(gathered))[start - have :]
