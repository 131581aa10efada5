"""The clients that are measured, each in a process of its own: python -m benchmarks.clients NAME FILE."""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any

AT_ONCE = 64


async def pooled_httpx(urls: list[str]) -> int:
    """One AsyncClient with its pool, AT_ONCE requests at a time, bodies read and thrown away."""
    import httpx

    places = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:

        async def one(url: str) -> int:
            async with places:
                answer = await client.get(url)
                return len(answer.content) if answer.status_code == 200 else 0

        return sum(size > 0 for size in await asyncio.gather(*map(one, urls)))


async def citecheck_fetch(urls: list[str]) -> int:
    """Hosts drained as in service: fetched, WARC and rows on disk, classified by the page's head facts."""
    return await _citecheck(urls, classify=True)


async def citecheck_wire(urls: list[str]) -> int:
    """The same without classifying."""
    return await _citecheck(urls)


async def citecheck_read(urls: list[str]) -> int:
    """All that `check` does: also reading, dates and the states on record."""
    return await _citecheck(urls, read=True)


async def citecheck_intake(urls: list[str]) -> int:
    """Start, and the list in the tables: what the rows above have in common with it is taken off them."""
    return await _citecheck(urls, fetch=False)


async def _citecheck(
    urls: list[str], *, fetch: bool = True, classify: bool = False, read: bool = False
) -> int:
    from citecheck.entrypoints.settle import settle
    from citecheck.flows.drain import drain
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
            submission = Submission("\n".join(urls).encode(), "urls.txt", media_type="text/uri-list")
            document_id = await intake(submission, tools)
            if not fetch:
                return 0
            if read:
                await settle([document_id], tools)
                result = await tools.views.document(document_id, online=True)
                return sum(item.link.status == 200 and item.reading is not None for item in result.citations)
            places = asyncio.Semaphore(AT_ONCE)

            async def one(host: Any) -> None:
                async with places:
                    await drain(host, tools)

            hosts = await tools.catalog.due_hosts(tools.clock.now(), 10_000)
            await asyncio.gather(*(one(due.host) for due in hosts))
            captures = await tools.catalog.captures(None, 10_000)
            return await _classified(captures, tools) if classify else len(captures)


async def _classified(ids: Any, tools: Any) -> int:
    """What judging does at least: the payload from its record, its facts, the observation and status."""
    from citecheck.classify import ObserveContext, observe, status
    from citecheck.flows.probe import facts_of
    from citecheck.model import LinkState

    alive = 0
    for capture_id in ids:
        capture = await tools.catalog.capture(capture_id)
        payload = await tools.captures.payload(capture)
        facts = facts_of(payload, capture.outcome.final, tools.settings.network.limits)
        link = status([observe(capture, facts, ObserveContext(cited_url=capture.outcome.url))])
        alive += link.state is LinkState.ALIVE
    return alive


CLIENTS: dict[str, Callable[[list[str]], Coroutine[Any, Any, int]]] = {
    "httpx": pooled_httpx,
    "citecheck-intake": citecheck_intake,
    "citecheck-wire": citecheck_wire,
    "citecheck-fetch": citecheck_fetch,
    "citecheck-read": citecheck_read,
}

if __name__ == "__main__":
    name, file = sys.argv[1:]
    listed = Path(file).read_text().split()
    print(asyncio.run(CLIENTS[name](listed)), "of", len(listed), "fetched")
