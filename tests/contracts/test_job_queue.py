"""What every JobQueue promises to a worker that takes one job after another."""

from datetime import timedelta

import pytest

from citecheck.adapters.queue import MemoryQueue
from citecheck.model import Job, JobKind
from citecheck.ports import JobQueue
from citecheck.testing import FakeClock, ListQueue

A, B = Job(JobKind.DRAIN, "a.example:443"), Job(JobKind.JUDGE, "k1")


@pytest.fixture(params=["memory", "list"])
def queue(request: pytest.FixtureRequest) -> JobQueue:
    return MemoryQueue(FakeClock(auto=True), drain=True) if request.param == "memory" else ListQueue()


async def work(queue: JobQueue) -> list[Job]:
    done = []
    async for job in queue.jobs():
        done.append(job)
        await queue.done(job)
    return done


async def test_jobs_come_in_their_order_and_the_work_ends(queue: JobQueue) -> None:
    assert await work(queue) == []
    await queue.put(A)
    await queue.put(B)
    assert await work(queue) == [A, B]
    assert await work(queue) == []


async def test_a_job_that_waits_is_not_put_twice(queue: JobQueue) -> None:
    for _ in range(3):
        await queue.put(A)
    assert await work(queue) == [A]


async def test_the_same_id_of_another_kind_is_another_job(queue: JobQueue) -> None:
    await queue.put(Job(JobKind.DRAIN, "x"))
    await queue.put(Job(JobKind.JUDGE, "x"))
    assert len(await work(queue)) == 2


async def test_a_job_put_while_it_runs_comes_again_afterwards(queue: JobQueue) -> None:
    seen = []
    await queue.put(A)
    async for job in queue.jobs():
        seen.append(job)
        if len(seen) == 1:
            await queue.put(A)
        await queue.done(job)
    assert seen == [A, A]


async def test_a_delayed_job_is_not_lost(queue: JobQueue) -> None:
    await queue.put(A, after=timedelta(hours=1))
    await queue.put(B)
    assert set(await work(queue)) == {A, B}


async def test_jobs_may_put_jobs(queue: JobQueue) -> None:
    seen = []
    await queue.put(A)
    async for job in queue.jobs():
        seen.append(job)
        if job == A:
            await queue.put(B)
        await queue.done(job)
    assert seen == [A, B]
