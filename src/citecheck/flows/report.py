"""report(day): freeze what changed since the last freeze, and send it once.

Two clocks may fire at once: one freezes, and one takes the sending. A quiet day is frozen and not sent.
What could not be sent is tried again by resend(), unless the failure was permanent.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from citecheck.flows.tools import Tools
from citecheck.model import Delivery, Report

SENDING = timedelta(minutes=10)  # beyond the mail's own time limit: then whoever took it has died
OLD_NEWS = timedelta(days=3)  # from then on a report that could not be sent stays a page


def day_of(now: datetime, timezone: str) -> date:
    """The operator's calendar day at `now`."""
    return now.astimezone(ZoneInfo(timezone)).date()


async def report(day: str, tools: Tools) -> Report:
    """The report of `day` (YYYY-MM-DD): the frozen one, or frozen and sent now."""
    wanted = date.fromisoformat(day)
    kept, is_new = await tools.reports.freeze(wanted, tools.settings.timezone, tools.clock.now())
    if is_new:
        await _deliver(kept, tools)
    return kept


async def resend(tools: Tools) -> int:
    """Send the reports that still wait; the number that went out."""
    sent = 0
    for day in await tools.reports.undelivered():
        kept = await tools.reports.report(day)
        if kept is not None:
            delivery = await _deliver(kept, tools)
            sent += delivery is not None and delivery.delivered
    return sent


async def _deliver(kept: Report, tools: Tools) -> Delivery | None:
    """Send a report, if nobody else does; how it went."""
    now = tools.clock.now()
    until = now + SENDING + timedelta(seconds=tools.settings.mail.timeout)
    if not await tools.reports.take_delivery(kept.day, now, until):
        return None
    if kept.quiet:
        delivery = Delivery(delivered=True, detail="nothing changed: not sent")
    else:
        delivery = await tools.notifier.send(kept)
    if not delivery.delivered and now - kept.frozen_at >= OLD_NEWS:
        delivery = Delivery(False, True, f"given up after {OLD_NEWS.days} days: {delivery.detail}")
    await tools.reports.record_delivery(kept.day, delivery, tools.clock.now())
    return delivery
