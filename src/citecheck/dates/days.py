"""Days, months and the windows they span. Everything else in dates/ stands on this."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from citecheck.model import DateClue, DateWindow, Precision

FIRST_YEAR, LAST_YEAR = 1990, 2099  # of the web, and of any plan or typing error worth naming
_NAMES = "January February March April May June July August September October November December"
_ENGLISH = _NAMES.split()


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def window_of(value: date, precision: Precision) -> DateWindow:
    """The days that a date of this precision may mean."""
    day = value.date() if isinstance(value, datetime) else value
    if precision is Precision.YEAR:
        return DateWindow(date(day.year, 1, 1), date(day.year, 12, 31))
    if precision is Precision.MONTH:
        return DateWindow(date(day.year, day.month, 1), month_end(day.year, day.month))
    return DateWindow(day, day)


def clue_window(clue: DateClue) -> DateWindow:
    """The days that `clue` may mean."""
    return window_of(clue.day, clue.precision)


def gap_days(one: DateWindow, other: DateWindow) -> int:
    """Days between two windows: 0 where they touch, negative where `one` lies before `other`."""
    if one.earliest and other.latest and one.earliest > other.latest:
        return (one.earliest - other.latest).days
    if one.latest and other.earliest and one.latest < other.earliest:
        return (one.latest - other.earliest).days
    return 0


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return min(month_end(year, month), date(year, month, 1) + timedelta(days=day.day - 1))


def say(value: date, precision: Precision = Precision.DAY) -> str:
    """The date in plain English: "5 April 2026", "April 2026", "2026"."""
    if precision is Precision.YEAR:
        return str(value.year)
    month = f"{_ENGLISH[value.month - 1]} {value.year}"
    return month if precision is Precision.MONTH else f"{value.day} {month}"


def say_window(window: DateWindow) -> str:
    """The window in plain English."""
    if window.earliest and window.latest:
        if window.day:
            return say(window.day)
        return f"{say(window.earliest)} to {say(window.latest)}"
    if window.earliest:
        return f"on or after {say(window.earliest)}"
    return f"on or before {say(window.latest)}" if window.latest else "at an unknown time"
