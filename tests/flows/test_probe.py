"""The soft-404 probe: asked for where a page's own words do not tell, once a host and day."""

from datetime import timedelta

import pytest
from tests.flows.conftest import World

from citecheck.classify import probe_url
from citecheck.flows.judge import judge
from citecheck.flows.probe import MOST
from citecheck.model import FailureKind, LinkState

PARTS = "".join(
    f"<p>Paragraph {n} of a page that has rather a lot to say about other things of the day, as portals do, "
    "so that its length alone speaks for an article and against an error page.</p>"
    for n in range(9)
)
# The heading says that there is no such page; the length says otherwise. Only the probe can tell.
UNSURE = f"<html lang=en><head><title>The Quay Courier</title></head><body><h1>Page not found</h1>{PARTS}"
HOST = "https://quay.example"
FRONT = f"{HOST}/"
CITED = f"{HOST}/2019/10/trees-along-the-quays"


def made_up(world: World, url: str = CITED) -> str:
    found = probe_url(url, f"{world.clock.now():%Y-%m-%d}")
    assert found is not None
    return found


def asked(world: World) -> list[str]:
    return [request.url for request in world.web.requests]


async def state(world: World, text: str) -> list[LinkState]:
    document_id = await world.add(text)
    await world.settle()
    assert await world.tools.catalog.pending([document_id]) == 0
    return [one.link.state for one in await world.citations(document_id)]


async def test_the_same_page_for_a_made_up_address_is_a_soft_404(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.page(made_up(world), UNSURE.encode())
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.SOFT_404]
    assert asked(world) == [CITED, made_up(world), FRONT], "the front page tells a gate before all pages"


async def test_one_page_everywhere_is_no_soft_404(world: World) -> None:
    gate = b"<html><head><title>Einen Augenblick</title></head><body><p>Die Verbindung wird vorbereitet.</p>"
    for url in (CITED, made_up(world), FRONT):
        world.web.page(url, gate)
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.BLOCKED_BOT]


async def test_an_honest_404_for_a_made_up_address_clears_the_page(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.ALIVE]
    assert asked(world) == [CITED, made_up(world)]


async def test_a_page_that_leaves_no_doubt_is_not_probed(world: World) -> None:
    world.web.page(
        CITED, f"<title>Trees along the quays</title><h1>Trees along the quays</h1>{PARTS}".encode()
    )
    assert await state(world, f"The bridge [stands]({CITED}).") == [LinkState.ALIVE]
    assert asked(world) == [CITED]


async def test_one_probe_a_host_and_day_serves_its_whole_directory(world: World) -> None:
    other, elsewhere = f"{HOST}/2019/10/herring-counted", f"{HOST}/2020/02/storm-over-the-mole"
    for url in (CITED, other, elsewhere):
        world.web.page(url, UNSURE.encode())
    for url in (CITED, other):  # whichever of the directory is judged first
        world.web.page(made_up(world, url), UNSURE.encode())
    assert await state(world, f"One [a]({CITED}). Two [b]({other}).") == [LinkState.SOFT_404] * 2
    assert len(asked(world)) == 4
    assert await state(world, f"Three [c]({elsewhere}).") == [LinkState.ALIVE]
    assert len(asked(world)) == 5


async def test_an_answer_holds_for_seven_days(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.page(made_up(world), UNSURE.encode())
    await state(world, f"Trees [grow]({CITED}).")
    first = made_up(world)
    await world.pass_time(timedelta(days=4))  # the next check of a soft-404
    assert asked(world) == [CITED, first, FRONT, CITED]
    await world.pass_time(timedelta(days=4))
    assert asked(world) == [CITED, first, FRONT, CITED, CITED, made_up(world)]


@pytest.mark.parametrize("failure", [FailureKind.READ_TIMEOUT, FailureKind.ROBOTS, FailureKind.RESET])
async def test_a_probe_that_fails_says_nothing_and_keeps_nobody_waiting(
    world: World, failure: FailureKind
) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.fail(made_up(world), failure)
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.ALIVE]
    assert len(asked(world)) == 2


async def test_a_made_up_address_that_brings_a_large_file_says_nothing(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.page(made_up(world), UNSURE.encode() + b" " * MOST)
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.ALIVE]
    assert len(asked(world)) == 2


async def test_nobody_waits_for_a_probe_while_we_are_offline(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.fail(made_up(world), FailureKind.DNS_NXDOMAIN)
    world.web.is_online = False
    assert await state(world, f"Trees [grow]({CITED}).") == [LinkState.ALIVE]
    assert await world.tools.catalog.wanted_probes(world.clock.now(), 9) == []


async def test_judging_again_later_asks_for_nothing_and_gives_the_same(world: World) -> None:
    world.web.page(CITED, UNSURE.encode())
    world.web.page(made_up(world), UNSURE.encode())
    await state(world, f"Trees [grow]({CITED}).")
    before = asked(world)
    world.clock.set(world.clock.now() + timedelta(days=2))
    for capture_id in await world.tools.catalog.captures(None, 10):
        judged = await judge(capture_id, world.tools)
        assert judged.observation.state is LinkState.SOFT_404
    assert await world.tools.catalog.wanted_probes(world.clock.now(), 9) == []
    assert asked(world) == before


async def test_deep_links_that_share_a_landing_are_surer(world: World, page: bytes) -> None:
    other = f"{HOST}/2019/10/herring-counted"
    world.web.redirect(CITED, f"{HOST}/")
    world.web.redirect(other, f"{HOST}/")
    world.web.page(f"{HOST}/", page)
    document_id = await world.add(f"One [a]({CITED}). Two [b]({other}).")
    await world.settle()
    links = [one.link for one in await world.citations(document_id)]
    assert [link.state for link in links] == [LinkState.REDIRECT_HOME] * 2
    assert all("other deep links of this host" in link.reason for link in links)


CARDS = "".join(
    f"<p>{n} boats came in before noon, and the harbour master wrote down each of them by its name…</p>"
    for n in range(30)
)


def portal(heading: str, said: str) -> bytes:
    head = f"<html lang=en><head><title>{heading} | Portal</title></head><body>{'<a href=/m>Menu</a>' * 40}"
    return f"{head}<h1>{heading}</h1><p>{said}</p><div>{CARDS}</div>".encode()


@pytest.mark.parametrize(
    ("heading", "said", "expected"),
    [
        ("This article has been removed", "It was deleted by the author.", LinkState.SOFT_404),
        ("Members only", "This page is for members of the society.", LinkState.LOGIN_REQUIRED),
        ("Trees along the quays", "A first one was planted on Monday.", LinkState.ALIVE),
    ],
)
async def test_what_the_page_of_an_honest_404_shows_too_is_the_sites(
    world: World, heading: str, said: str, expected: LinkState
) -> None:
    world.web.page(CITED, portal(heading, said))
    world.web.page(made_up(world), portal("Page not found", "There is nothing here."), status=404)
    assert await state(world, f"Trees [grow]({CITED}).") == [expected]
    assert FRONT not in asked(world), "an honest host is asked once"
