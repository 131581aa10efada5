"""Where a citation stands in the queue that it was opened from: the one before, the one after."""

from dataclasses import dataclass, replace

from citecheck.entrypoints.web.filters import address_of
from citecheck.flows.tools import Tools
from citecheck.model import CitationId, QueueQuery

PAGES_SEARCHED = 10  # beyond that a citation is shown without its neighbours


@dataclass(frozen=True, slots=True)
class Place:
    """A citation's place in a queue. The links carry the queue along; None where there is none."""

    position: int | None  # from 1; None: it is not in this queue (decided, or filtered out)
    total: int
    before: str | None
    after: str | None


async def place_of(citation_id: CitationId, query: QueueQuery, tools: Tools) -> Place:
    """Look for a citation near the page that the address names, and from the first page on."""
    near = [query.page, *(page for page in range(1, PAGES_SEARCHED + 1) if page != query.page)]
    total = 0
    for page in near:
        found = await tools.reviews.queue(replace(query, page=page))
        total = found.total
        ids = [row.citation_id for row in found.rows]
        if citation_id in ids:
            index = (page - 1) * query.size + ids.index(citation_id)
            return Place(
                index + 1,
                total,
                await _link(index - 1, query, tools),
                await _link(index + 1, query, tools) if index + 1 < total else None,
            )
        if page * query.size >= total and page != query.page:
            break
    return Place(None, total, None, await _link(0, query, tools) if total else None)


async def _link(index: int, query: QueueQuery, tools: Tools) -> str | None:
    if index < 0:
        return None
    page, offset = divmod(index, query.size)
    wanted = replace(query, page=page + 1)
    rows = (await tools.reviews.queue(wanted)).rows
    return f"/citations/{rows[offset].citation_id}{address_of(wanted)}" if offset < len(rows) else None
