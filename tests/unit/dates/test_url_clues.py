from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.dates import own_address, url_clues
from citecheck.model import ClueFamily, ClueKind, Precision, Publisher, UrlDatePattern
from citecheck.settings import load_publishers

NOBODY = Publisher(id="default", name="", domains=())
DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR


@pytest.mark.parametrize(
    ("url", "value", "precision"),
    [
        ("https://a.test/2026/04/05/some-title", date(2026, 4, 5), DAY),
        ("https://a.test/news/2023/nov/8/title", date(2023, 11, 8), DAY),
        ("https://a.test/2017/7/12/title", date(2017, 7, 12), DAY),
        ("https://a.test/2017/7/12.html", date(2017, 7, 12), DAY),
        ("https://a.test/2020-02/19/c_1.htm", date(2020, 2, 19), DAY),
        ("https://a.test/posts/2019-12-22-title/", date(2019, 12, 22), DAY),
        ("https://a.test/world/20231102-OYT1T50240/", date(2023, 11, 2), DAY),
        ("https://a.test/news/29-10-2021", date(2021, 10, 29), DAY),
        ("https://a.test/2021/04/92713", date(2021, 4, 1), MONTH),
        ("https://a.test/2021/04/31/title", date(2021, 4, 1), MONTH),
        ("https://a.test/2016/12/title.html", date(2016, 12, 1), MONTH),
        ("https://a.test/2016/title", date(2016, 1, 1), YEAR),
        ("https://a.test/x?yyyy=2019&mm=01&dd=08&nav_id=1", date(2019, 1, 8), DAY),
        ("https://a.test/x?id=3&date=2019-01-08", date(2019, 1, 8), DAY),
        ("https://web.archive.org/web/20200101000000/http://a.test/2018/07/26/x", date(2018, 7, 26), DAY),
    ],
)
def test_dates_by_position(url: str, value: date, precision: Precision) -> None:
    (clue,) = url_clues(url, NOBODY)
    assert (clue.value, clue.precision, clue.family) == (value, precision, ClueFamily.URL)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.test/article/20212345",
        "https://a.test/the-2020-election-of-2020",
        "https://a.test/season/2021/22/report",
        "https://a.test/1899/12/31/x",
        "https://a.test/x?year=2019&page=3",
        "https://a.test/x?yyyy=2019&mm=13&dd=40",
        "https://web.archive.org/web/20200101000000/http://a.test/title",
        "https://a.test/5daeca9f9a79475ba8d0c0c4",
        "https://a.test/01HDGZYYG1B1QQQQQQQQQQQQQQ",
        "https://a.test/6f1f0d0c-1b5e-4b58-8e0e-3ef8794b17c6",
        "https://a.test/status/1186256489234567168",
        "https://a.test/" + "2" * 5000,
    ],
)
def test_noise_is_no_date(url: str) -> None:
    assert url_clues(url, NOBODY) == ()


def test_where_names_the_characters() -> None:
    (clue,) = url_clues("https://a.test/2026/04/05/title", NOBODY)
    assert clue.where == 'path segments "2026/04/05"'
    (clue,) = url_clues("https://a.test/p.php?yyyy=2019&mm=01&dd=08&nav_id=1", NOBODY)
    assert clue.where == 'query "yyyy=2019&mm=01&dd=08"'


@pytest.mark.parametrize(
    ("url", "moment"),
    [
        ("https://www.ft.com/content/508dcea4-f4ce-11e9-b018-3ef8794b17c6", "2019-10-22T13:17"),
        ("https://a.test/x?id=017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "2022-02-22T19:22"),
        ("https://x.com/desk/status/1212092628029698048", "2019-12-31T19:26"),
        ("https://mobile.twitter.com/i/web/status/1212092628029698048", "2019-12-31T19:26"),
        ("https://social.test/@desk/103000000000000000", "2019-10-21T10:54"),
        ("https://discord.com/channels/1/2/175928847299117063", "2016-04-30T11:18"),
        ("https://www.tiktok.com/@desk/video/6750000000000000000", "2019-10-20T21:27"),
    ],
)
def test_time_inside_ids(url: str, moment: str) -> None:
    publisher = load_publishers().for_host(url.split("/")[2])
    (clue,) = url_clues(url, publisher)
    assert (clue.kind, clue.family, clue.precision) == (ClueKind.URL_ID, ClueFamily.ID, Precision.INSTANT)
    assert isinstance(clue.value, datetime)
    assert clue.value.isoformat().startswith(moment)
    assert clue.value.tzinfo is UTC


def test_an_objectid_counts_where_the_publisher_says_so() -> None:
    rbc = load_publishers().for_host("www.rbc.ru")
    day, clue = url_clues("https://www.rbc.ru/politics/22/10/2019/5daeca9f9a79475ba8d0c0c4", rbc)
    assert day.value == date(2019, 10, 22)
    assert clue.day == date(2019, 10, 22)


def test_a_publishers_pattern_wins_over_guessing() -> None:
    zeit = load_publishers().for_host("www.zeit.de")
    (clue,) = url_clues("https://www.zeit.de/2019/05/title", zeit)
    assert (clue.value, clue.precision) == (date(2019, 1, 1), YEAR)
    (clue,) = url_clues("https://www.zeit.de/2019/05/title", NOBODY)
    assert clue.precision is MONTH


def test_patterns_are_anchored_to_whole_segments() -> None:
    row = Publisher(
        "a", "A", ("a.test",), url_dates=(UrlDatePattern(r"(?P<year>\d{4})-(?P<month>\d{2})", "path"),)
    )
    assert url_clues("https://a.test/x2019-05/y", row) == ()
    assert url_clues("https://a.test/2019-05/y", row)[0].precision is MONTH


def test_own_address() -> None:
    assert own_address("https://web.archive.org/web/2019id_/a.test/x") == "http://a.test/x"
    assert own_address("https://archive.ph/20191022/https://a.test/x") == "https://a.test/x"
    assert own_address("https://a.test/x") == "https://a.test/x"


@given(st.text(max_size=80))
def test_any_address_gives_a_value(text: str) -> None:
    for url in (f"https://a.test/{text}", f"https://a.test/x?{text}", text):
        assert all(clue.where for clue in url_clues(url, NOBODY))


def test_numbers_without_end_are_no_dates() -> None:
    nines = "9" * 10_000
    assert url_clues(f"https://a.test/x?yyyy={nines}&mm={nines}&dd={nines}", NOBODY) == ()
    row = Publisher("a", "A", ("a.test",), url_ids=(r"p/(?P<snowflake>\d+)", r"v/(?P<tiktok>\d+)"))
    assert url_clues(f"https://a.test/p/{nines}", row) == ()
    assert url_clues(f"https://a.test/v/{nines}", row) == ()
