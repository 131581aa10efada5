"""How the dates a sentence mentions fit the date in a URL."""

from collections.abc import Sequence
from datetime import date, timedelta

from citecheck.dates import DateMention, gap_days, mentions, url_clues
from citecheck.model import DateWindow, Precision, Publishers
from citecheck.urls import host_of

_AFTER = timedelta(days=10)  # news of an event appears within these days
_FAR = 60  # days beyond which a dated event and a dated URL do not belong together
_CONTRADICTS = -0.3
_WORTH = {Precision.INSTANT: 1.0, Precision.DAY: 1.0, Precision.MONTH: 0.7, Precision.YEAR: 0.3}


def date_fits(
    sentences: Sequence[str], urls: Sequence[str], publishers: Publishers, language: str | None
) -> list[list[float]]:
    """fits[url][sentence]: 1 for a day that fits, less for a month or year, negative where all the
    sentence's dates lie far off, 0 where one side has no date."""
    days = [url_day(url, publishers) for url in urls]
    if not any(days):
        return [[0.0] * len(sentences) for _ in urls]
    mentioned = [mentions(sentence, language) for sentence in sentences]
    return [[_best_fit(day, found) if day and found else 0.0 for found in mentioned] for day in days]


def url_day(url: str, publishers: Publishers) -> date | None:
    """The day in the URL, where it names one."""
    for clue in url_clues(url, publishers.for_host(host_of(url) or "")):
        if clue.precision in (Precision.INSTANT, Precision.DAY):
            return clue.day
    return None


def _best_fit(day: date, found: Sequence[DateMention]) -> float:
    fits = [fit for mention in found if (fit := _fit(day, mention)) is not None]
    return max(fits, default=0.0)


def _fit(day: date, mention: DateMention) -> float | None:
    """None where the mention says nothing about the day (yesterday, two days later)."""
    windows = _windows(day, mention)
    if not windows:
        return None
    if any(_holds(window, day) for window in windows):
        return _WORTH[mention.precision]
    nearest = min(abs(gap_days(window, DateWindow(day, day))) for window in windows)
    return _CONTRADICTS if nearest > _FAR and mention.precision is not Precision.YEAR else 0.0


def _windows(day: date, mention: DateMention) -> list[DateWindow]:
    """The days it may mean; one without its year in the URL's year and the one before."""
    if mention.window is not None:
        return [mention.window]
    if mention.yearless is None:
        return []
    begin, end = mention.yearless
    found = []
    for year in (day.year - 1, day.year):
        first, last = begin.first(year), end.last(year)
        if first and last and first <= last:
            found.append(DateWindow(first, last))
    return found


def _holds(window: DateWindow, day: date) -> bool:
    early = window.earliest is None or window.earliest <= day
    return early and (window.latest is None or day <= window.latest + _AFTER)
