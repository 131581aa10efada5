# ruff: noqa: E501 - a page stays in one piece
"""News whose headline sounds like a message of the site, messages that look like a site's page, and what a
made-up address tells of both."""

import pytest
from tests.unit.classify.making import answered, capture, facts, hop, outcome
from tests.unit.classify.test_tempting_pages import BAR, MENU

from citecheck.classify import ObserveContext, ProbeSays, observe, should_probe
from citecheck.model import LinkState, PageFacts

S = LinkState
HONEST, SAME, EVERYWHERE = (
    ObserveContext(probe=said) for said in (ProbeSays.HONEST, ProbeSays.SAME, ProbeSays.EVERYWHERE)
)
URL = "https://radio.example/2024/06/ferry-timetable-for-the-islands"
SHORT = (
    "Divers went down for the third time on Thursday, eleven days after the boat was last seen off the cape.",
    "The search goes on as long as the weather holds, the harbour master told Radio Quay in the evening.",
)


def news(title: str, lines: tuple[str, ...] = SHORT, url: str = URL) -> PageFacts:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return facts(f"<title>{title} - Radio Quay</title><nav>{MENU}</nav><h1>{title}</h1>{text}{BAR}", url)


@pytest.mark.parametrize(
    "title",
    [
        "Nothing found",
        "Page Not Found",
        "404 Not Found",
        "Nichts gefunden",
        "We cannot find your page, says the harbour master",
    ],
)
def test_a_headline_alone_is_held_against_a_made_up_address(title: str) -> None:
    page = news(title)
    assert should_probe(answered(200, URL), page)
    assert observe(answered(200, URL), page, HONEST).state is S.ALIVE
    assert observe(answered(200, URL), page, SAME).state is S.SOFT_404


def test_what_its_text_says_too_needs_no_made_up_address() -> None:
    page = news("Page not found", ("Sorry, the page you are looking for does not exist.",))
    assert observe(answered(200, URL), page).state is S.SOFT_404
    assert not should_probe(answered(200, URL), page)
    assert observe(answered(200, URL), page, HONEST).state is S.SOFT_404


@pytest.mark.parametrize(
    "title",
    [
        "Le maire répond : « Page non trouvée »",
        "«Страница не найдена»: яхту ищут одиннадцатый день",
        "La web del puerto mostró «Página no encontrada» durante horas",
        "'We can't find that page': the boat's log is lost",
    ],
)
def test_quoted_words_are_no_message(title: str) -> None:
    assert observe(answered(200, URL), news(title)).state is S.ALIVE


@pytest.mark.parametrize("title", ["Page not found » Radio Quay", "Radio Quay « Page non trouvée"])
def test_a_single_mark_sets_the_name_of_a_site_off(title: str) -> None:
    page = facts(f"<title>{title}</title><h1>Page not found</h1><p>Sorry, this page does not exist.</p>", URL)
    assert observe(answered(200, URL), page).state is S.SOFT_404


@pytest.mark.parametrize("head", ["", '<meta property="og:type" content="article">'])
def test_a_page_withheld_here_may_have_a_menu_and_an_article_s_mark(head: str) -> None:
    title, line = "Dieser Inhalt ist in Ihrem Land nicht verfügbar", "Das hat rechtliche Gründe."
    page = facts(f"<title>{title}</title>{head}<nav>{MENU * 4}</nav><h1>{title}</h1><p>{line}</p>{BAR}", URL)
    assert observe(answered(200, URL), page).state is S.GEO_OR_LEGAL


def test_news_of_a_domain_is_no_offer() -> None:
    lines = (
        "The town's old domain is for sale since Monday, for more than the council wants to pay for it.",
        *SHORT,
    )
    assert observe(answered(200, URL), news("This domain is for sale", lines)).state is S.ALIVE
    offer = facts(
        "<title>This domain is for sale</title><h1>radio.example</h1><p>The domain radio.example is for sale.</p>",
        URL,
    )
    assert observe(answered(200, URL), offer).state is S.PARKED


@pytest.mark.parametrize(
    ("cited", "target", "state"),
    [
        (
            "https://trust.example/report2023",
            "https://report2023.trust.example/",
            {S.MOVED, S.MOVED_UNVERIFIED},
        ),
        (
            "https://lab.example/projects/harbourmap/",
            "https://www.harbour-map.example/",
            {S.MOVED, S.MOVED_UNVERIFIED},
        ),
        ("https://trust.example/2019/10/report-of-the-year", "https://www.other.example/", {S.REDIRECT_HOME}),
    ],
)
def test_a_page_may_get_a_site_of_its_own(cited: str, target: str, state: set[LinkState]) -> None:
    wire = outcome(hop(cited, 301, [("Location", target)]), hop(target, 200))
    page = facts(f"<title>Estuary</title><nav>{MENU}</nav><h1>Estuary</h1><p>{'  '.join(SHORT)}</p>", target)
    assert observe(capture(wire), page).state in state


TEASERS = "".join(
    f"<h2><a href=/n/{n}>Story number {n} of the day</a></h2><p>What story number {n} tells in a sentence that is long "
    "enough to be taken for a paragraph of running text by whoever counts.</p>"
    for n in range(6)
)
LOST = f"<title>Well, this is awkward - The Ferry Post</title><nav>{MENU}</nav><h1>Well, this is awkward</h1>{TEASERS}{BAR}"


def test_stories_under_a_404_are_not_the_article() -> None:
    assert observe(answered(404, URL), facts(LOST, URL)).state is S.NOT_FOUND


def test_stories_under_a_joke_do_not_hide_that_it_stands_everywhere() -> None:
    page = facts(LOST, URL)
    assert should_probe(answered(200, URL), page), "the site's name is no word of the cited address"
    assert observe(answered(200, URL), page, SAME).state is S.SOFT_404
    assert observe(answered(200, URL), page, HONEST).state is S.ALIVE


def test_a_front_page_at_every_address_is_no_gate() -> None:
    menu = "".join(f"<a href=/section/{n}>Section {n}</a> " for n in range(24))
    page = facts(f"<title>The Ferry Post</title><nav>{menu}</nav><h1>The Ferry Post</h1>{TEASERS}", URL)
    assert observe(answered(200, URL), page, EVERYWHERE).state is S.SOFT_404
    notice = facts("<title>A moment</title><h1>A moment</h1><p>The connection is prepared.</p>", URL)
    assert observe(answered(200, URL), notice, EVERYWHERE).state is S.BLOCKED_BOT
