"""The worker: takes jobs from the queue and carries them out, many hosts at once."""

import asyncio
from collections.abc import Callable

from citecheck.flows.tools import Tools
from citecheck.jobs import carry_out
from citecheck.model import Job

Watcher = Callable[[Job, object], None]


def watch_nothing(job: Job, result: object) -> None:
    """The watcher of somebody who does not watch."""


async def work(tools: Tools, watch: Watcher = watch_nothing) -> None:
    """Carry out jobs until the queue ends (closed, or idle where it was told to drain).

    A fault of ours in one job ends the work and is raised: the tables keep what is due.
    """
    places = asyncio.Semaphore(tools.settings.network.concurrent_hosts)

    async def one(job: Job) -> None:
        try:
            watch(job, await carry_out(job, tools))
        finally:
            places.release()

    try:
        async with asyncio.TaskGroup() as group:
            async for job in tools.queue.jobs():
                await places.acquire()
                group.create_task(one(job))
    except* Exception as faults:
        raise faults.exceptions[0] from faults
