"""Texts cut into pieces that a page can mark: the article with its claims, quotes with matched words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citecheck.model import CitationResult, Document, Span, Verdict
from citecheck.render.plain import masked, plain, visible
from citecheck.render.tones import Tone, tone_of

_PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*(?:\n\s*)+")
_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")
_SHORT_LINE = 48  # a line that ends before this column was broken on purpose
_COMMON = frozenset(
    _WORD.findall(
        """about after also among and any are been before being but could does down during each from
        had has have her him his how into its just more most much not only other our over said same
        she some such than that the their them then there these they this those through too under
        until very was were what when where which while who whom whose why will with would you your"""
    )
)


@dataclass(frozen=True, slots=True)
class Chip:
    """The mark behind a claim that leads to its citation."""

    n: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article in which the same claims and link hold."""

    text: str
    tone: Tone | None  # of the worst claim here; None outside claims
    link: Chip | None  # the citation whose anchor this is
    chips: tuple[Chip, ...]  # claims that end here


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading of the article."""

    heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a quote or claim, marked or not."""

    text: str
    marked: bool


def article(document: Document, citations: Sequence[CitationResult]) -> list[Block]:
    """The document's text in blocks, cut wherever a claim or an anchor begins or ends."""
    marks = _Marks(document.text, citations)
    return [
        Block(any(_covers(span, start, end) for span in document.headings), tuple(marks.pieces(start, end)))
        for start, end in _stretches(document)
    ]


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph and heading, without the white space around it."""
    text = document.text
    gaps = [place for match in _PARAGRAPH_GAP.finditer(text) for place in match.span()]
    headings = [place for span in document.headings for place in (span.start, span.end)]
    for start, end in pairwise(sorted({0, len(text), *gaps, *headings})):
        stretch = text[start:end]
        if stretch.strip():
            yield start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


class _Marks:
    """Where claims and anchors lie in a text."""

    def __init__(self, text: str, citations: Sequence[CitationResult]) -> None:
        self._text = unwrapped(text)
        self._anchors: list[tuple[Span, Chip]] = []
        self._claims: list[tuple[Span, Chip]] = []
        self._chips: dict[int, list[Chip]] = {}
        for result in citations:
            citation = result.citation
            chip = Chip(citation.n, tone_of(result))
            self._anchors.append((citation.span, chip))
            spans = [_trimmed(span, text) for span in citation.claim.spans] if citation.claim else []
            self._claims += [(span, chip) for span in spans]
            if spans:
                self._chips.setdefault(max(span.end for span in spans), []).append(chip)
        spans_of_all = [span for span, _ in self._anchors + self._claims]
        self._cuts = sorted({place for span in spans_of_all for place in (span.start, span.end)})

    def pieces(self, start: int, end: int) -> Iterable[Piece]:
        """The pieces of text[start:end], in order."""
        places = [start, *(cut for cut in self._cuts if start < cut < end), end]
        for left, right in pairwise(places):
            yield Piece(
                visible(self._text[left:right]),
                self._tone(left, right),
                next((chip for span, chip in self._anchors if _covers(span, left, right)), None),
                tuple(self._chips.get(right, ())),
            )

    def _tone(self, left: int, right: int) -> Tone | None:
        tones = [chip.tone for span, chip in self._claims if _covers(span, left, right)]
        return min(tones, key=list(Tone).index, default=None)


def _trimmed(span: Span, text: str) -> Span:
    """`span` without the white space at its end: the chip stands behind the last word."""
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _covers(span: Span, left: int, right: int) -> bool:
    return span.start <= left and right <= span.end and left < right


def unwrapped(text: str) -> str:
    """`text`, as long as it was, with hard-wrapped lines joined by a space; breaks that were meant
    (after short lines, around URLs) stay."""
    lines = text.split("\n")
    joined = lines[0]
    for before, line in pairwise(lines):
        meant = "://" in line or "://" in before or len(before.strip()) < _SHORT_LINE
        joined += ("\n" if meant else " ") + line
    return joined


def matched(quote: str, claim: str | None, verdict: Verdict) -> list[Words]:
    """A quoted passage with the words marked that the claim has too, and the values that
    details of the claim were held against."""
    wanted = [_key(match.group()) for match in _WORD.finditer(claim or "")]
    wanted = [key for key in wanted if key]
    found = [fact.found for fact in verdict.facts if fact.found]
    spans = [match.span() for match in _WORD.finditer(quote) if _alike(_key(match.group()), wanted)]
    for value in found:
        spans += [match.span() for match in re.finditer(re.escape(value), quote)]
    return _cut(quote, spans)


def lead_in(prefix: str) -> str:
    """What stands before a quote, from a whole word on."""
    _, gap, rest = prefix.lstrip().partition(" ")
    return f"… {plain(rest)}{' ' * prefix[-1:].isspace()}" if gap and rest.strip() else ""


def lead_out(suffix: str) -> str:
    """What stands behind a quote, up to a whole word."""
    rest, gap, _ = suffix.rstrip().rpartition(" ")
    return f"{' ' * suffix[:1].isspace()}{plain(rest)} …" if gap and rest.strip() else ""


def unbacked(claim: str, verdict: Verdict | None) -> list[Words]:
    """The claim with the words marked that the source does not back."""
    spans = [(words.span.start, words.span.end) for words in verdict.unbacked] if verdict else []
    return _cut(claim, [(start, end) for start, end in spans if end <= len(claim)])


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> list[Words]:
    """`text` in stretches; overlapping spans, and those with only a space between, become one."""
    if masked(text) != text:  # in pieces, a password would not be known for one
        return [Words(visible(text), False)]
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    pieces, place = [], 0
    for start, end in merged:
        pieces += [Words(visible(text[place:start]), False), Words(visible(text[start:end]), True)]
        place = end
    pieces.append(Words(visible(text[place:]), False))
    return [piece for piece in pieces if piece.text]


def _key(word: str) -> str:
    """What words are compared by; empty for words too common to show anything."""
    bare = word.split("’")[0].split("'")[0]
    if any(letter.isdigit() for letter in bare):
        return bare.replace(",", "")
    if len(bare) > 1 and bare.isupper():
        return bare
    return bare.casefold() if len(bare) > 3 and bare.casefold() not in _COMMON else ""


def _alike(key: str, wanted: Sequence[str]) -> bool:
    return bool(key) and any(key == other or _one_stem(key, other) for other in wanted)


def _one_stem(one: str, other: str) -> bool:
    """Whether two words differ in their ending only: veto and vetoed, Serbia and Serbian."""
    short, long = sorted((one, other), key=len)
    if not short.isalpha() or len(short) < 4 or len(long) - len(short) > 3:
        return False
    stem = short[:-1] if len(short) > 5 else short
    return long.startswith(stem)
