"""The worker: takes jobs from the queue and carries them out, many hosts at once."""

import asyncio
import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from citecheck.errors import UserError
from citecheck.flows.tools import Tools
from citecheck.jobs import GIVE_UP, carry_out
from citecheck.model import Job
from citecheck.ports import Clock

Watcher = Callable[[Job, object], None]

FIRST_REST = timedelta(seconds=30)  # doubles with every further fault of the same job
LONGEST_REST = timedelta(hours=1)
YOUNG = 10_000  # new containers between two looks for cycles; Python's own 700 suits small programs
TRIES = 3  # faults of one job until it is given up, where that can be put on record

log = logging.getLogger(__name__)


def watch_nothing(job: Job, result: object) -> None:
    """The watcher of somebody who does not watch."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a watcher sees of a job that failed by a fault of ours and was given up."""

    error: Exception


class Tolerance:
    """A service goes on when a job fails by a fault of ours: the fault is logged, and the job is left
    alone for a growing time, so that one bad page neither stops the service nor keeps it busy."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._faults: dict[Job, tuple[int, datetime]] = {}  # how many in a row, and when to try again

    def rests(self, job: Job) -> bool:
        """Whether the job is not to be tried yet."""
        found = self._faults.get(job)
        return found is not None and self._clock.now() < found[1]

    def failed(self, job: Job, error: Exception) -> int:
        """Log the fault and let the job rest; how often it failed in a row."""
        count = self._faults.get(job, (0, self._clock.now()))[0] + 1
        rest = min(FIRST_REST * 2 ** min(count - 1, 10), LONGEST_REST)
        self._faults[job] = (count, self._clock.now() + rest)
        log.error(
            "%s %s failed by a fault of ours; tried again in %s", job.kind, job.id, rest, exc_info=error
        )
        return count

    def went_well(self, job: Job) -> None:
        """Forget earlier faults."""
        self._faults.pop(job, None)


def calm_collector() -> None:
    """Leave what is loaded alone, and look for cycles less often: what a fetch makes is mostly gone with it,
    and a tenth of its CPU went into looking. For a process that has everything imported and open."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)


async def work(tools: Tools, watch: Watcher = watch_nothing, tolerance: Tolerance | None = None) -> None:
    """Carry out jobs until the queue ends (closed, or idle where it was told to drain).

    What fails by a fault of ours is given up where that can be put on record, and the others go on: at
    once without `tolerance`, after TRIES with it. Any other fault ends the work without `tolerance` and is
    raised: the tables keep what is due. A data directory that cannot be used ends it in any case.
    """
    places = asyncio.Semaphore(tools.settings.network.concurrent_hosts)

    async def one(job: Job) -> None:
        try:
            if tolerance is None:
                await _once(job, tools, watch)
            else:
                await _tolerated(job, tools, watch, tolerance)
        finally:
            places.release()

    try:
        async with asyncio.TaskGroup() as group:
            async for job in tools.queue.jobs():
                await places.acquire()
                group.create_task(one(job))
    except* Exception as faults:
        raise faults.exceptions[0] from faults


async def _once(job: Job, tools: Tools, watch: Watcher) -> None:
    try:
        result = await carry_out(job, tools)
    except UserError:
        raise
    except Exception as error:
        if job.kind not in GIVE_UP:
            raise
        log.error("%s %s failed by a fault of ours", job.kind, job.id, exc_info=error)
        await GIVE_UP[job.kind](job.id, error, tools)
        watch(job, Fault(error))
    else:
        watch(job, result)


async def _tolerated(job: Job, tools: Tools, watch: Watcher, tolerance: Tolerance) -> None:
    if tolerance.rests(job):
        await tools.queue.done(job)
        return
    try:
        result = await carry_out(job, tools)
    except UserError:
        raise
    except Exception as error:  # whatever it is: one job must not stop the others
        if tolerance.failed(job, error) >= TRIES and job.kind in GIVE_UP:
            await _given_up(job, error, tools, tolerance)
    else:
        tolerance.went_well(job)
        watch(job, result)


async def _given_up(job: Job, error: Exception, tools: Tools, tolerance: Tolerance) -> None:
    try:
        await GIVE_UP[job.kind](job.id, error, tools)
    except UserError:
        raise
    except Exception:
        log.exception("%s %s could not be given up either", job.kind, job.id)
    else:
        tolerance.went_well(job)
        log.error("%s %s is given up after %d tries", job.kind, job.id, TRIES)
