"""Turns of fortune over real sockets and told time: clocks, outages, name servers, ETags, people."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from tests.badweb.life import CANARY, Life, living, with_canaries
from tests.badweb.server import BadServer, answer, in_turn, redirect, sends
from tests.badweb.world import network
from tests.badweb.zoo_over_time import FAULT, GONE, NOT_FOUND, SILENT, ByEtag
from tests.badweb.zoo_pages import ARTICLE, article, html

from citecheck.adapters.http.resolver import DnsResolver
from citecheck.classify import events
from citecheck.entrypoints.settle import settle
from citecheck.flows.recheck import recheck
from citecheck.flows.review import Decided, review
from citecheck.model import (
    Decision,
    DocumentId,
    Drift,
    FlagCode,
    HostKey,
    LinkClass,
    LinkEventKind,
    LinkState,
    ReviewId,
    SourceKey,
)

S = LinkState
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
STORY = "/2019/10/harbour-town-plants-ten-thousand-trees"
PATIENCE = 30.0  # seconds until a service that waits for ever is given up


@pytest.fixture
async def life(tmp_path: Path) -> AsyncIterator[Life]:
    async with living(tmp_path) as service:
        yield service


async def only(life: Life, document_id: DocumentId):  # type: ignore[no-untyped-def]
    (look,) = (await life.looks(document_id)).values()
    return look


async def look_now(life: Life, url: str) -> None:
    """A person wants to know now."""
    await recheck([SourceKey(url)], life.tools)
    await life.settle()


@pytest.mark.parametrize("behaviour", [NOT_FOUND, FAULT, SILENT], ids=["404", "500", "silence"])
async def test_three_failures_within_an_hour_are_not_three_strikes(
    behaviour, server: BadServer, life: Life
) -> None:
    server.serve(STORY, behaviour)
    url = server.url(STORY)
    document_id = await life.cite(url)
    for _ in range(5):
        await life.pass_time(10 * MINUTE)
        await look_now(life, url)
    look = await only(life, document_id)
    assert len(await life.history(url)) == 6
    assert (look.link.strikes, look.link.dead) == (1, False)
    await life.pass_time(7 * DAY)  # one more look, long after: still only the second
    assert (await only(life, document_id)).link.dead is False


async def test_three_404s_over_six_days_are_dead_and_a_week_later_the_page_is_back(
    server: BadServer, life: Life
) -> None:
    server.serve(STORY, in_turn(NOT_FOUND, NOT_FOUND, NOT_FOUND, ARTICLE))
    url = server.url(STORY)
    document_id = await life.cite(url)
    for days in (3, 3):
        assert not (await only(life, document_id)).link.dead
        await life.pass_time(days * DAY)
    assert (await only(life, document_id)).codes >= {"link_dead"}
    await look_now(life, url)
    look = await only(life, document_id)
    assert (look.link.state, look.link.dead, look.link.strikes) == (S.ALIVE, False, 0)
    assert "link_dead" not in look.codes
    turns = [event.kind for event in events(await life.history(url))]
    assert turns == [LinkEventKind.FIRST_CHECKED, LinkEventKind.DIED, LinkEventKind.REVIVED]


@pytest.mark.parametrize("behaviour", [ARTICLE, NOT_FOUND, GONE], ids=["alive", "404", "410"])
async def test_a_clock_set_back_a_day_neither_kills_nor_hangs(
    behaviour, server: BadServer, life: Life
) -> None:
    server.serve(STORY, behaviour)
    url = server.url(STORY)
    document_id = await life.cite(url)
    await life.pass_time(12 * HOUR)
    await look_now(life, url)
    before = await only(life, document_id)
    life.clock.set(life.clock.now() - DAY)
    async with asyncio.timeout(PATIENCE):
        assert await life.cite(url) == document_id
        await settle([document_id], life.tools)  # as `check` waits for it
    assert len(server.asked(STORY)) == 3
    after = await only(life, document_id)
    assert after.link.state is before.link.state
    assert after.link.dead is before.link.dead
    asked = len(server.asked(STORY))
    for _ in range(8):
        await life.pass_time(5 * DAY)
    assert len(server.asked(STORY)) > asked, "the link is no longer looked at"
    now = await only(life, document_id)
    assert now.link.dead is (behaviour is not ARTICLE)
    assert now.link.checked_at is not None
    assert now.link.checked_at > before.at


async def test_a_clock_set_back_lets_no_failure_count_for_days_that_did_not_pass(
    server: BadServer, life: Life
) -> None:
    server.serve(STORY, NOT_FOUND)
    url = server.url(STORY)
    start = life.clock.now()
    document_id = await life.cite(url)
    for offset in (5 * DAY, 2 * DAY, 5 * DAY, HOUR):  # forwards and back again
        life.clock.set(start + offset)
        await look_now(life, url)
        assert not (await only(life, document_id)).link.dead


@pytest.mark.parametrize("how", ["faults", "silence", "closed port"])
async def test_an_outage_of_a_host_with_fifty_links_is_one_incident(
    how: str, server: BadServer, tmp_path: Path
) -> None:
    urls = [server.url(f"/2019/10/story-number-{number}") for number in range(50)]
    up = {"on": True}

    async def story(connection, seen):  # type: ignore[no-untyped-def]
        if up["on"]:
            return await ARTICLE(connection, seen)
        return await (SILENT if how == "silence" else FAULT)(connection, seen)

    server.serve("*", story)
    async with living(tmp_path, network=network(read=0.05)) as life:
        document_id = await life.cite(*urls)
        if how == "closed port":
            await server.__aexit__()
        up["on"] = False
        host = HostKey(f"127.0.0.1:{server.port}")
        for _ in range(7):
            await life.pass_time(DAY)
            flags = [flag for flag in await life.tools.views.host_flags(host) if flag.cleared_at is None]
            for look in (await life.looks(document_id)).values():
                assert (look.link.strikes, look.link.dead) == (0, False)
                assert look.link.link_class is LinkClass.ALIVE
                assert [flag for flag in look.flags if flag.severity != "low"] == []
        assert [flag.code for flag in flags] == [FlagCode.HOST_INCIDENT]
        if how == "closed port":
            await server.__aenter__()
        up["on"] = True
        await life.pass_time(DAY)
        assert [flag for flag in await life.tools.views.host_flags(host) if flag.cleared_at is None] == []


async def test_our_own_outage_is_no_flag_whatever_it_looks_like(server: BadServer, tmp_path: Path) -> None:
    resolver = with_canaries()
    hosts = [f"paper-{number}.example" for number in range(9)]
    for host in hosts:
        resolver.has(host, "127.0.0.1")
        server.serve(STORY, ARTICLE, host=host)
    async with living(tmp_path, resolver) as life:
        document_id = await life.cite(*(f"http://{host}:{server.port}{STORY}" for host in hosts))
        for failure in ("nxdomain", "servfail", "timeout"):
            for name in [*hosts, *network().canaries]:
                resolver.fails(name, failure)
            for _ in range(6):
                await life.pass_time(5 * DAY)
                for look in (await life.looks(document_id)).values():
                    assert (look.link.state, look.link.strikes) == (S.ALIVE, 0)
                    assert [flag for flag in look.flags if flag.severity != "low"] == []
        assert await life.tools.catalog.unjudged(99) == []
        for host in hosts:
            resolver.has(host, "127.0.0.1")
        resolver.has("example.com", CANARY)
        await life.pass_time(HOUR)
        for look in (await life.looks(document_id)).values():
            assert (look.link.state, look.link.checked_at) == (S.ALIVE, life.clock.now())


async def test_an_answer_304_to_our_etag_is_the_page_unchanged(server: BadServer, life: Life) -> None:
    page = ByEtag(article())
    server.serve(STORY, page)
    document_id = await life.cite(server.url(STORY))
    await life.pass_time(8 * DAY)
    asked = server.asked(STORY)
    assert [seen.header("if-none-match") for seen in asked] == [None, '"one"']
    look = await only(life, document_id)
    assert (look.link.state, look.link.status, look.link.drift) == (S.ALIVE, 304, Drift.UNCHANGED)


async def test_a_page_that_now_leads_to_an_old_one_is_not_unchanged(server: BadServer, life: Life) -> None:
    server.serve(STORY, ByEtag(article()))
    document_id = await life.cite(server.url(STORY))
    server.serve(STORY, redirect("/errors/404.html"))
    server.serve("/errors/404.html", ByEtag(html("Page not found", "<h1>Page not found</h1>")))
    for _ in range(3):
        await life.pass_time(8 * DAY)
    look = await only(life, document_id)
    assert (look.link.state, look.link.dead) == (S.SOFT_404, True)


async def test_a_new_body_under_the_same_etag_is_seen(server: BadServer, life: Life) -> None:
    page = ByEtag(article())
    server.serve(STORY, page)
    document_id = await life.cite(server.url(STORY))
    page.body = article(
        "A quay without a single tree", "Nobody planted anything at all.", "Not one tree stands."
    )
    page.answers_304 = False  # it sends what it has, and forgot to change the tag
    await life.pass_time(8 * DAY)
    look = await only(life, document_id)
    assert (look.link.state, look.link.status) == (S.ALIVE, 200)
    assert look.link.drift in (Drift.CHANGED, Drift.REPLACED)
    page.body, page.answers_304 = article(), True  # now it says "unchanged" of what we have not got any more
    await life.pass_time(40 * DAY)
    for _ in range(6):
        await life.pass_time(7 * DAY)
    assert (await only(life, document_id)).link.drift is Drift.UNCHANGED


async def test_a_304_that_nobody_asked_for_is_neither_alive_nor_dead(server: BadServer, life: Life) -> None:
    page = ByEtag(b"")
    server.serve(STORY, in_turn(NOT_FOUND, page))
    document_id = await life.cite(server.url(STORY))
    for _ in range(12):
        await life.pass_time(4 * DAY)
        assert not (await only(life, document_id)).link.dead


@pytest.mark.parametrize(("said", "reason"), [("NXDOMAIN", "does not exist"), ("NOERROR", "has no address")])
async def test_a_name_is_gone_when_both_name_servers_say_so(said: str, reason: str, tmp_path: Path) -> None:
    answers = {"first": said, "second": said}
    async with name_server(answers, "first") as first, name_server(answers, "second") as second:
        resolver = DnsResolver([first, second], hosts_file=tmp_path / "hosts")
        async with living(tmp_path, resolver) as life:
            document_id = await life.cite(f"http://paper.example{STORY}")
            died = []
            for _ in range(8 * 2):
                died += [life.clock.now()] if (await only(life, document_id)).link.dead else []
                await life.pass_time(12 * HOUR)
            history = await life.history(f"http://paper.example{STORY}")
    assert {seen.state for seen in history} == {S.DNS_GONE}
    assert {seen.reason for seen in history} == {f"The name paper.example {reason}."}
    assert died[0] - history[0].at == 7 * DAY


@pytest.mark.parametrize("other", ["SERVFAIL", "REFUSED"])
async def test_a_name_on_which_name_servers_disagree_is_never_gone(other: str, tmp_path: Path) -> None:
    answers = {"first": "NXDOMAIN", "second": other}
    async with name_server(answers, "first") as first, name_server(answers, "second") as second:
        resolver = DnsResolver([first, second], hosts_file=tmp_path / "hosts")
        async with living(tmp_path, resolver) as life:
            document_id = await life.cite(f"http://paper.example{STORY}")
            for _ in range(10):
                await life.pass_time(2 * DAY)
                look = await only(life, document_id)
                assert (look.link.state, look.link.dead) == (S.DNS_TRANSIENT, False)
                assert [flag for flag in look.flags if flag.severity != "low"] == []


async def test_a_persons_word_wins_over_every_observation(server: BadServer, life: Life) -> None:
    server.serve(STORY, NOT_FOUND)
    url = server.url(STORY)
    document_id = await life.cite(url)
    for _ in range(4):
        await life.pass_time(3 * DAY)
    assert (await only(life, document_id)).link.dead
    citation = (await life.tools.views.document(document_id, online=True)).citations[0].citation
    word = Decided(ReviewId("r1"), citation.id, Decision.LINK_WORKS, "Jelena", "It opens in a browser.")
    await review(word, life.tools)
    for _ in range(3):
        await life.pass_time(31 * DAY)
        look = await only(life, document_id)
        assert (look.link.state, look.link.link_class, look.link.dead) == (S.ALIVE, LinkClass.ALIVE, False)
        assert look.codes == {"link_http_only"}
        assert "Set by Jelena" in look.link.reason
    assert (await life.history(url))[-1].state is S.NOT_FOUND, "what we see stays on record"


async def test_a_page_behind_a_robots_txt_that_fails_is_looked_at_again_within_hours(
    server: BadServer, tmp_path: Path
) -> None:
    """It is the host's bad hour, not its wish: a policy would be looked at again after a week."""
    busy = sends(answer(503))
    server.serve("/robots.txt", in_turn(busy, busy, sends(answer(200, b"User-agent: *\nDisallow:\n"))))
    server.serve(STORY, ARTICLE)
    async with living(tmp_path, network=network(obey_robots=True)) as life:
        document_id = await life.cite(server.url(STORY))
        seen = []
        for step in (HOUR, 6 * HOUR, DAY):
            look = await only(life, document_id)
            seen.append((look.link.state, look.link.next_check_at - look.at))
            assert not look.codes & {"source_walled", "link_dead"}
            await life.pass_time(step)
    assert seen == [(S.NOT_CHECKED, HOUR), (S.NOT_CHECKED, 6 * HOUR), (S.ALIVE, 7 * DAY)]
    assert len(server.asked(STORY)) == 1


@asynccontextmanager
async def name_server(answers: dict[str, str], name: str) -> AsyncIterator[str]:
    """A name server on loopback: its answer to everything, save to the canaries, which exist."""

    class Server(asyncio.DatagramProtocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = transport

        def datagram_received(self, data: bytes, address: tuple[str, int]) -> None:
            asked = dns.message.from_wire(data)
            reply = dns.message.make_response(asked, recursion_available=True)
            question = asked.question[0]
            if question.name.to_text(omit_final_dot=True) in network().canaries:
                if question.rdtype == dns.rdatatype.A:
                    reply.answer.append(dns.rrset.from_text(question.name, 60, "IN", "A", CANARY))
            else:
                reply.set_rcode(dns.rcode.from_text(answers[name]))
            self.transport.sendto(reply.to_wire(), address)  # type: ignore[attr-defined]

    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Server, local_addr=("127.0.0.1", 0))
    try:
        yield "127.0.0.1:{}".format(transport.get_extra_info("sockname")[1])
    finally:
        transport.close()
