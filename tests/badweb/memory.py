"""A process of its own that fetches one URL and decodes what came, and says what that cost:
python -m tests.badweb.memory URL. Prints JSON: megabytes added, seconds, and how it ended."""

import asyncio
import json
import resource
import sys
import time

from tests.badweb.world import fetch, network

from citecheck.classify import page_facts
from citecheck.read import decode
from citecheck.settings import FetchLimits

DEADLINE = 4.0


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def one(url: str) -> tuple[str, float]:
    started = time.monotonic()
    fetched = await fetch(url, network(deadline=DEADLINE, read=2.0))
    seconds = time.monotonic() - started
    outcome = fetched.outcome
    if outcome.failure is not None or outcome.final is None:
        return (outcome.failure.kind if outcome.failure else "nothing"), seconds
    body = decode(fetched.exchanges[-1].payload, outcome.final.headers, FetchLimits(), outcome.final.url)
    page_facts(body, outcome.final.url)
    return (body.problem or "whole"), seconds


def main(warm_up: str, url: str) -> None:
    asyncio.run(one(warm_up))
    before = peak()
    ended, seconds = asyncio.run(one(url))
    print(json.dumps({"added": peak() - before, "seconds": seconds, "ended": str(ended)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
