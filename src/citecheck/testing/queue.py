"""A queue that a test can look into. The embedded queue is in memory itself; this one has no time of
its own: a delayed job is ready at once, and its delay is kept to look at."""

from collections import deque
from collections.abc import AsyncIterator
from datetime import timedelta

from citecheck.model import Job


class ListQueue:
    """Jobs in the order they came; the iterator ends when none waits."""

    def __init__(self) -> None:
        self.waiting: deque[Job] = deque()
        self.running: list[Job] = []
        self.finished: list[Job] = []
        self.delays: dict[Job, timedelta] = {}  # of jobs put with `after`

    async def put(self, job: Job, after: timedelta | None = None) -> None:
        """Queue a job; a no-op while the same job waits."""
        if job not in self.waiting:
            self.waiting.append(job)
            if after is not None:
                self.delays[job] = after

    async def jobs(self) -> AsyncIterator[Job]:
        """Jobs until none waits, each once at a time."""
        while ready := [job for job in self.waiting if job not in self.running]:
            self.waiting.remove(ready[0])
            self.running.append(ready[0])
            yield ready[0]

    async def done(self, job: Job) -> None:
        """The job has been carried out, or given up."""
        self.running.remove(job)
        self.finished.append(job)
