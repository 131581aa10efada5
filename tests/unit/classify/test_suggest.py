from dataclasses import replace

import pytest

from citecheck.classify import SuggestContext, suggest
from citecheck.model import (
    DomainMove,
    LinkClass,
    LinkState,
    LinkStatus,
    PageFacts,
    Publisher,
    SuggestionKind,
    usual_class,
)
from citecheck.testing import samples

SLUG = "harbour-town-plants-ten-thousand-trees"
CITED = f"https://example.org/2019/10/{SLUG}"
N1 = Publisher(
    "n1",
    "N1",
    ("n1info.com", "n1info.rs"),
    moves=(
        DomainMove("rs.n1info.com", "n1info.rs", "host_only"),
        DomainMove("www.old.example", "www.new.example", "same_path"),
    ),
)


def link(state: LinkState, final: str | None = None, link_class: LinkClass | None = None) -> LinkStatus:
    return replace(
        samples.status(state), link_class=link_class or usual_class(state), final_url=final, similarity=None
    )


def offered(url: str, status: LinkStatus, **known: object) -> tuple[str, SuggestionKind] | None:
    found = suggest(url, status, SuggestContext(**known))  # type: ignore[arg-type]
    assert found is None or found.reason.endswith(".")
    return (found.url, found.kind) if found else None


def page(canonical: str | None) -> PageFacts:
    return PageFacts(CITED, "text/html", 9, canonical=canonical)


def test_a_page_that_moved_is_offered_where_it_is() -> None:
    new = f"https://example.org/archive/{SLUG}.html"
    assert offered(CITED, link(LinkState.MOVED, new)) == (new, SuggestionKind.MOVED)
    assert offered(CITED, link(LinkState.MOVED_UNVERIFIED, new)) is None
    assert offered(CITED, link(LinkState.REDIRECT_HOME, "https://example.org/")) is None


def test_https_is_offered_where_it_answered() -> None:
    cited = CITED.replace("https", "http")
    assert offered(cited, link(LinkState.ALIVE, CITED)) == (CITED, SuggestionKind.HTTPS)
    assert offered(cited, link(LinkState.ALIVE, cited), twin_alive=True) == (CITED, SuggestionKind.HTTPS)
    assert offered(cited, link(LinkState.ALIVE, cited)) is None
    assert offered(CITED, link(LinkState.ALIVE, CITED), twin_alive=True) is None


@pytest.mark.parametrize(
    ("canonical", "good"),
    [
        (f"https://example.org/trees/{SLUG}", True),
        (f"https://www.example.org/2019/10/{SLUG}/", True),
        (f"{CITED}/", False),  # the same address, tidied
        ("https://example.org/", False),  # one address for every page
        ("https://example.org/2019/10/herring-counted-again-by-fishermen", False),
        (f"https://elsewhere.example/{SLUG}", False),  # somebody else's
        (None, False),
    ],
)
def test_the_page_s_own_address_is_offered_where_it_is_another(canonical: str | None, good: bool) -> None:
    found = offered(CITED, link(LinkState.ALIVE, CITED), facts=page(canonical))
    assert found == ((canonical, SuggestionKind.CANONICAL) if good else None)


def test_a_publisher_may_have_several_domains() -> None:
    cited, named = f"https://n1info.com/vesti/{SLUG}", f"https://n1info.rs/vesti/{SLUG}"
    found = offered(cited, link(LinkState.ALIVE, cited), facts=page(named), publisher=N1)
    assert found == (named, SuggestionKind.CANONICAL)


def test_a_host_that_was_given_up_leads_to_the_new_one() -> None:
    dead = link(LinkState.DNS_GONE)
    kept = offered("http://www.old.example/a?b=1#c", dead, publisher=N1)
    assert kept == ("https://www.new.example/a?b=1#c", SuggestionKind.MOVED)
    lost = offered(f"http://rs.n1info.com/Vesti/a1/{SLUG}.html", dead, publisher=N1)
    assert lost == ("https://n1info.rs/", SuggestionKind.MOVED)
    assert offered("http://hr.n1info.com/x", dead, publisher=N1) is None


def test_what_is_walled_or_broken_gets_no_suggestion() -> None:
    for state in (LinkState.BLOCKED_BOT, LinkState.NOT_FOUND, LinkState.ROBOTS_DISALLOWED):
        assert offered(CITED, link(state, CITED), facts=page(f"https://example.org/t/{SLUG}")) is None
    assert offered("mailto:a@b.example", link(LinkState.BAD_URL)) is None
