"""Work from many tasks on a few threads: what waits at the same time is handed over together."""

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

MOST = 64  # works in one batch


@dataclass(eq=False, slots=True)
class Work:
    """Something to do with a connection, and the task that waits for its result."""

    do: Callable[[Connection], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = field(default=None, init=False)
    error: Exception | None = field(default=None, init=False)

    def settle(self) -> None:
        """Give the waiting task what came of it; called in its event loop."""
        if self.future.done():  # nobody waits any more
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class Batches:
    """Hands waiting works to `run`, up to MOST at once, on at most `threads` threads.

    `run` sets each work's result or error and calls `deliver`; it raises nothing.
    """

    def __init__(self, run: Callable[[Sequence[Work]], None], threads: int, name: str) -> None:
        self._run = run
        self._threads = threads
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._waiting: deque[Work] = deque()
        self._serving = 0

    async def do(self, work: Callable[[Connection], Any]) -> Any:
        """The result of `work`, which is done even when whoever waits for it is cancelled."""
        loop = asyncio.get_running_loop()
        asked = Work(work, loop, loop.create_future())
        with self._lock:
            self._waiting.append(asked)
            if self._serving < self._threads:
                self._executor.submit(self._serve)
                self._serving += 1
        return await asked.future

    def close(self) -> None:
        """Finish what waits."""
        self._executor.shutdown()

    def _serve(self) -> None:
        while batch := self._next():
            self._run(batch)

    def _next(self) -> list[Work]:
        with self._lock:
            batch = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            if not batch:
                self._serving -= 1
            return batch


def deliver(works: Iterable[Work]) -> None:
    """Wake the tasks that wait for these works."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Work]] = {}
    for work in works:
        by_loop.setdefault(work.loop, []).append(work)
    for loop, settled in by_loop.items():
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits
            loop.call_soon_threadsafe(_settle, settled)


def _settle(works: Sequence[Work]) -> None:
    for work in works:
        work.settle()
