"""Hosts that ask to be left alone, and what else ends a drain before its time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from citecheck.classify.back_off import STEPS
from citecheck.entrypoints.settle import settle
from citecheck.flows.drain import drain
from citecheck.model import FailureKind, HostKey, LinkState
from citecheck.testing import FakePage

HOST = HostKey("news.example:443")
URLS = [f"https://news.example/{n}" for n in range(10)]
ARTICLE = "\n".join(f"- {url}" for url in URLS)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def refusing(world, status: int, *headers: tuple[str, str]) -> None:
    for url in URLS:
        world.web.serve(url, FakePage(status, b"<title>Slow down</title>", headers))


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_says_when_is_asked_no_more_until_then(world, page, status: int) -> None:
    refusing(world, status, ("Retry-After", "7200"))
    document_id = await world.add(ARTICLE)
    settled = await settle([document_id], world.tools)
    assert settled.online
    assert len(world.web.requests) == 1
    states = [result.link.state for result in await world.citations(document_id)]
    assert states.count(LinkState.NOT_CHECKED) == 9
    put_off = [one.link for one in await world.citations(document_id) if one.link.status is None]
    assert all("asks us to slow down" in link.reason for link in put_off)
    assert {link.next_check_at for link in put_off} == {world.clock.now() + 2 * HOUR}

    await world.add(ARTICLE)  # asked for again meanwhile: nobody waits, and the host is left alone
    await settle([document_id], world.tools)
    await world.pass_time(timedelta(minutes=119))
    assert len(world.web.requests) == 1
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(timedelta(minutes=1))
    assert {result.link.state for result in await world.citations(document_id)} == {LinkState.ALIVE}


async def test_a_host_is_left_alone_for_no_longer_than_the_operator_wants(world, page) -> None:
    network = replace(world.tools.settings.network, retry_after_cap=1800.0)
    world.tools = replace(world.tools, settings=replace(world.tools.settings, network=network))
    refusing(world, 429, ("Retry-After", "99999999999999999999"))
    await world.add(ARTICLE)
    await world.settle()
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(timedelta(minutes=30))
    assert len({request.url for request in world.web.requests}) == 10


async def test_a_host_that_does_not_say_when_is_left_alone_for_longer_and_longer(world) -> None:
    refusing(world, 429)
    await world.add(ARTICLE)
    await world.settle()
    assert len(world.web.requests) == 2
    asked = 2
    for step in STEPS:
        await world.pass_time(step - timedelta(minutes=1))
        assert len(world.web.requests) == asked
        await world.pass_time(timedelta(minutes=1))
        assert len(world.web.requests) == asked + 2
        asked += 2


async def test_a_short_rest_is_waited_for(world, page) -> None:
    for url in URLS:
        world.web.page(url, page)
    world.web.serve(URLS[0], FakePage(429, b"", (("Retry-After", "20"),)), FakePage(200, page))
    document_id = await world.add(ARTICLE)
    await world.settle()
    assert await world.tools.catalog.pending([document_id]) == 9
    await world.pass_time(timedelta(seconds=20))
    assert await world.tools.catalog.pending([document_id]) == 0


async def test_what_another_host_asks_for_is_not_this_ones_wish(world, page) -> None:
    for url in URLS:
        world.web.redirect(url, "https://busy.example/")
    world.web.serve("https://busy.example/", FakePage(429, b"", (("Retry-After", "7200"),)))
    await world.add(ARTICLE)
    await world.settle()
    assert len(world.web.requests) == 10


async def test_what_may_be_anothers_answer_is_fetched_anew(world, page) -> None:
    for url in URLS:
        world.web.page(url, page)
    world.web.serve(URLS[3], FakePage(200, b"forged"), FakePage(200, page))
    document_id = await world.add(ARTICLE)
    key = (await world.citations(document_id))[3].citation.source.key
    world.web.doubts = {key}
    drained = await drain(HOST, world.tools)
    assert drained.fetched == 10
    assert [request.url for request in world.web.requests].count(URLS[3]) == 2
    (capture,) = await world.tools.views.source_captures(key)
    assert world.tools.captures.payload(capture)() == page


async def test_an_outage_of_ours_may_begin_in_the_middle_of_a_drain(world, page) -> None:
    document_id = await world.add(ARTICLE)
    for url in URLS[:2]:
        world.web.page(url, page)
    for url in URLS[2:]:
        world.web.fail(url, FailureKind.UNREACHABLE)
    world.web.is_online = False
    drained = await drain(HOST, world.tools)
    assert (drained.offline, drained.incident) == (True, False)
    await world.settle()
    states = [result.link.state for result in await world.citations(document_id)]
    assert states == [LinkState.ALIVE] * 2 + [LinkState.NOT_CHECKED] * 8
    assert await world.tools.views.host_flags(HOST) == []
    # What failed then is no failure of the host's later either.
    world.web.is_online = True
    for url in URLS[2:]:
        world.web.page(url, page)
    for url in URLS[2:4]:
        world.web.fail(url, FailureKind.UNREACHABLE)
    await world.pass_time(HOUR)
    assert await world.tools.views.host_flags(HOST) == []


async def test_a_dead_name_is_no_outage_while_others_answer(world, page) -> None:
    """Where no canary can ever be looked up, behind a proxy of names say."""
    world.web.is_online = False
    world.web.fail("https://gone.example/", FailureKind.DNS_NXDOMAIN)
    world.web.page("https://alive.example/", page)
    document_id = await world.add("- https://alive.example/\n- https://gone.example/")
    await drain("alive.example:443", world.tools)
    settled = await settle([document_id], world.tools)
    assert settled.online
    states = {result.link.state for result in await world.citations(document_id)}
    assert states == {LinkState.ALIVE, LinkState.DNS_GONE}


async def test_a_host_that_somebody_else_has_taken_is_left_to_them(world, page) -> None:
    await world.add(ARTICLE)
    catalog = world.tools.catalog

    for url in URLS:
        world.web.page(url, page)
    answer = world.web.answer

    def slowly(url: str) -> FakePage:
        world.clock.set(world.clock.now() + HOUR)
        return answer(url)

    world.web.answer = slowly
    other = type(catalog)(catalog._database)
    hold = catalog.hold_host

    async def taken(host, now, until) -> bool:
        if len(world.web.requests) == 1:
            assert await other.hold_host(host, now, until)
        return await hold(host, now, until)

    catalog.hold_host = taken
    drained = await drain(HOST, world.tools)
    assert drained.fetched == 1


async def test_only_what_may_be_the_hosts_is_taken_back_in_its_trouble(world, page) -> None:
    document_id = await world.add(ARTICLE)
    for url in URLS:
        world.web.fail(url, FailureKind.CONNECT_TIMEOUT)
    world.web.fail(URLS[9], FailureKind.ROBOTS)
    world.web.fail(URLS[8], FailureKind.TOO_LARGE)
    await world.settle()
    assert len(await world.tools.views.host_flags(HOST)) == 1
    states = [result.link.state for result in await world.citations(document_id)]
    assert states[8:] == [LinkState.TOO_LARGE, LinkState.ROBOTS_DISALLOWED]
    assert set(states[:8]) == {LinkState.NOT_CHECKED}


async def test_robots_that_cannot_be_read_are_the_hosts_trouble(world) -> None:
    await world.add(ARTICLE)
    for url in URLS:
        world.web.fail(url, FailureKind.ROBOTS_UNREADABLE)
    await world.settle()
    (flag,) = await world.tools.views.host_flags(HOST)
    assert flag.reason.startswith("10 of 10 links")


async def test_large_bodies_are_put_on_record_before_more_are_fetched(world) -> None:
    for url in URLS:
        world.web.page(url, b"a" * 9_000_000)
    at_once = []
    append = world.tools.captures.append

    async def counted(fetched):
        at_once.append(len(fetched))
        return await append(fetched)

    world.tools.captures.append = counted
    await world.add(ARTICLE)
    await drain(HOST, world.tools)
    assert at_once == [2] * 5
