"""The clients that are measured, each in a process of its own: python -m benchmarks.clients NAME FILE."""

import asyncio
import contextlib
import gc
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any

AT_ONCE = 200  # requests at the same time: one to each of the site's addresses


async def pooled_httpx(urls: list[str]) -> int:
    """One AsyncClient with its pool as it comes, AT_ONCE requests at a time, bodies thrown away."""
    return await _httpx(urls, AT_ONCE)


async def pooled_httpx_64(urls: list[str]) -> int:
    """The same with 64 requests at a time: its cost grows with the connections that wait for the pool."""
    return await _httpx(urls, 64)


async def _httpx(urls: list[str], at_once: int) -> int:
    import httpx

    places = asyncio.Semaphore(at_once)
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:

        async def one(url: str) -> int:
            async with places:
                answer = await client.get(url)
                return len(answer.content) if answer.status_code == 200 else 0

        await one(urls[0])
        with _counted():
            return sum(size > 0 for size in await asyncio.gather(*map(one, urls)))


@contextlib.contextmanager
def _counted() -> Iterator[None]:
    """Print the CPU seconds of this process within; starting and first uses lie before."""
    gc.freeze()  # what is loaded by now is no client's cost
    before = os.times()
    yield
    after = os.times()
    print("CPU", round(after.user - before.user + after.system - before.system, 3))


async def citecheck_fetch(urls: list[str]) -> int:
    """Hosts drained as in service: fetched, WARC and rows on disk, classified by the page's head facts."""
    async with _service(urls) as tools:
        store = Classifying(tools.captures, tools.settings.network.limits)
        tools = replace(tools, captures=store)
        await _fetched(tools, hosts=1)
        store.alive = 0
        with _counted():
            await _fetched(tools)
        return store.alive


async def citecheck_get(urls: list[str]) -> int:
    """Fetched through the guard with every byte kept, and nothing put on record."""
    async with _service(urls) as tools:
        await _got(tools, hosts=1)
        with _counted():
            return await _got(tools)


async def citecheck_wire(urls: list[str]) -> int:
    """Fetched, WARC and rows on disk, not classified."""
    async with _service(urls) as tools:
        await _fetched(tools, hosts=1)
        with _counted():
            return await _fetched(tools)


async def citecheck_start(urls: list[str]) -> int:
    """Start and the list in the tables, nothing fetched: what is taken off the row of all that `check` does."""
    async with _service(urls):
        return 0


async def citecheck_read(urls: list[str]) -> int:
    """All that `check` does: also reading, dates and the states on record."""
    from citecheck.entrypoints.settle import settle

    async with _service(urls) as tools:
        documents = await tools.catalog.documents()
        await settle(documents, tools)
        result = await tools.views.document(documents[0], online=True)
        return sum(item.link.status == 200 and item.reading is not None for item in result.citations)


@contextlib.asynccontextmanager
async def _service(urls: list[str]) -> AsyncIterator[Any]:
    """citecheck as it runs, with the list taken in."""
    from citecheck.entrypoints.worker import calm_collector
    from citecheck.flows.intake import intake
    from citecheck.flows.submission import Submission
    from citecheck.settings import NetworkSettings, load_settings
    from citecheck.wiring import open_tools

    network = NetworkSettings(
        interval=0.0,
        obey_robots=False,
        allowed_networks=(ip_network("127.0.0.0/8"),),
        concurrent_hosts=AT_ONCE,
    )
    with tempfile.TemporaryDirectory() as scratch:
        settings = replace(load_settings({}), data_dir=Path(scratch), network=network)
        async with open_tools(settings) as tools:
            calm_collector()  # as `check` and `serve` do
            await intake(Submission("\n".join(urls).encode(), "urls.txt", media_type="text/uri-list"), tools)
            yield tools


async def _got(tools: Any, *, hosts: int = 10_000) -> int:
    from citecheck.model import FetchRequest

    places = asyncio.Semaphore(AT_ONCE)

    async def one(host: Any) -> int:
        async with places, tools.fetcher.session(host) as session:
            sources = await tools.catalog.due_sources(host, tools.clock.now(), 50)
            fetched = [await session.fetch(FetchRequest(each.key, each.url, False)) for each in sources]
        return sum(each.outcome.status == 200 for each in fetched)

    due = await tools.catalog.due_hosts(tools.clock.now(), hosts)
    return sum(await asyncio.gather(*(one(each.host) for each in due)))


async def _fetched(tools: Any, *, hosts: int = 10_000) -> int:
    from citecheck.flows.drain import drain

    places = asyncio.Semaphore(AT_ONCE)

    async def one(host: Any) -> int:
        async with places:
            return (await drain(host, tools)).fetched

    due = await tools.catalog.due_hosts(tools.clock.now(), hosts)
    return sum(await asyncio.gather(*(one(each.host) for each in due)))


class Classifying:
    """A capture store that also does what judging does at least, for each capture once it is on disk: decodes
    its payload, gathers its facts, and says what the observation and the status are."""

    def __init__(self, store: Any, limits: Any) -> None:
        self._store = store
        self._limits = limits
        self.alive = 0

    async def append(self, fetched: Any) -> Any:
        captures = await self._store.append(fetched)
        for one, capture in zip(fetched, captures, strict=True):
            self.alive += self._is_alive(one, capture)
        return captures

    def _is_alive(self, fetched: Any, capture: Any) -> bool:
        from citecheck.classify import ObserveContext, observe, status
        from citecheck.flows.probe import facts_of
        from citecheck.model import LinkState

        facts = facts_of(fetched.exchanges[-1].payload, capture.outcome.final, self._limits)
        link = status([observe(capture, facts, ObserveContext(cited_url=capture.outcome.url))])
        return link.state is LinkState.ALIVE


CLIENTS: dict[str, Callable[[list[str]], Coroutine[Any, Any, int]]] = {
    "httpx": pooled_httpx,
    "httpx-64": pooled_httpx_64,
    "citecheck-start": citecheck_start,
    "citecheck-get": citecheck_get,
    "citecheck-wire": citecheck_wire,
    "citecheck-fetch": citecheck_fetch,
    "citecheck-read": citecheck_read,
}

if __name__ == "__main__":
    name, file = sys.argv[1:]
    listed = Path(file).read_text().split()
    print(asyncio.run(CLIENTS[name](listed)), "of", len(listed), "fetched")
