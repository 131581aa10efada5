"""What every Clock promises. How long the real one sleeps is not looked at."""

import asyncio
from datetime import UTC

import pytest

from citecheck.adapters.clock import SystemClock
from citecheck.ports import Clock
from citecheck.testing import FakeClock


@pytest.fixture(params=["system", "fake"])
def clock(request: pytest.FixtureRequest) -> Clock:
    return SystemClock() if request.param == "system" else FakeClock(auto=True)


def test_now_is_aware_utc(clock: Clock) -> None:
    assert clock.now().tzinfo is UTC


async def test_sleep_moves_the_clock_on(clock: Clock) -> None:
    before = clock.now()
    await clock.sleep(0.01)
    assert clock.now() > before


@pytest.mark.parametrize("seconds", [0, -5])
async def test_no_time_to_sleep_is_no_sleep(clock: Clock, seconds: float) -> None:
    await clock.sleep(seconds)


async def test_many_may_sleep_and_one_may_be_cancelled(clock: Clock) -> None:
    woken: list[float] = []

    async def one(seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    never = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    never.cancel()
    await asyncio.gather(one(0.02), one(0.01), one(0.0))
    assert sorted(woken) == [0.0, 0.01, 0.02]
    assert (await asyncio.gather(never, return_exceptions=True))[0].__class__ is asyncio.CancelledError
