from datetime import date, timedelta

import pytest

from citecheck.dates import (
    after_document,
    changed_after,
    claim_differs,
    in_future,
    source_after,
    url_page_conflict,
)
from citecheck.model import (
    Claim,
    ClueFamily,
    ClueKind,
    DateClue,
    DateWindow,
    Precision,
    Publication,
    PublishedHow,
)

DAY = date(2019, 10, 31)
GIVEN = Publication(PublishedHow.GIVEN, DateWindow(DAY, DAY), "given")
INFERRED = Publication(PublishedHow.INFERRED, DateWindow(date(2019, 10, 29), date(2020, 4, 29)), "an event")


def clue(kind: ClueKind, family: ClueFamily, value: date, precision: Precision = Precision.DAY) -> DateClue:
    return DateClue(kind, family, value, precision, "somewhere", 0.9)


def url(value: date, precision: Precision = Precision.DAY) -> DateClue:
    return clue(ClueKind.URL_PATH, ClueFamily.URL, value, precision)


def jsonld(value: date) -> DateClue:
    return clue(ClueKind.JSONLD_PUBLISHED, ClueFamily.JSONLD, value)


def byline(value: date) -> DateClue:
    return clue(ClueKind.BYLINE, ClueFamily.VISIBLE, value)


@pytest.mark.parametrize(
    ("value", "precision", "publication", "late"),
    [
        (DAY, Precision.DAY, GIVEN, False),
        (DAY + timedelta(1), Precision.DAY, GIVEN, False),  # another time zone
        (DAY + timedelta(2), Precision.DAY, GIVEN, True),
        (date(2019, 10, 1), Precision.MONTH, GIVEN, False),
        (date(2019, 12, 1), Precision.MONTH, GIVEN, True),
        (date(2019, 1, 1), Precision.YEAR, GIVEN, False),
        (date(2020, 12, 1), Precision.DAY, INFERRED, False),
        (date(2021, 4, 29), Precision.DAY, INFERRED, False),
        (date(2021, 5, 1), Precision.DAY, INFERRED, True),
        (date(2026, 4, 5), Precision.DAY, INFERRED, True),
    ],
)
def test_a_url_date_stands_by_itself(
    value: date, precision: Precision, publication: Publication, late: bool
) -> None:
    assert (after_document([url(value, precision)], publication) is not None) is late


def test_page_dates_are_not_the_urls() -> None:
    assert after_document([jsonld(date(2026, 1, 1))], GIVEN) is None
    assert in_future([jsonld(date(2036, 1, 1))], DAY) is None
    assert in_future([url(DAY + timedelta(1))], DAY) is None
    assert in_future([url(DAY + timedelta(2))], DAY) is not None


def test_a_source_after_needs_two_families_more_than_a_week_and_no_doubt() -> None:
    late, later = DAY + timedelta(30), DAY + timedelta(31)
    found = source_after([jsonld(late), byline(later)], GIVEN)
    assert found is not None
    assert found.days == 30
    assert source_after([jsonld(late)], GIVEN) is None
    assert source_after([jsonld(late), jsonld(later)], GIVEN) is None
    assert source_after([jsonld(DAY + timedelta(7)), byline(DAY + timedelta(7))], GIVEN) is None
    assert source_after([jsonld(late), byline(later), url(DAY)], GIVEN) is None
    assert source_after([jsonld(late), byline(later)], INFERRED) is None


def test_modification_is_not_publication() -> None:
    late = DAY + timedelta(30)
    modified = clue(ClueKind.META_MODIFIED, ClueFamily.META, late)
    assert source_after([jsonld(late), modified], GIVEN) is None


def test_url_and_page_conflict_needs_a_page_that_agrees_with_itself() -> None:
    there = date(2026, 4, 5)
    assert url_page_conflict([url(there), jsonld(DAY), byline(DAY)]) is not None
    assert url_page_conflict([url(there), jsonld(DAY)]) is not None
    assert url_page_conflict([url(there), byline(DAY)]) is None
    assert url_page_conflict([url(there)]) is None
    assert url_page_conflict([url(there), jsonld(DAY), byline(there)]) is None
    assert url_page_conflict([url(there), jsonld(DAY), byline(date(2010, 1, 1))]) is None
    assert url_page_conflict([url(DAY + timedelta(7)), jsonld(DAY), byline(DAY)]) is None
    month = url(date(2019, 10, 1), Precision.MONTH)
    assert url_page_conflict([month, jsonld(DAY), byline(DAY)]) is None


def test_a_changed_page_needs_more_than_the_publishing_systems_field() -> None:
    late = DAY + timedelta(30)
    twins = [
        clue(ClueKind.JSONLD_MODIFIED, ClueFamily.JSONLD, late),
        clue(ClueKind.META_MODIFIED, ClueFamily.META, late),
    ]
    assert changed_after(twins, GIVEN, drifted=False) is None
    assert changed_after(twins, GIVEN, drifted=True) is not None
    header = clue(ClueKind.HTTP_LAST_MODIFIED, ClueFamily.HTTP, late)
    assert changed_after([*twins, header], GIVEN, drifted=False) is not None
    assert changed_after([header], GIVEN, drifted=True) is None
    assert changed_after(twins, INFERRED, drifted=True) is None


@pytest.mark.parametrize(
    ("text", "published", "gap"),
    [
        ("As he said in January: we need it.", date(2019, 1, 8), 0),
        ("As he said in January: we need it.", date(2019, 3, 20), 0),
        ("As he said in January: we need it.", date(2018, 1, 8), -358),
        ("As he said in January: we need it.", date(2019, 8, 1), 182),
        ("On October 19, he visited Belgrade.", date(2019, 10, 20), 0),
        ("On October 19, he visited Belgrade.", date(2019, 10, 30), 0),
        ("On October 19, he visited Belgrade.", date(2019, 9, 1), -48),
        ("He announced last week that it is over.", date(2019, 10, 21), 0),
        ("He announced last week that it is over.", date(2018, 10, 21), -361),
        ("The crisis of 2008 came, he said.", date(2019, 1, 8), 0),
        ("He said in January what he did on May 5.", date(2010, 1, 8), 0),
        ("Two days later he said no.", date(2010, 1, 8), 0),
        ("In January prices rose.", date(2010, 1, 8), 0),
    ],
)
def test_what_the_claims_wording_allows(text: str, published: date, gap: int) -> None:
    clues = [jsonld(published), byline(published)]
    found = claim_differs(Claim(text, ()), "en", GIVEN, clues)
    assert (found.gap if found else 0) == gap


def test_one_clue_is_not_held_against_a_claim() -> None:
    claim = Claim("As he said in January: we need it.", ())
    assert claim_differs(claim, "en", GIVEN, [jsonld(date(2015, 1, 8))]) is None
    assert claim_differs(claim, "en", GIVEN, [jsonld(date(2015, 1, 8)), byline(DAY)]) is None
