"""Politeness: the interval between requests to one host:port, counted start to start."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from citecheck.adapters.http.marks import Marks
from citecheck.model import HostKey
from citecheck.ports import Clock

# The way to the server takes time. The interval counts from the first answer, but from no later than
# this long (seconds) after sending, so that the server's own log shows no shorter interval.
TRAVEL = 0.25
REMEMBERED = 4096  # hosts


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    last: datetime | None = None


class Pacer:
    """Gives every request to a host its turn; one pacer serves all sessions of a fetcher.

    With `marks` the turns of other processes on the same data directory count too.
    """

    def __init__(self, clock: Clock, marks: Marks | None = None) -> None:
        self._clock = clock
        self._marks = marks
        self._turns: dict[HostKey, _Turn] = {}

    async def turn(self, host: HostKey, interval: float) -> None:
        """Wait until `host` may be asked again, `interval` seconds after the last request's start."""
        if interval <= 0:
            return
        turn = self._turn(host, interval)
        async with turn.lock:
            # A sleep may end a little early and a request under way may move the mark: look again.
            for _ in range(3):
                wait = self._wait(turn, interval)
                if wait <= 0:
                    break
                await self._clock.sleep(wait)
            while self._marks is not None:
                left = self._marks.take(host, self._clock.now(), interval)
                if left <= 0:
                    break
                await self._clock.sleep(left)
            turn.last = self._clock.now()

    def answered(self, host: HostKey, sent_at: datetime) -> None:
        """The request sent at `sent_at` reached the server (or failed) by now."""
        turn = self._turns.get(host)
        if turn is None:
            return
        reached = min(self._clock.now(), sent_at + timedelta(seconds=TRAVEL))
        if turn.last is None or reached > turn.last:
            turn.last = reached
            if self._marks is not None:
                self._marks.move(host, reached)

    def _wait(self, turn: _Turn, interval: float) -> float:
        if turn.last is None:
            return 0.0
        passed = (self._clock.now() - turn.last).total_seconds()
        # The clock was set back: a whole interval is enough, however far the mark lies ahead.
        return interval - max(passed, 0.0)

    def _turn(self, host: HostKey, interval: float) -> _Turn:
        turn = self._turns.get(host)
        if turn is None:
            if len(self._turns) >= REMEMBERED:
                self._forget(interval)
            turn = self._turns[host] = _Turn()
        return turn

    def _forget(self, interval: float) -> None:
        idle = [
            host
            for host, turn in self._turns.items()
            if not turn.lock.locked() and self._wait(turn, interval) <= 0
        ]
        for host in idle:
            del self._turns[host]
