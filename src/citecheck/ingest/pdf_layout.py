"""From a PDF's glyphs to text: paragraphs, hyphens, URLs over line ends, raised note marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from citecheck.ingest.draft import Mark
from citecheck.model import Span

_HYPHENS = "-\u2010\u00ad\ufffe\x02"
_SOFT_HYPHENS = "\u00ad\ufffe\x02"
_OPEN_URL = re.compile(r"(?:https?://|www\.)\S*$", re.I)
_URL_GOES_ON = re.compile(r"\S*[/\-_=?&%.~#\d]\S*")
_WHOLE_URL = re.compile(r"\.(?:html?|pdf|php|aspx?)$", re.I)
_RAISED = 0.82  # of the line's letter size; smaller digits are a note mark
_GAP = 1.45  # of the usual line distance; wider ones end a paragraph
_LONGEST_URL = 1000  # characters
_HEADING = 1.15  # of the usual letter size


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character with its box (points, origin at the bottom left) and letter size."""

    letter: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """The text, and where each glyph of each page came to stand in it (None: left out)."""

    text: str
    places: tuple[tuple[int | None, ...], ...]
    headings: tuple[Span, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """The indices of one line's glyphs on their page, with the line's measures."""

    page: int
    glyphs: tuple[tuple[int, Glyph], ...]
    size: float
    base: float
    right: float

    def first_width(self) -> float:
        """How wide the line's first word is, in points."""
        inked = [glyph for _, glyph in self.glyphs]
        start = next((n for n, glyph in enumerate(inked) if not glyph.letter.isspace()), 0)
        end = next((n for n in range(start, len(inked)) if inked[n].letter.isspace()), len(inked))
        return inked[end - 1].right - inked[start].left if end > start else 0.0

    @property
    def text(self) -> str:
        return "".join(glyph.letter for _, glyph in self.glyphs)


def lay_out(pages: Sequence[Sequence[Glyph]]) -> Placed:
    """Lines joined to paragraphs in reading order, over page ends too."""
    lines = [line for number, page in enumerate(pages) for line in _lines(number, page)]
    composer = _Composer(pages, lines)
    for index, line in enumerate(lines):
        composer.write(line, lines[index + 1] if index + 1 < len(lines) else None)
    return composer.placed()


def _lines(number: int, page: Sequence[Glyph]) -> list[_Line]:
    """pdfium ends each line with CR LF."""
    lines: list[_Line] = []
    current: list[tuple[int, Glyph]] = []
    for index, glyph in enumerate([*page, Glyph("\n", 0, 0, 0, 0, 0)]):
        if glyph.letter not in "\r\n":
            current.append((index, glyph))
            continue
        inked = [each for _, each in current if not each.letter.isspace()]
        if inked:
            lines.append(
                _Line(
                    page=number,
                    glyphs=tuple(current),
                    size=median(each.size for each in inked),
                    base=median(each.bottom for each in inked),
                    right=max(each.right for each in inked),
                )
            )
        current = []
    return lines


class _Composer:
    """Writes lines one after another."""

    def __init__(self, pages: Sequence[Sequence[Glyph]], lines: Sequence[_Line]) -> None:
        self._places: list[list[int | None]] = [[None] * len(page) for page in pages]
        self._letters: list[str] = []
        self._headings: list[Span] = []
        self._marks: list[Mark] = []
        self._size = median(line.size for line in lines) if lines else 1.0
        gaps = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page]
        downward = [gap for gap in gaps if gap > 0]
        self._distance = median(downward) if downward else self._size * 1.2
        rights = sorted(line.right for line in lines)
        self._margin = rights[int(len(rights) * 0.9)] if rights else 0.0
        self._heading_start: int | None = None

    def write(self, line: _Line, following: _Line | None) -> None:
        """Write one line and what belongs between it and the next."""
        if self._is_heading(line) and self._heading_start is None:
            self._heading_start = len(self._letters)
        glyphs = self._without_trailing_space(line)
        for index, glyph in glyphs:
            self._glyph(line.page, index, glyph)
        self._note_marks(line, glyphs)
        end = "" if following is None else self._between(line, following)
        if end == "" and following is not None and glyphs:
            self._unhyphened(line.page, glyphs[-1][0])
        if self._heading_start is not None and (end == "\n\n" or following is None):
            self._close_heading()
        self._letters.extend(end)

    def _glyph(self, page: int, index: int, glyph: Glyph) -> None:
        """Write one character; a soft hyphen only in a URL, where it is a real one.

        pdfium marks every hyphen at a line's end as soft.
        """
        soft = glyph.letter in _SOFT_HYPHENS
        if soft and not self._in_url():
            return
        self._places[page][index] = len(self._letters)
        self._letters.append("-" if soft or glyph.letter == "\u2010" else glyph.letter)

    def _unhyphened(self, page: int, last: int) -> None:
        """Take off the hyphen that only broke a word."""
        if self._letters[-1:] == ["-"] and not self._in_url():
            self._letters.pop()
            self._places[page][last] = None

    def _in_url(self) -> bool:
        """Whether what was written last is a URL that may go on."""
        return bool(_OPEN_URL.search("".join(self._letters[-_LONGEST_URL:])))

    def placed(self) -> Placed:
        """The finished text."""
        return Placed(
            text="".join(self._letters),
            places=tuple(tuple(page) for page in self._places),
            headings=tuple(self._headings),
            marks=tuple(self._marks),
        )

    def _without_trailing_space(self, line: _Line) -> list[tuple[int, Glyph]]:
        glyphs = list(line.glyphs)
        while glyphs and glyphs[-1][1].letter.isspace():
            glyphs.pop()
        return glyphs

    def _between(self, line: _Line, following: _Line) -> str:
        """Nothing, a space, or a paragraph's end."""
        text, after = line.text.rstrip(), following.text.lstrip()
        if self._in_url() and self._goes_on(line, following, after):
            return ""
        if self._ends_paragraph(line, following):
            return "\n\n"
        if text[-1:] in _SOFT_HYPHENS or (
            text[-1:] in _HYPHENS and text[-2:-1].isalpha() and after[:1].islower()
        ):
            return ""
        return "\n" if re.match(r"\[?\d{1,3}[\].)]?\s|https?://|[•*–-]\s", after) else " "

    def _goes_on(self, line: _Line, following: _Line, after: str) -> bool:
        """Whether a URL at the line's end is continued on the next: what follows had no room here."""
        text = line.text.rstrip()
        if re.match(r"(?:https?://|www\.|\[?\d{1,3}[\].)])", after, re.I):
            return False
        first = after.split(" ", 1)[0]
        if text.endswith("://"):
            return True
        fits = line.right + following.first_width() < 0.98 * self._margin
        if fits or len(first) < 2 or _WHOLE_URL.search(text):
            return False
        if text[-1] in "/-_=?&%~#" + _SOFT_HYPHENS:
            return True
        plain = first.rstrip(".,;:)")
        return bool(_URL_GOES_ON.match(plain)) and (not first[0].isupper() or "/" in plain or "=" in plain)

    def _ends_paragraph(self, line: _Line, following: _Line) -> bool:
        if line.page != following.page:
            return line.text.rstrip()[-1:] in '.!?:”"' and not following.text.lstrip()[:1].islower()
        if abs(line.size - following.size) > 0.1 * self._size:
            return True
        if line.text.rstrip()[-1:].isalpha() and following.text.lstrip()[:1].islower():
            return False
        gap = line.base - following.base
        return gap > _GAP * max(self._distance, line.size) or gap < -self._distance

    def _is_heading(self, line: _Line) -> bool:
        return line.size >= _HEADING * self._size and len(line.text) < 200

    def _close_heading(self) -> None:
        text = "".join(self._letters[self._heading_start :])
        assert self._heading_start is not None
        start = self._heading_start + len(text) - len(text.lstrip())
        if text.strip():
            self._headings.append(Span(start, len(self._letters)))
        self._heading_start = None

    def _note_marks(self, line: _Line, glyphs: Sequence[tuple[int, Glyph]]) -> None:
        """Runs of small raised digits that follow a letter or a full stop."""
        run: list[tuple[int, str]] = []
        for index, glyph in [*glyphs, (-1, Glyph(" ", 0, 0, 0, 0, 0))]:
            small = glyph.letter.isdigit() and glyph.size < _RAISED * line.size
            if small and (run or index != glyphs[0][0]):
                run.append((self._places[line.page][index] or 0, glyph.letter))
            elif run:
                digits = "".join(letter for _, letter in run)
                if len(digits) <= 3 and digits.isascii():
                    self._marks.append(Mark(Span(run[0][0], run[-1][0] + 1), int(digits)))
                run = []
