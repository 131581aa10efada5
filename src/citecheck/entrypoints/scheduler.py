"""The clock of `citecheck serve`: APScheduler calls flows, and decides nothing itself.

Its jobs live in memory: what is due stands in the tables, so a missed tick loses nothing and a late
one does not cause a storm (ticks are coalesced and never overlap).
"""

import logging
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from citecheck.flows.dispatch import dispatch
from citecheck.flows.report import day_of, report, resend
from citecheck.flows.tools import Tools

DISPATCH_EVERY = 5  # seconds
RESEND_EVERY = 10  # minutes
LATE = 24 * 3600  # seconds a tick may be late and still fire once

log = logging.getLogger(__name__)


def build_scheduler(tools: Tools) -> AsyncIOScheduler:
    """A scheduler that is not started yet: dispatch, the daily report, and sending what waits."""
    zone = ZoneInfo(tools.settings.timezone)
    scheduler = AsyncIOScheduler(
        timezone=zone, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": LATE}
    )
    scheduler.add_job(
        _told("dispatch", lambda: dispatch(tools.clock.now(), tools)),
        IntervalTrigger(seconds=DISPATCH_EVERY),
        id="dispatch",
    )
    scheduler.add_job(
        _told("report", lambda: todays_report(tools)),
        CronTrigger(hour=tools.settings.serve.report_hour, minute=0, timezone=zone),
        id="report",
    )
    scheduler.add_job(
        _told("resend", lambda: resend(tools)), IntervalTrigger(minutes=RESEND_EVERY), id="resend"
    )
    return scheduler


async def catch_up(tools: Tools) -> None:
    """What a clock that stood still missed: today's report, if its hour has passed already."""
    now = tools.clock.now().astimezone(ZoneInfo(tools.settings.timezone))
    if now.hour >= tools.settings.serve.report_hour:
        await todays_report(tools)


async def todays_report(tools: Tools) -> None:
    """Freeze and send the report of the operator's today."""
    await report(day_of(tools.clock.now(), tools.settings.timezone).isoformat(), tools)


def _told(name: str, act: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    """`act` as a job whose faults are logged with its name; the next tick tries again."""

    async def job() -> None:
        try:
            await act()
        except Exception:
            log.exception("the clock's job %s failed; it runs again at its next tick", name)

    return job
