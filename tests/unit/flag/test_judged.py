from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from citecheck.flag import FlagInput, judge_flags
from citecheck.model import (
    Backend,
    CaptureId,
    Citation,
    ClueFamily,
    ClueKind,
    DateCheckResult,
    DateClue,
    DateReading,
    DateWindow,
    Document,
    Drift,
    Evidence,
    FactCheck,
    FactKind,
    FactResult,
    FlagCode,
    LinkClass,
    LinkState,
    LinkStatus,
    Precision,
    Publication,
    PublishedHow,
    Publisher,
    Severity,
    Span,
    Verdict,
    VerdictLabel,
)

NOBODY = Publisher(id="default", name="", domains=())
GIVEN = Publication(PublishedHow.GIVEN, DateWindow(date(2019, 10, 31), date(2019, 10, 31)), "--published")
ALIVE = LinkStatus(
    LinkState.ALIVE, LinkClass.ALIVE, False, Drift.UNKNOWN, None, "the page answers", "R1", 200, None, (), 0,
    None, None, None,
)  # fmt: skip
NO_DATES = DateReading(())
URL = "https://example.org/story"
Given = Callable[..., FlagInput]


@pytest.fixture
def given(document: Callable[..., Document], citation: Callable[..., Citation], today: date) -> Given:
    def make(url: str = URL, claim: str = "It rained.", inferred: bool = False) -> FlagInput:
        cited = citation(url, claim, inferred)
        return FlagInput(document(GIVEN), cited, NOBODY, ALIVE, NO_DATES, None, today)

    return make


def link(state: LinkState, link_class: LinkClass, **changes: object) -> LinkStatus:
    return replace(ALIVE, state=state, link_class=link_class, reason="this is why", **changes)  # type: ignore[arg-type]


def page(*values: tuple[ClueKind, ClueFamily, date]) -> DateReading:
    return DateReading(
        tuple(DateClue(kind, family, value, Precision.DAY, "there", 0.9) for kind, family, value in values)
    )


def published(day: date) -> DateReading:
    return page(
        (ClueKind.JSONLD_PUBLISHED, ClueFamily.JSONLD, day), (ClueKind.BYLINE, ClueFamily.VISIBLE, day)
    )


def verdict(label: VerdictLabel, *facts: FactCheck) -> Verdict:
    evidence = (Evidence("It shone.", "", "", CaptureId("k0"), Span(0, 9), 0.9),)
    return Verdict(label, 0.1, "The page does not say it.", evidence, (), facts, Backend("b", "1"))


def codes(given: FlagInput) -> dict[FlagCode, Severity]:
    flags, _ = judge_flags(given)
    return {flag.code: flag.severity for flag in flags}


@pytest.mark.parametrize(
    ("state", "link_class", "code"),
    [
        (LinkState.GONE, LinkClass.GONE, FlagCode.LINK_GONE),
        (LinkState.NOT_FOUND, LinkClass.GONE, FlagCode.LINK_NOT_FOUND),
        (LinkState.SOFT_404, LinkClass.GONE, FlagCode.LINK_SOFT_404),
        (LinkState.REDIRECT_HOME, LinkClass.GONE, FlagCode.LINK_REDIRECT_HOME),
        (LinkState.DNS_GONE, LinkClass.GONE, FlagCode.LINK_DNS_GONE),
        (LinkState.PARKED, LinkClass.GONE, FlagCode.LINK_PARKED),
        (LinkState.HIJACKED, LinkClass.GONE, FlagCode.LINK_HIJACKED),
        (LinkState.MOVED, LinkClass.ALIVE, FlagCode.LINK_MOVED),
        (LinkState.MOVED_UNVERIFIED, LinkClass.ALIVE, FlagCode.LINK_MOVED),
        (LinkState.TLS_INVALID, LinkClass.ALIVE, FlagCode.LINK_TLS_INVALID),
        (LinkState.BLOCKED_BOT, LinkClass.WALLED, FlagCode.SOURCE_WALLED),
        (LinkState.PAYWALLED, LinkClass.WALLED, FlagCode.SOURCE_WALLED),
        (LinkState.CORRUPT, LinkClass.TRANSIENT, FlagCode.SOURCE_UNREADABLE),
        (LinkState.UNSUPPORTED_TYPE, LinkClass.POLICY, FlagCode.SOURCE_UNREADABLE),
        (LinkState.BAD_URL, LinkClass.POLICY, FlagCode.LINK_BAD_URL),
    ],
)
def test_each_state_has_its_flag(
    given: Given, state: LinkState, link_class: LinkClass, code: FlagCode
) -> None:
    assert codes(replace(given(), link=link(state, link_class))) == {code: code.severity}


@pytest.mark.parametrize(
    ("state", "link_class"),
    [
        (LinkState.ALIVE, LinkClass.ALIVE),
        (LinkState.PAYWALLED, LinkClass.ALIVE),
        (LinkState.TIMEOUT, LinkClass.TRANSIENT),
        (LinkState.SERVER_ERROR, LinkClass.TRANSIENT),
        (LinkState.NOT_CHECKED, LinkClass.POLICY),
        (LinkState.ROBOTS_DISALLOWED, LinkClass.POLICY),
        (LinkState.HTTP_OTHER, LinkClass.UNKNOWN),
    ],
)
def test_states_that_accuse_nobody(given: Given, state: LinkState, link_class: LinkClass) -> None:
    assert codes(replace(given(), link=link(state, link_class))) == {}


def test_dead_says_since_when_and_a_parked_name_stays_parked(given: Given) -> None:
    since = datetime(2026, 1, 2, tzinfo=UTC)
    dead = link(LinkState.NOT_FOUND, LinkClass.GONE, dead=True, strikes=3, first_failed_at=since)
    (flag,), _ = judge_flags(replace(given(), link=dead))
    assert flag.code is FlagCode.LINK_DEAD
    assert "3 times since 2026-01-02" in flag.reason
    parked = link(LinkState.PARKED, LinkClass.GONE, dead=True)
    assert codes(replace(given(), link=parked)) == {FlagCode.LINK_PARKED: Severity.HIGH}


def test_drift_is_a_flag_of_its_own(given: Given) -> None:
    changed = replace(ALIVE, drift=Drift.CHANGED, similarity=0.5)
    replaced = replace(ALIVE, drift=Drift.REPLACED, similarity=0.1)
    assert codes(replace(given(), link=changed)) == {FlagCode.LINK_CHANGED: Severity.LOW}
    (flag,), _ = judge_flags(replace(given(), link=replaced))
    assert (flag.code, flag.severity) == (FlagCode.LINK_REPLACED, Severity.HIGH)
    assert "10%" in flag.reason
    once = replace(replaced, drift_stays=False)
    (flag,), _ = judge_flags(replace(given(), link=once))
    assert (flag.code, flag.severity) == (FlagCode.LINK_CHANGED, Severity.LOW)
    assert "before it is called replaced" in flag.reason


@pytest.mark.parametrize(
    ("url", "mistaken"),
    [
        ("https://[broken", True),
        ("htps://example.org/a", True),
        ("https//example.org/a", True),
        ("example.org:8080/a", True),
        ("mailto:ana@example.org", False),
        ("doi:10.1000/182", False),
        ("tel:+3811112345", False),
        ("ftp://example.org/a", False),
    ],
)
def test_a_mistaken_address_is_a_flag_and_another_kind_of_address_is_none(
    given: Given, url: str, mistaken: bool
) -> None:
    one = given()
    bad = replace(
        one, link=link(LinkState.BAD_URL, LinkClass.POLICY), citation=replace(one.citation, url=url)
    )
    assert (FlagCode.LINK_BAD_URL in codes(bad)) is mistaken


def test_a_host_that_asks_us_to_slow_down_is_told_of_when_it_lasts(given: Given) -> None:
    slow = link(LinkState.RATE_LIMITED, LinkClass.WALLED)
    assert codes(replace(given(), link=slow)) == {FlagCode.SOURCE_WALLED: Severity.LOW}
    assert codes(replace(given(), link=replace(slow, passing=True))) == {}


def test_flags_of_the_link_follow_a_persons_word(given: Given) -> None:
    gone = link(LinkState.NOT_FOUND, LinkClass.GONE)
    assert codes(replace(given(), link=gone, shown=ALIVE, readable=False)) == {}
    dead = replace(gone, dead=True)
    assert codes(replace(given(), link=ALIVE, shown=dead)) == {FlagCode.LINK_DEAD: Severity.HIGH}


def test_a_page_without_text_is_unreadable(given: Given) -> None:
    assert codes(replace(given(), readable=False)) == {FlagCode.SOURCE_UNREADABLE: Severity.LOW}


def test_a_picture_need_not_be_read_where_nothing_is_claimed_of_it(given: Given) -> None:
    picture = link(LinkState.UNSUPPORTED_TYPE, LinkClass.POLICY)
    assert codes(replace(given(claim=""), link=picture, readable=False)) == {}
    gone = link(LinkState.NOT_FOUND, LinkClass.GONE)
    assert codes(replace(given(claim=""), link=gone, readable=False)) == {
        FlagCode.LINK_NOT_FOUND: Severity.MEDIUM
    }
    assert FlagCode.SOURCE_UNREADABLE in codes(replace(given(), link=picture, readable=False))


@pytest.mark.parametrize(
    ("label", "code"),
    [
        (VerdictLabel.CONTRADICTED, FlagCode.CLAIM_CONTRADICTED),
        (VerdictLabel.NOT_SUPPORTED, FlagCode.CLAIM_NOT_SUPPORTED),
        (VerdictLabel.PARTIALLY_SUPPORTED, FlagCode.CLAIM_PARTIALLY_SUPPORTED),
    ],
)
def test_verdicts_flag_and_a_guessed_pairing_is_never_judged_harshly(
    given: Given, label: VerdictLabel, code: FlagCode
) -> None:
    assert codes(replace(given(), verdict=verdict(label))) == {code: code.severity}
    (flag,), _ = judge_flags(replace(given(inferred=True), verdict=verdict(label)))
    assert flag.severity is Severity.LOW
    assert "guess (40% sure)" in flag.reason


def test_verdicts_without_a_flag(given: Given) -> None:
    assert codes(replace(given(), verdict=verdict(VerdictLabel.SUPPORTED))) == {}
    assert codes(replace(given(), verdict=verdict(VerdictLabel.CANNOT_TELL))) == {}
    gone = link(LinkState.SOFT_404, LinkClass.GONE)
    off_page = replace(given(), link=gone, verdict=verdict(VerdictLabel.NOT_SUPPORTED))
    assert codes(off_page) == {FlagCode.LINK_SOFT_404: Severity.MEDIUM}


def test_a_missing_quote_is_named(given: Given) -> None:
    quote = FactCheck(FactKind.QUOTE, "We need rain", FactResult.MISSING, "not found")
    number = FactCheck(FactKind.NUMBER, "12", FactResult.MISSING, "not found")
    (flag,), _ = judge_flags(replace(given(), verdict=verdict(VerdictLabel.SUPPORTED, quote, number)))
    assert flag.code is FlagCode.QUOTE_NOT_FOUND
    assert "We need rain" in flag.reason


def test_dates_that_fit_are_told(given: Given) -> None:
    flags, check = judge_flags(replace(given(), dates=published(date(2019, 10, 22))))
    assert flags == ()
    assert check.result is DateCheckResult.OK
    assert "22 October 2019" in check.reason
    assert "31 October 2019" in check.reason


def test_too_little_to_tell(given: Given) -> None:
    assert judge_flags(given())[1].result is DateCheckResult.UNKNOWN
    undated = replace(given(), document=replace(given().document, publication=None))
    _, check = judge_flags(replace(undated, dates=published(date(2019, 10, 22))))
    assert check.result is DateCheckResult.UNKNOWN


def test_a_source_after_the_article(given: Given) -> None:
    flags, check = judge_flags(replace(given(), dates=published(date(2020, 3, 1))))
    assert [flag.code for flag in flags] == [FlagCode.DATE_SOURCE_AFTER_DOCUMENT]
    assert check.result is DateCheckResult.MISMATCH
    assert "its JSON-LD (1 March 2020) and the date on the page (1 March 2020)" in flags[0].reason


def test_address_and_page_in_conflict(given: Given) -> None:
    both = replace(given("https://example.org/2026/04/05/x"), dates=published(date(2019, 10, 24)))
    assert list(codes(both)) == [FlagCode.DATE_URL_AFTER_DOCUMENT, FlagCode.DATE_URL_PAGE_CONFLICT]


def test_the_claims_date_unless_the_pairing_is_a_guess(given: Given) -> None:
    claim = "As he said in January: we need it."
    old = replace(given(claim=claim), dates=published(date(2017, 5, 5)))
    (flag,), _ = judge_flags(old)
    assert flag.code is FlagCode.DATE_CLAIM_DIFFERS
    assert '"in January" (1 January 2019 to 31 January 2019)' in flag.reason
    assert "older" in flag.reason
    assert codes(replace(given(claim=claim, inferred=True), dates=published(date(2017, 5, 5)))) == {}


def test_dates_of_a_page_that_is_not_the_cited_one_count_for_nothing(given: Given) -> None:
    late = replace(given(), dates=published(date(2020, 3, 1)))
    for status in (link(LinkState.SOFT_404, LinkClass.GONE), replace(ALIVE, drift=Drift.REPLACED)):
        assert not any(code.startswith("date_") for code in codes(replace(late, link=status)))


def test_a_page_changed_after_it_was_cited(given: Given) -> None:
    dates = page((ClueKind.JSONLD_MODIFIED, ClueFamily.JSONLD, date(2020, 3, 1)))
    drifted = replace(given(), dates=dates, link=replace(ALIVE, drift=Drift.CHANGED, similarity=0.6))
    assert FlagCode.SOURCE_CHANGED_AFTER_CITATION in codes(drifted)
    assert codes(replace(given(), dates=dates)) == {}


def test_flags_that_need_no_fetch_are_kept_and_the_worst_comes_first(given: Given) -> None:
    url = "http://example.org/2026/04/05/x?fbclid=1"
    flags, _ = judge_flags(replace(given(url), link=link(LinkState.NOT_FOUND, LinkClass.GONE)))
    assert [flag.code for flag in flags] == [
        FlagCode.DATE_URL_AFTER_DOCUMENT,
        FlagCode.LINK_NOT_FOUND,
        FlagCode.LINK_TRACKING,
        FlagCode.LINK_HTTP_ONLY,
    ]
