import asyncio
from datetime import timedelta

from citecheck.testing import FakeClock
from citecheck.testing.clock import START


async def test_sleepers_wake_in_their_order_and_at_their_time() -> None:
    clock, woken = FakeClock(), []

    async def sleeper(name: str, *naps: float) -> None:
        for nap in naps:
            await clock.sleep(nap)
            woken.append((name, (clock.now() - START).total_seconds()))

    tasks = [asyncio.create_task(sleeper("slow", 5, 5)), asyncio.create_task(sleeper("quick", 2, 2, 2))]
    await clock.advance(4)
    assert woken == [("quick", 2), ("quick", 4)]
    assert clock.sleeping == 2
    await clock.advance(6)
    assert woken[2:] == [("slow", 5), ("quick", 6), ("slow", 10)]
    await asyncio.gather(*tasks)
    assert clock.now() == START + timedelta(seconds=10)


async def test_with_auto_days_pass_at_once_and_in_order() -> None:
    clock, woken = FakeClock(auto=True), []

    async def sleeper(seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    day = 86_400.0
    await asyncio.gather(sleeper(3 * day), sleeper(day), sleeper(2 * day))
    assert woken == [day, 2 * day, 3 * day]
    assert clock.now() == START + timedelta(days=3)
