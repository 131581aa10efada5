"""Documents, their citations and the sources these share. Each function works inside a transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from citecheck.adapters.sql import queue_view
from citecheck.adapters.sql.added_again import FRESH, again, placed
from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.newest import chunks
from citecheck.adapters.sql.tables import (
    capture,
    citation,
    citation_now,
    document,
    flag,
    host,
    judgement,
    probe_wish,
    reported,
    review,
    source,
)
from citecheck.errors import StoreError
from citecheck.model import Citation, CitationId, Document, DocumentId, PairingHow, Source, SourceKey


def add(connection: Connection, added: Document, citations: Sequence[Citation], now: datetime) -> None:
    """Store what is new of a document, and make its sources due."""
    sources = {item.source.key: item.source for item in citations}
    row = {"id": added.id, "digest": added.digest, "added_at": now, "body": added}
    connection.execute(insert_new(connection, document), row)
    dated_anew = _take_again(connection, added, citations)
    if not sources:
        return
    connection.execute(insert_new(connection, host), [{"key": item.host} for item in sources.values()])
    connection.execute(insert_new(connection, source), [_source_row(item) for item in sources.values()])
    for keys in chunks(sources):
        later = or_(source.c.due_at.is_(None), source.c.due_at > now)
        due = update(source).where(source.c.key.in_(keys), later, ~_just_fetched(now))
        connection.execute(due.values(due_at=now))
        connection.execute(update(source).where(source.c.key.in_(keys)).values(wanted=True))
    connection.execute(insert_new(connection, citation), [_citation_row(item) for item in citations])
    if dated_anew:
        for keys in chunks(sources):
            newest = (
                select(func.max(capture.c.id))
                .where(capture.c.source_key.in_(keys), ~capture.c.void)
                .group_by(capture.c.source_key)
            )
            connection.execute(update(capture).where(capture.c.id.in_(newest)).values(judged=False))
    queue_view.add(connection, added, citations)
    known: set[str] = set()
    for keys in chunks(sources):
        seen = select(capture.c.source_key).where(capture.c.source_key.in_(keys)).distinct()
        known.update(connection.execute(seen).scalars())
    queue_view.refresh(connection, [item.id for item in citations if item.source.key in known])


def _just_fetched(now: datetime) -> ColumnElement[bool]:
    return exists().where(
        capture.c.source_key == source.c.key,
        capture.c.captured_at > now - FRESH,
        ~capture.c.judged,
        ~capture.c.void,
    )


def _take_again(connection: Connection, added: Document, citations: Sequence[Citation]) -> bool:
    """Bring a document that is on record, and its citations, to what the file now says besides its text.
    Whether it has another date than before."""
    known = connection.execute(select(document.c.body).where(document.c.id == added.id)).scalar_one()
    if (now := again(known, added)) != known:
        connection.execute(update(document).where(document.c.id == added.id).values(body=now))
    new = {item.id: item for item in citations}
    rows = connection.execute(
        select(citation.c.id, citation.c.found, citation.c.corrected).where(
            citation.c.document_id == added.id
        )
    )
    for one in rows.all():
        for column, kept in (("found", one.found), ("corrected", one.corrected)):
            item = new.get(one.id)
            if kept is not None and item is not None and kept.place != item.place:
                moved = {column: placed(kept, item)}
                connection.execute(update(citation).where(citation.c.id == one.id).values(**moved))
    return bool(now.publication != known.publication)


def remove(connection: Connection, document_id: DocumentId) -> None:
    """Forget a document and all that hangs on its citations; captures stay."""
    unschedule(connection, [document_id])
    own = select(citation.c.id).where(citation.c.document_id == document_id)
    for table in (review, citation_now, judgement, flag):
        connection.execute(delete(table).where(table.c.citation_id.in_(own)))
    connection.execute(delete(reported).where(reported.c.bearer.in_(own)))
    connection.execute(delete(citation).where(citation.c.document_id == document_id))
    connection.execute(delete(document).where(document.c.id == document_id))


def cited(connection: Connection, document_id: DocumentId) -> tuple[Document, list[Citation]]:
    """A document and its citations in their order."""
    found = connection.execute(select(document.c.body).where(document.c.id == document_id)).scalar()
    if found is None:
        raise StoreError(f"there is no document {document_id}")
    rows = connection.execute(
        select(citation.c.found, citation.c.corrected)
        .where(citation.c.document_id == document_id)
        .order_by(citation.c.n, citation.c.id)
    )
    return found, [corrected or as_found for as_found, corrected in rows]


def one_cited(connection: Connection, citation_id: CitationId) -> tuple[Document, Citation]:
    """A citation with its document."""
    row = connection.execute(_with_documents().where(citation.c.id == citation_id)).first()
    if row is None:
        raise StoreError(f"there is no citation {citation_id}")
    return row.body, row.corrected or row.found


def citations_of(connection: Connection, key: SourceKey) -> list[tuple[Document, Citation]]:
    """Every citation of a source with its document, in the order they came in."""
    rows = connection.execute(_CITATIONS, {"source": key})
    return [(row.body, row.corrected or row.found) for row in rows]


def set_pairings(connection: Connection, document_id: DocumentId, citations: Sequence[Citation]) -> None:
    """Replace what we found, or set what a person corrected."""
    for item in citations:
        by_person = item.pairing.how is PairingHow.CORRECTED
        connection.execute(
            update(citation)
            .where(citation.c.id == item.id, citation.c.document_id == document_id)
            .values(**{"corrected" if by_person else "found": item})
        )
    queue_view.refresh(connection, [item.id for item in citations])


def restore_pairing(connection: Connection, citation_id: CitationId) -> None:
    """What we found holds again."""
    connection.execute(update(citation).where(citation.c.id == citation_id).values(corrected=None))
    queue_view.refresh(connection, [citation_id])


def pending(connection: Connection, documents: Sequence[DocumentId]) -> int:
    """Sources of these documents that wait for a fetch, a judging or a probe."""
    unjudged = exists().where(capture.c.source_key == source.c.key, ~capture.c.judged, ~capture.c.void)
    probed = exists().where(capture.c.source_key == source.c.key, capture.c.id == probe_wish.c.capture_id)
    waits = or_(and_(source.c.wanted, source.c.due_at.is_not(None)), unjudged, probed)
    query = select(func.count()).select_from(source).where(_cited_in(documents), waits)
    return connection.execute(query).scalar_one()


def unschedule(connection: Connection, documents: Sequence[DocumentId]) -> None:
    """Sources that no other document cites are not fetched again."""
    elsewhere = exists().where(
        citation.c.source_key == source.c.key, citation.c.document_id.not_in(documents)
    )
    connection.execute(
        update(source).where(_cited_in(documents), ~elsewhere).values(due_at=None, wanted=False)
    )


def _cited_in(documents: Sequence[DocumentId]) -> ColumnElement[bool]:
    return source.c.key.in_(select(citation.c.source_key).where(citation.c.document_id.in_(documents)))


def _with_documents() -> Select[tuple[Document, Citation, Citation | None]]:
    return select(document.c.body, citation.c.found, citation.c.corrected).join_from(
        citation, document, citation.c.document_id == document.c.id
    )


def _source_row(item: Source) -> dict[str, object]:
    return {
        "key": item.key,
        "url": item.url,
        "host": item.host,
        "publisher": item.publisher,
        "due_at": None,
        "wanted": False,
    }


def _citation_row(item: Citation) -> dict[str, object]:
    return {
        "id": item.id,
        "document_id": item.document_id,
        "n": item.n,
        "source_key": item.source.key,
        "found": item,
    }


# Of every capture that is judged; made once.
_CITATIONS = (
    _with_documents()
    .where(citation.c.source_key == bindparam("source"))
    .order_by(document.c.added_at, document.c.id, citation.c.n, citation.c.id)
)
