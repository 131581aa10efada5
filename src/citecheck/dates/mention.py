"""A date as a text mentions it, and the days it may mean for a text written at a known time."""

from dataclasses import dataclass
from datetime import date, timedelta

from citecheck.dates.days import day_of, month_end
from citecheck.model import DateWindow, Precision, Span
from citecheck.model.words import Word

REMEMBERED = 364  # days: a month or day named without its year lies at most this far back


class MentionKind(Word):
    """What a mention of a date leaves open."""

    ABSOLUTE = "absolute", "the year is written: the days are known"
    YEARLESS = "yearless", "month, or month and day; the year is the reader's to know"
    RELATIVE = "relative", "counted from the day of writing (yesterday, last week)"
    ANAPHORIC = "anaphoric", "counted from another event of the text (two days later)"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of an unnamed year; `day` None is the whole month."""

    month: int
    day: int | None

    def first(self, year: int) -> date | None:
        """Its first day in `year`."""
        return day_of(year, self.month, self.day or 1)

    def last(self, year: int) -> date | None:
        """Its last day in `year`."""
        return month_end(year, self.month) if self.day is None else day_of(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of a date. Exactly one of `window`, `yearless` and `offset` is set, none for ANAPHORIC."""

    span: Span
    text: str
    kind: MentionKind
    precision: Precision
    window: DateWindow | None = None
    yearless: tuple[MonthDay, MonthDay] | None = None  # first and last; the same for a single day
    offset: tuple[int, int] | None = None  # days from the day of writing, both included


def meanings(mention: DateMention, written: DateWindow) -> tuple[DateWindow, ...]:
    """Every stretch of days that `mention` may mean in a text written within `written`.

    A month or day without its year is the latest before writing, and each such one where the time of
    writing is known only as a window. Empty where nothing can be said.
    """
    if mention.window is not None:
        return (mention.window,)
    if written.latest is None or written.earliest is None:
        return ()
    if mention.offset is not None:
        first, last = mention.offset
        return (DateWindow(written.earliest + timedelta(first), written.latest + timedelta(last)),)
    if mention.yearless is None:
        return ()
    begin, end = mention.yearless
    found = []
    for year in range(written.earliest.year - 1, written.latest.year + 1):
        if window := yearless_in(begin, end, year):
            assert window.earliest is not None and window.latest is not None
            if window.earliest <= written.latest and (written.earliest - window.latest).days <= REMEMBERED:
                found.append(window)
    return tuple(found)


def yearless_in(begin: MonthDay, end: MonthDay, year: int) -> DateWindow | None:
    """The stretch in `year` (into the next one where it passes New Year); None where it has no such day."""
    last_year = year + 1 if (end.month, end.day or 99) < (begin.month, begin.day or 0) else year
    first, last = begin.first(year), end.last(last_year)
    return DateWindow(first, last) if first and last else None
