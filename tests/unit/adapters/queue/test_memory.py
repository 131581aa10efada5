import asyncio
from datetime import timedelta

from citecheck.adapters.queue import MemoryQueue
from citecheck.model import Job, JobKind
from citecheck.testing import FakeClock

A, B = Job(JobKind.DRAIN, "a"), Job(JobKind.DRAIN, "b")


async def next_of(queue: MemoryQueue) -> Job:
    return await anext(aiter(queue.jobs()))


async def test_the_same_job_never_runs_beside_itself() -> None:
    queue = MemoryQueue(FakeClock(), drain=True)
    running: set[Job] = set()
    runs: list[Job] = []

    async def worker() -> None:
        async for job in queue.jobs():
            assert job not in running
            running.add(job)
            runs.append(job)
            if len(runs) < 30:
                await queue.put(job)  # asked for again while it runs
                await queue.put(B if job == A else A)
            for _ in range(3):
                await asyncio.sleep(0)
            running.discard(job)
            await queue.done(job)

    await queue.put(A)
    await asyncio.gather(*(worker() for _ in range(4)))
    assert len(runs) >= 30
    assert queue.waiting == 0


async def test_an_idle_worker_waits_while_another_may_still_put_jobs() -> None:
    queue = MemoryQueue(FakeClock(), drain=True)
    await queue.put(A)
    first = await next_of(queue)
    idle = asyncio.create_task(next_of(queue))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not idle.done()
    await queue.put(B)
    assert await idle == B
    await queue.done(first)
    await queue.done(B)
    assert [job async for job in queue.jobs()] == []


async def test_a_delayed_job_comes_at_its_time() -> None:
    clock = FakeClock()
    queue = MemoryQueue(clock)
    await queue.put(A, after=timedelta(seconds=10))
    waiting = asyncio.create_task(next_of(queue))
    await clock.advance(9)
    assert not waiting.done()
    await clock.advance(1)
    assert waiting.done()
    assert await waiting == A


async def test_the_earlier_of_two_times_counts() -> None:
    clock = FakeClock()
    queue = MemoryQueue(clock)
    await queue.put(A, after=timedelta(hours=1))
    await queue.put(B, after=timedelta(seconds=1))
    await queue.put(A)
    assert await next_of(queue) == A
    await queue.put(B, after=timedelta(hours=1))
    waiting = asyncio.create_task(next_of(queue))
    await clock.advance(1)
    assert await waiting == B
    assert queue.waiting == 0


async def test_a_queue_of_a_server_runs_until_it_is_closed() -> None:
    queue = MemoryQueue(FakeClock())

    async def collect() -> list[Job]:
        seen = []
        async for job in queue.jobs():
            seen.append(job)
            await queue.done(job)
        return seen

    worker = asyncio.create_task(collect())
    await queue.put(A)
    for _ in range(5):
        await asyncio.sleep(0)
    assert not worker.done()
    queue.close()
    assert await worker == [A]


async def test_a_waiting_worker_ends_when_told_to_drain() -> None:
    queue = MemoryQueue(FakeClock())
    worker = asyncio.create_task(anext(aiter(queue.jobs()), None))
    await asyncio.sleep(0)
    queue.drain()
    assert await worker is None
