from datetime import UTC, date, datetime

import pytest

from citecheck.model import Precision
from citecheck.read.months import months, months_of
from citecheck.read.stamps import Style, machine_stamp, written_stamps

DAY = date(2019, 10, 22)
AMERICAN = Style.of("en-US", "example.com")
BRITISH = Style.of("en-GB", "example.co.uk")


@pytest.mark.parametrize(
    "value",
    [
        "2019-10-22",
        "20191022",
        "2019/10/22 09:15",
        "2019-10-22T00:00:00+00:00",
        "Tue, 22 Oct 2019 13:17:00 GMT",
        "22.10.2019",
        "22. 10. 2019",
        "22.10.19",
        "22/10/2019 - 14:33",
        "22. Oktober 2019",
        "22nd of October 2019",
        "Oct. 22nd, 2019",
        "22 de octubre de 2019",
        "22 octobre 2019",
        "22-Oct-2019",
        "2019. október 22.",
        "2019年10月22日",
        "22. oktobra 2019.",
        "22. октобра 2019. године",
        "22 октября 2019 г.",
        "22 października 2019",
        "22 Ekim 2019",
    ],
)
def test_a_day_is_read_however_it_is_written(value: str) -> None:
    stamp = machine_stamp(value, Style())
    assert stamp is not None
    assert (stamp.day, stamp.precision) == (DAY, Precision.DAY)


def test_an_instant_is_kept_in_utc_with_the_day_as_written() -> None:
    stamp = machine_stamp("2019-10-22T23:17:00-05:00", Style())
    assert stamp is not None
    assert stamp.day == DAY
    assert stamp.value == datetime(2019, 10, 23, 4, 17, tzinfo=UTC)
    assert stamp.precision is Precision.INSTANT


@pytest.mark.parametrize("value", ["1571750220", "1571750220000"])
def test_seconds_and_milliseconds_since_1970_are_instants(value: str) -> None:
    stamp = machine_stamp(value, Style())
    assert stamp is not None
    assert stamp.value == datetime(2019, 10, 22, 13, 17, tzinfo=UTC)


def test_a_month_is_not_made_into_a_day() -> None:
    stamp = machine_stamp("2019-10", Style())
    assert stamp is not None
    assert (stamp.value, stamp.precision) == (date(2019, 10, 1), Precision.MONTH)


@pytest.mark.parametrize(
    "value", ["", "today", "2019", "31.02.2019", "0000-00-00", "1019-10-22", "22.10", "v10.22.19.1"]
)
def test_what_is_no_day_is_not_read(value: str) -> None:
    assert machine_stamp(value, Style()) is None


@pytest.mark.parametrize(
    ("text", "style", "day"),
    [
        ("3/4/2019", AMERICAN, date(2019, 3, 4)),
        ("3/4/2019", BRITISH, date(2019, 4, 3)),
        ("3/4/2019", Style.of("de", "example.de"), date(2019, 4, 3)),
        ("3.4.2019", AMERICAN, date(2019, 4, 3)),
        ("10/22/2019", BRITISH, DAY),
        ("22/10/2019", AMERICAN, DAY),
        ("5 listopada 2019", Style("hr"), date(2019, 10, 5)),
        ("5 listopada 2019", Style("pl"), date(2019, 11, 5)),
    ],
)
def test_what_can_be_read_two_ways_follows_the_page(text: str, style: Style, day: date) -> None:
    assert {stamp.day for _, stamp in written_stamps(text, style)} == {day}


def test_dates_in_running_text_come_with_their_offset() -> None:
    text = "From 3 May 2019 until May 7, 2019, and on 2019-06-01."
    found = {offset: stamp.day for offset, stamp in written_stamps(text, Style("en"))}
    assert found == {5: date(2019, 5, 3), 22: date(2019, 5, 7), 42: date(2019, 6, 1)}


def test_prices_times_and_versions_are_no_dates() -> None:
    for text in ("1.12.19 €", "12:30:19", "4.5.19.2", "1,234.10.2019"):
        assert list(written_stamps(text, Style())) == []


def test_every_language_has_twelve_months_and_short_forms_mean_one() -> None:
    for language in ("en", "de", "sr", "ru", "fr", "hu", "el", "he"):
        assert set(months_of(language).values()) == set(range(1, 13))
    assert months()["okt"] == 10
    assert months_of("xx") == {}
