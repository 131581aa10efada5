from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.dates import DateMention, MentionKind, MonthDay, meanings, mentions
from citecheck.model import DateWindow, Precision


def one(text: str, language: str) -> DateMention:
    (found,) = mentions(text, language)
    assert found.span.of(text) == found.text
    return found


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "It ran from October 24 to 29, 2019, they say.", date(2019, 10, 24), date(2019, 10, 29)),
        ("en", "the 5th of April 2026", date(2026, 4, 5), date(2026, 4, 5)),
        ("en", "28 October – 3 November 2019", date(2019, 10, 28), date(2019, 11, 3)),
        ("en", "December 30 – January 2, 2019", date(2018, 12, 30), date(2019, 1, 2)),
        ("en", "on Oct. 5, 2018.", date(2018, 10, 5), date(2018, 10, 5)),
        ("en", "filed 2019-10-22 at noon", date(2019, 10, 22), date(2019, 10, 22)),
        ("en", "by 10/22/2019", date(2019, 10, 22), date(2019, 10, 22)),
        ("en", "by 4/5/2019", date(2019, 4, 5), date(2019, 5, 4)),
        ("fr", "le 4/5/2019", date(2019, 5, 4), date(2019, 5, 4)),
        ("sr", "od 24. do 29. oktobra 2019. godine", date(2019, 10, 24), date(2019, 10, 29)),
        ("sr", "24. 10. 2019.", date(2019, 10, 24), date(2019, 10, 24)),
        ("sr", "15. mart 2019.", date(2019, 3, 15), date(2019, 3, 15)),
        ("sr", "од 24. до 29. октобра 2019. године", date(2019, 10, 24), date(2019, 10, 29)),
        ("ru", "с 24 по 29 октября 2019 года", date(2019, 10, 24), date(2019, 10, 29)),
        ("de", "vom 24. bis 29. Oktober 2019", date(2019, 10, 24), date(2019, 10, 29)),
        ("de", "am 5.4.2019", date(2019, 4, 5), date(2019, 4, 5)),
        ("fr", "du 24 au 29 octobre 2019", date(2019, 10, 24), date(2019, 10, 29)),
        ("fr", "le 1er mai 2019", date(2019, 5, 1), date(2019, 5, 1)),
        ("en", "in January 2019", date(2019, 1, 1), date(2019, 1, 31)),
        ("ru", "в январе 2019 года", date(2019, 1, 1), date(2019, 1, 31)),
        ("en", "since 2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("en", "policies of the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("ru", "политика 1990-х", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_days_with_a_year(language: str, text: str, first: date, last: date) -> None:
    found = one(text, language)
    assert found.kind is MentionKind.ABSOLUTE
    assert found.window == DateWindow(first, last)


@pytest.mark.parametrize(
    ("language", "text", "begin", "end"),
    [
        ("en", "during\nOctober 24–29, saw", MonthDay(10, 24), MonthDay(10, 29)),
        ("en", "on October 19, Prime Minister", MonthDay(10, 19), MonthDay(10, 19)),
        ("en", "said in January: we", MonthDay(1, None), MonthDay(1, None)),
        ("en", "on May 5", MonthDay(5, 5), MonthDay(5, 5)),
        ("sr", "19. oktobra", MonthDay(10, 19), MonthDay(10, 19)),
        ("sr", "rekao je u januaru", MonthDay(1, None), MonthDay(1, None)),
        ("sr", "рекао је у јануару", MonthDay(1, None), MonthDay(1, None)),
        ("ru", "сказал в январе", MonthDay(1, None), MonthDay(1, None)),
        ("de", "sagte im Januar", MonthDay(1, None), MonthDay(1, None)),
        ("fr", "a dit en janvier", MonthDay(1, None), MonthDay(1, None)),
    ],
)
def test_days_without_a_year(language: str, text: str, begin: MonthDay, end: MonthDay) -> None:
    found = one(text, language)
    assert found.kind is MentionKind.YEARLESS
    assert found.yearless == (begin, end)


@pytest.mark.parametrize(
    ("language", "text", "offset"),
    [
        ("en", "he left yesterday", (-1, -1)),
        ("en", "said last week", (-14, -1)),
        ("en", "two weeks ago", (-17, -11)),
        ("sr", "prošle nedelje", (-14, -1)),
        ("sr", "пре две недеље", (-17, -11)),
        ("ru", "на прошлой неделе", (-14, -1)),
        ("de", "letzte Woche", (-14, -1)),
        ("fr", "la semaine dernière", (-14, -1)),
    ],
)
def test_days_counted_from_writing(language: str, text: str, offset: tuple[int, int]) -> None:
    found = one(text, language)
    assert (found.kind, found.offset) == (MentionKind.RELATIVE, offset)


def test_days_counted_from_another_event_mean_nothing_alone() -> None:
    found = one("two days later he resigned", "en")
    assert found.kind is MentionKind.ANAPHORIC
    assert meanings(found, DateWindow(date(2019, 11, 1), date(2019, 11, 1))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "he may 5 times march on",
        "it cost 2008 euros and 1,999 dollars",
        "room 2019-20, version 2.2019.1",
        "see https://example.org/2018/07/26/x?yyyy=2019 for more",
        "the seventy-fifth anniversary",
        "31/31/2019 and 2019-13-01",
        "",
    ],
)
def test_no_dates(text: str) -> None:
    assert mentions(text, "en") == ()


def test_a_month_without_its_year_is_the_one_before_writing() -> None:
    january = one("said in January", "en")
    known = DateWindow(date(2019, 10, 31), date(2019, 10, 31))
    assert meanings(january, known) == (DateWindow(date(2019, 1, 1), date(2019, 1, 31)),)
    wide = DateWindow(date(2019, 10, 29), date(2020, 4, 29))
    assert [window.earliest for window in meanings(january, wide)] == [date(2019, 1, 1), date(2020, 1, 1)]
    assert meanings(january, DateWindow(None, date(2019, 1, 1))) == ()


def test_last_week_of_a_known_day() -> None:
    mention = one("said last week", "en")
    written = DateWindow(date(2019, 10, 31), date(2019, 10, 31))
    assert meanings(mention, written) == (DateWindow(date(2019, 10, 17), date(2019, 10, 30)),)
    assert mention.precision is Precision.DAY


@given(st.text(alphabet="0123456789 .,-/–:MayOctberJnu24годаmaj", max_size=60))
def test_any_text_gives_mentions_in_order_and_apart(text: str) -> None:
    found = mentions(text, "en")
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
