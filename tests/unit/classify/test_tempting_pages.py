# ruff: noqa: E501 - a page stays in one piece
"""Short pages that are about what a checker looks for: all of them are there, and what they hide is not read."""

import pytest
from tests.unit.classify.making import answered, capture, facts, hop, outcome

from citecheck.classify import ObserveContext, ProbeSays, observe
from citecheck.model import LinkState

URL = "https://radio.example/node/1207"
MENU = "".join(
    f'<a href="/{name}/">{name}</a>' for name in ("news", "sport", "culture", "weather", "about", "jobs")
)
BAR = '<div id="cookie-bar">We use cookies. <button>Accept all</button> <button>Manage choices</button></div>'
HONEST = ObserveContext(probe=ProbeSays.HONEST)


def short(title: str, *said: str, extra: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in said)
    return f"<html><head><title>{title} | Radio Quay</title></head><body><nav>{MENU}</nav><h1>{title}</h1>{text}{extra}{BAR}"


ALIVE = {
    "law": short(
        "Toy taken back", "The toy will not be sold in the country for legal reasons, its maker said."
    ),
    "data law": short(
        "Fine for a clinic", "The clinic has to pay because of the GDPR: it wrote to the wrong people."
    ),
    "court": short("Film withdrawn", "The cinema took the film off its programme due to a court order."),
    "match": short("Match not on air", "The match is geo-blocked abroad. Fans can use the radio."),
    "traffic": short(
        "Unusual traffic on the bridge", "Drivers needed an hour. More of it is expected on Sunday."
    ),
    "rejected": short("Request rejected: no new stop in Mill Lane", "The council turned it down on Tuesday."),
    "human": short("Are you human?", "A podcast about artificial voices. Episode 4, 38 minutes."),
    "captcha": short("Captcha", "The new single by the harbour's best band is out on Friday."),
    "moment": short("One moment, please", "A programme about patience, Sundays at nine."),
    "anmeldung": short("Anmeldung", "Die Anmeldung zum Ferienlager beginnt am ersten Tag des Monats."),
    "accesso": short("Accesso", "Accesso al porto solo con permesso, dalle sette alle diciannove."),
    "partners": short("Shipyard and its partners recall 200 boats", "A rope may break, the yard said."),
    "privacy": short("We respect your privacy, says minister", "The cameras will be put up all the same."),
    "einwilligung": short("Einwilligung", "Ein Vortrag im Hafenmuseum, Eintritt frei."),
    "post": short(
        "Minister says sorry", "The post was deleted an hour later. The minister said that he was sorry."
    ),
    "document": short(
        "Letter of the guild", "Document not available online. The reading room has it under G 12."
    ),
    "site": short("Roman bath", "The site has been moved by forty metres to make room for the road."),
    "article": short("The constitution", "Article 14 is missing from the oldest copy, and was added later."),
    "item": short("Teapot, blue", "This item is not available in green. It comes within three days."),
    "found": short("Lost and found", "Nothing found this week. Ask at the town hall, room 3."),
    "dead link": short("Dead Link", "A thriller from the harbour, 312 pages."),
    "script": short("A course", "You need to enable JavaScript in your browser for the third exercise."),
    "judi": short("Polisi tangkap bandar judi online", "Tiga orang ditangkap pada malam hari, kata polisi."),
    "casino": short(
        "Best casino bonus rules: an island shows how", "Operators must show the odds from March."
    ),
    "lift": short("Maintenance", "Maintenance of the lift in the station from the third to the ninth."),
    "bus": short("Service unavailable", "Line 12 stops on Sunday because of the run."),
    "subscribers": short(
        "Bridge closed on Tuesday night",
        "The bridge is closed after a fire in a lorry; nobody was hurt, the police said, and it will open again.",
        extra="<ul><li>Subscriber-only: How the harbour was sold</li></ul>",
    ),
    "hidden by style": short(
        "Bridge closed",
        "Nobody was hurt.",
        extra='<div style="display: none"><h1>Page not found</h1><p>This page does not exist.</p></div>',
    ),
    "hidden": short(
        "Bridge closed", "Nobody was hurt.", extra="<section hidden><h1>404: page not found</h1></section>"
    ),
    "hidden from readers' aids": short(
        "Bridge closed",
        "Nobody was hurt.",
        extra='<div aria-hidden="true"><h1>Verify you are human</h1></div>',
    ),
    "closed dialogue": short(
        "Bridge closed",
        "Nobody was hurt.",
        extra='<dialog><h1>Log in</h1><form><input type="password"></form></dialog>',
    ),
}


@pytest.mark.parametrize("page", ALIVE.values(), ids=ALIVE.keys())
def test_they_are_there(page: str) -> None:
    seen = observe(answered(200, URL), facts(page, URL), HONEST)
    assert seen.state is LinkState.ALIVE, seen.reason


def test_what_a_script_is_to_show_counts_although_it_is_hidden_at_first() -> None:
    page = '<title>Paper</title><div style="display:none"><h1>Page not found</h1><p>Sorry, this page does not exist.</p></div>'
    assert observe(answered(200, URL), facts(page, URL)).state is LinkState.SOFT_404


DEEP = "http://paper.example/2019/10/old-mill-closes-today"
GATES = (
    ("http://paper.example/captcha?return=%2F2019%2F10%2Fold-mill-closes-today", LinkState.BLOCKED_BOT),
    ("http://validate.wall.example/?ssa=1&ssc=http%3A%2F%2Fpaper.example%2F2019%2F10%2Fold-mill-closes-today", LinkState.BLOCKED_BOT),
    ("http://paper.example/access-denied", LinkState.BLOCKED_BOT),
    ("http://paper.example/subscribe?from=/2019/10/old-mill-closes-today", LinkState.PAYWALLED),
    ("http://paper.example/?from=/2019/10/old-mill-closes-today", LinkState.REDIRECT_HOME),
    ("http://paper.example/search/?query=old+mill+closes+today", LinkState.REDIRECT_HOME),
    ("http://paper.example/archive/2014/", LinkState.REDIRECT_HOME),
)  # fmt: skip


@pytest.mark.parametrize(("to", "state"), GATES)
def test_where_a_redirect_leads(to: str, state: LinkState) -> None:
    title = "Archive" if "archive" in to else "Old mill closes today: results"
    page = facts(f"<title>{title}</title><p>Go on here.</p>", to)
    led = capture(outcome(hop(DEEP, 302, [("Location", to)]), hop(to, 200)))
    assert observe(led, page, ObserveContext(cited_url=DEEP)).state is state


def test_an_error_page_that_is_told_the_address_is_an_error_page() -> None:
    to = "http://paper.example/custom?url=/2019/10/old-mill-closes-today"
    page = facts("<title>Page not found</title><h1>Page not found</h1>", to)
    led = capture(outcome(hop(DEEP, 302, [("Location", to)]), hop(to, 200)))
    assert observe(led, page, ObserveContext(cited_url=DEEP)).state is LinkState.SOFT_404
