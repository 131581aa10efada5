"""What other pages of a host show too is not the page's own: notices are told in the midst of any site."""

from dataclasses import replace

import pytest
from tests.unit.classify.making import PLAIN, answered, facts

from citecheck.classify import ObserveContext, ProbeSays, observe, should_probe
from citecheck.model import LinkClass, LinkState, Observation, PageFacts

URL = "https://portal.example/region/88210"
CARDS = "".join(
    f'<div class="card"><a href="/c/{n}"><h4>Headline {n} of the day</h4></a>'
    f"<p>{n} boats came in before noon, and the harbour master wrote down each of them by name…</p></div>"
    for n in range(11)
)
MENU = "<div>" + "".join(f'<span><a href="/m/{n}">Quarter {n}</a></span>' for n in range(60)) + "</div>"
LEGAL = "<p>All rights reserved. Whatever was removed at the wish of others is no longer available here.</p>"
FORM = '<div class="modal"><form><input name="user"><input type="password" name="word"></form></div>'


def portal(heading: str, said: str, *, form: str = FORM, level: str = "h1") -> PageFacts:
    """A large page of a newsroom: what it says itself stands between all the rest."""
    own = f"<div><{level}>{heading}</{level}>{said}</div>"
    return facts(f"<title>{heading} | Portal</title>{MENU}{form}{own}{CARDS}{LEGAL}", URL)


MISSING = portal("Page not found", "<p>There is nothing at this address.</p>")
FRONT = portal("Portal", "<p>Good morning.</p>")
ASKED = ObserveContext(probe=ProbeSays.HONEST, beside=(MISSING,))
ANYWHERE = ObserveContext(probe=ProbeSays.SAME, beside=(FRONT,))


def seen(page: PageFacts, context: ObserveContext = ASKED) -> Observation:
    return observe(answered(200, URL), page, context)


@pytest.mark.parametrize("level", ["h1", "h2"])
@pytest.mark.parametrize(
    ("heading", "said", "state"),
    [
        ("This article has been removed", "It was deleted by the author.", LinkState.SOFT_404),
        ("Konto gelöscht", "Der Nutzer hat sein Konto geschlossen.", LinkState.SOFT_404),
        ("Members only", "This page is for members of the society.", LinkState.LOGIN_REQUIRED),
        ("Kun for medlemmer", "Du skal være medlem af gruppen for at se emnet.", LinkState.LOGIN_REQUIRED),
        ("Accesso negato", "Devi essere registrato per leggere questa pagina.", LinkState.LOGIN_REQUIRED),
        ("Hinweis", "Dieser Beitrag ist in Ihrem Land nicht verfügbar.", LinkState.GEO_OR_LEGAL),
        ("Down for maintenance", "The archive is back on Monday.", LinkState.SERVER_ERROR),
    ],
)
def test_a_notice_in_the_midst_of_a_site(heading: str, said: str, state: LinkState, level: str) -> None:
    page = portal(heading, f"<p>{said}</p>", level=level)
    assert seen(page).state is state
    assert should_probe(answered(200, URL), page) or seen(page, ObserveContext()).state is state


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("This article has been removed", f"<p>{PLAIN}</p>" * 6),
        ("Members only", f"<p>{PLAIN}</p>" * 6),
        ("Teacher of physics", f"<p>This job has been filled.</p><p>{PLAIN}</p>"),
        ("Blue or red", "<p>Which rope holds better?</p><p>Blue.</p>"),
    ],
    ids=["a story", "a story of members", "the advert is still shown", "a short thread"],
)
def test_a_page_that_says_more_is_there(heading: str, said: str) -> None:
    assert seen(portal(heading, said)).link_class is LinkClass.ALIVE


def test_a_form_that_stands_on_every_page_asks_nobody_to_sign_in() -> None:
    page = facts(f"<title>Kettle</title>{FORM}<h1>Kettle</h1><p>Black or grey?</p><p>Either.</p>", URL)
    missing = facts(f"<title>Missing</title>{FORM}<h1>Missing</h1><p>No such thread.</p>", URL)
    assert observe(answered(200, URL), page).state is LinkState.LOGIN_REQUIRED, "as long as nobody knows"
    assert should_probe(answered(200, URL), page)
    context = ObserveContext(probe=ProbeSays.HONEST, beside=(missing,))
    assert observe(answered(200, URL), page, context).state is LinkState.ALIVE
    elsewhere = facts("<title>Missing</title><h1>Missing</h1><p>No such thread.</p>", URL)
    context = ObserveContext(probe=ProbeSays.HONEST, beside=(elsewhere,))
    assert observe(answered(200, URL), page, context).state is LinkState.LOGIN_REQUIRED


def test_a_new_form_in_the_midst_of_a_site_is_a_wall_in_any_language() -> None:
    closed = portal("Ostutil", f"<p>Karibu tena.</p>{FORM}", form="")
    front = portal("Portal", "<p>Good morning.</p>", form="")
    brief = replace(front, running_length=200)  # where forms are looked for
    context = ObserveContext(probe=ProbeSays.SAME, beside=(brief,))
    assert seen(closed, context).state is LinkState.LOGIN_REQUIRED
    assert seen(portal("Ostutil", "<p>Karibu tena.</p>", form=""), context).state is LinkState.SOFT_404


def test_a_check_for_robots_at_every_address_is_never_gone() -> None:
    page = portal("Êtes-vous un robot ?", "<p>Cochez la case pour accéder à la page.</p>")
    assert seen(page, ANYWHERE).state is LinkState.BLOCKED_BOT


def test_running_text_under_a_headline_ends_where_others_begin() -> None:
    assert portal("A title", f"<p>{PLAIN}</p>").under_headline == len(PLAIN.strip())
    assert portal("A title", f"<p>{PLAIN}</p>", level="h2").under_headline is None
    linked = facts(f'<title>Paper</title><h1><a href="/">Paper</a></h1><p>{PLAIN}</p>')
    assert linked.under_headline is None, "the site's name over every page"
    bare = facts(f"<title>A title</title><h1>A title</h1><div>{PLAIN}</div><div>{PLAIN}</div>")
    assert bare.under_headline is None, "text that stands in no paragraph"


def test_an_outage_of_the_host_is_none_where_its_other_pages_are_there() -> None:
    told = "<p>After the update it shows this error.</p><p>Somebody changed the password, works now.</p>"
    page = facts(f"<title>Database error - Tracker</title><h2>Database error</h2>{told}", URL)
    other = facts("<title>No issue - Tracker</title><h2>No issue</h2><p>There is no such issue.</p>", URL)
    context = ObserveContext(probe=ProbeSays.HONEST, beside=(other,))
    assert observe(answered(200, URL), page, context).state is LinkState.ALIVE
