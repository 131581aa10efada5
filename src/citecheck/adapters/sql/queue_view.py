"""The rows behind the review queue: what holds of each citation now, worked out when it changes.

Each function works inside the transaction that made the change, so that no page shows the one without
the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, exists, select, update

from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.tables import (
    capture,
    citation,
    citation_now,
    document,
    flag,
    judgement,
    reading,
    review,
    status,
)
from citecheck.model import (
    Citation,
    CitationId,
    DateCheckResult,
    Document,
    LinkClass,
    LinkState,
    ReviewBasis,
    SourceKey,
    Standing,
    VerdictLabel,
    standing_of,
)
from citecheck.text import fold

WAITING = frozenset({Standing.OPEN, Standing.REOPENED})
READ, PARTLY, UNREAD = "read", "partly", "unread"


@dataclass(frozen=True, slots=True)
class SourceNow:
    """What a source's newest judged capture says."""

    capture_id: str | None
    state: LinkState
    link_class: LinkClass
    dead: bool
    readable: str


NOT_JUDGED = SourceNow(None, LinkState.NOT_CHECKED, LinkClass.POLICY, False, UNREAD)


def add(connection: Connection, added: Document, citations: Iterable[Citation]) -> None:
    """Rows for citations that have none yet: nothing is known of them."""
    rows = [_first_row(added, item) for item in citations]
    if rows:
        connection.execute(insert_new(connection, citation_now), rows)


def fill(connection: Connection) -> None:
    """Rows for all citations that have none: after an upgrade from a version without this table."""
    without = ~exists().where(citation_now.c.citation_id == citation.c.id)
    found = connection.execute(
        select(document.c.body, citation.c.found)
        .join_from(citation, document, citation.c.document_id == document.c.id)
        .where(without)
    ).all()
    for row in found:
        add(connection, row.body, [row.found])
    refresh(connection, [row.found.id for row in found])


def refresh(connection: Connection, ids: Sequence[CitationId]) -> None:
    """Work the rows of these citations out again."""
    sources: dict[SourceKey, SourceNow] = {}
    for citation_id in dict.fromkeys(ids):
        row = connection.execute(
            select(citation.c.found, citation.c.corrected, citation_now.c.document_title)
            .join_from(citation, citation_now, citation_now.c.citation_id == citation.c.id)
            .where(citation.c.id == citation_id)
        ).first()
        if row is None:
            continue
        current: Citation = row.corrected or row.found
        key = current.source.key
        if key not in sources:
            sources[key] = _source_now(connection, key)
        values = _words(row.document_title, current) | _state(connection, citation_id, sources[key])
        connection.execute(
            update(citation_now).where(citation_now.c.citation_id == citation_id).values(values)
        )


def refresh_sources(connection: Connection, keys: Sequence[SourceKey]) -> None:
    """The same for every citation of these sources."""
    ids = connection.execute(select(citation.c.id).where(citation.c.source_key.in_(keys))).scalars()
    refresh(connection, [CitationId(found) for found in ids])


def _source_now(connection: Connection, key: SourceKey) -> SourceNow:
    row = connection.execute(
        select(status.c.capture_id, status.c.state, status.c.link_class, status.c.dead)
        .join_from(capture, status, status.c.capture_id == capture.c.id)
        .where(capture.c.source_key == key, ~capture.c.void)
        .order_by(capture.c.captured_at.desc(), capture.c.id.desc(), status.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return NOT_JUDGED
    return SourceNow(row.capture_id, row.state, row.link_class, row.dead, _readable(connection, row))


def _readable(connection: Connection, link: Any) -> str:
    """How much of the source is there, in the words of coverage."""
    if link.link_class is not LinkClass.ALIVE:
        return UNREAD
    seen = connection.execute(
        select(reading.c.body)
        .where(reading.c.capture_id == link.capture_id)
        .order_by(reading.c.id.desc())
        .limit(1)
    ).scalar()
    if seen is None or not seen.words:
        return UNREAD
    return PARTLY if link.state is LinkState.PAYWALLED else READ


def _state(connection: Connection, citation_id: CitationId, now: SourceNow) -> dict[str, object]:
    judged = connection.execute(
        select(judgement.c.body)
        .where(judgement.c.citation_id == citation_id, judgement.c.capture_id == now.capture_id)
        .order_by(judgement.c.id.desc())
        .limit(1)
    ).scalar()
    verdict: VerdictLabel | None = judged.verdict.label if judged and judged.verdict else None
    check = judged.date_check.result if judged else DateCheckResult.UNKNOWN
    basis = ReviewBasis(now.link_class, now.dead, check, verdict)
    flags = connection.execute(
        select(flag.c.code, flag.c.severity, flag.c.reason, flag.c.opened_at).where(
            flag.c.citation_id == citation_id, flag.c.cleared_at.is_(None)
        )
    ).all()
    flags = sorted(flags, key=lambda one: (one.severity.rank, one.code))
    reviews = connection.execute(
        select(review.c.body).where(review.c.citation_id == citation_id).order_by(review.c.seq)
    ).scalars()
    standing = standing_of(list(reviews), basis, flagged=bool(flags))
    return {
        "state": now.state,
        "link_class": now.link_class,
        "dead": now.dead,
        "readable": now.readable,
        "date_check": check,
        "verdict": verdict,
        "rank": flags[0].severity.rank if flags else None,
        "codes": tuple(one.code for one in flags),
        "reason": _storable(flags[0].reason) if flags else "",
        "opened_at": min((one.opened_at for one in flags), default=None),
        "standing": standing,
        "waits": standing in WAITING,
    }


def _first_row(added: Document, item: Citation) -> dict[str, object]:
    title = added.title or added.origin
    return {
        "citation_id": item.id,
        "document_id": added.id,
        "document_title": _storable(title),
        "n": item.n,
        "host": item.source.host,
        "publisher": item.source.publisher,
        "state": NOT_JUDGED.state,
        "link_class": NOT_JUDGED.link_class,
        "dead": False,
        "date_check": DateCheckResult.UNKNOWN,
        "verdict": None,
        "readable": UNREAD,
        "rank": None,
        "codes": (),
        "reason": "",
        "opened_at": None,
        "standing": Standing.CLEAR,
        "waits": False,
    } | _words(title, item)


def _words(title: str, item: Citation) -> dict[str, object]:
    claim = item.claim.text if item.claim else None
    searched = " ".join(part for part in (item.url, item.source.publisher, claim, title) if part)
    return {
        "url": _storable(item.url),
        "claim": _storable(claim) if claim is not None else None,
        "search": _storable(fold(searched)),
    }


def _storable(text: str) -> str:
    """Lone surrogates, which hostile pages carry, have no UTF-8: they become U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
