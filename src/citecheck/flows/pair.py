"""pair(document): pair pasted URLs with claims again, now that titles and texts are known.

Waits until every source of the document was looked at once, so that the answer does not depend on the
order in which hosts answered. What a person corrected stays as it is.
"""

from collections.abc import Sequence

from citecheck.errors import StoreError
from citecheck.extract import SourceText, refine
from citecheck.flows.tools import Tools
from citecheck.model import Citation, DocumentId, Job, JobKind, PairingHow, SourceKey

LEDE = 400  # code points of a text that stand for its lede


async def pair(document_id: str, tools: Tools) -> int:
    """Refine a document's pairings and have changed ones judged again; the number of changed ones."""
    key = DocumentId(document_id)
    if await tools.catalog.pending([key]):
        return 0
    try:
        document, citations = await tools.catalog.cited(key)
    except StoreError:
        return 0  # deleted since it was queued
    known = await _known_texts(citations, tools)
    refined = refine(document, tuple(citations), known, tools.settings.publishers)
    before = {citation.id: citation for citation in citations}
    changed = [
        citation
        for citation in refined
        if citation != before[citation.id] and before[citation.id].pairing.how is not PairingHow.CORRECTED
    ]
    if changed:
        await tools.catalog.set_pairings(key, changed)
        for citation in changed:
            found = await tools.catalog.latest_reading(citation.source.key)
            if found is not None:
                await tools.queue.put(Job(JobKind.JUDGE, found[0].id))
    return len(changed)


async def _known_texts(citations: Sequence[Citation], tools: Tools) -> dict[SourceKey, SourceText]:
    known: dict[SourceKey, SourceText] = {}
    for key in {citation.source.key for citation in citations}:
        found = await tools.catalog.latest_reading(key)
        if found is not None:
            reading = found[1]
            known[key] = SourceText(title=reading.title or "", lede=reading.text[:LEDE], text=reading.text)
    return known
