"""People's decisions, and the review queue over the rows that queue_view keeps."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Text, bindparam, func, insert, select, type_coerce, update

from citecheck.adapters.sql import documents, queue_view
from citecheck.adapters.sql.database import Database
from citecheck.adapters.sql.tables import capture, citation, citation_now, document
from citecheck.adapters.sql.tables import review as table
from citecheck.errors import StoreError
from citecheck.model import (
    LINK_WORDS,
    CitationId,
    Decision,
    Document,
    DocumentId,
    DocumentRow,
    PairingChange,
    QueuePage,
    QueueQuery,
    QueueRow,
    Review,
    Severity,
    SourceKey,
    Standing,
)
from citecheck.text import fold

SEVERITIES = tuple(sorted(Severity, key=lambda severity: severity.rank))


class SqlReviewBook:
    """The ReviewBook port over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def append(
        self, review: Review, change: PairingChange | None = None, *, again: bool = False
    ) -> None:
        """Put one decision on record with what it changes of the pairing. Idempotent on its id."""
        await self._database.write(lambda c: _append(c, review, change, again=again))

    async def reviews(self, citation_id: CitationId) -> Sequence[Review]:
        """Every decision on a citation, oldest first."""
        query = select(table.c.body).where(table.c.citation_id == citation_id).order_by(table.c.seq)
        return await self._database.read(lambda c: list(c.execute(query).scalars()))

    async def of_link(self, source_key: SourceKey) -> Sequence[Review]:
        """Decisions on a link and undos, made on any of its citations, oldest first."""
        return await self._database.read(lambda c: list(c.execute(_OF_LINK, {"key": source_key}).scalars()))

    async def standing(self, citation_id: CitationId) -> Standing:
        """Where the citation stands now."""
        query = select(citation_now.c.standing).where(citation_now.c.citation_id == citation_id)
        found: Standing | None = await self._database.read(lambda c: c.execute(query).scalar())
        if found is None:
            raise StoreError(f"there is no citation {citation_id}")
        return found

    async def queue(self, query: QueueQuery) -> QueuePage:
        """Flagged citations worst first, then longest waiting first."""
        return await self._database.read(lambda c: _page(c, query))

    async def documents(self, page: int, size: int) -> Sequence[DocumentRow]:
        """Documents, newest first; pages count from 1."""
        return await self._database.read(lambda c: _documents(c, page, size))


_OF_LINK = (  # made once: making a statement costs more than running it
    select(table.c.body)
    .join(citation, citation.c.id == table.c.citation_id)
    .where(citation.c.source_key == bindparam("key"), table.c.decision.in_([*LINK_WORDS, Decision.UNDO]))
    .order_by(table.c.seq)
)


def _append(connection: Connection, done: Review, change: PairingChange | None, *, again: bool) -> None:
    if connection.execute(select(table.c.seq).where(table.c.id == done.id)).first() is not None:
        return
    row = {
        "id": done.id,
        "citation_id": done.citation_id,
        "decision": done.decision,
        "reviewer": done.reviewer,
        "at": done.at,
        "body": done,
    }
    connection.execute(insert(table), row)
    if change is not None:
        _pair(connection, done.citation_id, change)
    if change is not None or again:
        _judge_again(connection, done.citation_id)
    queue_view.refresh(connection, [done.citation_id])


def _pair(connection: Connection, citation_id: CitationId, change: PairingChange) -> None:
    if change.corrected is None:
        documents.restore_pairing(connection, citation_id)
    else:
        documents.set_pairings(connection, change.corrected.document_id, (change.corrected,))


def _judge_again(connection: Connection, citation_id: CitationId) -> None:
    newest = (
        select(capture.c.id)
        .join_from(citation, capture, capture.c.source_key == citation.c.source_key)
        .where(citation.c.id == citation_id, capture.c.judged, ~capture.c.void)
        .order_by(capture.c.id.desc())
        .limit(1)
    )
    connection.execute(update(capture).where(capture.c.id == newest.scalar_subquery()).values(judged=False))


def _page(connection: Connection, query: QueueQuery) -> QueuePage:
    wanted = _wanted(query)
    total = connection.execute(select(func.count()).select_from(citation_now).where(*wanted)).scalar_one()
    rows = connection.execute(
        select(citation_now)
        .where(*wanted)
        .order_by(citation_now.c.rank, citation_now.c.opened_at, citation_now.c.citation_id)
        .limit(query.size)
        .offset((max(query.page, 1) - 1) * query.size)
    )
    found = tuple(
        QueueRow(
            citation_id=CitationId(row.citation_id),
            document_id=DocumentId(row.document_id),
            document_title=row.document_title,
            n=row.n,
            url=row.url,
            publisher=row.publisher,
            claim=row.claim,
            state=row.state,
            link_class=row.link_class,
            dead=row.dead,
            verdict=row.verdict,
            severity=SEVERITIES[row.rank],
            codes=row.codes,
            reason=row.reason,
            standing=row.standing,
            opened_at=row.opened_at,
        )
        for row in rows
    )
    return QueuePage(found, total, query)


def _wanted(query: QueueQuery) -> list[ColumnElement[bool]]:
    now = citation_now.c
    wanted: list[ColumnElement[bool]] = [now.rank.is_not(None)]
    if query.standing is None:
        wanted.append(now.waits)
    else:
        wanted.append(now.standing == query.standing)
    if query.severity is not None:
        wanted.append(now.rank == query.severity.rank)
    if query.code is not None:
        wanted.append(type_coerce(now.codes, Text).contains(f'"{query.code.value}"', autoescape=True))
    if query.publisher is not None:
        wanted.append(now.publisher == query.publisher)
    if query.link_class is not None:
        wanted.append(now.link_class == query.link_class)
    if query.document_id is not None:
        wanted.append(now.document_id == query.document_id)
    words = fold(query.words).split()
    return wanted + [now.search.contains(word, autoescape=True) for word in words]


def _documents(connection: Connection, page: int, size: int) -> list[DocumentRow]:
    rows = connection.execute(
        select(document.c.id, document.c.added_at, document.c.body)
        .order_by(document.c.added_at.desc(), document.c.id)
        .limit(size)
        .offset((max(page, 1) - 1) * size)
    ).all()
    counts = _counts(connection, [row.id for row in rows])
    return [_document_row(row.body, row.added_at, counts.get(row.id)) for row in rows]


def _counts(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, int, int | None]]:
    """For each document: its citations, those that wait in the queue, and the worst open rank."""
    now = citation_now.c
    rows = connection.execute(
        select(now.document_id, func.count(), func.count().filter(now.waits), func.min(now.rank))
        .where(now.document_id.in_(ids))
        .group_by(now.document_id)
    )
    return {key: (citations, waiting, worst) for key, citations, waiting, worst in rows}


def _document_row(
    added: Document, added_at: datetime, counts: tuple[int, int, int | None] | None
) -> DocumentRow:
    citations, waiting, worst = counts or (0, 0, None)
    return DocumentRow(
        id=added.id,
        title=added.title or added.origin,
        origin=added.origin,
        added_at=added_at,
        citations=citations,
        waiting=waiting,
        worst=None if worst is None else SEVERITIES[worst],
    )
