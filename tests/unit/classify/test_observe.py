"""The decision table where the zoo does not reach: contexts, orders of rules, reasons."""

from dataclasses import replace

import pytest
from tests.badweb.zoo_pages import PARAGRAPHS, TITLE, article, message
from tests.unit.classify.making import URL, answered, capture, facts, failed, hop, outcome

from citecheck.adapters import codec
from citecheck.classify import RULES, Baseline, ObserveContext, observe, reference_rows, schedule_rows
from citecheck.model import (
    FailureKind,
    FetchFailure,
    FetchOutcome,
    LinkClass,
    LinkState,
    PageFacts,
    Publisher,
    Tls,
)

S = LinkState
ARTICLE = facts(article().decode())
FRONT = facts("<title>The Quay Courier</title>" + "<h2>News of the day</h2>" * 20, "https://paper.example/")
UNVERIFIED = Tls("TLSv1.3", "X", None, False, "the certificate has expired")


def redirected(*steps: tuple[str, int]) -> FetchOutcome:
    return outcome(*(hop(url, status) for url, status in steps))


def state_of(wire: FetchOutcome, page: PageFacts | None, context: ObserveContext | None = None) -> LinkState:
    return observe(capture(wire), page, context).state


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (FailureKind.DNS_NXDOMAIN, S.DNS_GONE),
        (FailureKind.DNS_NO_ADDRESS, S.DNS_GONE),
        (FailureKind.DNS_SERVFAIL, S.DNS_TRANSIENT),
        (FailureKind.DNS_TIMEOUT, S.DNS_TRANSIENT),
        (FailureKind.REFUSED, S.REFUSED),
        (FailureKind.UNREACHABLE, S.REFUSED),
        (FailureKind.CONNECT_TIMEOUT, S.TIMEOUT),
        (FailureKind.READ_TIMEOUT, S.TIMEOUT),
        (FailureKind.DEADLINE, S.TIMEOUT),
        (FailureKind.RESET, S.RESET),
        (FailureKind.TLS, S.TLS_FAILED),
        (FailureKind.EMPTY_REPLY, S.EMPTY_REPLY),
        (FailureKind.GARBAGE, S.GARBAGE),
        (FailureKind.TRUNCATED, S.TRUNCATED),
        (FailureKind.TOO_LARGE, S.TOO_LARGE),
        (FailureKind.LOOP, S.LOOP),
        (FailureKind.UNSAFE_TARGET, S.UNSAFE_TARGET),
        (FailureKind.ROBOTS, S.ROBOTS_DISALLOWED),
        (FailureKind.ROBOTS_UNREADABLE, S.NOT_CHECKED),
        (FailureKind.BAD_URL, S.BAD_URL),
        (FailureKind.OFFLINE, S.NOT_CHECKED),
    ],
)
def test_every_failure_has_its_state(kind: FailureKind, state: LinkState) -> None:
    found = observe(failed(kind), None)
    assert found.state is state
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("kind", "rule", "reason"),
    [
        (FailureKind.DNS_NXDOMAIN, "dns-gone", "The name paper.example does not exist."),
        (FailureKind.DNS_NO_ADDRESS, "dns-no-address", "The name paper.example has no address."),
    ],
)
def test_a_name_that_is_gone_and_one_without_address_are_told_apart(
    kind: FailureKind, rule: str, reason: str
) -> None:
    found = observe(failed(kind), None)
    assert (found.state, found.link_class, found.rule) == (S.DNS_GONE, LinkClass.GONE, rule)
    assert found.reason == reason


@pytest.mark.parametrize(
    ("location", "host"),
    [
        ("https://old-name.example/x", "old-name.example"),
        ("//old-name.example/x", "old-name.example"),
        ("/x", "paper.example"),
        ("http://[x", "paper.example"),
    ],
)
def test_the_name_that_failed_is_the_one_that_the_redirect_led_to(location: str, host: str) -> None:
    wire = outcome(hop(URL, 302, [("Location", location)]), failure=FailureKind.DNS_NXDOMAIN)
    assert observe(capture(wire), None).reason == f"The name {host} does not exist."


def test_a_host_that_fails_on_robots_is_not_one_that_says_no() -> None:
    said = FetchFailure(FailureKind.ROBOTS_UNREADABLE, "robots.txt could not be read (status 503)")
    wire = replace(outcome(hop("https://paper.example/robots.txt", 503)), url=URL, failure=said)
    found = observe(capture(wire), None)
    assert (found.state, found.link_class) == (S.NOT_CHECKED, LinkClass.POLICY)
    assert found.reason == (
        "Not checked, because robots.txt could not be read (status 503), so we may not fetch the page now."
    )


def test_what_was_put_on_record_as_a_name_that_does_not_exist_is_still_read() -> None:
    """Before names without an address had a word of their own, both were put on record as this."""
    text = codec.dumps(failed(FailureKind.DNS_NXDOMAIN).outcome)
    assert '"dns_nxdomain"' in text
    wire = codec.loads(FetchOutcome, text)
    assert observe(capture(wire), None).state is S.DNS_GONE
    newer = codec.loads(FetchOutcome, text.replace("dns_nxdomain", "dns_no_address"))
    assert observe(capture(newer), None).rule == "dns-no-address"


def test_every_failure_is_covered() -> None:
    for kind in FailureKind:
        assert observe(failed(kind), None).rule not in {"alive", "other-status", "no-answer"}


def test_every_status_gives_some_state() -> None:
    for status in range(100, 1000):
        assert observe(answered(status), None).reason


def test_an_expired_certificate_is_a_warning_on_what_is_there() -> None:
    wire = outcome(hop(URL, 200, tls=UNVERIFIED))
    found = observe(capture(wire), ARTICLE)
    assert (found.state, found.link_class) == (S.TLS_INVALID, LinkClass.ALIVE)
    assert "expired" in found.reason
    assert state_of(outcome(hop(URL, 404, tls=UNVERIFIED)), facts("<h1>Not found</h1>")) is S.NOT_FOUND


def test_our_own_304_is_alive() -> None:
    assert observe(answered(304), None, ObserveContext(conditional=True)).state is S.ALIVE
    assert observe(answered(304), None).state is S.HTTP_OTHER


def test_moved_is_proven_by_slug_or_id_or_baseline() -> None:
    same_slug = "https://paper.example/archive/harbour-town-plants-ten-thousand-trees"
    assert state_of(redirected((URL, 301), (same_slug, 200)), ARTICLE) is S.MOVED
    by_id = redirected(
        ("https://a.example/x/551234567", 308), ("https://a.example/news/trees-551234567", 200)
    )
    assert state_of(by_id, facts("<h1>Trees</h1>")) is S.MOVED
    renamed = redirected((URL, 301), ("https://paper.example/n/8", 200))
    other = facts(f"<title>A wholly different headline</title>{PARAGRAPHS[0]}", "https://paper.example/n/8")
    assert state_of(renamed, other) is S.MOVED_UNVERIFIED
    assert state_of(renamed, ARTICLE, ObserveContext(baseline=Baseline(TITLE))) is S.MOVED
    assert state_of(renamed, other, ObserveContext(similarity=0.93)) is S.MOVED
    assert (
        state_of(renamed, other, ObserveContext(baseline=Baseline(TITLE), similarity=0.1))
        is S.MOVED_UNVERIFIED
    )


@pytest.mark.parametrize(
    ("cited", "final"),
    [
        ("http://paper.example/a/b-c-d", "https://www.paper.example/a/b-c-d/"),
        ("https://paper.example/A/Story.html?utm_source=x", "https://paper.example/a/story"),
        ("https://paper.example/", "https://paper.example/en/"),
        ("https://paper.example/index.html", "https://paper.example/"),
        ("https://m.paper.example/a/b", "https://www.paper.example/a/b"),
        ("https://doi.org/10.1000/182", "https://journal.example/articles/some-long-title"),
        ("https://bit.ly/3xYz", "https://paper.example/"),
        ("https://paper.example/news", "https://paper.example/news/"),
    ],
)
def test_tidy_redirects_are_alive(cited: str, final: str) -> None:
    assert state_of(redirected((cited, 301), (final, 200)), FRONT) is S.ALIVE


@pytest.mark.parametrize(
    ("cited", "final"),
    [
        ("https://paper.example/2019/story-of-trees", "https://paper.example/"),
        ("https://paper.example/article", "https://paper.example/"),
        ("https://paper.example/?p=1234", "https://paper.example/"),
        ("https://paper.example/x/y", "https://other.example/de-at/"),
        ("https://paper.example/x/story.html", "https://paper.example/home"),
        ("https://paper.example/x/story.html", "https://paper.example/en/news"),
        ("https://paper.example/x/story.html", "https://paper.example/category/politics"),
        ("https://paper.example/2019/10/05/a-b-c", "https://paper.example/2019/10/"),
        ("https://paper.example/city-desk/2019/10/trees-on-quays", "https://paper.example/city-desk/2019/"),
    ],
)
def test_homes(cited: str, final: str) -> None:
    assert state_of(redirected((cited, 302), (final, 200)), FRONT) is S.REDIRECT_HOME


@pytest.mark.parametrize(
    ("cited", "final"),
    [
        ("https://paper.example/news/", "https://paper.example/en/news/"),
        ("https://paper.example/wiki/Linden/edit", "https://paper.example/wiki/Linden"),
        ("https://paper.example/article/12345/print", "https://paper.example/article/12345"),
        ("https://paper.example/planting-the-quays/2", "https://paper.example/planting-the-quays"),
        ("https://paper.example/story/planting-trees", "https://paper.example/?p=551"),
    ],
)
def test_not_homes(cited: str, final: str) -> None:
    wire = redirected((cited, 302), (final, 200))
    assert observe(capture(wire), FRONT).link_class is LinkClass.ALIVE


def test_a_site_of_one_page_is_no_redirect_home() -> None:
    wire = redirected(("https://paper.example/about-us", 302), ("https://paper.example/", 200))
    assert state_of(wire, FRONT) is S.REDIRECT_HOME
    assert state_of(wire, FRONT, ObserveContext(similarity=0.95)) is not S.REDIRECT_HOME


def test_siblings_make_a_home_surer() -> None:
    wire = redirected((URL, 302), ("https://paper.example/", 200))
    context = ObserveContext(siblings=("https://paper.example/",))
    assert "other deep links" in observe(capture(wire), FRONT, context).reason


def test_a_challenge_comes_before_a_soft_404() -> None:
    both = facts("<title>Just a moment...</title><h1>Page not found</h1><p>The page does not exist.</p>")
    assert observe(answered(), both).state is S.BLOCKED_BOT


def test_a_login_comes_before_a_soft_404() -> None:
    both = facts("<title>Page not found</title><h1>Log in</h1><input type=password>")
    assert observe(answered(), both).state is S.LOGIN_REQUIRED


def test_a_soft_404_comes_before_a_move() -> None:
    wire = redirected((URL, 301), ("https://paper.example/else/where", 200))
    assert state_of(wire, facts("<title>Page not found</title><h1>Page not found</h1>")) is S.SOFT_404


SOFT = message("Page not found", "Page not found", "The page you requested does not exist.").decode()


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://paper.example/soft-404-en", S.SOFT_404),  # a name that speaks of it, and a page that is one
        ("https://paper.example/about-404s/2019/10/trees", S.SOFT_404),
        ("https://paper.example/handbook/status/404", S.ALIVE),  # named just so: only a probe can tell
        ("https://paper.example/essays/page-not-found", S.ALIVE),
    ],
)
def test_an_address_that_speaks_of_errors_may_hold_one(url: str, state: LinkState) -> None:
    assert state_of(outcome(hop(url, 200)), facts(SOFT, url)) is state


def test_an_article_about_errors_is_left_alone_wherever_it_stands() -> None:
    url = "https://paper.example/why-404-pages-matter"
    page = facts(article("Page not found", *PARAGRAPHS).decode(), url)
    assert state_of(outcome(hop(url, 200)), page) is S.ALIVE


def test_a_redirect_to_an_error_page_is_one_whatever_the_link_was_called() -> None:
    cited, final = "https://paper.example/redirect-to-404", "https://paper.example/errors/404.html"
    page = facts("<title>The Quay Courier</title><p>We looked everywhere.</p>", final)
    assert state_of(redirected((cited, 302), (final, 200)), page) is S.SOFT_404


def test_a_loop_through_a_sign_in_page_is_a_wall() -> None:
    wire = outcome(hop(URL, 302), hop("https://paper.example/login", 302), failure=FailureKind.LOOP)
    assert state_of(wire, facts("<p>Redirecting")) is S.LOGIN_REQUIRED
    assert state_of(wire, None) is S.LOGIN_REQUIRED


def test_another_owner_after_a_gap() -> None:
    context = ObserveContext(
        baseline=Baseline(TITLE, None, "en"), similarity=0.02, language="id", failed_before=True
    )
    other = facts("<h1>Resep masakan</h1>" + f"<p>{PARAGRAPHS[1]}</p>")
    assert observe(answered(), other, context).state is S.HIJACKED
    calm = ObserveContext(baseline=Baseline(TITLE, None, "en"), similarity=0.02, language="id")
    assert observe(answered(), other, calm).state is S.ALIVE


def test_a_publishers_hint_is_a_signal() -> None:
    publisher = Publisher("quay", "Quay Courier", ("paper.example",), soft_404=("washed ashore",))
    page = facts("<title>Quay</title><h1>This one has washed ashore</h1>")
    assert observe(answered(), page).state is S.ALIVE
    assert observe(answered(), page, ObserveContext(publisher=publisher)).state is S.SOFT_404


def test_rule_ids_are_unique_and_every_state_of_one_visit_is_given() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {rule.state for rule in RULES} == set(LinkState)


def test_the_reference_shows_every_row() -> None:
    rows = reference_rows().splitlines()
    assert len(rows) == len(RULES) + 2
    assert all(row.count(" | ") == 4 for row in rows[2:])
    assert len(schedule_rows().splitlines()) == len(LinkState) + 2
