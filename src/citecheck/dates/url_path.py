"""Dates written in a URL's path. Position, not shape: only whole segments, or the beginning of one."""

import re
from dataclasses import dataclass
from datetime import date

from citecheck.dates.days import FIRST_YEAR, LAST_YEAR, day_of
from citecheck.model import Precision

_YEAR = r"(?P<year>19[9]\d|20\d\d)"
_ENGLISH = "january february march april may june july august september october november december"
_NAMES = _ENGLISH.split()
_MONTHS = {name[:length]: number for number, name in enumerate(_NAMES, 1) for length in (3, len(name))}
_MONTHS |= {"sept": 9}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_M2, _D2 = r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
# Each alternative is tried at a slash. A number that goes on in its segment is no day: /2021/04/92713.
_FORMS = (
    # /2026/04/05/  /2023/nov/8/  /2017/7/12/
    rf"/{_YEAR}/(?P<month>0?[1-9]|1[0-2]|{_NAMED})/(?P<day>0?[1-9]|[12]\d|3[01])(?=[/.]|$)",
    # /2019-12-22-title  /2020-02/19/  /2019_12_22/
    rf"/{_YEAR}(?P<mark>[-_]){_M2}(?:(?P=mark)|/){_D2}(?![\d])",
    # /20200219/  /20231102-title  /20200219.html
    rf"/{_YEAR}{_M2}{_D2}(?=[/.\-_]|$)",
    # /19-02-2020/  /19.02.2020/: the day first, and only where it cannot be a month or is the whole segment
    rf"/{_D2}(?P<mark>[-._]){_M2}(?P=mark){_YEAR}(?=/|$)",
    # /2021/04/title  /2023/nov/title: a month; what follows is no day
    rf"/{_YEAR}/(?P<month>0?[1-9]|1[0-2]|{_NAMED})(?=/|$)",
    # /2020-02/title
    rf"/{_YEAR}-{_M2}(?=/|$)",
    # /2016/title; but the second number of /2021/22/ is a season's or an issue's
    rf"/{_YEAR}(?=/|$)(?!/\d{{1,2}}(?:/|$))",
)
_COMPILED = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_WORTH_A_LOOK = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a URL: the day (first of the month or year), and the characters."""

    value: date
    precision: Precision
    text: str


def path_date(path: str) -> WrittenDate | None:
    """The most exact date of the path; among equals, the last, which is the nearest to the page's name."""
    if not _WORTH_A_LOOK.search(path):
        return None
    for form in _COMPILED:
        found = None
        for match in form.finditer(path):
            found = written(match, match[0].strip("/")) or found
        if found:
            return found
    return None


def written(match: re.Match[str], text: str) -> WrittenDate | None:
    """The date in the named groups year, month and day of `match`, if the calendar has it."""
    groups = match.groupdict()
    if groups.get("year") is None:
        return None
    year = int(groups["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    month, day = _month(groups.get("month")), groups.get("day")
    if month is None:
        return WrittenDate(date(year, 1, 1), Precision.YEAR, text)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return WrittenDate(date(year, month, 1), Precision.MONTH, text)
    value = day_of(year, month, int(day))
    return WrittenDate(value, Precision.DAY, text) if value else None


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else _MONTHS.get(text.lower(), 0)
