"""A clock whose time passes only when it is told to, or when everybody sleeps."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SETTLE = 20  # turns of the event loop that tasks get to come to rest


class FakeClock:
    """Virtual time. advance() moves it and wakes sleepers in their order. With `auto` it moves by
    itself to the next sleeper's time once the event loop has come to rest, so that days pass at once.

    `auto` fits tests whose tasks wait for nothing but this clock and one another: what waits for a
    real thread or socket may find that hours have passed.
    """

    def __init__(self, start: datetime = START, *, auto: bool = False) -> None:
        self._now = start
        self._auto = auto
        self._order = count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._moving: asyncio.Task[None] | None = None

    def now(self) -> datetime:
        """The current virtual instant."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Wait in virtual time; returns at once for zero or less."""
        if seconds <= 0:
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        wakes_at = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (wakes_at, next(self._order), woken))
        if self._auto and (self._moving is None or self._moving.done()):
            self._moving = asyncio.create_task(self._move_by_itself())
        await woken

    async def advance(self, seconds: float) -> None:
        """Let `seconds` pass; each sleeper wakes at its time and runs until it waits again."""
        end = self._now + timedelta(seconds=seconds)
        await self._rest()
        while (wakes_at := self._next()) is not None and wakes_at <= end:
            self._wake_next()
            await self._rest()
        self._now = max(self._now, end)
        await self._rest()

    def set(self, moment: datetime) -> None:
        """Jump to `moment` without waking anybody."""
        self._now = moment

    @property
    def sleeping(self) -> int:
        """How many tasks sleep."""
        return sum(not woken.done() for _, _, woken in self._sleepers)

    async def _move_by_itself(self) -> None:
        await self._rest()
        while self._next() is not None:
            self._wake_next()
            await self._rest()

    def _next(self) -> datetime | None:
        while self._sleepers and self._sleepers[0][2].done():  # cancelled
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def _wake_next(self) -> None:
        wakes_at, _, woken = heapq.heappop(self._sleepers)
        self._now = max(self._now, wakes_at)
        woken.set_result(None)

    @staticmethod
    async def _rest() -> None:
        for _ in range(SETTLE):
            await asyncio.sleep(0)
