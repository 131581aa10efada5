"""A page that takes its parser down: one value in the result, the pool recycled, the rest judged."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.flows.conftest import World, Worlds

from citecheck.adapters.pool import ProcessPool
from citecheck.flows.look import LookRequest
from citecheck.model import PoolFailure, VerdictLabel

MEMORY = 1024**3
TRAP = b"a trap for parsers"


def eat(_: object) -> int:
    return len(bytearray(8 * MEMORY))


class TrappedPool:
    """The real pool; a page with the trap in it meets a parser that eats all memory."""

    def __init__(self, pool: ProcessPool) -> None:
        self._pool = pool

    async def run(self, task: Callable[..., Any], *arguments: object) -> Any | PoolFailure:
        asked = arguments[0]
        if isinstance(asked, LookRequest) and TRAP in asked.payload():
            return await self._pool.run(eat, None)
        return await self._pool.run(task, *arguments)


@pytest.fixture
async def trapped(worlds: Worlds) -> AsyncIterator[World]:
    pool = ProcessPool(workers=1, memory=MEMORY, timeout=60.0)
    async with worlds.life() as world:
        yield replace(world, tools=replace(world.tools, pool=TrappedPool(pool)))
    await pool.close()


async def test_one_value_and_the_rest_is_judged(trapped: World, page: bytes) -> None:
    trapped.web.page("https://bridge.example/first", body=page)
    trapped.web.page("https://trap.example/second", body=b"<html><p>" + TRAP)
    trapped.web.page("https://mill.example/third", body=page)
    document = await trapped.add(
        "The council paid for [the bridge](https://bridge.example/first) at Old Mill.\n\n"
        "A second report on [the piers](https://trap.example/second) was never read.\n\n"
        "The road leads to [the market](https://mill.example/third) of the town.\n"
    )
    await trapped.settle()
    first, second, third = await trapped.citations(document)
    assert second.verdict is not None
    assert second.verdict.label is VerdictLabel.CANNOT_TELL
    assert "stopped" in second.verdict.reason
    assert not second.link.dead
    for judged in (first, third):
        assert judged.reading is not None
        assert judged.verdict is not None
        assert judged.verdict.evidence
