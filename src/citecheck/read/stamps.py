"""Times as pages write them: machine values and dates in running text, in many languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from citecheck.model import Precision
from citecheck.read.months import months, months_of

_EARLIEST, _LATEST = 1990, 2100  # years a page on the web can have been published in
_ISO = re.compile(
    r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})"
    r"(?:(?:\s*T\s*|\s+|-|\s+-\s+)(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2}))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?)?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\s*(1\d{9})(\d{3})?\s*$")  # seconds since 1970, or milliseconds: 2001 to 2033
_YEAR_MONTH = re.compile(r"\s*(\d{4})[-/.](\d{1,2})\s*$")
_Y_M_D = re.compile(r"(?<![\d./-])((?:19|20)\d\d)([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?![\d])")
_D_M_Y = re.compile(
    r"(?<![\d./:,-])(\d{1,2})(\.\s?|/|-|\s/\s|\s\.\s)(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d]|[./-]\d|\s?[€$£%])"
)
_CJK = re.compile(r"((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_D_MONTH_Y = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|-?го)?\.?[\s\u00a0]*+(?:(?:de|of|di|den)\s+|d['’]|[/–-])?[\s\u00a0]*+"
    r"([^\W\d_]{3,14})\.?,?[\s\u00a0]*+(?:(?:de|del|di|of)\s|[/–-])?[\s\u00a0]*+['’]?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_D_Y = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,14})\.?[\s\u00a0]+(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?\.?,?[\s\u00a0]+((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_Y_MONTH_D = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\.?,?\s+(?:gada\s|m\.\s)?([^\W\d_]{3,14})\.?,?\s+(\d{1,2})(?!\d)", re.IGNORECASE
)
_MONTH_FIRST_HOMES = (".us", ".ph")
_DAY_FIRST_ENGLISH = (
    ".uk",
    ".au",
    ".nz",
    ".ie",
    ".in",
    ".za",
    ".ng",
    ".ke",
    ".pk",
    ".sg",
    ".mt",
    ".de",
    ".eu",
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time read from a string: the calendar day as written, and the value of the clue."""

    day: date
    value: date | datetime  # UTC for an instant
    precision: Precision


@dataclass(frozen=True, slots=True)
class Style:
    """How a page writes dates: its language and whether 3/4/2019 is in March."""

    language: str = ""
    month_first: bool = False

    @classmethod
    def of(cls, language: str | None, host: str) -> "Style":
        """The style that a page's declared language ("en-GB") and host suggest."""
        tag = (language or "").lower().replace("_", "-")
        english = tag.split("-")[0] == "en"
        elsewhere = tag not in {"en", "en-us"} or host.endswith(_DAY_FIRST_ENGLISH)
        return cls(tag.split("-")[0], (english and not elsewhere) or host.endswith(_MONTH_FIRST_HOMES))


def _day(year: int, month: int, day: int) -> Stamp | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return Stamp(value, value, Precision.DAY)


@cache
def _zone(text: str) -> timezone:
    digits = text[1:].replace(":", "").ljust(4, "0")
    if text[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return timezone(offset if text[0] == "+" else -offset) if offset < timedelta(hours=24) else UTC


def _iso(match: re.Match[str]) -> Stamp | None:
    year, _, month, day, hour, minute, second, zone = match.groups()
    stamp = _day(int(year), int(month), int(day))
    if stamp is None or hour is None or zone is None:
        return stamp
    clock = (int(hour), int(minute), int(second or 0))
    if clock[0] > 23 or clock[1] > 59 or clock[2] > 59 or clock == (0, 0, 0):
        return stamp  # midnight sharp is a day that a machine wrote out
    local = datetime(stamp.day.year, stamp.day.month, stamp.day.day, *clock, tzinfo=_zone(zone.upper()))
    return Stamp(stamp.day, local.astimezone(UTC), Precision.INSTANT)


def machine_stamp(value: str, style: Style) -> Stamp | None:
    """The time in an attribute or JSON value: ISO 8601, seconds since 1970, RFC 5322, or as written."""
    value = value[:120]
    match = _EPOCH.match(value)
    if match:
        moment = datetime.fromtimestamp(int(match.group(1)), UTC)
        return Stamp(moment.date(), moment, Precision.INSTANT)
    match = _ISO.match(value)
    if match:
        return _iso(match)
    match = _YEAR_MONTH.match(value)
    if match:
        stamp = _day(int(match.group(1)), int(match.group(2)), 1)
        return Stamp(stamp.day, stamp.value, Precision.MONTH) if stamp else None
    return next((stamp for _, stamp in written_stamps(value, style)), None)


def _month(name: str, style: Style) -> int | None:
    lowered = name.lower()
    return months_of(style.language).get(lowered) or months().get(lowered)


def _numeric(match: re.Match[str], style: Style) -> Stamp | None:
    first, sign, second, year_text = match.groups()
    one, two, year = int(first), int(second), int(year_text)
    if len(year_text) == 2:
        if "." not in sign and "/" not in sign:
            return None
        year += 2000 if year < 70 else 1900
    month_first = style.month_first and "." not in sign
    if (month_first and one <= 12) or two > 12:
        one, two = two, one
    return _day(year, two, one)


def written_stamps(text: str, style: Style) -> Iterator[tuple[int, Stamp]]:
    """Every full date written in `text`, with its offset; pattern by pattern, not in order."""
    for match in _Y_M_D.finditer(text):
        stamp = _day(int(match.group(1)), int(match.group(3)), int(match.group(4)))
        if stamp:
            yield match.start(), stamp
    for match in _D_M_Y.finditer(text):
        stamp = _numeric(match, style)
        if stamp:
            yield match.start(), stamp
    for match in _CJK.finditer(text):
        stamp = _day(int(match.group(1)), int(match.group(2)), int(match.group(3)))
        if stamp:
            yield match.start(), stamp
    for pattern, day, month, year in ((_D_MONTH_Y, 1, 2, 3), (_MONTH_D_Y, 2, 1, 3), (_Y_MONTH_D, 3, 2, 1)):
        for match in pattern.finditer(text):
            number = _month(match.group(month), style)
            stamp = _day(int(match.group(year)), number, int(match.group(day))) if number else None
            if stamp:
                yield match.start(), stamp
