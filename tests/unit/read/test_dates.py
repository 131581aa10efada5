from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from citecheck.errors import ConfigError
from citecheck.model import ClueFamily, ClueKind, DateConfidence, DateReading, Precision, Publisher
from citecheck.read.arbitrate import Weights, choose, date_weights
from citecheck.read.candidates import Vote, candidates
from citecheck.read.found import Found
from citecheck.read.page import parse_page
from citecheck.read.page_dates import date_reading, evidence_of, header_clue
from citecheck.read.stamps import Stamp

DatesOf = Callable[..., DateReading]
DAY = date(2019, 10, 22)
JSONLD = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'


def clue_days(reading: DateReading, kind: ClueKind) -> list[date]:
    return [clue.day for clue in reading.clues if clue.kind is kind]


@pytest.mark.parametrize(
    ("head", "body", "kind", "family"),
    [
        (JSONLD % '"datePublished": "2019-10-22"', "", ClueKind.JSONLD_PUBLISHED, ClueFamily.JSONLD),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["WebPage"], '
            '"datePublished": "2019-10-22T08:00:00Z"}]}</script>',
            "",
            ClueKind.JSONLD_PUBLISHED,
            ClueFamily.JSONLD,
        ),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2019-10-22",,}'
            "</script>",
            "",
            ClueKind.JSONLD_PUBLISHED,
            ClueFamily.JSONLD,
        ),
        (
            '<meta property="article:published_time" content="2019-10-22">',
            "",
            ClueKind.META_PUBLISHED,
            ClueFamily.META,
        ),
        ('<meta name="DC.date.issued" content="2019-10-22">', "", ClueKind.META_PUBLISHED, ClueFamily.META),
        ('<meta name="date" content="22.10.2019">', "", ClueKind.META_DATE, ClueFamily.META),
        (
            "",
            '<span itemprop="datePublished" content="2019-10-22">x</span>',
            ClueKind.MICRODATA,
            ClueFamily.META,
        ),
        (
            "",
            '<time class="published" datetime="2019-10-22">x</time>',
            ClueKind.TIME_PUBLISHED,
            ClueFamily.VISIBLE,
        ),
        ("", '<time datetime="2019-10-22">x</time>', ClueKind.TIME_ELEMENT, ClueFamily.VISIBLE),
        (
            "",
            '<div class="post-meta">By A. Writer, 22 October 2019</div>',
            ClueKind.BYLINE,
            ClueFamily.VISIBLE,
        ),
        ("", "<p>Published on October 22, 2019</p>", ClueKind.BYLINE, ClueFamily.VISIBLE),
    ],
)
def test_every_place_a_page_states_its_date_is_a_clue_and_decides_alone(
    head: str, body: str, kind: ClueKind, family: ClueFamily, dates_of: DatesOf
) -> None:
    reading = dates_of(head, body)
    clues = [clue for clue in reading.clues if clue.kind is kind]
    assert [clue.day for clue in clues] == [DAY]
    assert clues[0].family is family
    assert clues[0].where
    assert 0 < clues[0].reliability < 1
    assert reading.published == DAY
    assert reading.confidence is not None


def test_agreeing_clues_give_high_confidence_and_the_later_change_is_told(dates_of: DatesOf) -> None:
    stated = JSONLD % '"datePublished": "2019-10-22T08:00:00Z", "dateModified": "2019-11-02T09:30:00Z"'
    reading = dates_of(
        stated + '<meta property="article:published_time" content="2019-10-22T08:00:00Z">',
        '<time class="published" datetime="2019-10-22T08:00:00Z">22 October 2019</time>',
    )
    assert reading.published == DAY
    assert reading.confidence is DateConfidence.HIGH
    assert reading.modified == date(2019, 11, 2)
    assert "JSON-LD" in reading.reason
    assert [clue.kind for clue in reading.clues[:2]] == [ClueKind.JSONLD_PUBLISHED, ClueKind.META_PUBLISHED]


def test_the_date_of_a_comment_or_neighbour_is_neither_chosen_nor_a_byline(dates_of: DatesOf) -> None:
    reading = dates_of(
        '<meta property="article:published_time" content="2019-10-22">',
        '<p class=date>22 October 2019</p><section class="comments"><time datetime="2021-01-05">x</time>'
        '<div class="comment-meta date">5 January 2021</div></section>'
        '<aside class="related"><span class="date">7 March 2021</span></aside>',
    )
    assert reading.published == DAY
    assert date(2021, 1, 5) not in clue_days(reading, ClueKind.BYLINE)
    assert clue_days(reading, ClueKind.TIME_ELEMENT) == []


def test_a_byline_of_another_day_is_only_text(dates_of: DatesOf) -> None:
    reading = dates_of(
        JSONLD % '"datePublished": "2019-10-22"',
        "<p>Published 22 October 2019</p><p>Updated 1 December 2020</p>",
    )
    assert reading.published == DAY
    assert clue_days(reading, ClueKind.BYLINE) == [DAY]
    assert date(2020, 12, 1) in clue_days(reading, ClueKind.TEXT)


def test_the_address_decides_where_the_page_says_nothing(dates_of: DatesOf) -> None:
    reading = dates_of(url="https://news.example/2019/10/22/snow")
    assert reading.published == DAY
    assert clue_days(reading, ClueKind.URL_PATH) == [DAY]


def test_the_answer_without_an_address_is_the_same(dates_of: DatesOf) -> None:
    reading = dates_of('<meta property="article:published_time" content="2019-10-22">', url="")
    assert reading.published == DAY


def test_where_only_the_extractor_finds_a_day_it_is_its_clue(dates_of: DatesOf) -> None:
    reading = dates_of(vote=DAY)
    assert reading.published == DAY
    assert clue_days(reading, ClueKind.EXTRACTOR) == [DAY]
    assert reading.confidence is not DateConfidence.HIGH


def test_a_page_without_any_date_has_none_and_says_so(dates_of: DatesOf) -> None:
    reading = dates_of()
    assert (reading.published, reading.modified, reading.confidence) == (None, None, None)
    assert reading.reason


def test_a_publisher_s_own_selector_names_the_day_and_a_broken_one_is_told(article: str) -> None:
    page = parse_page(f'<h1>Snow</h1><b id="x9">22. 10. 2019.</b>{article}', "https://a.example/")
    publisher = Publisher(id="a", name="A", domains=("a.example",), date_selectors=("#x9",))
    found = [one for one in evidence_of(page, publisher).found if one.kind is ClueKind.TIME_PUBLISHED]
    assert [one.stamp.day for one in found] == [DAY]
    broken = Publisher(id="a", name="A", domains=("a.example",), date_selectors=("p[[",))
    with pytest.raises(ConfigError, match="date_selectors"):
        evidence_of(page, broken)


def test_the_last_modified_header_is_a_clue_that_chooses_nothing(nobody: Publisher, article: str) -> None:
    page = parse_page(f"<h1>Snow</h1>{article}", "https://a.example/")
    reading = date_reading(page, nobody, "Tue, 22 Oct 2019 13:17:00 GMT", lambda: Vote(None))
    assert reading.published is None
    assert [clue.kind for clue in reading.clues] == [ClueKind.HTTP_LAST_MODIFIED]
    assert reading.clues[0].value == datetime(2019, 10, 22, 13, 17, tzinfo=UTC)
    assert reading.clues[0].precision is Precision.INSTANT


@pytest.mark.parametrize("value", [None, "", "yesterday", "Tue, 99 Oct 2019 13:17:00 GMT"])
def test_a_header_that_is_no_date_is_no_clue(value: str | None) -> None:
    assert header_clue(value) is None


def found(kind: ClueKind, day: date) -> Found:
    return Found(kind, Stamp(day, day, Precision.DAY), "here")


def weights(**table: float) -> Weights:
    full = {"intercept": 0.0} | {name.replace("__", ":"): weight for name, weight in table.items()}
    return Weights(full, full, ask_below=1.0, high=2.0, medium=0.5, pages=frozenset(), out_of_fold={})


def refuse() -> Vote:
    raise AssertionError("the extractor was asked although there is no doubt")


def test_the_extractor_is_only_asked_in_doubt_and_tiers_follow_the_score() -> None:
    one = [found(ClueKind.META_PUBLISHED, DAY)]
    sure = choose(one, (), refuse, weights(kind__meta_published=3.0))
    assert sure is not None and sure.confidence is DateConfidence.HIGH
    assert 0.95 < sure.probability < 0.96
    asked: Iterator[Vote] = iter([Vote(None), Vote(date(2018, 1, 1))])
    unsure = choose(one, (), lambda: next(asked), weights(kind__meta_published=0.6))
    assert unsure is not None and unsure.confidence is DateConfidence.MEDIUM
    swayed = choose(one, (), lambda: next(asked), weights(kind__meta_published=-1.0, vote=0.2))
    assert swayed is not None and swayed.day == date(2018, 1, 1)
    assert swayed.confidence is DateConfidence.LOW
    assert next(asked, None) is None


def test_the_features_say_how_days_stand_to_one_another() -> None:
    pool = candidates(
        [
            found(ClueKind.JSONLD_PUBLISHED, DAY),
            found(ClueKind.META_PUBLISHED, DAY),
            found(ClueKind.JSONLD_MODIFIED, date(2019, 11, 2)),
            found(ClueKind.TEXT, date(2001, 1, 1)),
        ],
        (),
        None,
    )
    earliest, chosen, modified = pool
    assert {"published:2", "groups:2", "kind:meta_published", "stated-earliest"} <= chosen.features
    assert "long-before-published" in earliest.features
    assert {"modified-only", "after-published", "stated-latest"} <= modified.features
    assert not any(name.startswith("vote") for one in pool for name in one.features)


def test_shipped_weights_say_what_they_were_fitted_on() -> None:
    shipped = date_weights()
    assert len(shipped.pages) > 100
    assert shipped.medium < shipped.high
    assert shipped.alone["kind:text"] < shipped.alone["kind:meta_published"]
