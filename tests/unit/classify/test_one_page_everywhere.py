"""One page at every address, and what else only the answer to a made-up address tells."""

from dataclasses import replace

import pytest
from tests.unit.classify.making import PLAIN, URL, answered, facts, hop, outcome

from citecheck.classify import ObserveContext, observe, should_probe
from citecheck.classify.probe import ProbeSays, probe_says
from citecheck.model import LinkClass, LinkState

EVERYWHERE = ObserveContext(probe=ProbeSays.EVERYWHERE)
DEEP = "https://paper.example/news/99123"
TEASERS = "".join(f"<h2>Story {n}</h2><p>{PLAIN} {n}</p>" for n in range(40))
HEAD = '<title>The Quay Courier | News</title><meta property="og:site_name" content="The Quay Courier">'
MENU = "<nav>" + "".join(f'<a href="/{n}">Part {n}</a>' for n in range(30)) + "</nav>"
TRASH = "Best online casino bonus 2024 - slot gacor maxwin"


@pytest.mark.parametrize("url", [URL, DEEP])
@pytest.mark.parametrize(
    "head",
    [HEAD, '<title>Home</title><link rel="canonical" href="https://paper.example/">'],
    ids=["titled as the site", "says it is the front page"],
)
def test_a_long_front_page_at_a_deep_address_is_held_against_a_made_up_one(url: str, head: str) -> None:
    page = facts(head + TEASERS, url)
    assert page.running_length > 3_000
    assert should_probe(answered(200, url), page)
    assert observe(answered(200, url), page, EVERYWHERE).state is LinkState.SOFT_404
    honest = ObserveContext(probe=ProbeSays.HONEST)
    assert observe(answered(200, url), page, honest).state is LinkState.ALIVE


def test_a_long_page_with_a_headline_of_its_own_is_asked_nothing() -> None:
    page = facts(f"{HEAD}<h1>Harbour town plants ten thousand trees</h1>{TEASERS}", DEEP)
    assert not should_probe(answered(200, DEEP), page)


def test_a_front_page_with_other_news_on_it_is_the_same_page() -> None:
    head = '<title>Courier</title><link rel="canonical" href="https://paper.example/">'
    one = facts(head + TEASERS, URL)
    news = " ".join(reversed(PLAIN.split()))
    mixed = "".join(f"<h2>Story {n}</h2><p>{news} {n}</p>" for n in range(40))
    other = facts(head + mixed, "https://paper.example/2019/10/bcdfgh")
    assert one.visible_start != other.visible_start
    assert probe_says(one, outcome(hop(other.url, 200)), other) is ProbeSays.SAME
    unnamed = replace(other, canonical=None)
    assert probe_says(one, outcome(hop(other.url, 200)), unnamed) is not ProbeSays.SAME


def test_a_site_that_marks_every_page_as_an_article_is_asked_all_the_same() -> None:
    typed = '<meta property="og:type" content="article"><title>Sorry</title><h1>Sorry</h1><p>Not so.</p>'
    assert should_probe(answered(200, URL), facts(typed))
    dated = '<meta property="article:published_time" content="2019-10-20">'
    assert not should_probe(answered(200, URL), facts(typed + dated))


def test_search_words_in_the_title_of_a_page_marked_as_an_article() -> None:
    page = facts(
        f'<meta property="article:published_time" content="2024-01-01"><title>{TRASH}</title>{PLAIN}'
    )
    assert observe(answered(), page).state is LinkState.ALIVE, "it may be about them"
    assert should_probe(answered(), page)
    assert observe(answered(), page, EVERYWHERE).state is LinkState.HIJACKED


@pytest.mark.parametrize(
    ("markup", "state"),
    [
        (
            f"<title>Login required - Wiki</title>{MENU}<p>Please log in to view other pages.</p>",
            LinkState.LOGIN_REQUIRED,
        ),
        (
            "<title>Club</title><p>For members only. Log in or sign up to see it.</p>",
            LinkState.LOGIN_REQUIRED,
        ),
        (
            "<h1>Bienvenue</h1><p>Nous et nos 128 partenaires.</p><p>Accepter et continuer</p>",
            LinkState.CONSENT_WALL,
        ),
        (
            "<p>Fatal error: Uncaught Error: Call to undefined function x() in /var/www/x.php:3</p>",
            LinkState.SERVER_ERROR,
        ),
        (
            "<title>Sajt je u izradi</title><p>Sajt je trenutno u fazi održavanja. Pokušajte kasnije.</p>",
            LinkState.SERVER_ERROR,
        ),
    ],
    ids=["wiki", "club", "consent", "broken program", "maintenance"],
)
def test_what_stands_before_the_whole_site_is_named(markup: str, state: LinkState) -> None:
    assert observe(answered(200, URL), facts(markup), EVERYWHERE).state is state


def test_sign_in_that_asks_for_a_mail_address_first() -> None:
    heading = "<title>Zaloguj się, aby czytać dalej</title><h1>Zaloguj się, aby czytać dalej</h1>"
    page = facts(heading + MENU + '<form><input type="email" name="email"></form><p>Podaj adres e-mail.</p>')
    assert observe(answered(), page).state is LinkState.LOGIN_REQUIRED
    newsletter = facts(f'<h1>Harbour news</h1>{MENU}<form><input type="email" name="email"></form>')
    assert observe(answered(), newsletter).state is LinkState.ALIVE


def test_a_refresh_to_the_new_address_is_no_missing_page() -> None:
    page = facts(
        '<meta http-equiv="refresh" content="0; url=/new/sea-wall.html"><title>Moved</title>'
        "<p>This page has moved.</p>"
    )
    assert observe(answered(), page).link_class is LinkClass.ALIVE


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Not available in your country", LinkState.GEO_OR_LEGAL),
        ("Not available in your country: geo-blocking explained", LinkState.ALIVE),
        ("Service unavailable in EU-West", LinkState.ALIVE),
        ("Service unavailable in the EU", LinkState.GEO_OR_LEGAL),
    ],
)
def test_a_heading_that_tells_of_regions_withholds_nothing(heading: str, state: LinkState) -> None:
    page = facts(f"<title>{heading}</title><h1>{heading}</h1>{MENU}" + f"<p>{PLAIN}</p>" * 9)
    assert observe(answered(), page).state is state


def test_a_forum_that_asks_for_an_account_before_a_topic() -> None:
    url = "https://talk.example/viewtopic.php?t=5512"
    form = f"{MENU}<form><input name=u><input type=password name=p></form>"
    locked = "<p>You must be registered and logged in to view this topic.</p>"
    page = facts(f"<title>Information - Talk</title>{form}<h1>Information</h1>{locked}", url)
    assert observe(answered(200, url), page).state is LinkState.LOGIN_REQUIRED
    answer = "<p>You must be logged in to reply to this topic.</p>"
    page = facts(f"<title>Boats - Talk</title>{form}<h1>Boats</h1><p>Mine is red.</p>{answer}", url)
    assert observe(answered(200, url), page).state is LinkState.ALIVE


def test_a_notice_of_sale_at_every_address_is_enough() -> None:
    page = facts("<title>Start</title><p>该域名正在出售</p>")
    assert observe(answered(), page, EVERYWHERE).state is LinkState.PARKED
    assert observe(answered(), page).state is not LinkState.PARKED
