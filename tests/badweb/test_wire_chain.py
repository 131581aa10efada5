"""Redirects, cookies, robots.txt and the pace of a host."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from tests.badweb.server import (
    BadServer,
    answer,
    hangs,
    in_turn,
    redirect,
    resets,
    sends,
)
from tests.badweb.world import LiteralResolver, asks, drain, fetch, fetcher, network

from citecheck.adapters.http import HttpFetcher
from citecheck.model import FailureKind, Fetched, HostKey
from citecheck.testing.web import FakeResolver

PAGE = answer(200, b"<p>here")
ROBOTS = network(obey_robots=True)


def kind(got: Fetched) -> FailureKind | None:
    return got.outcome.failure.kind if got.outcome.failure else None


def robots(text: str, status: int = 200) -> bytes:
    return answer(status, text.encode(), [("Content-Type", "text/plain")])


async def test_redirects_are_followed_and_every_hop_is_kept(server: BadServer) -> None:
    server.serve("/1", redirect("/2", 301))
    server.serve("/2", redirect("3?x=1", 303))
    server.serve("/3", redirect(server.url("/4"), 307))
    server.serve("/4", redirect(f"//127.0.0.1:{server.port}/5", 308))
    server.serve("/5", sends(PAGE))
    got = await fetch(server.url("/1"))
    assert [hop.status for hop in got.outcome.hops] == [301, 303, 307, 308, 200]
    assert [exchange.url for exchange in got.exchanges] == [
        server.url(path) for path in ("/1", "/2", "/3?x=1", "/4", "/5")
    ]
    assert (got.outcome.url, server.connections) == (server.url("/1"), 1)


async def test_a_location_in_raw_utf_8(server: BadServer) -> None:
    location = "/straße und mehr".encode().decode("latin-1")
    server.serve("/", redirect(location))
    await fetch(server.url())
    assert server.log[1].path == "/stra%C3%9Fe%20und%20mehr"


async def test_a_redirect_to_another_host_opens_a_connection_of_its_own(server: BadServer) -> None:
    async with BadServer(address="127.0.0.2") as other:
        server.serve("*", redirect(other.url("/")))
        other.serve("/", sends(PAGE))
        got = await drain([server.url("/1"), server.url("/2")])
    assert [one.outcome.status for one in got] == [200, 200]
    assert (server.connections, other.connections) == (1, 1)


@pytest.mark.parametrize("location", ["/", "http://127.0.0.1:{port}/#again"])
async def test_a_redirect_to_itself_is_a_loop(server: BadServer, location: str) -> None:
    server.serve("/", redirect(location.format(port=server.port)))
    got = await fetch(server.url())
    assert kind(got) is FailureKind.LOOP
    assert (len(server.log), len(got.exchanges)) == (1, 1)


async def test_too_many_redirects_are_a_loop(server: BadServer) -> None:
    for number in range(21):
        server.serve(f"/{number}", redirect(f"/{number + 1}"))
    got = await fetch(server.url("/0"))
    assert kind(got) is FailureKind.LOOP
    assert len(got.outcome.hops) == 11


async def test_cookies_open_a_gate_within_one_chain(server: BadServer) -> None:
    async def gate(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        opened = seen.header("Cookie") == "seen=1"
        closed = answer(302, b"", [("Location", "/"), ("Set-Cookie", "seen=1; Path=/")])
        return await sends(PAGE if opened else closed)(connection, seen)

    server.serve("/", gate)
    got = await fetch(server.url())
    assert [hop.status for hop in got.outcome.hops] == [302, 200]


async def test_cookies_do_not_leak_into_another_source(server: BadServer) -> None:
    server.serve("/a", sends(answer(200, b"", [("Set-Cookie", "who=a; Path=/")])))
    server.serve("/b", sends(PAGE))
    await drain([server.url("/a"), server.url("/b"), server.url("/a")])
    assert [seen.header("Cookie") for seen in server.log] == [None, None, None]


@pytest.mark.parametrize(
    "cookie", ["=", ";;;", "a=b; expires=9", "a=\xff\xfe; Max-Age=99999999999999999", "a" * 9000]
)
async def test_an_unreadable_cookie_is_no_cookie(server: BadServer, cookie: str) -> None:
    server.serve("/", in_turn(sends(answer(302, b"", [("Location", "/x"), ("Set-Cookie", cookie)]))))
    server.serve("/x", sends(PAGE))
    assert (await fetch(server.url())).outcome.status == 200


async def test_conditions_are_not_sent_to_another_host(server: BadServer) -> None:
    async with BadServer(address="127.0.0.2") as other:
        server.serve("/", redirect(other.url("/")))
        await fetch(server.url(), etag='"1"')
    assert [seen.header("If-None-Match") for seen in (*server.log, *other.log)] == ['"1"', None]


async def test_robots_keep_us_from_a_page_and_no_further(server: BadServer) -> None:
    server.serve(
        "/robots.txt", sends(robots("User-agent: citecheck\nDisallow: /private/\nAllow: /private/open"))
    )
    server.serve("*", sends(PAGE))
    urls = [server.url(path) for path in ("/private/a", "/private/open", "/public")]
    got = await drain(urls, ROBOTS)
    assert [kind(one) for one in got] == [FailureKind.ROBOTS, None, None]
    assert [seen.path for seen in server.log] == ["/robots.txt", "/private/open", "/public"]
    assert (got[0].outcome.hops, got[0].exchanges) == ((), ())
    assert len(got[2].exchanges) == 1
    assert not got[2].outcome.robots_ignored


async def test_a_person_may_overrule_robots_which_is_told(server: BadServer) -> None:
    server.serve("/robots.txt", sends(robots("User-agent: *\nDisallow: /")))
    server.serve("/", sends(PAGE))
    got = await fetch(server.url(), ROBOTS, obey_robots=False)
    assert (got.outcome.status, got.outcome.robots_ignored) == (200, True)
    assert server.asked("/robots.txt") == []


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (sends(answer(404)), None),
        (sends(answer(403)), None),
        (sends(answer(429)), None),
        (sends(answer(500)), FailureKind.ROBOTS_UNREADABLE),
        (sends(answer(503)), FailureKind.ROBOTS_UNREADABLE),
        (redirect("/robots.txt"), None),
        (redirect("/rules"), FailureKind.ROBOTS),
        (redirect("http://10.0.0.1/robots.txt"), None),
        (sends(robots("User-agent: *\nDisallow: /\n" + "#" * 600_000)), FailureKind.ROBOTS),
        (sends(robots("User-agent: *\n" + "#" * 600_000 + "\nDisallow: /")), None),
        (resets(), FailureKind.RESET),
        (hangs(), FailureKind.READ_TIMEOUT),
    ],
)
async def test_what_robots_answers_other_than_rules(
    server: BadServer, response: object, expected: FailureKind | None
) -> None:
    server.serve("/robots.txt", response)  # type: ignore[arg-type]
    server.serve("/rules", sends(robots("User-agent: *\nDisallow: /")))
    server.serve("/page", sends(PAGE))
    got = await fetch(server.url("/page"), ROBOTS)
    assert kind(got) is expected
    told = "/robots.txt" if expected is FailureKind.ROBOTS_UNREADABLE else "/page"
    assert got.outcome.hops == () or got.outcome.hops[-1].url == server.url(told)


async def test_robots_that_cannot_be_read_are_the_hosts_trouble(server: BadServer) -> None:
    server.serve("/robots.txt", sends(answer(503, b"", [("Retry-After", "120")])))
    got = await drain([server.url("/a"), server.url("/b")], ROBOTS)
    assert [seen.path for seen in server.log] == ["/robots.txt"]
    for one in got:
        assert one.outcome.failure is not None
        assert one.outcome.failure.detail == "robots.txt could not be read (status 503)"
        assert (one.outcome.status, one.exchanges) == (503, ())
        assert one.outcome.retry_after(one.outcome.started_at, 3600.0) is not None


async def test_robots_are_asked_for_at_every_host_on_the_way(server: BadServer) -> None:
    async with BadServer(address="127.0.0.2") as other:
        server.serve("/", redirect(other.url("/")))
        other.serve("/robots.txt", sends(robots("User-agent: *\nDisallow: /")))
        got = await fetch(server.url(), ROBOTS)
    assert (kind(got), got.outcome.status) == (FailureKind.ROBOTS, 302)


class DayClock:
    """Days pass when told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.mark.parametrize("obey", [True, False])
@pytest.mark.parametrize("host", ["i❤.example", "xn--ls8h.example", "xn--i-7iq.example"])
async def test_names_of_older_rules_are_fetched(server: BadServer, host: str, obey: bool) -> None:
    resolver = LiteralResolver()
    for name in ("xn--i-7iq.example", "xn--ls8h.example"):
        resolver.has(name, "127.0.0.1")
    server.serve("/page", sends(PAGE))
    got = await fetch(f"http://{host}:{server.port}/page", network(obey_robots=obey), resolver)
    assert got.outcome.status == 200
    name = host if host.isascii() else "xn--i-7iq.example"
    assert {seen.header("Host") for seen in server.log} == {f"{name}:{server.port}"}
    assert b"\r\nHost: " in server.log[-1].head


@pytest.mark.parametrize("name", ["xn--a-0000h", "xn--zzzz-99999999", "xn--", "a..b", "💩\udcff"])
async def test_a_redirect_to_a_name_that_is_none_is_a_value(server: BadServer, name: str) -> None:
    location = f"http://{name}/".encode("utf-8", "surrogateescape").decode("latin-1")
    server.serve("/", redirect(location, 301))
    got = await fetch(server.url(), ROBOTS)
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.BAD_URL


@pytest.mark.parametrize("location", ["http://user:s3cret@a.example/x", "//user:s3cret@[a.example/x"])
async def test_a_password_in_a_redirect_is_not_told_on(server: BadServer, location: str) -> None:
    server.serve("/", redirect(location))
    got = await fetch(server.url())
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.BAD_URL
    assert "a.example" in got.outcome.failure.detail
    assert "s3cret" not in got.outcome.failure.detail


async def test_robots_are_kept_for_a_day_by_all_sessions(server: BadServer) -> None:
    clock = DayClock()
    web = fetcher(ROBOTS, clock=clock)
    for hours in (0, 23, 2):
        clock.at += timedelta(hours=hours)
        async with web.session(HostKey("any")) as session:
            await session.fetch(asks(server.url("/")))
    assert len(server.asked("/robots.txt")) == 2


GRAIN = 0.002  # seconds: two processes' clocks are read at different moments


async def test_the_server_sees_the_interval_between_all_requests(server: BadServer) -> None:
    """Robots, redirects and pages of several sessions, from the server's own log."""
    interval = 0.15
    web = fetcher(network(obey_robots=True, interval=interval))
    server.serve("/a", redirect("/b"))
    server.serve("/b", sends(PAGE))

    async def drained() -> None:
        async with web.session(HostKey("any")) as session:
            await session.fetch(asks(server.url("/a")))
            await session.fetch(asks(server.url("/c")))

    await asyncio.gather(drained(), drained())
    assert len(server.log) >= 7
    apart = [later.at - earlier.at for earlier, later in pairwise(server.log)]
    assert min(apart) >= interval - GRAIN, apart


async def test_waiting_for_the_turn_is_not_counted(server: BadServer) -> None:
    settings = network(interval=0.4, deadline=0.3)
    got = await drain([server.url("/1"), server.url("/2")], settings)
    assert [one.outcome.status for one in got] == [404, 404]


async def test_a_host_may_have_an_interval_of_its_own(server: BadServer) -> None:
    clock = DayClock()
    resolver = FakeResolver()
    resolver.has("127.0.0.1", "127.0.0.1")
    web = HttpFetcher(network(), resolver, clock, interval_of=lambda host: 60.0)
    async with web.session(HostKey("any")) as session:
        for number in range(3):
            await session.fetch(asks(server.url(f"/{number}")))
    assert clock.at - datetime(2026, 11, 22, tzinfo=UTC) >= timedelta(seconds=120)


async def test_cancelling_ends_a_fetch_and_its_connection(server: BadServer) -> None:
    asked = asyncio.Event()

    async def tells(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        asked.set()
        return await hangs()(connection, seen)

    server.serve("/", tells)
    task = asyncio.create_task(fetch(server.url(), network(read=20.0)))
    await asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, False),
        ({"b.example": ("10.0.0.1",)}, False),
        ({"b.example": ("8.8.8.8",)}, True),
    ],
)
async def test_we_are_online_when_a_canary_has_a_public_address(
    answers: dict[str, tuple[str, ...]], expected: bool
) -> None:
    resolver = FakeResolver()
    for name, addresses in answers.items():
        resolver.has(name, *addresses)
    assert await fetcher(network(canaries=("a.example", "b.example")), resolver).online() is expected
