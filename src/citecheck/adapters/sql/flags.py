"""Opening and clearing flags. Each function works inside a transaction."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, update

from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.flag_changes import Bearer, Opening, changes
from citecheck.adapters.sql.tables import flag
from citecheck.model import CitationId, Flag, FlagFinding, FlagId, HostKey

MANY = 500  # ids in one statement; SQLite takes a bounded number of parameters


def settle(connection: Connection, bearer: Bearer, findings: Sequence[FlagFinding], opening: Opening) -> None:
    """Open what holds and is not open, clear what is open and holds no longer.

    Without a capture, flags that judging opened are not cleared: only judging knows enough for that.
    """
    rows = connection.execute(
        select(flag).where(_hangs_on(bearer), flag.c.cleared_at.is_(None)).order_by(flag.c.id)
    ).all()
    found = {finding.code for finding in findings}
    standing = [
        flag_of(row)
        for row in rows
        if opening.capture_id is not None or row.opened_by is None or row.code in found
    ]
    change = changes(bearer, standing, findings, opening)
    for cleared in change.cleared:
        connection.execute(update(flag).where(flag.c.id == cleared.id).values(cleared_at=cleared.cleared_at))
    for new in change.reworded:
        words = {"severity": new.severity, "reason": new.reason, "evidence": new.evidence}
        connection.execute(update(flag).where(flag.c.id == new.id).values(words))
    if change.opened:
        connection.execute(insert_new(connection, flag), [_row(new, opening) for new in change.opened])
        # Judging the same capture again may open what it cleared in between: the same flag, open again.
        ids = [new.id for new in change.opened]
        connection.execute(
            update(flag).where(flag.c.id.in_(ids), flag.c.cleared_at.is_not(None)).values(cleared_at=None)
        )


def open_on(connection: Connection, citation_ids: Sequence[CitationId]) -> set[CitationId]:
    """Which of these citations have an open flag."""
    found: set[CitationId] = set()
    for start in range(0, len(citation_ids), MANY):
        some = flag.c.citation_id.in_(citation_ids[start : start + MANY])
        rows = connection.execute(select(flag.c.citation_id).where(some, flag.c.cleared_at.is_(None)))
        found.update(map(CitationId, rows.scalars()))
    return found


def history(connection: Connection, bearer: Bearer) -> list[Flag]:
    """Every flag that ever hung there, newest first."""
    rows = connection.execute(
        select(flag).where(_hangs_on(bearer)).order_by(flag.c.opened_at.desc(), flag.c.id)
    )
    return [flag_of(row) for row in rows]


def flag_of(row: Row[Any]) -> Flag:
    """The flag that a row of the table says."""
    return Flag(
        id=FlagId(row.id),
        code=row.code,
        severity=row.severity,
        reason=row.reason,
        evidence=row.evidence,
        opened_at=row.opened_at,
        cleared_at=row.cleared_at,
        citation_id=CitationId(row.citation_id) if row.citation_id else None,
        host=HostKey(row.host) if row.host else None,
    )


def _hangs_on(bearer: Bearer) -> ColumnElement[bool]:
    if bearer.citation_id is not None:
        return flag.c.citation_id == bearer.citation_id
    return flag.c.host == bearer.host


def _row(new: Flag, opening: Opening) -> dict[str, object]:
    return {
        "id": new.id,
        "citation_id": new.citation_id,
        "host": new.host,
        "code": new.code,
        "severity": new.severity,
        "reason": new.reason,
        "evidence": new.evidence,
        "opened_at": new.opened_at,
        "opened_by": opening.capture_id,
        "cleared_at": None,
    }
