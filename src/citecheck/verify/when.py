"""Dates of a text, as far as claim and page may state them: day and month, month, year."""

import re
from dataclasses import dataclass

from citecheck.model import Span

_EN = "january february march april may june july august september october november december".split()
_ALSO = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12, "januar": 1, "januara": 1, "februar": 2, "februara": 2, "mart": 3, "marta": 3, "april": 4,
    "aprila": 4, "maj": 5, "maja": 5, "juna": 6, "jula": 7, "avgust": 8, "avgusta": 8, "septembar": 9,
    "septembra": 9, "oktobar": 10, "oktobra": 10, "novembar": 11, "novembra": 11, "decembar": 12, "decembra": 12,
    "јануар": 1, "јануара": 1, "фебруар": 2, "фебруара": 2, "март": 3, "марта": 3, "април": 4, "априла": 4,
    "мај": 5, "маја": 5, "јун": 6, "јуна": 6, "јул": 7, "јула": 7, "август": 8, "августа": 8, "септембар": 9,
    "септембра": 9, "октобар": 10, "октобра": 10, "новембар": 11, "новембра": 11, "децембар": 12, "децембра": 12,
    "января": 1, "февраля": 2, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "сентября": 9, "октября": 10,
    "ноября": 11, "декабря": 12, "januar ": 1, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10,
    "dezember": 12, "janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
_MONTHS = {name: index for index, name in enumerate(_EN, 1)} | _ALSO
_NAME = "|".join(sorted((name.strip() for name in _MONTHS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<iso>(?:1[0-9]|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)"
    rf"|(?P<day1>[0-3]?\d)(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<name1>{_NAME})\b\.?(?:,?\s(?P<year1>(?:1\d|20)\d\d)\b)?"
    rf"|(?P<name2>{_NAME})\b\.?\s(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\w|[.,]?\d)(?:,?\s(?P<year2>(?:1\d|20)\d\d)\b)?"
    rf"|(?P<name3>{_NAME})\b\.?,?\s(?:of\s)?(?P<year3>(?:1\d|20)\d\d)\b"
    rf"|(?P<year4>(?:1\d|20)\d\d)(?!\w|[.,]?\d|%))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LONE = re.compile(rf"(?<!\w)(?:[Ii]n|of|[Ss]ince|until|by|from|during|early|late|mid)[\s-](?P<name>{'|'.join(name.capitalize() for name in _EN)})\b")


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
        return tuple(Dated(m["name"], None, _MONTHS[m["name"].lower()], None, Span(*m.span("name")))
                     for m in _LONE.finditer(text))
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
    if month is not None and not 1 <= month <= 12 or day is not None and not 1 <= int(day) <= 31:
        return None
    return Dated(match.group(), int(year) if year else None, month, int(day) if day else None, Span(*match.span()))


def agrees(claimed: Dated, given: Dated) -> bool:
    """Whether `given` states every part of `claimed` that it has, and at least one."""
    pairs = ((claimed.year, given.year), (claimed.month, given.month), (claimed.day, given.day))
    shared = [(ours, theirs) for ours, theirs in pairs if ours is not None and theirs is not None]
    return bool(shared) and all(ours == theirs for ours, theirs in shared)


def covers(claimed: Dated, given: Dated) -> bool:
    """Whether `given` states all that `claimed` states."""
    return agrees(claimed, given) and all(
        theirs is not None
        for ours, theirs in ((claimed.year, given.year), (claimed.month, given.month), (claimed.day, given.day))
        if ours is not None
    )
