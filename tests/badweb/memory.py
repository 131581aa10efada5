"""A process of its own that fetches URLs, puts them on record as one drain does, judges the last one, and
says what that cost: python -m tests.badweb.memory WARM_UP URL... Prints JSON: megabytes added, seconds, and
how the last one ended."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.badweb.world import network

from citecheck.classify import page_facts
from citecheck.flows.drain import drain
from citecheck.flows.intake import intake
from citecheck.flows.judge import judge
from citecheck.flows.submission import Submission
from citecheck.read import decode
from citecheck.settings import FetchLimits, load_settings
from citecheck.wiring import open_tools

DEADLINE = 4.0
SMALL = 5_000_000  # bytes of a payload that is decoded here


def peak() -> float:
    """Megabytes that this program had at most. Where the system does not say, its resource usage must do; it
    begins with what the process had that started us, and may hide all that we add."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


async def several(urls: Sequence[str], data_dir: Path) -> tuple[str, float]:
    """Drained and judged as the service does it; a small one is decoded here, too, as its worker did."""
    settings = replace(load_settings({}), data_dir=data_dir, network=network(deadline=DEADLINE, read=2.0))
    started = time.monotonic()
    async with open_tools(settings) as tools:
        links = "\n".join(urls).encode()
        await intake(Submission(links, "links.txt", media_type="text/uri-list"), tools)
        for due in await tools.catalog.due_hosts(tools.clock.now(), 1):
            await drain(due.host, tools)
        seconds = time.monotonic() - started
        last = await tools.catalog.capture((await tools.catalog.captures(None, 50))[-1])
        await judge(last.id, tools)
        outcome = last.outcome
        if outcome.failure is not None or outcome.final is None:
            return (outcome.failure.kind if outcome.failure else "nothing"), seconds
        if len(urls) > 1 or last.payload_length > SMALL:
            return "whole", seconds
        payload = tools.captures.payload(last)()
        body = decode(payload, outcome.final.headers, FetchLimits(), outcome.final.url)
        page_facts(body, outcome.final.url)
    return (body.problem or "whole"), seconds


def main(warm_up: str, *urls: str) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        asyncio.run(several([warm_up], Path(first)))
        before = peak()
        ended, seconds = asyncio.run(several(urls, Path(second)))
    print(json.dumps({"added": peak() - before, "seconds": seconds, "ended": str(ended)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
