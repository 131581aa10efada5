"""The Catalog over the tables: each method is one transaction."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from citecheck.adapters.sql import captures as capture_rows
from citecheck.adapters.sql import documents as document_rows
from citecheck.adapters.sql import flags, judging, queue_view, schedule
from citecheck.adapters.sql.database import Database
from citecheck.adapters.sql.flag_changes import Bearer, Opening
from citecheck.adapters.sql.probes import SqlProbes
from citecheck.adapters.sql.tables import document as document_table
from citecheck.model import (
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
    Reading,
    RecordPointer,
    Source,
    SourceKey,
    WarcFile,
)


class SqlCatalog(SqlProbes):
    """The Catalog port. One instance holds hosts under one name, so that a process that lost a host
    to another cannot let it go."""

    def __init__(self, database: Database, holder: str | None = None) -> None:
        super().__init__(database)
        self._holder = holder or secrets.token_hex(8)

    async def add_document(
        self, document: Document, citations: Sequence[Citation], now: datetime
    ) -> DocumentId:
        """Store a document with its citations and sources; sources become due at `now`."""
        await self._database.write(lambda c: document_rows.add(c, document, citations, now))
        return document.id

    async def cited(self, document_id: DocumentId) -> tuple[Document, Sequence[Citation]]:
        """A document with its citations in their order; StoreError when there is none."""
        return await self._database.read(lambda c: document_rows.cited(c, document_id))

    async def documents(self) -> Sequence[DocumentId]:
        """Every document, oldest first."""
        query = select(document_table.c.id).order_by(document_table.c.added_at, document_table.c.id)
        return await self._database.read(lambda c: [DocumentId(key) for key in c.execute(query).scalars()])

    async def delete_document(self, document_id: DocumentId) -> None:
        """Forget a document with all that hangs on its citations; captures stay on record."""
        await self._database.write(lambda c: document_rows.remove(c, document_id))

    async def set_pairings(self, document_id: DocumentId, citations: Sequence[Citation]) -> None:
        """Replace claim and pairing of a document's citations; what a person corrected stays."""
        await self._database.write(lambda c: document_rows.set_pairings(c, document_id, citations))

    async def restore_pairing(self, citation_id: CitationId) -> None:
        """Take a person's correction back."""
        await self._database.write(lambda c: document_rows.restore_pairing(c, citation_id))

    async def citations_of(self, source_key: SourceKey) -> Sequence[tuple[Document, Citation]]:
        """Every citation of a source with its document."""
        return await self._database.read(lambda c: document_rows.citations_of(c, source_key))

    async def pending(self, documents: Sequence[DocumentId]) -> int:
        """How many sources of the documents wait for a fetch or a judging."""
        return await self._database.read(lambda c: document_rows.pending(c, documents))

    async def unschedule(self, documents: Sequence[DocumentId]) -> None:
        """Sources that only these documents cite are not fetched again."""
        await self._database.write(lambda c: document_rows.unschedule(c, documents))

    async def set_findings(
        self, found: Sequence[tuple[CitationId, tuple[FlagFinding, ...]]], at: datetime
    ) -> None:
        """Open flags that hold and are not open; clear open ones that no longer hold."""

        def work(connection: Connection) -> None:
            flagged = flags.open_on(connection, [citation_id for citation_id, _ in found])
            touched = {one: findings for one, findings in found if findings or one in flagged}
            flags.settle_all(connection, touched, Opening(at))
            queue_view.refresh(connection, touched)

        await self._database.write(work)

    async def set_host_findings(self, host: HostKey, findings: Sequence[FlagFinding], at: datetime) -> None:
        """The same for flags that hang on a host."""
        await self._database.write(lambda c: flags.settle(c, Bearer(host=host), findings, Opening(at)))

    async def due_hosts(self, now: datetime, limit: int) -> Sequence[DueHost]:
        """Hosts with due sources whose turn has come, longest waiting first."""
        return await self._database.read(lambda c: schedule.due_hosts(c, now, limit))

    async def hold_host(self, host: HostKey, now: datetime, until: datetime) -> bool:
        """Take a host for draining until `until`, or keep holding it."""
        wish = schedule.Hold(host, self._holder, now, until)
        return await self._database.write(lambda c: schedule.hold(c, wish))

    async def release_host(self, host: HostKey, next_allowed_at: datetime) -> None:
        """Let a host go; it may next be asked at `next_allowed_at`."""
        await self._database.write(lambda c: schedule.release(c, host, self._holder, next_allowed_at))

    async def refusals(self, host: HostKey) -> int:
        """How many times in a row the host asked to be left alone."""
        return await self._database.read(lambda c: schedule.refusals(c, host))

    async def rest_host(self, host: HostKey, until: datetime) -> None:
        """Nobody takes the host before `until`; one refusal more."""
        await self._database.write(lambda c: schedule.rest(c, host, until))

    async def put_off_resting(self, now: datetime, beyond: datetime) -> None:
        """Put off what is due of hosts that rest longer than until `beyond`."""
        await self._database.write(lambda c: schedule.put_off_resting(c, now, beyond))

    async def free_hosts(
        self, is_dead: Callable[[str], bool], next_allowed_at: Callable[[HostKey], datetime]
    ) -> int:
        """Let hosts go that a dead process holds; how many. It may have asked them a moment ago, so each
        gets its next turn as if it had."""

        def work(connection: Connection) -> int:
            dead = [holder for holder in schedule.holders(connection) if is_dead(holder)]
            held = [(host, holder) for holder in dead for host in schedule.held_by(connection, holder)]
            for host, holder in held:
                schedule.release(connection, host, holder, next_allowed_at(host))
            return len(held)

        return await self._database.write(work)

    async def due_sources(self, host: HostKey, now: datetime, limit: int) -> Sequence[Source]:
        """The host's due sources, longest waiting first."""
        return await self._database.read(lambda c: schedule.due_sources(c, host, now, limit))

    async def set_due(self, keys: Sequence[SourceKey], due: datetime | None) -> None:
        """Set when sources are next fetched; None for never."""
        await self._database.write(lambda c: schedule.set_due(c, keys, due))

    async def put_off(self, host: HostKey, until: datetime) -> None:
        """What is due of a host before `until` is next fetched then; nobody waits for it meanwhile."""
        await self._database.write(lambda c: schedule.put_off(c, host, until))

    async def record_captures(self, captures: Sequence[Capture], next_due: datetime) -> None:
        """Commit captures' rows and move their sources' due time. Idempotent on the capture's id."""
        await self._database.write(lambda c: capture_rows.record(c, captures, next_due))

    async def void_captures(self, ids: Sequence[CaptureId], due: datetime) -> None:
        """Mark a batch as taken back; its sources are due again at `due`."""
        await self._database.write(lambda c: capture_rows.void(c, ids, due))

    async def unjudged(self, limit: int, now: datetime | None = None) -> Sequence[CaptureId]:
        """Captures that wait to be judged, oldest first; with `now`, not those of hosts under drain."""
        return await self._database.read(lambda c: capture_rows.unjudged(c, limit, now))

    async def captures(self, after: CaptureId | None, limit: int) -> Sequence[CaptureId]:
        """Captures in the order of their ids, from the one behind `after` on."""
        return await self._database.read(lambda c: capture_rows.page(c, after, limit))

    async def host_captures(self, host: HostKey, since: datetime, *, void: bool) -> Sequence[Capture]:
        """The newest capture of each of a host's sources, where it is not older than `since`."""
        return await self._database.read(lambda c: capture_rows.of_host(c, host, since, void=void))

    async def capture(self, capture_id: CaptureId) -> Capture:
        """One capture; StoreError when there is none."""
        return await self._database.read(lambda c: capture_rows.get(c, capture_id))

    async def baseline(self, source_key: SourceKey, before: datetime) -> tuple[Capture, Reading] | None:
        """The first capture of the source with a reading, if it is earlier than `before`."""
        return await self._database.read(lambda c: capture_rows.baseline(c, source_key, before))

    async def latest_reading(self, source_key: SourceKey) -> tuple[Capture, Reading] | None:
        """The last capture of the source that has a reading."""
        return await self._database.read(lambda c: capture_rows.latest_reading(c, source_key))

    async def observations(self, source_key: SourceKey) -> Sequence[Observation]:
        """The source's history, oldest first, void ones left out."""
        return await self._database.read(lambda c: judging.observations(c, source_key))

    async def record_judged(self, judged: Judged) -> None:
        """Commit what judging one capture gave. Judging again appends what differs."""
        await self._database.write(lambda c: judging.record(c, judged))

    async def holders(self, payloads: Sequence[str]) -> Mapping[str, Capture]:
        """For each hex SHA-256 on record, the first capture whose own record holds that payload."""
        return await self._database.read(lambda c: capture_rows.holders(c, payloads))

    async def last_body(self, source_key: SourceKey) -> Capture | None:
        """The source's newest capture with status 200 and a body, void ones left out."""
        return await self._database.read(lambda c: capture_rows.last_body(c, source_key))

    async def recorded(self, file: str) -> Mapping[CaptureId, RecordPointer]:
        """Every capture on record in one WARC file."""
        return await self._database.read(lambda c: capture_rows.recorded(c, file))

    async def close_file(self, closed: WarcFile) -> None:
        """Put a finished file on record."""
        await self._database.write(lambda c: capture_rows.close_file(c, closed))
