"""Daily reports: frozen pages, and what the next one would say now."""

from datetime import date
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.shared import WithPages, WithTools
from citecheck.render import report_view

router = APIRouter(prefix="/reports")

DAYS_LISTED = 366
ITEMS_SHOWN = 24  # of each kind of change at first; a page stays below 100 KB


@router.get("")
async def listed(request: Request, tools: WithTools, pages: WithPages) -> Response:
    """Every day that has a report, newest first."""
    days = await tools.reports.days(DAYS_LISTED)
    return pages.page(request, "reports.html.j2", days=days, hour=tools.settings.serve.report_hour)


@router.get("/next")
async def coming(request: Request, tools: WithTools, pages: WithPages, every: bool = False) -> Response:
    """What the next report would say if it were frozen now."""
    now, zone = tools.clock.now(), tools.settings.timezone
    today = now.astimezone(ZoneInfo(zone)).date()
    draft = await tools.reports.draft(today, zone, now)
    view = report_view(draft, limit=None if every else ITEMS_SHOWN)
    return pages.page(request, "report.html.j2", view=view, frozen=False, delivery=None)


@router.get("/{day}")
async def show(
    day: str, request: Request, tools: WithTools, pages: WithPages, every: bool = False
) -> Response:
    """The report of one day, as it was frozen."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        raise HTTPException(404) from error
    kept = await tools.reports.report(wanted)
    if kept is None:
        raise HTTPException(404)
    view = report_view(kept, limit=None if every else ITEMS_SHOWN)
    delivery = await tools.reports.delivery(wanted)
    return pages.page(request, "report.html.j2", view=view, frozen=True, delivery=delivery)
