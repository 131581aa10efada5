"""What a judgement offers instead of the cited link, and what it says of parts that are gone."""

from tests.flows.conftest import World

from citecheck.model import CitationResult, FlagCode, LinkState, SuggestionKind

SLUG = "the-bridge-at-old-mill-and-its-piers"
NEW = f"https://mill.example/archive/{SLUG}"


async def judged(world: World, url: str) -> CitationResult:
    document_id = await world.add(f"The council paid for [the bridge at Old Mill]({url}).")
    await world.settle()
    (found,) = await world.citations(document_id)
    return found


async def test_a_moved_page_is_offered_at_its_new_place(world: World, page: bytes) -> None:
    world.web.redirect(f"https://mill.example/2026/{SLUG}", NEW)
    world.web.page(NEW, page)
    found = await judged(world, f"https://mill.example/2026/{SLUG}")
    assert found.suggestion is not None
    assert (found.suggestion.kind, found.suggestion.url) == (SuggestionKind.MOVED, NEW)


async def test_a_host_that_was_given_up_is_followed_by_the_publisher_s_row(world: World) -> None:
    found = await judged(world, "http://rs.n1info.com/Vesti/a445/Most-kod-starog-mlina.html")
    assert found.link.state is LinkState.NOT_FOUND
    assert found.suggestion is not None
    assert found.suggestion.url == "https://n1info.rs/"


async def test_a_part_that_is_gone_is_mentioned_and_the_link_stays_alive(world: World, page: bytes) -> None:
    world.web.page(NEW, page)
    found = await judged(world, f"{NEW}#figures")
    assert found.link.state is LinkState.ALIVE
    (missing,) = [flag for flag in found.flags if flag.code is FlagCode.LINK_FRAGMENT_MISSING]
    assert "no part named 'figures'" in missing.reason
