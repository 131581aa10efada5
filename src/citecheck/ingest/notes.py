"""Numbered notes and reference lists: the URLs of an entry belong where its number is marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citecheck.ingest.draft import Draft, Mark
from citecheck.model import Anchor, AnchorHow, FilePlace, Span

_ENTRY = re.compile(
    r"^[^\S\n]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})(?:[.)]|(?=[^\S\n]+\S)))[^\S\n]*", re.M
)
_BRACKETED = re.compile(r"\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]")
_SUPERSCRIPT = re.compile("[¹²³⁰⁴-⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_URL = re.compile(r"https?://[^\s<>\"“”]+", re.I)
_TRAILING = ".,;:!?)]}'’"
_ENTRY_LENGTH = 1200  # characters; what is longer is text that happens to begin with a number


@dataclass(frozen=True, slots=True)
class _Entry:
    """One numbered entry that holds URLs."""

    number: int
    span: Span
    urls: tuple[tuple[str, FilePlace | None], ...]  # each with its place in the file


def with_reference_marks(draft: Draft) -> Draft:
    """The draft with the URLs of numbered entries anchored at the marks that refer to them.

    An entry that no mark refers to stays as it is. Numbering may begin again: the next entry after
    a mark is meant, else the last before it.
    """
    entries = tuple(_entries(draft))
    if not entries:
        return draft
    marks = [mark for mark in _marks(draft) if not any(_inside(mark.span, entry.span) for entry in entries)]
    found: list[Anchor] = []
    used: list[_Entry] = []
    for mark in marks:
        entry = _meant(mark, entries)
        if entry is not None and not _anchored(mark.span, draft.anchors):
            used.append(entry)
            found += [
                Anchor(mark.span, url, AnchorHow.REFERENCE_LIST, place=place) for url, place in entry.urls
            ]
    kept = [anchor for anchor in draft.anchors if not any(_inside(anchor.span, entry.span) for entry in used)]
    return replace(draft, anchors=tuple(sorted((*kept, *found), key=lambda anchor: anchor.span)))


def _entries(draft: Draft) -> Iterator[_Entry]:
    """Numbered lines (with the lines that continue them) that hold a URL or a link."""
    starts = list(_ENTRY.finditer(draft.text))
    for index, match in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(draft.text)
        blank = re.compile(r"\n[^\S\n]*\n").search(draft.text, match.end(), limit)
        span = Span(match.start(), min(blank.start() if blank else limit, limit))
        if span.end - span.start > _ENTRY_LENGTH:
            continue
        urls = _urls(draft, span)
        if urls:
            number = next(int(group) for group in match.groups() if group)
            yield _Entry(number, span, urls)


def _urls(draft: Draft, span: Span) -> tuple[tuple[str, FilePlace | None], ...]:
    linked = [anchor for anchor in draft.anchors if _inside(anchor.span, span)]
    if linked:
        places = {anchor.url: anchor.place for anchor in reversed(linked)}
        return tuple((url, places[url]) for url in dict.fromkeys(anchor.url for anchor in linked))
    if any(_inside(span, code) for code in draft.code):
        return ()
    bare = [url.rstrip(_TRAILING) for url in _URL.findall(span.of(draft.text))]
    return tuple((url, None) for url in dict.fromkeys(bare))


def _marks(draft: Draft) -> list[Mark]:
    """Marks in the order of the text: raised numbers, [3], [1, 4], [2-5], and superscript digits."""
    found = list(draft.marks)
    for match in _BRACKETED.finditer(draft.text):
        found += [Mark(Span(*match.span()), number) for number in _numbers(match[1])]
    for match in _SUPERSCRIPT.finditer(draft.text):
        digits = match.group().translate(_DIGITS)
        if match.start() > 0 and not draft.text[match.start() - 1].isspace() and len(digits) <= 3:
            found.append(Mark(Span(*match.span()), int(digits)))
    unique = {(mark.span, mark.number): mark for mark in found}
    return sorted(unique.values(), key=lambda mark: (mark.span, mark.number))


def _numbers(written: str) -> list[int]:
    numbers: list[int] = []
    for part in re.split(r"\s*[,;]\s*", written):
        ends = [int(end) for end in re.split(r"\s*[–-]\s*", part) if end]
        numbers += range(ends[0], min(ends[-1], ends[0] + 20) + 1) if ends[0] <= ends[-1] else ends
    return numbers


def _meant(mark: Mark, entries: Sequence[_Entry]) -> _Entry | None:
    same = [entry for entry in entries if entry.number == mark.number]
    after = [entry for entry in same if entry.span.start >= mark.span.end]
    return after[0] if after else (same[-1] if same else None)


def _anchored(span: Span, anchors: Sequence[Anchor]) -> bool:
    """Whether the mark is already linked to a note."""
    return any(anchor.span.start < span.end and span.start < anchor.span.end for anchor in anchors)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
