"""Failures that say nothing about any link: a host in trouble, and our own network down."""

from datetime import timedelta

import pytest

from citecheck.flows.drain import drain
from citecheck.flows.report import report
from citecheck.model import Change, FailureKind, FlagCode, HostKey, LinkClass, LinkState
from citecheck.testing import FakePage

HOST = HostKey("news.example:443")
URLS = [f"https://news.example/{n}" for n in range(10)]
ARTICLE = "\n".join(f"- {url}" for url in URLS)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def healthy(world, page):
    for url in URLS:
        world.web.page(url, page)
    document_id = await world.add(ARTICLE)
    await world.settle()
    return document_id


def down(world, *urls: str) -> None:
    for url in urls:
        world.web.serve(url, FakePage(503, b"<title>Service unavailable</title>"))


async def host_flags(world, *, is_open: bool):
    flags = await world.tools.views.host_flags(HOST)
    return [flag for flag in flags if (flag.cleared_at is None) is is_open]


async def test_a_host_in_trouble_is_one_flag_and_no_strikes(world, page) -> None:
    document_id = await healthy(world, page)
    down(world, *URLS[:9])
    await world.pass_time(7 * DAY)
    (flag,) = await host_flags(world, is_open=True)
    assert flag.code is FlagCode.HOST_INCIDENT
    assert flag.reason.startswith("9 of 10 links to news.example failed together")
    for result in await world.citations(document_id):
        assert (result.link.strikes, result.link.link_class) == (0, LinkClass.ALIVE)
        assert [one for one in result.flags if one.cleared_at is None] == []
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(HOUR)
    assert await host_flags(world, is_open=True) == []
    assert len(await host_flags(world, is_open=False)) == 1


async def test_a_host_in_trouble_is_asked_less_and_less(world, page) -> None:
    await healthy(world, page)
    for url in URLS:
        world.web.fail(url, FailureKind.CONNECT_TIMEOUT)
    await world.pass_time(7 * DAY)
    before = len(world.web.requests)
    for _ in range(48):
        await world.pass_time(HOUR)
    rounds = (len(world.web.requests) - before) / len(URLS)
    assert 5 <= rounds <= 12


async def test_an_incident_that_lasts_is_no_excuse_for_ever(world, page) -> None:
    document_id = await healthy(world, page)
    for url in URLS:
        world.web.fail(url, FailureKind.REFUSED)
    for _ in range(45):
        await world.pass_time(DAY)
    assert all(result.link.dead for result in await world.citations(document_id))
    assert len(await host_flags(world, is_open=True)) == 1


async def test_few_failures_are_the_links_own(world, page) -> None:
    document_id = await healthy(world, page)
    down(world, *URLS[:3])
    await world.pass_time(7 * DAY)
    assert await host_flags(world, is_open=True) == []
    strikes = [result.link.strikes for result in await world.citations(document_id)]
    assert strikes == [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]


async def test_a_report_tells_of_the_host_and_not_of_its_links(world, page) -> None:
    await healthy(world, page)
    await report("2026-03-02", world.tools)
    down(world, *URLS)
    await world.pass_time(7 * DAY)
    told = await report("2026-03-09", world.tools)
    assert told.items == ()
    assert [(one.change, one.host) for one in told.hosts] == [(Change.NEW, HOST)]
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(HOUR)
    told = await report("2026-03-10", world.tools)
    assert [(one.change, one.host) for one in told.hosts] == [(Change.RESOLVED, HOST)]


async def test_links_never_seen_before_say_that_their_host_is_in_trouble(world) -> None:
    down(world, *URLS)
    document_id = await world.add(ARTICLE)
    await world.settle()
    for result in await world.citations(document_id):
        assert result.link.state is LinkState.NOT_CHECKED
        assert "10 of 10 links" in result.link.reason
    assert await world.tools.catalog.pending([document_id]) == 0


@pytest.mark.parametrize("kind", [FailureKind.DNS_NXDOMAIN, FailureKind.UNREACHABLE])
async def test_our_own_outage_is_nobodys_failure(world, page, kind) -> None:
    document_id = await healthy(world, page)
    for url in URLS:
        world.web.fail(url, kind)
    world.web.is_online = False
    world.clock.set(world.clock.now() + 7 * DAY)
    drained = await drain(HOST, world.tools)
    assert drained.offline
    assert await world.tools.catalog.unjudged(99) == []
    for result in await world.citations(document_id):
        assert (result.link.strikes, result.link.state) == (0, LinkState.ALIVE)
    world.web.is_online = True
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(HOUR)
    assert {result.link.checked_at for result in await world.citations(document_id)} == {world.clock.now()}


async def test_an_outage_is_seen_at_the_document_and_at_each_link(world, page) -> None:
    document_id = await healthy(world, page)
    (before, *_) = await world.citations(document_id)
    down(world, *URLS[:9])
    await world.pass_time(7 * DAY)
    opened = world.clock.now()
    for _ in range(5):
        await world.pass_time(DAY)
        found = await world.tools.views.document(document_id, True)
        (host,) = found.hosts
        assert (host.host, [flag.code for flag in host.flags]) == (HOST, [FlagCode.HOST_INCIDENT])
        *failing, working = found.citations
        for result in failing:
            assert result.link.state is LinkState.ALIVE
            assert result.link.reason == (
                f"{before.link.reason} The host has been failing since {opened:%Y-%m-%d %H:%M} UTC; "
                "this is how the page was before."
            )
            assert result.link.checked_at == before.link.checked_at
            assert result.link.next_check_at > world.clock.now()
        assert "failing since" not in working.link.reason
        one = await world.tools.views.citation(failing[0].citation.id)
        assert one[1].link == failing[0].link
    for url in URLS:
        world.web.page(url, page)
    await world.pass_time(DAY)
    found = await world.tools.views.document(document_id, True)
    assert found.hosts == ()
    assert all("failing since" not in result.link.reason for result in found.citations)


async def test_what_is_not_scheduled_has_no_next_look(world, page) -> None:
    document_id = await healthy(world, page)
    await world.tools.catalog.unschedule([document_id])
    assert {result.link.next_check_at for result in await world.citations(document_id)} == {None}
