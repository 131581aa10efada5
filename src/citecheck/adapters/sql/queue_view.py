"""The rows behind the review queue: what holds of each citation now, worked out when it changes.

Each function works inside the transaction that made the change, so that no page shows the one without
the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, exists, select, update

from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.newest import (
    NOT_JUDGED,
    UNREAD,
    SourceNow,
    chunks,
    judgements_of,
    sources_now,
)
from citecheck.adapters.sql.tables import citation, citation_now, document, flag, review
from citecheck.model import (
    Citation,
    CitationId,
    DateCheckResult,
    Document,
    Judgement,
    Review,
    ReviewBasis,
    SourceKey,
    Standing,
    VerdictLabel,
    standing_of,
)
from citecheck.text import fold

WAITING = frozenset({Standing.OPEN, Standing.REOPENED})


@dataclass(frozen=True, slots=True)
class Now:
    """What holds of a citation: what its source's newest judged capture says, and how that judged it."""

    source: SourceNow
    judged: Judgement | None


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


def refresh(connection: Connection, ids: Iterable[CitationId]) -> None:
    """Work the rows of these citations out again."""
    for some in chunks(ids):
        cited = {row.id: row for row in connection.execute(_CITED, {"ids": some})}
        sources = {one: _current(row).source.key for one, row in cited.items()}
        now = sources_now(connection, sources.values())
        captures = {
            one: newest
            for one, key in sources.items()
            if (newest := now.get(key, NOT_JUDGED).capture_id) is not None
        }
        judged = judgements_of(connection, captures)
        said = {one: Now(now.get(key, NOT_JUDGED), judged.get(one)) for one, key in sources.items()}
        words = {one: _words(row.document_title, _current(row)) for one, row in cited.items()}
        _write(connection, said, words)


def restate(connection: Connection, said: Mapping[CitationId, Now]) -> None:
    """Put down what judging has said of these citations: nothing else about them has changed."""
    for some in chunks(said):
        _write(connection, {one: said[one] for one in some}, {})


def refresh_sources(connection: Connection, keys: Sequence[SourceKey]) -> None:
    """The same for every citation of these sources."""
    ids = connection.execute(select(citation.c.id).where(citation.c.source_key.in_(keys))).scalars()
    refresh(connection, [CitationId(found) for found in ids])


def _current(row: Any) -> Citation:
    current: Citation = row.corrected or row.found
    return current


def _write(
    connection: Connection,
    said: Mapping[CitationId, Now],
    words: Mapping[CitationId, Mapping[str, object]],
) -> None:
    """Update the rows; of all citations, not more than MANY, with the same columns."""
    ids = {"ids": list(said)}
    flags: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(_OPEN_FLAGS, ids):
        flags[row.citation_id].append(row)
    reviews: defaultdict[str, list[Review]] = defaultdict(list)
    if flags:
        for of, body in connection.execute(_REVIEWS, {"ids": list(flags)}):
            reviews[of].append(body)
    rows = [
        {"of": one, **words.get(one, {}), **_state(now, flags[one], reviews[one])}
        for one, now in said.items()
    ]
    if rows:
        connection.execute(_UPDATE, rows)


def _state(now: Now, open_flags: Sequence[Any], reviews: Sequence[Review]) -> dict[str, object]:
    source, judged = now.source, now.judged
    verdict: VerdictLabel | None = judged.verdict.label if judged and judged.verdict else None
    check = judged.date_check.result if judged else DateCheckResult.UNKNOWN
    basis = ReviewBasis(source.link_class, source.dead, check, verdict)
    flags = sorted(open_flags, key=lambda one: (one.severity.rank, one.code))
    standing = standing_of(reviews, basis, flagged=bool(flags))
    return {
        "state": source.state,
        "link_class": source.link_class,
        "dead": source.dead,
        "readable": source.readable,
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


# Made once: making a statement costs more than running it.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CITED = (
    select(citation.c.id, citation.c.found, citation.c.corrected, citation_now.c.document_title)
    .join_from(citation, citation_now, citation_now.c.citation_id == citation.c.id)
    .where(citation.c.id.in_(_IDS))
)
_OPEN_FLAGS = select(flag.c.citation_id, flag.c.code, flag.c.severity, flag.c.reason, flag.c.opened_at).where(
    flag.c.citation_id.in_(_IDS), flag.c.cleared_at.is_(None)
)
_REVIEWS = (
    select(review.c.citation_id, review.c.body).where(review.c.citation_id.in_(_IDS)).order_by(review.c.seq)
)
_UPDATE = update(citation_now).where(citation_now.c.citation_id == bindparam("of"))
