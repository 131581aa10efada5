"""Running a command's coroutine so that Ctrl-C and SIGTERM end it cleanly."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

STOPS = (signal.SIGINT, signal.SIGTERM)
KEPT = "stopped; what was fetched so far is on record"


class Stopped(Exception):
    """Somebody stopped the command; one sentence says what became of its work."""


def run(work: Coroutine[Any, Any, T], sentence: str = "stopped") -> T:
    """Run `work` to its end. A signal to stop cancels it, so that what it holds is put on record and let
    go, and Stopped is raised with `sentence`; a second one ends it at once."""
    return asyncio.run(_heeding(work, sentence))


async def _heeding(work: Coroutine[Any, Any, T], sentence: str) -> T:
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)
    stopped = False

    def leave_alone() -> None:
        for number in STOPS:
            loop.remove_signal_handler(number)

    def stop() -> None:
        nonlocal stopped
        stopped = True
        task.cancel()
        leave_alone()

    for number in STOPS:
        loop.add_signal_handler(number, stop)
    try:
        return await task
    except asyncio.CancelledError:
        if stopped:
            raise Stopped(sentence) from None
        raise
    finally:
        leave_alone()
