"""What every Fetcher keeps: the one over the web, and the fake that flows are tested with."""

from collections.abc import AsyncIterator
from typing import Protocol

import pytest
from tests.badweb.server import CLOSED, BadServer, answer, redirect, sends
from tests.badweb.world import fetcher, network

from citecheck.adapters.clock import SystemClock
from citecheck.model import FailureKind, Fetched, FetchRequest, HostKey, Resolution, SourceKey
from citecheck.ports import Fetcher
from citecheck.testing.web import FakeFetcher, FakeResolver

HTML = ("Content-Type", "text/html")
CANARY = "canary.example"


class World(Protocol):
    """A fetcher and a web of which a test says what it serves."""

    fetcher: Fetcher

    def url(self, path: str) -> str: ...
    def page(self, path: str, body: bytes, *headers: tuple[str, str]) -> None: ...
    def redirect(self, path: str, location: str) -> None: ...
    def empty_reply(self, path: str) -> None: ...
    def cut_off(self) -> None: ...


class FakeWorld:
    def __init__(self) -> None:
        self.fetcher = FakeFetcher(SystemClock())

    def url(self, path: str) -> str:
        return f"http://host.example{path}"

    def page(self, path: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.fetcher.page(self.url(path), body, HTML, *headers)

    def redirect(self, path: str, location: str) -> None:
        self.fetcher.redirect(self.url(path), location)

    def empty_reply(self, path: str) -> None:
        self.fetcher.fail(self.url(path), FailureKind.EMPTY_REPLY)

    def cut_off(self) -> None:
        self.fetcher.is_online = False


class HttpWorld:
    def __init__(self, server: BadServer) -> None:
        self._server = server
        self._resolver = FakeResolver()
        self._resolver.has("127.0.0.1", "127.0.0.1")
        self._resolver.has(CANARY, "8.8.8.8")
        self.fetcher = fetcher(network(obey_robots=True, canaries=(CANARY,)), self._resolver)

    def url(self, path: str) -> str:
        return self._server.url(path)

    def page(self, path: str, body: bytes, *headers: tuple[str, str]) -> None:
        whole = sends(answer(200, body, [HTML, *headers]))
        unchanged = sends(answer(304, b"", headers, length=None))

        async def behave(connection, seen) -> bool:  # type: ignore[no-untyped-def]
            asked = seen.header("If-None-Match")
            known = asked is not None and ("ETag", asked) in headers
            return await (unchanged if known else whole)(connection, seen)

        self._server.serve(path, behave)

    def redirect(self, path: str, location: str) -> None:
        self._server.serve(path, redirect(location))

    def empty_reply(self, path: str) -> None:
        self._server.serve(path, sends(b"", then=CLOSED))

    def cut_off(self) -> None:
        self._resolver.fails(CANARY, "timeout")


@pytest.fixture(params=["fake", "http"])
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    if request.param == "fake":
        yield FakeWorld()
        return
    async with BadServer() as server:
        yield HttpWorld(server)


async def fetch(world: World, url: str, **changes: object) -> Fetched:
    async with world.fetcher.session(HostKey("host.example:80")) as session:
        return await session.fetch(FetchRequest(SourceKey("key"), url, **changes))  # type: ignore[arg-type]


async def test_a_page(world: World) -> None:
    world.page("/a", b"<p>hello")
    got = await fetch(world, world.url("/a"))
    assert (got.outcome.source_key, got.outcome.url) == ("key", world.url("/a"))
    assert (got.outcome.status, got.outcome.failure, got.outcome.robots_ignored) == (200, None, False)
    assert got.outcome.final is not None
    assert got.outcome.final.header("content-TYPE") == "text/html"
    (exchange,) = got.exchanges
    assert exchange.url == world.url("/a")
    assert exchange.request.startswith(b"GET /a HTTP/1.1\r\nHost: ")
    assert exchange.response.startswith(b"HTTP/1.1 200 ")
    assert exchange.response.endswith(b"\r\n\r\n<p>hello")
    assert (exchange.payload, exchange.truncated) == (b"<p>hello", None)


async def test_times_are_aware(world: World) -> None:
    got = await fetch(world, world.url("/a"))
    times = [got.outcome.started_at, got.outcome.hops[0].started_at, got.exchanges[0].started_at]
    assert all(time.tzinfo is not None for time in times)
    assert got.outcome.elapsed >= 0


async def test_a_page_that_is_not_there_is_an_answer(world: World) -> None:
    got = await fetch(world, world.url("/nowhere"))
    assert (got.outcome.status, got.outcome.failure) == (404, None)


async def test_redirects_are_followed(world: World) -> None:
    world.redirect("/a", "/b")
    world.redirect("/b", world.url("/c"))
    world.page("/c", b"here")
    got = await fetch(world, world.url("/a"))
    assert [hop.url for hop in got.outcome.hops] == [world.url(path) for path in ("/a", "/b", "/c")]
    assert [exchange.payload for exchange in got.exchanges] == [b"", b"", b"here"]


async def test_redirects_without_end(world: World) -> None:
    for number in range(30):
        world.redirect(f"/{number}", f"/{number + 1}")
    got = await fetch(world, world.url("/0"))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.LOOP
    assert len(got.outcome.hops) == 11


async def test_a_failure_is_a_value(world: World) -> None:
    world.redirect("/a", "/b")
    world.empty_reply("/b")
    got = await fetch(world, world.url("/a"))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.EMPTY_REPLY
    assert got.outcome.failure.detail
    assert [exchange.url for exchange in got.exchanges] == [world.url("/a")]


async def test_a_url_that_is_none_is_a_value(world: World) -> None:
    got = await fetch(world, "mailto:a@example.org")
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.BAD_URL
    assert (got.outcome.hops, got.exchanges, got.outcome.status) == ((), (), None)


async def test_a_page_that_did_not_change(world: World) -> None:
    world.page("/a", b"hello", ("ETag", '"1"'))
    assert (await fetch(world, world.url("/a"), etag='"1"')).outcome.status == 304
    assert (await fetch(world, world.url("/a"), etag='"2"')).outcome.status == 200


async def test_only_the_page_itself_is_asked_whether_it_changed(world: World) -> None:
    world.page("/not-found.html", b"no such page", ("ETag", '"1"'))
    world.redirect("/a", "/not-found.html")
    got = await fetch(world, world.url("/a"), etag='"1"')
    assert got.outcome.status == 200
    assert b'"1"' in got.exchanges[0].request
    assert b'"1"' not in got.exchanges[1].request


async def test_ignoring_robots_is_told(world: World) -> None:
    assert (await fetch(world, world.url("/a"), obey_robots=False)).outcome.robots_ignored


async def test_a_session_fetches_one_after_another(world: World) -> None:
    world.page("/a", b"a")
    world.page("/b", b"b")
    async with world.fetcher.session(HostKey("host.example:80")) as session:
        got = [await session.fetch(FetchRequest(SourceKey(p), world.url(p))) for p in ("/a", "/b", "/a")]
    assert [one.exchanges[0].payload for one in got] == [b"a", b"b", b"a"]


async def test_online(world: World) -> None:
    assert await world.fetcher.online()
    world.cut_off()
    assert not await world.fetcher.online()


async def test_the_canary_is_asked_for_anew() -> None:
    """What a name server said before our network went down says nothing of now."""
    looks: list[bool] = []

    class Remembering(FakeResolver):
        async def resolve(self, host: str, *, fresh: bool = False) -> Resolution:
            looks.append(fresh)
            return await super().resolve(host, fresh=fresh)

    resolver = Remembering()
    resolver.has(CANARY, "8.8.8.8")
    assert await fetcher(network(canaries=(CANARY,)), resolver).online()
    assert looks == [True]


async def test_a_session_knows_whether_others_answer(world: World) -> None:
    world.page("/a", b"hello")
    async with world.fetcher.session(HostKey("other.example:80")) as session:
        before = SystemClock().now()
        assert not await session.others_answered(before)
        assert await session.doubtful() == set()
