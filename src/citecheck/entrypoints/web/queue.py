"""The review queue: flagged citations, worst first."""

from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.faults import Unfit
from citecheck.entrypoints.web.filters import address_of, filters_for, is_filtered, query_of
from citecheck.entrypoints.web.shared import WithPages, WithTools
from citecheck.flows.tools import Tools
from citecheck.model import QueuePage, QueueQuery, Severity

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the pages before and after this one are; None where there is none."""

    page: int
    pages: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many citations one severity has, and where they are shown. None: any severity."""

    severity: Severity | None
    total: int
    address: str
    chosen: bool


def pager(found: QueuePage) -> Pager:
    """The pager of one page of the queue."""
    query, pages = found.query, max(1, -(-found.total // found.query.size))
    return Pager(
        query.page,
        pages,
        address_of(replace(query, page=query.page - 1)) or "?" if query.page > 1 else None,
        address_of(replace(query, page=query.page + 1)) if query.page < pages else None,
    )


async def counts(query: QueueQuery, tools: Tools) -> tuple[Count, ...]:
    """What each severity would show, all other filters kept; the first is any severity."""
    found = []
    for severity in (None, *Severity):
        asked = replace(query, severity=severity, page=1)
        total = (await tools.reviews.queue(replace(asked, size=1))).total
        found.append(Count(severity, total, f"/queue{address_of(asked)}", severity == query.severity))
    return tuple(found)


@router.get("/")
@router.get("/queue")
async def show(request: Request, tools: WithTools, pages: WithPages) -> Response:
    """One page of the queue, filtered as the address says."""
    query = query_of(request.query_params)
    found = await tools.reviews.queue(query)
    turn = pager(found)
    if query.page > turn.pages:
        raise Unfit(f"page: the last one is {turn.pages}.")
    return pages.page(
        request,
        "queue.html.j2",
        found=found,
        turn=turn,
        here=address_of(query),
        counts=await counts(query, tools),
        filters=await filters_for(query, tools),
        filtered=is_filtered(query),
        waiting=found.total
        if not is_filtered(query)
        else (await tools.reviews.queue(QueueQuery(size=1))).total,
        has_documents=bool(found.total or await tools.reviews.documents(1, 1)),
    )
