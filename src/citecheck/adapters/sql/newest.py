"""What the newest judged captures of many sources say. Each function works inside a transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, bindparam, func, select

from citecheck.adapters.sql.tables import capture, judgement, reading, source, status
from citecheck.model import (
    CaptureId,
    CitationId,
    Judgement,
    LinkClass,
    LinkState,
    LinkStatus,
    Reading,
    SourceKey,
)

T = TypeVar("T")

MANY = 500  # ids in one statement; SQLite takes a bounded number of parameters
READ, PARTLY, UNREAD = "read", "partly", "unread"


@dataclass(frozen=True, slots=True)
class SourceNow:
    """What a source's newest judged capture says."""

    capture_id: CaptureId | None
    state: LinkState
    link_class: LinkClass
    dead: bool
    readable: str

    @classmethod
    def of(cls, capture_id: CaptureId, link: LinkStatus, seen: Reading | None) -> "SourceNow":
        """The same, of what judging a capture gave."""
        return cls(capture_id, link.state, link.link_class, link.dead, readable(link, seen))


NOT_JUDGED = SourceNow(None, LinkState.NOT_CHECKED, LinkClass.POLICY, False, UNREAD)


def readable(link: LinkStatus, seen: Reading | None) -> str:
    """How much of a source is there, in the words of coverage."""
    return _readable(link.state, link.link_class, seen)


def sources_now(connection: Connection, keys: Iterable[SourceKey]) -> dict[SourceKey, SourceNow]:
    """Of each source what its newest judged capture says; sources that have none are left out."""
    rows = [row for some in chunks(keys) for row in connection.execute(_SOURCES, {"keys": some})]
    seen = _readings(connection, (row.capture_id for row in rows if row.link_class is LinkClass.ALIVE))
    return {
        SourceKey(row.key): SourceNow(
            CaptureId(row.capture_id),
            row.state,
            row.link_class,
            row.dead,
            _readable(row.state, row.link_class, seen.get(row.capture_id)),
        )
        for row in rows
    }


def judgements_of(
    connection: Connection, captures: Mapping[CitationId, CaptureId]
) -> dict[CitationId, Judgement]:
    """Of each citation how it was last judged by that capture."""
    found: dict[CitationId, Judgement] = {}
    for some in chunks(captures):
        values = {"ids": some, "captures": sorted({captures[one] for one in some})}
        for row in connection.execute(_JUDGEMENTS, values):
            if captures[row.citation_id] == row.capture_id:
                found[row.citation_id] = row.body
    return found


def chunks(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """The distinct values in their order, MANY at a time."""
    distinct = list(dict.fromkeys(values))
    return (distinct[start : start + MANY] for start in range(0, len(distinct), MANY))


def _readings(connection: Connection, captures: Iterable[str]) -> dict[str, Reading]:
    rows = (row for some in chunks(captures) for row in connection.execute(_READINGS, {"ids": some}))
    return {row.capture_id: row.body for row in rows}


def _readable(state: LinkState, link_class: LinkClass, seen: Reading | None) -> str:
    if link_class is not LinkClass.ALIVE or seen is None or not seen.words:
        return UNREAD
    return PARTLY if state is LinkState.PAYWALLED else READ


# Made once: making a statement costs more than running it.
_NEWEST = (
    select(status.c.id)
    .join_from(capture, status, status.c.capture_id == capture.c.id)
    .where(capture.c.source_key == source.c.key, ~capture.c.void)
    .order_by(capture.c.id.desc(), status.c.id.desc())
    .limit(1)
    .correlate(source)
    .scalar_subquery()
)
_SOURCES = (
    select(source.c.key, status.c.capture_id, status.c.state, status.c.link_class, status.c.dead)
    .join_from(source, status, status.c.id == _NEWEST)
    .where(source.c.key.in_(bindparam("keys", expanding=True)))
)
_READ_LAST = (
    select(func.max(reading.c.id))
    .where(reading.c.capture_id.in_(bindparam("ids", expanding=True)))
    .group_by(reading.c.capture_id)
)
_READINGS = select(reading.c.capture_id, reading.c.body).where(reading.c.id.in_(_READ_LAST))
_JUDGED_LAST = (
    select(func.max(judgement.c.id))
    .where(
        judgement.c.citation_id.in_(bindparam("ids", expanding=True)),
        judgement.c.capture_id.in_(bindparam("captures", expanding=True)),
    )
    .group_by(judgement.c.capture_id, judgement.c.citation_id)
)
_JUDGEMENTS = select(judgement.c.citation_id, judgement.c.capture_id, judgement.c.body).where(
    judgement.c.id.in_(_JUDGED_LAST)
)
