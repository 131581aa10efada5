"""What people are shown: documents and citations with their current state."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from citecheck.adapters.sql import documents, flags, schedule
from citecheck.adapters.sql.captures import capture_of
from citecheck.adapters.sql.database import Database
from citecheck.adapters.sql.flag_changes import Bearer
from citecheck.adapters.sql.tables import capture, judgement, reading, source, status
from citecheck.adapters.sql.unjudged import (
    NO_DATE_CHECK,
    NO_DATES,
    before_trouble,
    first_look,
    put_off,
)
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
    Judgement,
    LinkStatus,
    Reading,
    ReadingSummary,
    SourceKey,
)

Troubled = Mapping[HostKey, tuple[Flag, ...]]  # flags that hold now


class SqlViews:
    """The Views port over the tables: read-only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def document(self, document_id: DocumentId, online: bool) -> DocumentResult:
        """One document with its citations' current state."""

        def work(connection: Connection) -> DocumentResult:
            found, citations = documents.cited(connection, document_id)
            troubled = flags.open_on_hosts(connection)
            results = tuple(current(connection, citation, troubled) for citation in citations)
            cited = {citation.source.host for citation in citations}
            hosts = (HostResult(host, standing) for host, standing in troubled.items() if host in cited)
            return DocumentResult(found, online, results, hosts=tuple(hosts))

        return await self._database.read(work)

    async def citation(self, citation_id: CitationId) -> tuple[Document, CitationResult]:
        """One citation's current state, with its document; StoreError when there is none."""

        def work(connection: Connection) -> tuple[Document, CitationResult]:
            document, citation = documents.one_cited(connection, citation_id)
            return document, current(connection, citation, flags.open_on_hosts(connection))

        return await self._database.read(work)

    async def reading(self, capture_id: CaptureId) -> Reading | None:
        """What one capture was last read to say."""
        return await self._database.read(lambda c: _reading(c, capture_id))

    async def source_captures(self, source_key: SourceKey) -> list[Capture]:
        """Every capture of a source, oldest first, void ones left out."""
        wanted = (
            select(capture).where(capture.c.source_key == source_key, ~capture.c.void).order_by(capture.c.id)
        )
        return await self._database.read(lambda c: [capture_of(row) for row in c.execute(wanted)])

    async def flags(self, citation_id: CitationId) -> list[Flag]:
        """Every flag a citation ever had, newest first."""
        return await self._database.read(lambda c: flags.history(c, Bearer(citation_id)))

    async def host_flags(self, host: HostKey) -> list[Flag]:
        """Every flag a host ever had, newest first."""
        return await self._database.read(lambda c: flags.history(c, Bearer(host=host)))


def current(connection: Connection, citation: Citation, troubled: Troubled) -> CitationResult:
    """A citation with what its source's newest judged capture says; `troubled`: flags of hosts."""
    newest = _newest(connection, citation.source.key)
    judged = _judgement(connection, citation.id, newest[0].id) if newest else None
    seen = _reading(connection, newest[0].id) if newest else None
    return CitationResult(
        citation=citation,
        link=_link(connection, citation, newest, troubled),
        capture=newest[0] if newest else None,
        reading=ReadingSummary.of(seen) if seen else None,
        dates=judged.dates if judged else NO_DATES,
        date_check=judged.date_check if judged else NO_DATE_CHECK,
        verdict=judged.verdict if judged else None,
        suggestion=judged.suggestion if judged else None,
        flags=tuple(flags.history(connection, Bearer(citation.id))),
    )


def _link(
    connection: Connection,
    citation: Citation,
    newest: tuple[Capture, LinkStatus] | None,
    troubled: Troubled,
) -> LinkStatus:
    standing = troubled.get(citation.source.host, ())
    if newest is None:
        rest = schedule.rests_until(connection, citation.source.host)
        return first_look(_due(connection, citation.source.key), standing, rest)
    seen, link = newest
    if standing and _taken_back_since(connection, seen):
        return before_trouble(link, standing[0].opened_at)
    return link


def _taken_back_since(connection: Connection, seen: Capture) -> bool:
    """Whether the source was fetched after `seen`, and that counts for nothing."""
    values = {"source": seen.source_key, "seen": seen.id}
    return connection.execute(_VOID_SINCE, values).first() is not None


def _newest(connection: Connection, key: SourceKey) -> tuple[Capture, LinkStatus] | None:
    row = connection.execute(_NEWEST, {"source": key}).first()
    return None if row is None else (capture_of(row), put_off(row.body, row.due_at))


def _judgement(connection: Connection, citation_id: CitationId, capture_id: CaptureId) -> Judgement | None:
    return connection.execute(_JUDGEMENT, {"citation": citation_id, "capture": capture_id}).scalar()


def _reading(connection: Connection, capture_id: CaptureId) -> Reading | None:
    return connection.execute(_READING, {"capture": capture_id}).scalar()


def _due(connection: Connection, key: SourceKey) -> datetime | None:
    return connection.execute(select(source.c.due_at).where(source.c.key == key)).scalar()


# Of every citation that is shown; made once.
_VOID_SINCE = (
    select(capture.c.id)
    .where(capture.c.source_key == bindparam("source"), capture.c.void, capture.c.id > bindparam("seen"))
    .limit(1)
)
_NEWEST = (
    select(capture, status.c.body, source.c.due_at)
    .join_from(capture, status, status.c.capture_id == capture.c.id)
    .join(source, source.c.key == capture.c.source_key)
    .where(capture.c.source_key == bindparam("source"), ~capture.c.void)
    .order_by(capture.c.id.desc(), status.c.id.desc())
    .limit(1)
)
_JUDGEMENT = (
    select(judgement.c.body)
    .where(judgement.c.citation_id == bindparam("citation"), judgement.c.capture_id == bindparam("capture"))
    .order_by(judgement.c.id.desc())
    .limit(1)
)
_READING = (
    select(reading.c.body)
    .where(reading.c.capture_id == bindparam("capture"))
    .order_by(reading.c.id.desc())
    .limit(1)
)
