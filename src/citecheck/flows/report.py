"""report(day): freeze what changed since the last freeze, and send it once.

Two clocks may fire at once: only the caller whose freeze is kept sends. A quiet day is frozen, and
not sent. What could not be sent is tried again by resend(), unless the failure was permanent.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from citecheck.flows.tools import Tools
from citecheck.model import Delivery, Report


def day_of(now: datetime, timezone: str) -> date:
    """The operator's calendar day at `now`."""
    return now.astimezone(ZoneInfo(timezone)).date()


async def report(day: str, tools: Tools) -> Report:
    """The report of `day` (YYYY-MM-DD): the frozen one, or frozen and sent now."""
    wanted = date.fromisoformat(day)
    kept = await tools.reports.report(wanted)
    if kept is not None:
        return kept
    now = tools.clock.now()
    since = await tools.reports.last_freeze()
    fresh = Report(
        day=wanted,
        timezone=tools.settings.timezone,
        since=since,
        frozen_at=now,
        items=tuple(await tools.reports.changes(since, now)),
        coverage=await tools.reports.coverage(),
    )
    if await tools.reports.freeze(fresh):
        await _send(fresh, tools)
        return fresh
    return await tools.reports.report(wanted) or fresh


async def resend(tools: Tools) -> int:
    """Send the reports that still wait; the number that went out."""
    sent = 0
    for day in await tools.reports.undelivered():
        kept = await tools.reports.report(day)
        if kept is not None and (await _send(kept, tools)).delivered:
            sent += 1
    return sent


async def _send(fresh: Report, tools: Tools) -> Delivery:
    if fresh.quiet:
        delivery = Delivery(delivered=True, detail="nothing changed: not sent")
    else:
        delivery = await tools.notifier.send(fresh)
    await tools.reports.record_delivery(fresh.day, delivery, tools.clock.now())
    return delivery
