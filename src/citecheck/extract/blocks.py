"""Lists of sources: URLs on lines of their own, cut off from the sentences they support."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citecheck.model import Anchor, AnchorHow, Document, Span

_LEAD = re.compile(r"^\s*(?:[-*•–·>]+|\[?\d{1,3}[\].):]*|\^)?\s*")
_LABEL = re.compile(
    r"^(?:source|sources|izvor|izvori|link|links|via|url|quelle|источник|извор|извори)\s*:?\s*$", re.I
)
_SOURCES = re.compile(
    r"^\W*(?:sources?|references?|notes?|footnotes?|endnotes?|links?|citations?|bibliography|further reading|"
    r"works cited|izvori?|reference|literatura|linkovi|fusnote|izvori i literatura|извори?|литература|"
    r"источники|ссылки|примечания|quellen|literatur|sources? et références|références)\W*$",
    re.I,
)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Item:
    """One URL of a list, with the words that stand beside it."""

    anchor: Anchor
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines that hold URLs and no prose of the article."""

    span: Span  # from the first line's start to the last line's end
    items: tuple[Item, ...]
    how: AnchorHow  # PASTED_BLOCK, REFERENCE_LIST, or BARE_URL for a URL alone on its line


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    anchors: tuple[Anchor, ...]
    rest: str  # what stands on the line beside its URLs
    listed: bool  # begins like a list entry


def find_blocks(document: Document, anchors: Sequence[Anchor]) -> tuple[Block, ...]:
    """The lists of sources, in the order of the text."""
    if anchors and all(anchor.how is AnchorHow.GIVEN for anchor in anchors):
        return ()
    lines = list(_lines(document.text, anchors))
    after_heading = _source_sections(document)
    found: list[Block] = []
    run: list[_Line] = []
    for line in lines:
        if not line.span.of(document.text).strip():
            continue
        if _belongs(line, document, after_heading):
            run.append(line)
            continue
        found += _block(run)
        run = []
    return (*found, *_block(run))


def is_source_heading(line: str) -> bool:
    """Whether a line announces a list of sources."""
    return bool(_SOURCES.match(line.strip()))


def _lines(text: str, anchors: Sequence[Anchor]) -> Iterator[_Line]:
    starts = [anchor.span.start for anchor in anchors]
    place = 0
    for raw in text.split("\n"):
        span = Span(place, place + len(raw))
        place += len(raw) + 1
        inside = anchors[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end - 1)]
        lead = _LEAD.match(raw)
        listed = bool(lead and lead.group().strip())
        rest = raw
        for anchor in reversed(inside):
            if anchor.how is AnchorHow.BARE_URL:
                rest = rest[: anchor.span.start - span.start] + " " + rest[anchor.span.end - span.start :]
        rest = rest[lead.end() :] if lead and lead.end() <= len(rest) else rest
        yield _Line(span, tuple(inside), rest.strip(" \t-–—:;,.()<>[]|"), listed)


def _source_sections(document: Document) -> tuple[Span, ...]:
    """From each heading that announces sources to the next heading or the end."""
    text = document.text
    titles = [span for span in document.headings if is_source_heading(span.of(text))]
    known = {span.start for span in titles}
    for match in re.finditer(r"^[^\n]{3,60}$", text, re.M):
        if match.start() not in known and is_source_heading(match.group()):
            titles.append(Span(*match.span()))
    sections = []
    for title in titles:
        later = [span.start for span in document.headings if span.start > title.end]
        sections.append(Span(title.end, min(later, default=len(text))))
    return tuple(sections)


def _belongs(line: _Line, document: Document, sections: Sequence[Span]) -> bool:
    """Whether the line is part of a list of sources."""
    citing = [anchor for anchor in line.anchors if anchor.how in {AnchorHow.BARE_URL, AnchorHow.ANCHOR}]
    if not citing:
        return False
    bare = all(anchor.how is AnchorHow.BARE_URL for anchor in citing)
    if bare and (not _WORD.search(line.rest) or _LABEL.match(line.rest)):
        return True
    return any(section.start <= line.span.start < section.end for section in sections) and (
        line.listed or len(line.rest) < 300
    )


def _block(lines: Sequence[_Line]) -> list[Block]:
    items = [Item(anchor, line.rest) for line in lines for anchor in line.anchors]
    if not items:
        return []
    labelled = any(_WORD.search(item.label) and not _LABEL.match(item.label) for item in items)
    if labelled:
        how = AnchorHow.REFERENCE_LIST
    else:
        how = AnchorHow.PASTED_BLOCK if len(items) > 1 else AnchorHow.BARE_URL
    return [Block(Span(lines[0].span.start, lines[-1].span.end), tuple(items), how)]
