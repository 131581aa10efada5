"""What the clock of `serve` calls, when, and what it makes up for; and a worker that goes on."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from citecheck.entrypoints.scheduler import build_scheduler, catch_up
from citecheck.entrypoints.worker import Tolerance, work
from citecheck.errors import DataDirError
from citecheck.model import Job, JobKind
from citecheck.settings import ServeSettings

BEOGRAD = "Europe/Belgrade"


def set_at(world, hour: int):
    serve = ServeSettings(report_hour=hour)
    return replace(world.tools, settings=replace(world.tools.settings, timezone=BEOGRAD, serve=serve))


def fires(scheduler: AsyncIOScheduler, job: str, after: datetime) -> datetime:
    found = scheduler.get_job(job).trigger.get_next_fire_time(None, after)
    assert found is not None
    return found.astimezone(UTC)


async def test_the_report_is_frozen_at_the_operators_hour_summer_and_winter(world) -> None:
    scheduler = build_scheduler(set_at(world, 6))
    winter, summer = datetime(2026, 1, 10, 12, tzinfo=UTC), datetime(2026, 7, 10, 12, tzinfo=UTC)
    assert fires(scheduler, "report", winter) == datetime(2026, 1, 11, 5, tzinfo=UTC)
    assert fires(scheduler, "report", summer) == datetime(2026, 7, 11, 4, tzinfo=UTC)


async def test_every_tick_is_coalesced_and_never_runs_beside_itself(world) -> None:
    scheduler = build_scheduler(world.tools)
    scheduler.start(paused=True)
    jobs = scheduler.get_jobs()
    assert {job.id for job in jobs} == {"dispatch", "report", "resend"}
    assert all(job.coalesce and job.max_instances == 1 for job in jobs)
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)


@pytest.mark.parametrize(("hour", "days"), [(6, [date(2026, 3, 1)]), (14, [])])
async def test_a_start_after_the_hour_makes_up_for_the_report_and_one_before_it_waits(
    world, hour: int, days: list[date]
) -> None:
    await catch_up(set_at(world, hour))  # it is 13:00 in Belgrade
    assert await world.tools.reports.days(9) == days


class Faulty:
    """A catalog that cannot give one host's sources."""

    def __init__(self, real, error: Exception) -> None:
        self._real, self._error = real, error

    def __getattr__(self, name: str):
        return getattr(self._real, name)

    async def hold_host(self, host, now, until) -> bool:
        if host == "bad.example:443":
            raise self._error
        return await self._real.hold_host(host, now, until)


async def two_hosts(world) -> None:
    await world.add("- https://bad.example/1\n- https://good.example/1\n")
    for host in ("bad.example:443", "good.example:443"):
        await world.tools.queue.put(Job(JobKind.DRAIN, host))


async def test_a_fault_in_one_job_stops_no_other_and_is_left_alone_for_a_while(world, caplog) -> None:
    tools = replace(world.tools, catalog=Faulty(world.tools.catalog, RuntimeError("our own")))
    tolerance = Tolerance(world.clock)
    bad = Job(JobKind.DRAIN, "bad.example:443")
    await two_hosts(world)
    await work(tools, tolerance=tolerance)
    assert [request.url for request in world.web.requests] == ["https://good.example/1"]
    assert "our own" in caplog.text
    caplog.clear()
    await tools.queue.put(bad)
    await work(tools, tolerance=tolerance)
    assert "our own" not in caplog.text
    world.clock.set(world.clock.now() + timedelta(minutes=1))
    await tools.queue.put(bad)
    await work(replace(tools, catalog=world.tools.catalog), tolerance=tolerance)
    assert world.web.requests[-1].url == "https://bad.example/1"


@pytest.mark.parametrize("tolerant", [True, False])
async def test_a_full_disk_ends_the_work(world, tolerant: bool) -> None:
    tools = replace(world.tools, catalog=Faulty(world.tools.catalog, DataDirError("the disk is full")))
    await two_hosts(world)
    with pytest.raises(DataDirError):
        await work(tools, tolerance=Tolerance(world.clock) if tolerant else None)
