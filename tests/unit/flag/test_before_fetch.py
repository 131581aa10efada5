from collections.abc import Callable
from datetime import date

import pytest

from citecheck.flag import before_fetch
from citecheck.model import (
    Citation,
    DateWindow,
    Document,
    FlagCode,
    FlagFinding,
    Publication,
    PublishedHow,
    Publisher,
    Severity,
)

NOBODY = Publisher(id="default", name="", domains=())
AFTER_EVENT = Publication(
    PublishedHow.INFERRED, DateWindow(date(2019, 10, 29), date(2020, 4, 29)), '"Slavic Shield 2019" binds it'
)
GIVEN = Publication(PublishedHow.GIVEN, DateWindow(date(2019, 10, 31), date(2019, 10, 31)), "--published")
Look = Callable[[str, Publication | None], tuple[FlagFinding, ...]]


@pytest.fixture
def look(document: Callable[..., Document], citation: Callable[..., Citation], today: date) -> Look:
    return lambda url, publication: before_fetch(document(publication), citation(url), NOBODY, today)


def codes(found: tuple[FlagFinding, ...]) -> list[FlagCode]:
    return [finding.code for finding in found]


def test_a_url_date_after_the_article_names_both_sides(look: Look) -> None:
    (finding,) = look("https://example.org/2026/04/05/x", AFTER_EVENT)
    assert finding.code is FlagCode.DATE_URL_AFTER_DOCUMENT
    assert finding.severity is Severity.HIGH
    assert 'The address says 5 April 2026 (path segments "2026/04/05")' in finding.reason
    assert "on or after 29 October 2019 (inferred:" in finding.reason
    assert "Slavic Shield 2019" in finding.reason
    assert len(finding.evidence) == 2


def test_an_id_after_the_article_is_named_as_an_id(look: Look) -> None:
    (finding,) = look("https://example.org/a/017f22e2-79b0-7cc3-98c4-dc0c0c07398f", GIVEN)
    assert finding.code is FlagCode.DATE_URL_AFTER_DOCUMENT
    assert "The id in the address says 22 February 2022" in finding.reason
    assert "as given" in finding.reason


def test_urls_that_fit_raise_nothing(look: Look) -> None:
    assert look("https://example.org/2018/07/26/x", AFTER_EVENT) == ()
    assert look("https://example.org/2020/11/01/x", AFTER_EVENT) == ()  # an inferred date forgives a year
    assert look("https://example.org/2019/11/01/x", GIVEN) == ()  # another time zone's day
    assert look("https://example.org/2026/04/05/x", None) == ()


def test_the_future_is_one_flag(look: Look) -> None:
    (finding,) = look("https://example.org/2062/04/05/x", None)
    assert finding.code is FlagCode.DATE_IN_FUTURE
    assert "22 November 2026" in finding.reason
    (finding,) = look("https://example.org/2062/04/05/x", GIVEN)
    assert finding.code is FlagCode.DATE_URL_AFTER_DOCUMENT
    assert "has not come yet" in finding.reason


def test_trackers_and_plain_http_are_low(look: Look) -> None:
    found = look("http://example.org/x?id=1&fbclid=abc&utm_source=y", None)
    assert codes(found) == [FlagCode.LINK_TRACKING, FlagCode.LINK_HTTP_ONLY]
    assert {finding.severity for finding in found} == {Severity.LOW}
    assert "fbclid, utm_source" in found[0].reason


def test_an_open_window_flags_nothing(look: Look) -> None:
    publication = Publication(PublishedHow.INFERRED, DateWindow(date(2019, 10, 29), None), "an event")
    assert look("https://example.org/2026/04/05/x", publication) == ()
