"""The process pool's limits: what goes wrong in a worker is a value, and nobody else notices."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest

from citecheck.adapters.pool import ProcessPool
from citecheck.errors import InternalError
from citecheck.ports import PoolFailure

MB = 1024 * 1024


@pytest.fixture
async def pool() -> AsyncIterator[ProcessPool]:
    made = ProcessPool(workers=2, memory=512 * MB, timeout=2)
    yield made
    await made.close()


async def test_a_task_that_takes_too_long_is_ended_and_others_go_on(pool: ProcessPool) -> None:
    slow = asyncio.create_task(pool.run(time.sleep, 3600))
    assert [await pool.run(abs, -n) for n in range(20)] == list(range(20))
    assert await slow == PoolFailure("timeout", "it took longer than 2 seconds")
    assert await pool.run(abs, -1) == 1


async def test_a_task_that_eats_memory_is_ended_and_others_go_on(pool: ProcessPool) -> None:
    greedy, modest = await asyncio.gather(pool.run(bytearray, 2048 * MB), pool.run(abs, -1))
    assert isinstance(greedy, PoolFailure)
    assert (greedy.kind, modest) == ("memory", 1)
    assert await pool.run(len, b"abc") == 3


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV])
async def test_a_worker_that_dies_takes_only_its_task_with_it(pool: ProcessPool, how: signal.Signals) -> None:
    died, well = await asyncio.gather(pool.run(signal.raise_signal, how), pool.run(abs, -1))
    assert isinstance(died, PoolFailure)
    assert (died.kind, well) == ("killed", 1)
    assert str(-how) in died.detail
    left = await pool.run(os._exit, 3)
    assert isinstance(left, PoolFailure)
    assert left.kind == "killed"


async def test_ctrl_c_is_not_heard_by_a_worker_even_while_it_starts(pool: ProcessPool) -> None:
    held_off = await pool.run(signal.pthread_sigmask, signal.SIG_BLOCK, ())
    assert not isinstance(held_off, PoolFailure)
    assert signal.SIGINT in held_off
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


async def test_a_worker_is_used_again(pool: ProcessPool) -> None:
    assert await pool.run(os.getpid) == await pool.run(os.getpid) != os.getpid()


async def test_the_tasks_own_exception_comes_with_the_workers_traceback(pool: ProcessPool) -> None:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        await pool.run(int, "x")
    assert "In the worker" in caught.value.__notes__[0]


async def test_what_cannot_be_handed_over_is_named(pool: ProcessPool) -> None:
    with pytest.raises(InternalError, match="cannot be handed over"):
        await pool.run(memoryview, b"x")


async def test_a_caller_that_gives_up_leaves_the_pool_whole(pool: ProcessPool) -> None:
    given_up = asyncio.create_task(pool.run(time.sleep, 0.2))
    await asyncio.sleep(0)
    given_up.cancel()
    assert [await pool.run(abs, -n) for n in range(5)] == list(range(5))
