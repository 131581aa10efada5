"""The article's sentences as its readers read them: without lists of URLs, marks and bare URLs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citecheck.extract.blocks import Block
from citecheck.model import Anchor, AnchorHow, Document, Span
from citecheck.text import sentences

_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_EMPTY_BRACKETS = re.compile(r"[(\[<{][\s;,:]*[)\]>}]")
_ITEM = re.compile(r"\n(?=[^\S\n]*(?:[-*•–]|\d{1,3}[.)])[^\S\n])")
_BULLET = re.compile(r"^(?:[-*•–]|\d{1,3}[.)])\s+")
_SPACE_BEFORE = re.compile(r"\s+([.,;:!?])")
_MASKED = frozenset({AnchorHow.BARE_URL, AnchorHow.FOOTNOTE, AnchorHow.REFERENCE_LIST})
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in reading order. One that a list of URLs cut in two has two spans."""

    text: str  # white space folded, marks and bare URLs left out
    spans: tuple[Span, ...]
    heading: str  # the heading above it, "" for none
    is_heading: bool

    @property
    def start(self) -> int:
        """Where it begins in the document."""
        return self.spans[0].start


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the document that is read on its own or joined to the one before."""

    span: Span
    is_heading: bool
    joined: bool  # goes on in the sentence of the piece before


class Reader:
    """The sentences of one document, and which of them a place belongs to."""

    def __init__(self, document: Document, anchors: Sequence[Anchor], blocks: Sequence[Block]) -> None:
        self.document = document
        self.title = document.title or ""
        self._masked = _mask(document.text, anchors)
        self.sentences = tuple(self._read(blocks))
        self._starts = [
            (span.start, index) for index, each in enumerate(self.sentences) for span in each.spans
        ]
        self._starts.sort()

    def at(self, place: int) -> int | None:
        """Index of the sentence at `place`; between two, the one before in the same paragraph,
        else the one after; None where there is none."""
        index = bisect_right(self._starts, (place, len(self.sentences))) - 1
        before = self._starts[index][1] if index >= 0 else None
        if before is not None and self._reaches(before, place):
            return before
        after = self._starts[index + 1][1] if index + 1 < len(self._starts) else None
        if after is not None and "\n" not in self.document.text[place : self.sentences[after].start].strip(
            " "
        ):
            return after
        return before if before is not None else after

    def tidy(self, spans: Sequence[Span]) -> str:
        """The words of `spans` with marks and bare URLs left out and white space folded."""
        words = " ".join(" ".join(span.of(self._masked) for span in spans).split())
        words = _BULLET.sub("", words)
        return _SPACE_BEFORE.sub(r"\1", " ".join(_EMPTY_BRACKETS.sub("", words).split()))

    def _reaches(self, index: int, place: int) -> bool:
        """Whether the sentence holds the place, or ends before it in the same paragraph."""
        ends = [span.end for span in self.sentences[index].spans if span.start <= place]
        return bool(ends) and not re.search(
            r"\n[^\S\n]*\n", self.document.text[max(ends) : max(place, max(ends))]
        )

    def _read(self, blocks: Sequence[Block]) -> list[Sentence]:
        found: list[Sentence] = []
        heading = ""
        group: list[Span] = []
        for piece in (*_pieces(self.document, blocks), None):
            if piece is not None and piece.joined:
                group.append(piece.span)
                continue
            found += self._sentences(group, heading)
            group = []
            if piece is not None and piece.is_heading:
                heading = " ".join(piece.span.of(self.document.text).split())
                found.append(Sentence(heading, (piece.span,), "", is_heading=True))
            elif piece is not None:
                group = [piece.span]
        return found

    def _sentences(self, group: Sequence[Span], heading: str) -> list[Sentence]:
        """The sentences of pieces that read on from one to the next."""
        group = [_trimmed(span, self.document.text) for span in group]
        text = " ".join(span.of(self._masked) for span in group)
        found: list[Sentence] = []
        for span in self._in_items(text):
            spans = tuple(_trimmed(part, self._masked) for part in _back(span, group))
            spans = tuple(part for part in spans if part.end > part.start)
            words = self.tidy(spans)
            if spans and _WORD.search(words):
                found.append(Sentence(words, spans, heading, is_heading=False))
        return found

    def _in_items(self, text: str) -> list[Span]:
        """Sentences; an item of a list ends one even without a full stop."""
        starts = [0, *(match.end() for match in _ITEM.finditer(text)), len(text)]
        return [
            Span(start + span.start, start + span.end)
            for start, end in pairwise(starts)
            for span in sentences(text[start:end], self.document.language)
        ]


def _mask(text: str, anchors: Sequence[Anchor]) -> str:
    """The text with bare URLs and note marks blanked out, character for character."""
    parts = []
    place = 0
    for anchor in anchors:
        if anchor.how not in _MASKED or anchor.span.start < place:
            continue
        parts += [text[place : anchor.span.start], " " * (anchor.span.end - anchor.span.start)]
        place = anchor.span.end
    return "".join((*parts, text[place:]))


def _pieces(document: Document, blocks: Sequence[Block]) -> list[_Piece]:
    """The document cut at its headings and lists of URLs."""
    text = document.text
    cuts = [(block.span, False) for block in blocks]
    cuts += [
        (span, True)
        for span in document.headings
        if not any(block.span.start < span.end and span.start < block.span.end for block in blocks)
    ]
    pieces: list[_Piece] = []
    place = 0
    joins = False
    for span, is_heading in sorted(cuts):
        if span.start < place:
            continue
        before = text[place : span.start]
        if before.strip():
            pieces.append(_Piece(Span(place, span.start), is_heading=False, joined=joins and bool(pieces)))
        joins = not is_heading and _cuts_a_sentence(text[: span.start], text[span.end :])
        if is_heading:
            pieces.append(_Piece(span, is_heading=True, joined=False))
        place = span.end
    if text[place:].strip():
        pieces.append(_Piece(Span(place, len(text)), is_heading=False, joined=joins and bool(pieces)))
    return pieces


def _cuts_a_sentence(before: str, after: str) -> bool:
    """Whether a list of URLs stands inside a sentence: no end before it, a small letter after it."""
    head, tail = before[-400:].rstrip(), after[:400].lstrip()
    return bool(head) and tail[:1].islower() and not _ENDS.search(head)


def _back(span: Span, group: Sequence[Span]) -> list[Span]:
    """A span of the joined pieces as spans of the document, without white space around them."""
    found = []
    offset = 0
    for piece in group:
        length = piece.end - piece.start
        start, end = max(span.start, offset), min(span.end, offset + length)
        if start < end:
            found.append(Span(piece.start + start - offset, piece.start + end - offset))
        offset += length + 1
    return found


def _trimmed(span: Span, text: str) -> Span:
    """The span without white space (or what was blanked out) at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
