"""Dates in the text that a reader sees, by where they stand towards the heading."""

import re
from collections.abc import Iterator

from citecheck.model import ClueKind
from citecheck.read.found import Found
from citecheck.read.page import Page, folded
from citecheck.read.stamps import Stamp, Style, written_stamps

# Begins with a single class, which the engine finds fast; what stands before it is looked at afterwards.
_YEARISH = re.compile(r"\d(?:(?<=[12])[09]\d\d(?!\d)|(?:(?<=\d)|\d)?[./]\s?\d{1,2}[./]\s?\d\d(?!\d))")
_BEFORE, _AFTER = 40, 24  # characters of text around a year that can make up a date
_TEXT = 300_000  # characters of visible text looked at
_DATES = 60  # dates taken from one page
_NEAR = 400  # characters from the heading that still belong to its byline
_PUBLISH = re.compile(
    r"publi[sc]|posted|veröffentlicht|erschienen|erstellt|datum|date|eingestellt|publié|pubblicat|geplaatst|"
    r"gepubliceerd|opublikowan|objavljen|опубликован|publisert|publicerad|julkaistu|vom\b|am\b|on\b|le\b",
    re.IGNORECASE,
)
_MODIFY = re.compile(
    r"updat|modif|aktualisiert|geändert|bearbeitet|stand:|mis à jour|actualizad|aggiornat|bijgewerkt|"
    r"zaktualizowan|ažuriran|обновлен|oppdatert|uppdaterad|revised|changed",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©|copyright|\(c\)|rights reserved", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?!\.)|\buhr\b|\d\s?[ap]\.?m\b", re.IGNORECASE)


def visible_dates(page: Page, style: Style) -> Iterator[Found]:
    """Full dates in the visible text, each day once, in the order in which they are read."""
    body = page.tree.body
    if body is None:
        return
    text = body.text(separator="\n")[:_TEXT]
    head = _heading_end(page, text)
    met: dict[str, int] = {}
    rank_after = 0
    for n, (offset, stamp) in enumerate(_dates(text, style)):
        day = stamp.day.isoformat()
        met[day] = met.get(day, 0) + 1
        if met[day] > 2:
            continue
        after = head is not None and offset >= head
        rank_after += after
        line = _line(text, offset)
        marks = _marks(text, offset, line, head) | {f"text:nth{min(n + 1, 4)}"}
        if after:
            marks |= {f"text:after-nth{min(rank_after, 4)}"}
        if met[day] == 2:
            marks |= {"text:again"}
        near = head is not None and -_NEAR < offset - head < _NEAR and len(line) < 120
        where = f'visible text "{folded(line)[:60]}"'
        yield Found(ClueKind.BYLINE if near else ClueKind.TEXT, stamp, where, frozenset(marks))


def _heading_end(page: Page, text: str) -> int | None:
    """Where the first h1 that stands in the text ends."""
    for node in page.tree.css("h1")[:5]:
        words = node.text(separator="\n")
        at = text.find(words) if len(words.strip()) > 3 else -1
        if at >= 0:
            return at + len(words)
    return None


def _dates(text: str, style: Style) -> list[tuple[int, Stamp]]:
    """(offset, stamp) of the first dates in `text`, in order. Only text around years is looked at."""
    found: dict[int, Stamp] = {}
    done = 0
    for match in _YEARISH.finditer(text):
        begin, end = match.span()
        if end <= done or (begin and text[begin - 1].isdigit()):
            continue
        start, done = max(0, begin - _BEFORE), end + _AFTER
        while start and text[start - 1].isdigit():  # no window begins within a number
            start -= 1
        for offset, stamp in written_stamps(text[start:done], style):
            found.setdefault(start + offset, stamp)
        if len(found) >= _DATES:
            break
    return sorted(found.items())


def _line(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)][:400]


def _marks(text: str, offset: int, line: str, head: int | None) -> set[str]:
    marks = {"text:short" if len(line) < 45 else "text:medium" if len(line) < 120 else "text:long"}
    around = text[max(0, offset - 40) : offset + 40]
    before = text[max(0, offset - 40) : offset]
    if _MODIFY.search(before):
        marks.add("text:says-modified")
    if _PUBLISH.search(before):
        marks.add("text:says-published")
    if _RIGHTS.search(around):
        marks.add("text:rights")
    if _CLOCK.search(around):
        marks.add("text:clock")
    if head is None:
        marks.add("text:headless")
        return marks
    gap = offset - head
    side = "after" if gap >= 0 else "before"
    size = next((limit for limit in (60, 200, 600, 2000) if abs(gap) < limit), 9999)
    marks.add(f"text:{side}-{size}")
    return marks
