"""Dates mentioned in running text: a small grammar of our own.

General date parsers guess a date out of anything ("October 24-29" as the year 2029); this one names only
what is written, and says what it leaves open.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from citecheck.dates.days import day_of, window_of
from citecheck.dates.lexicon import (
    AGO,
    ANAPHORIC,
    CAPITAL_ONLY,
    DEICTIC,
    IN_MONTH,
    MONTH_CASES,
    MONTHS,
    NUMBERS,
    ONLY_FRENCH,
    TO,
    UNIT_DAYS,
    WEEKDAYS,
    YEAR_WORD,
)
from citecheck.dates.mention import DateMention, MentionKind, MonthDay
from citecheck.model import DateWindow, Precision, Span

_M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?!\w)\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_AFTER_DAY = r"(?:st|nd|rd|th|er|\.|-?(?:го|е|ого))?"
_NOT_MORE = r"(?!\w|[%€$]|[.,:]\d)"  # the number ends here
_BEFORE = r"(?<![\w.,:/€$-])"
_OF = r"\s+(?:of\s+|de\s+)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_THEN_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})(?![\w%]|[.,]\d){YEAR_WORD}?)?"

_DAY_FIRST = (
    rf"{_BEFORE}(?P<d1>{_DAY}){_AFTER_DAY}(?:{TO}(?P<d2>{_DAY}){_AFTER_DAY})?{_OF}(?P<m1>{_M}){_THEN_YEAR}"
)
_DAY_FIRST_TWO = (
    rf"{_BEFORE}(?P<d1>{_DAY}){_AFTER_DAY}{_OF}(?P<m1>{_M})(?:,?\s+(?P<year1>{_YEAR}))?{TO}"
    rf"(?P<d2>{_DAY}){_AFTER_DAY}{_OF}(?P<m2>{_M}){_THEN_YEAR}"
)
_MONTH_FIRST = (
    rf"(?<!\w)(?P<m1>{_M})\s+(?:the\s+)?(?P<d1>{_DAY})(?:st|nd|rd|th)?"
    rf"(?:{TO}(?P<d2>{_DAY})(?:st|nd|rd|th)?)?{_NOT_MORE}{_THEN_YEAR}"
)
_MONTH_FIRST_TWO = (
    rf"(?<!\w)(?P<m1>{_M})\s+(?P<d1>{_DAY})(?:st|nd|rd|th)?(?:,\s+(?P<year1>{_YEAR}))?{TO}"
    rf"(?P<m2>{_M})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?{_NOT_MORE}{_THEN_YEAR}"
)
_MONTH_YEAR = rf"(?<!\w)(?P<m1>{_M}),?\s+(?:of\s+)?(?P<year>{_YEAR})(?![\w%]|[.,]\d){YEAR_WORD}?"
_MONTH_ALONE = rf"(?<!\w)(?:{'|'.join(IN_MONTH)})[\s-]+(?P<m1>{_M})(?!\s+\d)"
_ISO = rf"(?<![\w/.-])(?P<year>{_YEAR})-(?P<mon>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?![\d-])"
_DOTTED = (
    rf"{_BEFORE}(?P<d1>{_DAY})(?P<mark>\.\s?|-)(?P<mon>0?[1-9]|1[0-2])(?P=mark)(?P<year>{_YEAR})(?!\d|-\d)"
)
_SLASHED = rf"{_BEFORE}(?P<d1>{_DAY})/(?P<mon>{_DAY})/(?P<year>{_YEAR})(?![\d/])"
_DECADE = r"(?<![\w.,-])(?P<decade>(?:18|19|20)\d)0(?:s|['’]s|-х|-их|-ih|er)(?!\w)"
_UNITS = r"\s?(?:km|kg|m|euros?|dollars?)\b"
_YEAR_ALONE = rf"(?<![\w.,:/€$£#-])(?P<year>(?:1[6-9]|20)\d\d)(?![\w%€$]|[.,:]\d|-\d\d|{_UNITS})"
_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

Reader = Callable[[re.Match[str], str | None], "DateMention | None"]


def mentions(text: str, language: str | None = None) -> tuple[DateMention, ...]:
    """Every date that `text` mentions, in order, none inside another.

    `language` (ISO 639-1) decides what 4/5/2019 means: the month first in English only where it cannot
    be the day, either way otherwise (the window then covers both); the day first in all others.
    """
    text = _URL.sub(lambda match: " " * len(match[0]), text)  # digits of addresses are no mentions
    months = [match.start() for match in _WORD.finditer(text) if match[0].lower() in MONTHS]
    found: list[DateMention] = []
    taken = bytearray(len(text))  # 1 where a mention stands
    for rule in _RULES:
        for match in rule.matches(text, months):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            mention = rule.read(match, language)
            if mention is not None:
                found.append(mention)
                taken[start:end] = b"\x01" * (end - start)
    return tuple(sorted(found, key=lambda mention: mention.span))


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    read: Reader
    at_months: bool = False  # the pattern begins with a month's name

    def matches(self, text: str, months: list[int]) -> Iterator[re.Match[str]]:
        """Its matches in `text`; trying only where a month's name begins saves most of the time."""
        if not self.at_months:
            yield from self.pattern.finditer(text)
            return
        for start in months:
            if match := self.pattern.match(text, start):
                yield match


def _month(name: str) -> int | None:
    bare = name.rstrip(".")
    if bare in CAPITAL_ONLY:  # in lower case an everyday word
        return None
    return MONTHS.get(bare.lower())


def _named(match: re.Match[str], language: str | None) -> DateMention | None:
    """Day and month by name, with or without year, single or a range."""
    groups = match.groupdict()
    month = _month(groups["m1"])
    last_month = _month(groups["m2"]) if groups.get("m2") else month
    if month is None or last_month is None:
        return None
    begin = MonthDay(month, int(groups["d1"]))
    end = MonthDay(last_month, int(groups["d2"])) if groups.get("d2") else begin
    year = groups["year"]
    if year is None:
        if begin.first(2000) is None or end.last(2000) is None:
            return None
        return _mention(match, MentionKind.YEARLESS, Precision.DAY, yearless=(begin, end))
    first = begin.first(int(groups.get("year1") or year))
    last = end.last(int(year))
    if first and last and first > last and not groups.get("year1"):
        first = begin.first(int(year) - 1)
    if first is None or last is None or first > last:
        return None
    return _mention(match, MentionKind.ABSOLUTE, Precision.DAY, window=DateWindow(first, last))


def _month_year(match: re.Match[str], language: str | None) -> DateMention | None:
    month = _month(match["m1"])
    if month is None:
        return None
    window = window_of(date(int(match["year"]), month, 1), Precision.MONTH)
    return _mention(match, MentionKind.ABSOLUTE, Precision.MONTH, window=window)


def _month_alone(match: re.Match[str], language: str | None) -> DateMention | None:
    name = match["m1"].rstrip(".")
    month = _month(match["m1"])
    lower_case = name[0].islower() and name.isascii() and name not in MONTH_CASES
    if month is None or (lower_case and language in (None, "en", "de")):
        return None
    whole = MonthDay(month, None)
    return _mention(match, MentionKind.YEARLESS, Precision.MONTH, yearless=(whole, whole))


def _numeric(match: re.Match[str], language: str | None) -> DateMention | None:
    day = day_of(int(match["year"]), int(match["mon"]), int(match["d1"]))
    return _on(match, day, day)


def _slashed(match: re.Match[str], language: str | None) -> DateMention | None:
    year, one, two = int(match["year"]), int(match["d1"]), int(match["mon"])
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    if language not in (None, "en") or month_first is None:
        return _on(match, day_first, day_first)
    if day_first is None:
        return _on(match, month_first, month_first)
    return _on(match, min(day_first, month_first), max(day_first, month_first))


def _on(match: re.Match[str], first: date | None, last: date | None) -> DateMention | None:
    if first is None or last is None:
        return None
    return _mention(match, MentionKind.ABSOLUTE, Precision.DAY, window=DateWindow(first, last))


def _decade(match: re.Match[str], language: str | None) -> DateMention:
    year = int(match["decade"] + "0")
    window = DateWindow(date(year, 1, 1), date(year + 9, 12, 31))
    return _mention(match, MentionKind.ABSOLUTE, Precision.YEAR, window=window)


def _year_alone(match: re.Match[str], language: str | None) -> DateMention:
    window = window_of(date(int(match["year"]), 1, 1), Precision.YEAR)
    return _mention(match, MentionKind.ABSOLUTE, Precision.YEAR, window=window)


def _ago(match: re.Match[str], language: str | None) -> DateMention | None:
    groups = {name.partition("_")[0]: value for name, value in match.groupdict().items() if value}
    word = groups["count"].lower()
    count = int(word) if word.isdecimal() else NUMBERS.get(word)
    unit = UNIT_DAYS[groups["unit"].lower()]
    if count is None or count > 200:
        return None
    back, slack = count * unit, max(1, unit // 2) if unit > 1 else 1
    return _mention(match, MentionKind.RELATIVE, Precision.DAY, offset=(-back - slack, -back + slack))


def _offset(first: int, last: int) -> Reader:
    def read(match: re.Match[str], language: str | None) -> DateMention | None:
        if match[0].lower() in ONLY_FRENCH and language != "fr":
            return None
        return _mention(match, MentionKind.RELATIVE, Precision.DAY, offset=(first, last))

    return read


def _anaphoric(match: re.Match[str], language: str | None) -> DateMention:
    return _mention(match, MentionKind.ANAPHORIC, Precision.DAY)


def _mention(
    match: re.Match[str],
    kind: MentionKind,
    precision: Precision,
    **found: DateWindow | tuple[MonthDay, MonthDay] | tuple[int, int] | None,
) -> DateMention:
    return DateMention(Span(*match.span()), match[0], kind, precision, **found)  # type: ignore[arg-type]


def _rules() -> Iterator[_Rule]:
    """Longest forms first: what one has taken, the next leave alone."""
    any_case = re.IGNORECASE
    yield _Rule(re.compile(_MONTH_FIRST_TWO, any_case), _named, at_months=True)
    yield _Rule(re.compile(_DAY_FIRST_TWO, any_case), _named)
    yield _Rule(re.compile(_MONTH_FIRST, any_case), _named, at_months=True)
    yield _Rule(re.compile(_DAY_FIRST, any_case), _named)
    yield _Rule(re.compile(_ISO), _numeric)
    yield _Rule(re.compile(_DOTTED), _numeric)
    yield _Rule(re.compile(_SLASHED), _slashed)
    yield _Rule(re.compile(_MONTH_YEAR, any_case), _month_year, at_months=True)
    yield _Rule(re.compile(_MONTH_ALONE, any_case), _month_alone)
    yield _Rule(re.compile(_DECADE), _decade)
    yield _Rule(re.compile(_YEAR_ALONE), _year_alone)
    yield _Rule(re.compile(rf"(?<!\w)(?:{AGO})(?!\w)", any_case), _ago)
    for words, (first, last) in DEICTIC:
        yield _Rule(re.compile(rf"(?<!\w)(?:{words})(?!\w)", any_case), _offset(first, last))
    yield _Rule(re.compile(rf"(?<!\w)(?:{WEEKDAYS})(?!\w)"), _offset(-8, 0))
    yield _Rule(re.compile(rf"(?<!\w)(?:{ANAPHORIC})(?!\w)", any_case), _anaphoric)


_RULES = tuple(_rules())
