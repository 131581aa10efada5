"""Dates of a text, as far as claim and page may state them: day and month, month, year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citecheck.model import Span
from citecheck.verify.lexicon import MONTHS

_NAMES = [line.split() for line in MONTHS.strip().splitlines()]  # January first, its English name first
_EN = [names[0] for names in _NAMES]
_MONTHS = {name: index for index, names in enumerate(_NAMES, 1) for name in names}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<iso>(?:1[0-9]|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)"
    rf"|(?P<day1>[0-3]?\d)(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<name1>{_NAME})\b\.?(?:,?\s(?P<year1>(?:1\d|20)\d\d)\b)?"
    rf"|(?P<name2>{_NAME})\b\.?\s(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\w|[.,]?\d)(?:,?\s(?P<year2>(?:1\d|20)\d\d)\b)?"
    rf"|(?P<name3>{_NAME})\b\.?,?\s(?:of\s)?(?P<year3>(?:1\d|20)\d\d)\b"
    rf"|(?P<year4>(?:1\d|20)\d\d)(?!\w|[.,]?\d|%))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LONE = re.compile(
    r"(?<!\w)(?:[Ii]n|of|[Ss]ince|until|by|from|during|early|late|mid)[\s-]"
    rf"(?P<name>{'|'.join(name.capitalize() for name in _EN)})\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written: any part may be left out, but not all."""

    text: str
    year: int | None
    month: int | None
    day: int | None
    span: Span

    @property
    def parts(self) -> int:
        """How many of year, month and day it gives."""
        return sum(part is not None for part in (self.year, self.month, self.day))


def dated(text: str) -> tuple[Dated, ...]:
    """The dates of `text` in order."""
    if not _DIGIT.search(text):
        return tuple(
            Dated(m["name"], None, _MONTHS[m["name"].lower()], None, Span(*m.span("name")))
            for m in _LONE.finditer(text)
        )
    found = [_dated(match) for match in _DATE.finditer(text)]
    taken = [date.span for date in found if date is not None]
    for match in _LONE.finditer(text):
        span = Span(*match.span("name"))
        if not any(other.start <= span.start < other.end for other in taken):
            found.append(Dated(match["name"], None, _MONTHS[match["name"].lower()], None, span))
    return tuple(sorted((date for date in found if date is not None), key=lambda date: date.span.start))


def _dated(match: re.Match[str]) -> Dated | None:
    group = match.groupdict()
    name = group["name1"] or group["name2"] or group["name3"]
    month = int(group["iso_month"]) if group["iso"] else _MONTHS[name.lower()] if name else None
    day = group["iso_day"] or group["day1"] or group["day2"]
    year = group["iso"] or group["year1"] or group["year2"] or group["year3"] or group["year4"]
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= int(day) <= 31):
        return None
    return Dated(
        match.group(), int(year) if year else None, month, int(day) if day else None, Span(*match.span())
    )


def agrees(claimed: Dated, given: Dated) -> bool:
    """Whether `given` states every part of `claimed` that it has, and at least one."""
    pairs = ((claimed.year, given.year), (claimed.month, given.month), (claimed.day, given.day))
    shared = [(ours, theirs) for ours, theirs in pairs if ours is not None and theirs is not None]
    return bool(shared) and all(ours == theirs for ours, theirs in shared)


def covers(claimed: Dated, given: Dated) -> bool:
    """Whether `given` states all that `claimed` states."""
    return agrees(claimed, given) and all(
        theirs is not None
        for ours, theirs in (
            (claimed.year, given.year),
            (claimed.month, given.month),
            (claimed.day, given.day),
        )
        if ours is not None
    )


def pieced(claimed: Dated, given: Iterable[Dated]) -> Dated | None:
    """A date that leaves the year out, when another date beside it gives the claimed year."""
    if claimed.year is None or claimed.month is None:
        return None
    dates = list(given)
    if not any(date.year == claimed.year for date in dates):
        return None
    yearless = (date for date in dates if date.year is None and agrees(claimed, date))
    return next((date for date in yearless if date.day == claimed.day), None)
