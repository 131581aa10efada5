"""The worker: takes jobs from the queue and carries them out, many hosts at once."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from citecheck.errors import UserError
from citecheck.flows.tools import Tools
from citecheck.jobs import carry_out
from citecheck.model import Job
from citecheck.ports import Clock

Watcher = Callable[[Job, object], None]

FIRST_REST = timedelta(seconds=30)  # doubles with every further fault of the same job
LONGEST_REST = timedelta(hours=1)

log = logging.getLogger(__name__)


def watch_nothing(job: Job, result: object) -> None:
    """The watcher of somebody who does not watch."""


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

    def failed(self, job: Job, error: Exception) -> None:
        """Log the fault and let the job rest."""
        count = self._faults.get(job, (0, self._clock.now()))[0] + 1
        rest = min(FIRST_REST * 2 ** min(count - 1, 10), LONGEST_REST)
        self._faults[job] = (count, self._clock.now() + rest)
        log.error(
            "%s %s failed by a fault of ours; tried again in %s", job.kind, job.id, rest, exc_info=error
        )

    def went_well(self, job: Job) -> None:
        """Forget earlier faults."""
        self._faults.pop(job, None)


async def work(tools: Tools, watch: Watcher = watch_nothing, tolerance: Tolerance | None = None) -> None:
    """Carry out jobs until the queue ends (closed, or idle where it was told to drain).

    Without `tolerance` a fault of ours in one job ends the work and is raised: the tables keep what is
    due. A data directory that cannot be used ends it in any case.
    """
    places = asyncio.Semaphore(tools.settings.network.concurrent_hosts)

    async def one(job: Job) -> None:
        try:
            if tolerance is None:
                watch(job, await carry_out(job, tools))
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


async def _tolerated(job: Job, tools: Tools, watch: Watcher, tolerance: Tolerance) -> None:
    if tolerance.rests(job):
        await tools.queue.done(job)
        return
    try:
        result = await carry_out(job, tools)
    except UserError:
        raise
    except Exception as error:  # whatever it is: one job must not stop the others
        tolerance.failed(job, error)
    else:
        tolerance.went_well(job)
        watch(job, result)
