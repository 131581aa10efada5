from dataclasses import replace

import pytest
from tests.unit.classify.making import URL, answered, facts, failed, hop, outcome

from citecheck.classify import (
    ObserveContext,
    ProbeSays,
    front_url,
    observe,
    probe_key,
    probe_says,
    probe_url,
    should_probe,
)
from citecheck.model import FailureKind, LinkState

MISSING = facts("<title>Nothing to see</title><h1>Hello</h1><p>We have moved some things around lately.</p>")
UNSURE = facts(
    "<title>Page not found</title><h1>Hello</h1>" + "<p>" + "Trees grow along the quays of the port. " * 40
)


@pytest.mark.parametrize(
    ("url", "begins", "ends"),
    [
        ("https://a.example/news/2019/story.html", "https://a.example/news/2019/", ".html"),
        ("https://a.example/story", "https://a.example/", ""),
        ("https://a.example:8443/news/story/", "https://a.example:8443/news/", "/"),
        ("http://a.example/a/b?utm=1", "http://a.example/a/", ""),
    ],
)
def test_a_made_up_sibling(url: str, begins: str, ends: str) -> None:
    made_up = probe_url(url, "seed")
    assert made_up is not None
    assert made_up.startswith(begins)
    assert made_up.endswith(ends)
    assert made_up != url
    assert "?" not in made_up
    assert made_up == probe_url(url, "seed") != probe_url(url, "another")


def test_a_page_chosen_by_digits_gets_other_digits() -> None:
    made_up = probe_url("https://a.example/article.php?lang=de&id=551", "seed")
    assert made_up is not None
    assert made_up.startswith("https://a.example/article.php?lang=de&id=")
    assert "551" not in made_up
    assert (probe_url("https://a.example/?p=77", "seed") or "").startswith("https://a.example/?p=")


def test_front_pages_need_no_probe() -> None:
    assert probe_url("https://a.example/", "seed") is None
    assert probe_url("mailto:a@example.org", "seed") is None


def test_an_answer_holds_for_host_and_directory() -> None:
    assert (
        probe_key("https://A.example/news/x")
        == probe_key("https://a.example/news/y?z=1")
        == ("a.example:443", "/news/")
    )
    assert probe_key("https://a.example/x") != probe_key("https://a.example/news/x")


def test_what_an_answer_says() -> None:
    page = outcome(hop(URL, 200))
    assert probe_says(MISSING, outcome(hop(URL, 404)), None) is ProbeSays.HONEST
    assert probe_says(MISSING, outcome(hop(URL, 410)), None) is ProbeSays.HONEST
    assert probe_says(MISSING, page, MISSING) is ProbeSays.SAME
    assert probe_says(MISSING, page, replace(MISSING, visible_sha256="other")) is ProbeSays.SAME
    assert probe_says(MISSING, page, UNSURE) is ProbeSays.UNCLEAR
    assert probe_says(MISSING, outcome(hop(URL, 503)), MISSING) is ProbeSays.UNCLEAR
    assert probe_says(MISSING, outcome(failure=FailureKind.RESET), None) is ProbeSays.UNCLEAR


def test_the_same_page_for_a_made_up_address_is_a_soft_404() -> None:
    same = ObserveContext(probe=ProbeSays.SAME)
    assert observe(answered(), MISSING, same).state is LinkState.SOFT_404
    assert observe(answered(), MISSING).state is LinkState.ALIVE
    front = observe(answered(200, "https://paper.example/"), MISSING, same)
    assert front.state is LinkState.ALIVE  # front pages are exempt


def test_an_honest_host_overrules_weak_signals() -> None:
    weak = facts(
        "<title>Page not found</title><p>A short poem of that name, and nothing else.</p>",
        "https://paper.example/poems/7",
    )
    capture = answered(200, "https://paper.example/poems/7")
    assert observe(capture, weak).state is LinkState.SOFT_404
    assert observe(capture, weak, ObserveContext(probe=ProbeSays.HONEST)).state is LinkState.ALIVE


def test_a_probe_is_asked_for_where_nothing_is_decided() -> None:
    url = "https://paper.example/poems/7"
    assert should_probe(answered(200, url), replace(UNSURE, url=url))
    assert should_probe(answered(200, URL), MISSING), "little text, and none of the address's words"
    assert should_probe(answered(200, url), replace(MISSING, url=url)), "an address without words"
    marked = replace(MISSING, url=url, article_marked=True)
    assert should_probe(answered(200, url), marked), "some sites mark every page as an article"
    dated = replace(marked, article_dated=True)
    assert not should_probe(answered(200, url), dated), "an article with its date"
    named = replace(MISSING, title="Harbour town plants ten thousand trees")
    assert not should_probe(answered(200, URL), named), "titled as cited"
    assert not should_probe(answered(200, url), UNSURE, ObserveContext(probe=ProbeSays.UNCLEAR))
    assert not should_probe(answered(404, url), UNSURE)
    assert not should_probe(failed(FailureKind.RESET), None)


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("https://a.example/news/551234/slug", "https://a.example/news/9"),
        ("https://a.example/post/7/slug", "https://a.example/post/9"),
        ("https://a.example/a-551234/index.html", "https://a.example/a-9"),
        ("https://a.example/top10/slug", "https://a.example/top10/"),
        ("https://a.example/2019/10/14/slug", "https://a.example/2019/10/14/"),
        ("https://a.example/20191014/slug", "https://a.example/20191014/"),
        ("https://a.example/2019-10-14/slug", "https://a.example/2019-10-14/"),
    ],
)
def test_an_id_in_the_path_is_made_up_too_and_a_date_stays(url: str, begins: str) -> None:
    made_up = probe_url(url, "seed")
    assert made_up is not None
    assert made_up.startswith(begins)
    assert "551234" not in made_up


SHELL = facts(
    "<title>The Paper</title><h1>The Paper</h1><nav><a href=/a>News</a> <a href=/b>Sport</a></nav><div></div>"
    "<p>Loading</p><script src=/app.js></script>"
)


def test_two_short_pages_of_one_layout_are_not_the_same() -> None:
    """Site's name as title and heading, much navigation: what differs is what they say."""
    layout = "<title>The Paper</title><h1>The Paper</h1>" + "".join(f"<p>Section {n}</p>" for n in range(8))
    brief = facts(f"{layout}<p>A dog was rescued from the canal.</p><p>It is well.</p><p>Its owner, too.</p>")
    missing = facts(f"{layout}<p>Zhoqewo ami ne.</p><p>Tu ikeba lo sa.</p><p>Mi pala de.</p>")
    assert probe_says(brief, outcome(hop(URL, 200)), missing) is ProbeSays.UNCLEAR
    again = replace(brief, visible_sha256="x")
    assert probe_says(brief, outcome(hop(URL, 200)), again) is ProbeSays.SAME


def test_a_page_that_answers_under_any_name_is_there() -> None:
    named = replace(MISSING, canonical=URL)
    under_another = replace(named, url=f"{URL}-made-up")
    assert probe_says(named, outcome(hop(URL, 200)), under_another) is ProbeSays.UNCLEAR
    front = replace(MISSING, canonical="https://paper.example/404")
    assert probe_says(front, outcome(hop(URL, 200)), front) is ProbeSays.SAME


def test_what_scripts_fill_and_what_asks_to_subscribe_is_no_soft_404() -> None:
    page = outcome(hop(URL, 200))
    assert probe_says(SHELL, page, SHELL) is ProbeSays.UNCLEAR, "perhaps every page begins like that"
    assert probe_says(SHELL, page, SHELL, MISSING) is ProbeSays.SAME, "but the front page does not"
    same = ObserveContext(probe=ProbeSays.SAME)
    spoken = replace(SHELL, headings=("Hoppla",))
    assert observe(answered(), spoken, same).state is LinkState.SOFT_404
    short = "https://paper.example/hello"
    assert observe(answered(200, short), replace(MISSING, url=short), same).state is LinkState.SOFT_404
    named = replace(MISSING, title="Harbour town plants ten thousand trees")
    assert observe(answered(), named, same).state is LinkState.ALIVE


GATE = facts(
    "<title>Bitte kurz warten</title><h1>Ein Augenblick</h1><p>Die Verbindung wird vorbereitet.</p>"
    "<script src=/pruefung.js></script>"
)


def test_one_page_everywhere_stands_before_the_site_and_is_never_gone() -> None:
    page = outcome(hop(URL, 200))
    assert probe_says(GATE, page, GATE, GATE) is ProbeSays.EVERYWHERE
    everywhere = ObserveContext(probe=ProbeSays.EVERYWHERE)
    seen = observe(answered(), GATE, everywhere)
    assert (seen.state, seen.rule) == (LinkState.BLOCKED_BOT, "gate")
    plain = facts("<title>Page not found</title><h1>Page not found</h1>")
    assert observe(answered(), plain, everywhere).state is LinkState.SOFT_404, "unless it says so itself"
    site = replace(GATE, links=30)
    assert observe(answered(), site, everywhere).rule == "gate", "a menu is not the cited page either"
    app = replace(GATE, app_root=True)
    assert observe(answered(), app, everywhere).state is LinkState.JS_REQUIRED


def test_a_host_front_page_is_what_its_address_says() -> None:
    assert front_url("http://a.example:8080/x/y?z=1") == "http://a.example:8080/"
    assert front_url("https://[::1]/x") == "https://[::1]/"
    assert front_url("mailto:a@example.org") is None
