"""A page that has not changed is neither sent again nor read again; its claims still are laid beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from tests.flows.conftest import World

from citecheck.flows.look import Look, LookRequest
from citecheck.model import FetchRequest, LinkState, PoolFailure
from citecheck.testing import FakePage, InlinePool

T = TypeVar("T")
URL = "https://mill.example/2026/02/the-bridge"
TAGGED = (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"v1"'))


class CountingPool(InlinePool):
    """Counts what was looked at, and what of it was read anew."""

    def __init__(self) -> None:
        super().__init__()
        self.looked = self.read = self.prepared = 0

    async def run(self, task: Callable[..., T], *arguments: object) -> T | PoolFailure:
        result = await super().run(task, *arguments)
        if isinstance(result, Look) and isinstance(arguments[0], LookRequest):
            self.looked += 1
            self.read += arguments[0].known is None
            self.prepared += len(result.prepared)
        return result


def counted(world: World) -> CountingPool:
    pool = CountingPool()
    world.tools = replace(world.tools, pool=pool)
    return pool


def last(world: World) -> FetchRequest:
    return world.web.requests[-1]


async def test_an_unchanged_page_is_answered_with_304_and_its_reading_used_again(
    world: World, page: bytes
) -> None:
    pool = counted(world)
    world.web.serve(URL, FakePage(200, page, TAGGED))
    document_id = await world.add(f"The council paid for [the bridge at Old Mill]({URL}).")
    await world.settle()
    assert (pool.read, pool.prepared, last(world).etag) == (1, 1, None)
    await world.pass_time(timedelta(days=8))
    assert last(world).etag == '"v1"'
    assert (pool.looked, pool.read, pool.prepared) == (2, 1, 2)
    (now,) = await world.citations(document_id)
    assert (now.link.state, now.link.status) == (LinkState.ALIVE, 304)
    assert now.reading is not None
    assert now.reading.title == "The bridge at Old Mill"
    assert now.verdict is not None
    captures = await world.tools.views.source_captures(now.citation.source.key)
    assert captures[1].refers_to == captures[0].record


async def test_the_same_bytes_without_an_etag_are_not_read_again(world: World, page: bytes) -> None:
    pool = counted(world)
    world.web.page(URL, page)
    await world.add(f"The council paid for [the bridge at Old Mill]({URL}).")
    await world.settle()
    await world.pass_time(timedelta(days=8))
    assert (pool.looked, pool.read, pool.prepared) == (2, 1, 2)


async def test_another_body_under_the_same_etag_is_read(world: World, page: bytes) -> None:
    pool = counted(world)
    other = page.replace(b"market", b"harbour")
    world.web.serve(URL, FakePage(200, page, TAGGED), FakePage(200, other, (*TAGGED[:1], ("ETag", '"v2"'))))
    await world.add(f"The council paid for [the bridge at Old Mill]({URL}).")
    await world.settle()
    await world.pass_time(timedelta(days=8))
    assert (pool.looked, pool.read) == (2, 2)


async def test_a_page_is_fetched_whole_once_a_month(world: World, page: bytes) -> None:
    world.web.serve(URL, FakePage(200, page, TAGGED))
    await world.add(f"The council paid for [the bridge at Old Mill]({URL}).")
    await world.settle()
    for _ in range(5):
        await world.pass_time(timedelta(days=15))
    assert [request.etag for request in world.web.requests].count(None) >= 2


async def test_a_page_that_was_not_alive_is_fetched_whole(world: World) -> None:
    gone = b"<title>Page not found</title><h1>Page not found</h1><p>The page does not exist.</p>"
    world.web.serve(URL, FakePage(200, gone, TAGGED))
    document_id = await world.add(f"The council paid for [the bridge at Old Mill]({URL}).")
    await world.settle()
    await world.pass_time(timedelta(days=4))
    assert [request.etag for request in world.web.requests if request.url == URL] == [None, None]
    (now,) = await world.citations(document_id)
    assert now.link.state is LinkState.SOFT_404
