"""The Catalog and the Views in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from citecheck.adapters.sql.added_again import FRESH, again, placed
from citecheck.adapters.sql.flag_changes import Bearer, Opening
from citecheck.errors import StoreError
from citecheck.model import (
    LONGEST_TURN,
    Capture,
    CaptureId,
    Citation,
    CitationId,
    Document,
    DocumentId,
    DueHost,
    FlagFinding,
    HostKey,
    Judged,
    Observation,
    PairingHow,
    Reading,
    RecordPointer,
    Source,
    SourceKey,
    WarcFile,
)
from citecheck.testing.probes import MemoryProbes
from citecheck.testing.tables import CaptureRow, HostRow, MemoryTables, SourceRow
from citecheck.testing.views import MemoryViews

T = TypeVar("T")


class MemoryCatalog(MemoryProbes, MemoryViews):
    """Both ports over dictionaries. Two of them on the same tables are two processes."""

    def __init__(self, tables: MemoryTables | None = None) -> None:
        super().__init__(tables if tables is not None else MemoryTables())

    async def add_document(
        self, document: Document, citations: Sequence[Citation], now: datetime
    ) -> DocumentId:
        """Store what is new, and make the sources due."""
        known = self.tables.documents.get(document.id, document)
        self.tables.documents[document.id] = now_known = again(known, document)
        self.tables.added.setdefault(document.id, now)
        for citation in citations:
            for kept in (self.tables.citations, self.tables.corrected):
                if citation.id in kept:
                    kept[citation.id] = placed(kept[citation.id], citation)
            self.tables.citations.setdefault(citation.id, citation)
            source = citation.source
            history = self.tables.history(source.key)
            just_fetched = any(one.waits and one.capture.captured_at > now - FRESH for one in history)
            if now_known.publication != known.publication and history:
                history[-1].again = True
            row = self.tables.sources.setdefault(source.key, SourceRow(source, None, wanted=False))
            if not just_fetched:
                row.due_at = now if row.due_at is None else min(row.due_at, now)
            row.wanted = True
            self.tables.hosts.setdefault(source.host, HostRow())
        return document.id

    async def cited(self, document_id: DocumentId) -> tuple[Document, Sequence[Citation]]:
        """A document with its citations."""
        if document_id not in self.tables.documents:
            raise StoreError(f"there is no document {document_id}")
        return self.tables.documents[document_id], self.tables.cited(document_id)

    async def documents(self) -> Sequence[DocumentId]:
        """Every document, oldest first."""
        return list(self.tables.documents)

    async def delete_document(self, document_id: DocumentId) -> None:
        """Forget a document with all that hangs on its citations."""
        await self.unschedule([document_id])
        gone = {key for key, one in self.tables.citations.items() if one.document_id == document_id}
        self.tables.documents.pop(document_id, None)
        for key in gone:
            del self.tables.citations[key]
            self.tables.corrected.pop(key, None)
            self.tables.known.pop(key, None)
        for flag in [one for one in self.tables.flags.values() if one.citation_id in gone]:
            del self.tables.flags[flag.id]
        self.tables.reviews[:] = [one for one in self.tables.reviews if one.citation_id not in gone]

    async def set_pairings(self, document_id: DocumentId, citations: Sequence[Citation]) -> None:
        """Replace what we found, or set what a person corrected."""
        for citation in citations:
            if self.tables.citations[citation.id].document_id != document_id:
                continue
            by_person = citation.pairing.how is PairingHow.CORRECTED
            (self.tables.corrected if by_person else self.tables.citations)[citation.id] = citation

    async def restore_pairing(self, citation_id: CitationId) -> None:
        """What we found holds again."""
        self.tables.corrected.pop(citation_id, None)

    async def citations_of(self, source_key: SourceKey) -> Sequence[tuple[Document, Citation]]:
        """Every citation of a source with its document."""
        return [
            (document, citation)
            for key, document in self.tables.documents.items()
            for citation in self.tables.cited(key)
            if citation.source.key == source_key
        ]

    async def pending(self, documents: Sequence[DocumentId]) -> int:
        """Sources that wait for a fetch, a judging or a probe."""
        keys = {one.source.key for one in self.tables.citations.values() if one.document_id in documents}
        waiting = {key for key in keys if self.tables.sources[key].wanted and self.tables.sources[key].due_at}
        unjudged = {key for key in keys for row in self.tables.history(key) if row.waits}
        probed = {
            key for key in keys for row in self.tables.history(key)
            if row.capture.id in self.tables.probe_wishes
        }  # fmt: skip
        return len(waiting | unjudged | probed)

    async def unschedule(self, documents: Sequence[DocumentId]) -> None:
        """Sources that no other document cites are not fetched again."""
        cited = {one.source.key: set[DocumentId]() for one in self.tables.citations.values()}
        for one in self.tables.citations.values():
            cited[one.source.key].add(one.document_id)
        for key, citing in cited.items():
            if citing <= set(documents):
                self.tables.sources[key].due_at = None
                self.tables.sources[key].wanted = False

    async def set_findings(
        self, found: Sequence[tuple[CitationId, tuple[FlagFinding, ...]]], at: datetime
    ) -> None:
        """Open and clear flags that need no capture."""
        for citation_id, findings in found:
            self.tables.settle(Bearer(citation_id), findings, Opening(at))

    async def set_host_findings(self, host: HostKey, findings: Sequence[FlagFinding], at: datetime) -> None:
        """The same on a host."""
        self.tables.settle(Bearer(host=host), tuple(findings), Opening(at))

    async def due_hosts(self, now: datetime, limit: int) -> Sequence[DueHost]:
        """Hosts that may be drained, longest waiting first."""
        due: dict[HostKey, list[datetime]] = {}
        for row in self.tables.sources.values():
            if row.due_at is not None and row.due_at <= now and self.tables.hosts[row.source.host].free(now):
                due.setdefault(row.source.host, []).append(row.due_at)
        order = sorted(due, key=lambda host: (min(due[host]), host))
        return [DueHost(host, len(due[host])) for host in order[:limit]]

    async def hold_host(self, host: HostKey, now: datetime, until: datetime) -> bool:
        """Take a host, or keep it."""
        row = self.tables.hosts.setdefault(host, HostRow())
        mine = row.holder is self and row.held_until is not None and row.held_until > now
        if mine or row.free(now):
            row.holder, row.held_until = self, until
            return True
        return False

    async def release_host(self, host: HostKey, next_allowed_at: datetime) -> None:
        """Let a host go."""
        row = self.tables.hosts[host]
        known = row.next_allowed_at or next_allowed_at
        wrong = known > next_allowed_at + LONGEST_TURN
        row.next_allowed_at = next_allowed_at if wrong else max(known, next_allowed_at)
        if row.rests_until is None or row.rests_until <= next_allowed_at:
            row.refusals = 0
        if row.holder is self:
            row.holder = row.held_until = None

    async def refusals(self, host: HostKey) -> int:
        """How many times in a row the host asked to be left alone."""
        return self.tables.hosts[host].refusals

    async def rest_host(self, host: HostKey, until: datetime) -> None:
        """Nobody takes the host before `until`; one refusal more."""
        row = self.tables.hosts[host]
        row.rests_until, row.refusals = until, row.refusals + 1

    async def put_off_resting(self, now: datetime, beyond: datetime) -> None:
        """Put off what is due of hosts that rest longer than until `beyond`."""
        for host, row in self.tables.hosts.items():
            if row.rests_until is not None and row.rests(now) and row.rests_until > beyond:
                await self.put_off(host, row.rests_until)

    async def due_sources(self, host: HostKey, now: datetime, limit: int) -> Sequence[Source]:
        """The host's due sources, longest waiting first."""
        due = [
            (row.due_at, key)
            for key, row in self.tables.sources.items()
            if row.source.host == host and row.due_at is not None and row.due_at <= now
        ]
        return [self.tables.sources[key].source for _, key in sorted(due)[:limit]]

    async def set_due(self, keys: Sequence[SourceKey], due: datetime | None) -> None:
        """When sources are next fetched."""
        for key in keys:
            if key in self.tables.sources:
                self.tables.sources[key].due_at = due

    async def record_captures(self, captures: Sequence[Capture], next_due: datetime) -> None:
        """Add rows that are new."""
        for capture in captures:
            if capture.id not in self.tables.captures:
                self.tables.captures[capture.id] = CaptureRow(capture)
                await self.set_due([capture.source_key], next_due)
                if capture.source_key in self.tables.sources:
                    self.tables.sources[capture.source_key].wanted = False

    async def void_captures(self, ids: Sequence[CaptureId], due: datetime) -> None:
        """Take captures back."""
        for capture_id in ids:
            row = self.tables.captures[capture_id]
            row.void = True
            await self.set_due([row.capture.source_key], due)
            left = self.tables.history(row.capture.source_key)
            if row.observations and left:
                left[-1].again = True

    async def put_off(self, host: HostKey, until: datetime) -> None:
        """What is due of a host before `until` is due then, and wanted by nobody, nor is a probe."""
        await self.drop_probes(host)
        for row in self.tables.sources.values():
            if row.source.host == host and row.due_at is not None and row.due_at <= until:
                row.due_at, row.wanted = until, False

    async def host_captures(self, host: HostKey, since: datetime, *, void: bool) -> Sequence[Capture]:
        """The newest capture of each of a host's sources."""
        newest: dict[SourceKey, CaptureRow] = {}
        for row in sorted(self.tables.captures.values(), key=lambda row: row.place):
            known = self.tables.sources.get(row.capture.source_key)
            if known is None or known.source.host != host or (row.void and not void):
                continue
            if row.capture.captured_at >= since:
                newest[row.capture.source_key] = row
        return [row.capture for row in newest.values()]

    async def unjudged(self, limit: int, now: datetime | None = None) -> Sequence[CaptureId]:
        """Captures that wait to be judged, oldest first."""
        rows = [row for row in self.tables.captures.values() if row.waits and not self._drained(row, now)]
        return [row.capture.id for row in sorted(rows, key=lambda row: row.place)[:limit]]

    async def captures(self, after: CaptureId | None, limit: int) -> Sequence[CaptureId]:
        """Captures in the order of their ids."""
        ids = [key for key, row in self.tables.captures.items() if not row.void and key > (after or "")]
        return sorted(ids)[:limit]

    async def capture(self, capture_id: CaptureId) -> Capture:
        """One capture."""
        return self._row(capture_id).capture

    async def baseline(self, source_key: SourceKey, before: datetime) -> tuple[Capture, Reading] | None:
        """The first capture with a reading."""
        for row in self.tables.history(source_key):
            if row.readings and row.capture.captured_at < before:
                return row.capture, row.readings[-1]
        return None

    async def latest_reading(self, source_key: SourceKey) -> tuple[Capture, Reading] | None:
        """The last capture with a reading."""
        for row in reversed(self.tables.history(source_key)):
            if row.readings:
                return row.capture, row.readings[-1]
        return None

    async def observations(self, source_key: SourceKey) -> Sequence[Observation]:
        """The source's history."""
        return [row.observations[-1] for row in self.tables.history(source_key) if row.observations]

    async def record_judged(self, judged: Judged) -> None:
        """Append what differs; the newest capture settles flags and due time."""
        about = judged.observation
        row = self._row(about.capture_id)
        row.again = False
        _append(row.observations, about)
        _append(row.statuses, judged.status)
        if judged.reading is not None:
            _append(row.readings, judged.reading)
        for judgement in judged.judgements:
            if judgement.citation_id not in self.tables.citations:
                continue
            same = [one for one in row.judgements if one.citation_id == judgement.citation_id]
            if not same or same[-1] != judgement:
                row.judgements.append(judgement)
        if row.void:
            return
        later = [one for one in self.tables.history(about.source_key) if one.place > row.place]
        if not any(one.observations for one in later):
            for citation_id, findings in judged.findings:
                if citation_id not in self.tables.citations:
                    continue
                opening = Opening(row.capture.captured_at, about.capture_id)
                self.tables.settle(Bearer(citation_id), findings, opening)
        if not later and about.source_key in self.tables.sources:
            self.tables.sources[about.source_key].due_at = judged.status.next_check_at
            self.tables.sources[about.source_key].wanted = False

    async def holders(self, payloads: Sequence[str]) -> Mapping[str, Capture]:
        """The first capture whose own record holds each payload."""
        found: dict[str, Capture] = {}
        for _, row in sorted(self.tables.captures.items()):
            digest = row.capture.payload_sha256
            if digest is not None and digest in payloads and row.capture.refers_to is None:
                found.setdefault(digest, row.capture)
        return found

    async def last_body(self, source_key: SourceKey) -> Capture | None:
        """The newest answer 200 with a body."""
        found = [row.capture for row in self.tables.history(source_key) if row.capture.has_body]
        return next((one for one in reversed(found) if one.outcome.status == 200), None)

    async def recorded(self, file: str) -> Mapping[CaptureId, RecordPointer]:
        """Every capture on record in one file."""
        places = {key: row.capture.record for key, row in self.tables.captures.items()}
        return {key: where for key, where in places.items() if where.file == file}

    async def close_file(self, closed: WarcFile) -> None:
        """Put a finished file on record."""
        self.tables.files[closed.file] = closed

    def _drained(self, row: CaptureRow, now: datetime | None) -> bool:
        known = self.tables.sources.get(row.capture.source_key)
        held = self.tables.hosts[known.source.host].held_until if known is not None else None
        return now is not None and held is not None and held > now

    def _row(self, capture_id: CaptureId) -> CaptureRow:
        if capture_id not in self.tables.captures:
            raise StoreError(f"there is no capture {capture_id}")
        return self.tables.captures[capture_id]


def _append(rows: list[T], row: T) -> None:
    if not rows or rows[-1] != row:
        rows.append(row)
