"""Dates on one scale: the article, what the source says of itself, and our snapshots. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from citecheck.model import CitationResult, Document, Precision

MARGIN = timedelta(days=20)
LENGTH = {Precision.MONTH: timedelta(days=30), Precision.YEAR: timedelta(days=364)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the timeline: a stretch from `left` on, `width` wide, in hundredths of the scale."""

    kind: str  # "document", "clue" or "snapshot"
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The scale with a mark for the article, for each clue in order, and for the snapshot."""

    first: date
    last: date
    document: Mark | None
    clues: tuple[Mark, ...]
    snapshot: Mark | None


def timeline(document: Document, result: CitationResult) -> Timeline | None:
    """The timeline of one citation; None where there is not a single date of the source."""
    clues = [_stretch(clue.day, clue.precision) for clue in result.dates.clues]
    article = _article(document)
    taken = result.capture.captured_at.date() if result.capture else None
    days = [day for stretch in (*clues, article) if stretch for day in stretch] + ([taken] if taken else [])
    if not clues or len(days) < 2:
        return None
    scale = _Scale(days)
    return Timeline(
        scale.first,
        scale.last,
        scale.mark("document", article) if article else None,
        tuple(scale.mark("clue", stretch) for stretch in clues),
        scale.mark("snapshot", (taken, taken)) if taken else None,
    )


class _Scale:
    """From the first day to the last, with a margin."""

    def __init__(self, days: Sequence[date]) -> None:
        room = max(MARGIN, (max(days) - min(days)) / 25)
        self.first = _moved(min(days), -room)
        self.last = _moved(max(days), room)

    def mark(self, kind: str, stretch: tuple[date, date]) -> Mark:
        """The stretch as a mark, wide enough to be seen."""
        whole = max((self.last - self.first).days, 1)
        left = (stretch[0] - self.first).days / whole * 100
        width = max((stretch[1] - stretch[0]).days / whole * 100, 1.2)
        return Mark(kind, round(min(left, 98.8), 2), round(width, 2))


def _stretch(day: date, precision: Precision) -> tuple[date, date]:
    return day, _moved(day, LENGTH.get(precision, timedelta()))


def _article(document: Document) -> tuple[date, date] | None:
    window = document.publication.window if document.publication else None
    if window is None:
        return None
    earliest, latest = window.earliest or window.latest, window.latest or window.earliest
    return (earliest, latest) if earliest and latest else None


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
