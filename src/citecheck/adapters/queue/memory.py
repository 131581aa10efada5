"""The embedded queue: jobs of this process, in memory."""

import asyncio
import heapq
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from citecheck.model import Job
from citecheck.ports import Clock


class Turn(NamedTuple):
    """When a job is ready, and its place in the line."""

    ready: datetime
    arrived: int


class MemoryQueue:
    """First ready, first served. A job waits at most once, and never runs beside itself: put while it
    runs, it waits until done.

    With `drain` the iterators end when nothing waits and nothing is under way, which is how `check`
    knows that it has finished; without it they run until close().
    """

    def __init__(self, clock: Clock, *, drain: bool = False) -> None:
        self._clock = clock
        self._drain = drain
        self._closed = False
        self._waiting: dict[Job, Turn] = {}
        self._turns: list[tuple[Turn, Job]] = []  # a heap; a turn that is no longer the job's is stale
        self._running: set[Job] = set()
        self._arrived = 0
        self._changed = asyncio.Event()

    async def put(self, job: Job, after: timedelta | None = None) -> None:
        """Queue a job; a no-op while the same job waits, except that the earlier of both times counts."""
        ready = self._clock.now() + (after or timedelta())
        if job not in self._waiting or ready < self._waiting[job].ready:
            self._arrived += 1
            self._line_up(job, Turn(ready, self._arrived))
            self._wake()

    async def jobs(self) -> AsyncIterator[Job]:
        """Jobs as they become ready. Any number of workers may iterate side by side."""
        while not self._closed:
            job = self._take()
            if job is not None:
                yield job
            elif self._drain and not self._waiting and not self._running:
                return
            else:
                await self._wait()

    async def done(self, job: Job) -> None:
        """The job has been carried out, or given up."""
        self._running.discard(job)
        if job in self._waiting:  # put again while it ran
            self._line_up(job, self._waiting[job])
        self._wake()

    def drain(self) -> None:
        """From now on the iterators end once nothing waits and nothing is under way."""
        self._drain = True
        self._wake()

    def close(self) -> None:
        """End every iterator; what waits is left to the sweep."""
        self._closed = True
        self._wake()

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return len(self._waiting)

    def _line_up(self, job: Job, turn: Turn) -> None:
        self._waiting[job] = turn
        if job not in self._running:
            heapq.heappush(self._turns, (turn, job))

    def _take(self) -> Job | None:
        turn = self._next_turn()
        if turn is None or turn.ready > self._clock.now():
            return None
        _, job = heapq.heappop(self._turns)
        del self._waiting[job]
        self._running.add(job)
        return job

    def _next_turn(self) -> Turn | None:
        while self._turns:
            turn, job = self._turns[0]
            if self._waiting.get(job) == turn and job not in self._running:
                return turn
            heapq.heappop(self._turns)
        return None

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _wait(self) -> None:
        """Until something changes or the next delayed job is ready."""
        changed = asyncio.ensure_future(self._changed.wait())
        turn = self._next_turn()
        waits: set[asyncio.Future[Any]] = {changed}
        if turn is not None:
            seconds = (turn.ready - self._clock.now()).total_seconds()
            waits.add(asyncio.ensure_future(self._clock.sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
