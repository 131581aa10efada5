"""The review queue: flagged citations, worst first."""

from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.faults import Unfit
from citecheck.entrypoints.web.filters import address_of, filters_for, is_filtered, query_of
from citecheck.entrypoints.web.shared import WithPages, WithTools
from citecheck.model import QueuePage, QueueQuery

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the pages before and after this one are; None where there is none."""

    page: int
    pages: int
    before: str | None
    after: str | None


def pager(found: QueuePage) -> Pager:
    """The pager of one page of the queue."""
    query, pages = found.query, max(1, -(-found.total // found.query.size))
    return Pager(
        query.page,
        pages,
        address_of(replace(query, page=query.page - 1)) or "?" if query.page > 1 else None,
        address_of(replace(query, page=query.page + 1)) if query.page < pages else None,
    )


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
        filters=await filters_for(query, tools),
        filtered=is_filtered(query),
        waiting=found.total
        if not is_filtered(query)
        else (await tools.reviews.queue(QueueQuery(size=1))).total,
        has_documents=bool(found.total or await tools.reviews.documents(1, 1)),
    )
