"""The Views in memory."""

from collections.abc import Sequence
from datetime import datetime

from citecheck.adapters.sql.flag_changes import Bearer
from citecheck.adapters.sql.unjudged import (
    NO_DATE_CHECK,
    NO_DATES,
    before_trouble,
    first_look,
    put_off,
)
from citecheck.errors import StoreError
from citecheck.model import (
    Capture,
    CaptureId,
    Citation,
    CitationId,
    CitationResult,
    Document,
    DocumentId,
    DocumentResult,
    Flag,
    HostKey,
    HostResult,
    LinkStatus,
    Reading,
    ReadingSummary,
    SourceKey,
)
from citecheck.testing.tables import CaptureRow, MemoryTables


class MemoryViews:
    """The Views port over dictionaries."""

    tables: MemoryTables

    async def document(self, document_id: DocumentId, online: bool) -> DocumentResult:
        """One document with its citations' current state."""
        if document_id not in self.tables.documents:
            raise StoreError(f"there is no document {document_id}")
        document, citations = self.tables.documents[document_id], self.tables.cited(document_id)
        cited = sorted({one.source.host for one in citations})
        hosts = tuple(HostResult(host, standing) for host in cited if (standing := self._standing(host)))
        return DocumentResult(document, online, tuple(self._current(one) for one in citations), hosts=hosts)

    async def citation(self, citation_id: CitationId) -> tuple[Document, CitationResult]:
        """One citation's current state, with its document."""
        found = self.tables.citations.get(citation_id)
        if found is None:
            raise StoreError(f"there is no citation {citation_id}")
        citation = self.tables.corrected.get(citation_id, found)
        return self.tables.documents[found.document_id], self._current(citation)

    async def reading(self, capture_id: CaptureId) -> Reading | None:
        """What one capture was last read to say."""
        row = self.tables.captures.get(capture_id)
        return row.readings[-1] if row and row.readings else None

    async def source_captures(self, source_key: SourceKey) -> Sequence[Capture]:
        """Every capture of a source, oldest first."""
        return [row.capture for row in self.tables.history(source_key)]

    async def flags(self, citation_id: CitationId) -> Sequence[Flag]:
        """Every flag a citation ever had."""
        return self.tables.hanging(Bearer(citation_id))

    async def host_flags(self, host: HostKey) -> Sequence[Flag]:
        """Every flag a host ever had."""
        return self.tables.hanging(Bearer(host=host))

    def _current(self, citation: Citation) -> CitationResult:
        judged = [row for row in self.tables.history(citation.source.key) if row.statuses]
        row = judged[-1] if judged else None
        own = [one for one in row.judgements if one.citation_id == citation.id] if row else []
        due = self.tables.sources[citation.source.key].due_at
        return CitationResult(
            citation=citation,
            link=self._link(citation, row, due) if row else self._first_look(citation, due),
            capture=row.capture if row else None,
            reading=ReadingSummary.of(row.readings[-1]) if row and row.readings else None,
            dates=own[-1].dates if own else NO_DATES,
            date_check=own[-1].date_check if own else NO_DATE_CHECK,
            verdict=own[-1].verdict if own else None,
            suggestion=own[-1].suggestion if own else None,
            flags=tuple(self.tables.hanging(Bearer(citation.id))),
        )

    def _standing(self, host: HostKey) -> tuple[Flag, ...]:
        hanging = self.tables.hanging(Bearer(host=host))
        return tuple(flag for flag in hanging if flag.cleared_at is None)

    def _link(self, citation: Citation, row: CaptureRow, due: datetime | None) -> LinkStatus:
        since = [
            one for one in self.tables.captures.values()
            if one.void and one.capture.source_key == citation.source.key and one.place > row.place
        ]  # fmt: skip
        standing = self._standing(citation.source.host)
        link = put_off(row.statuses[-1], due)
        return before_trouble(link, standing[0].opened_at) if since and standing else link

    def _first_look(self, citation: Citation, due: datetime | None) -> LinkStatus:
        host = self.tables.hosts[citation.source.host]
        rest = host.rests_until if host.refusals else None
        return first_look(due, self._standing(citation.source.host), rest)
