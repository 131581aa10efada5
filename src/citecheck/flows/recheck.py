"""recheck(sources): a person wants to know now; the sources become due, and what is due is queued."""

from collections.abc import Sequence

from citecheck.flows.tools import Tools
from citecheck.model import DocumentId, Job, JobKind, SourceKey

HOSTS_AT_ONCE = 500


async def recheck(keys: Sequence[SourceKey], tools: Tools) -> None:
    """Make these sources due now. Their hosts' pace still holds."""
    await tools.catalog.set_due(keys, tools.clock.now())
    await _queue_hosts(tools)


async def recheck_document(document_id: DocumentId, tools: Tools) -> None:
    """Make every source of a document due now, as if it had just been added."""
    document, citations = await tools.catalog.cited(document_id)
    await tools.catalog.add_document(document, citations, tools.clock.now())
    await _queue_hosts(tools)


async def _queue_hosts(tools: Tools) -> None:
    for due in await tools.catalog.due_hosts(tools.clock.now(), HOSTS_AT_ONCE):
        await tools.queue.put(Job(JobKind.DRAIN, due.host))
