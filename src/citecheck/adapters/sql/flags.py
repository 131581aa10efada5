"""Opening and clearing flags. Each function works inside a transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, and_, bindparam, select, update

from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.flag_changes import Bearer, FlagChanges, Opening, changes
from citecheck.adapters.sql.newest import chunks
from citecheck.adapters.sql.tables import flag
from citecheck.model import CitationId, Flag, FlagFinding, FlagId, HostKey


def settle(connection: Connection, bearer: Bearer, findings: Sequence[FlagFinding], opening: Opening) -> None:
    """Open what holds and is not open, clear what is open and holds no longer.

    Without a capture, flags that judging opened are not cleared: only judging knows enough for that.
    """
    rows = connection.execute(
        select(flag).where(_hangs_on(bearer), flag.c.cleared_at.is_(None)).order_by(flag.c.id)
    ).all()
    _carry_out(connection, [_change(bearer, rows, findings, opening)], opening)


def settle_all(
    connection: Connection, found: Mapping[CitationId, Sequence[FlagFinding]], opening: Opening
) -> None:
    """The same for many citations at once."""
    for some in chunks(found):
        standing: defaultdict[str, list[Row[Any]]] = defaultdict(list)
        for row in connection.execute(_OPEN, {"ids": some}):
            standing[row.citation_id].append(row)
        changed = [_change(Bearer(one), standing[one], found[one], opening) for one in some]
        _carry_out(connection, changed, opening)


def _change(
    bearer: Bearer, rows: Sequence[Row[Any]], findings: Sequence[FlagFinding], opening: Opening
) -> FlagChanges:
    found = {finding.code for finding in findings}
    standing = [
        flag_of(row)
        for row in rows
        if opening.capture_id is not None or row.opened_by is None or row.code in found
    ]
    return changes(bearer, standing, findings, opening)


def _carry_out(connection: Connection, changed: Sequence[FlagChanges], opening: Opening) -> None:
    cleared = [{"of": one.id, "cleared_at": one.cleared_at} for change in changed for one in change.cleared]
    if cleared:
        connection.execute(_UPDATE, cleared)
    reworded = [
        {"of": one.id, "severity": one.severity, "reason": one.reason, "evidence": one.evidence}
        for change in changed
        for one in change.reworded
    ]
    if reworded:
        connection.execute(_UPDATE, reworded)
    opened = [_row(new, opening) for change in changed for new in change.opened]
    if opened:
        connection.execute(insert_new(connection, flag), opened)
        # Judging the same capture again may open what it cleared in between: the same flag, open again.
        for ids in chunks([new["id"] for new in opened]):
            connection.execute(_REOPEN, {"ids": ids})


def open_on(connection: Connection, citation_ids: Sequence[CitationId]) -> set[CitationId]:
    """Which of these citations have an open flag."""
    rows = (row for some in chunks(citation_ids) for row in connection.execute(_FLAGGED, {"ids": some}))
    return {CitationId(row.citation_id) for row in rows}


def history(connection: Connection, bearer: Bearer) -> list[Flag]:
    """Every flag that ever hung there, newest first."""
    of = bearer.citation_id if bearer.citation_id is not None else bearer.host
    on = _OF_HOST if bearer.citation_id is None else _OF_CITATION
    return [flag_of(row) for row in connection.execute(on, {"of": of})]


def open_on_hosts(connection: Connection) -> dict[HostKey, tuple[Flag, ...]]:
    """The flags that hold now of every host that has one."""
    found: defaultdict[HostKey, list[Flag]] = defaultdict(list)
    for row in connection.execute(_ON_HOSTS):
        found[HostKey(row.host)].append(flag_of(row))
    return {host: tuple(standing) for host, standing in sorted(found.items())}


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


# Made once: making a statement costs more than running it.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ON_THESE = and_(flag.c.citation_id.in_(_IDS), flag.c.cleared_at.is_(None))
_OPEN = select(flag).where(_ON_THESE).order_by(flag.c.id)
_FLAGGED = select(flag.c.citation_id).where(_ON_THESE)
_UPDATE = update(flag).where(flag.c.id == bindparam("of"))
_REOPEN = update(flag).where(flag.c.id.in_(_IDS), flag.c.cleared_at.is_not(None)).values(cleared_at=None)
_ON_HOSTS = (
    select(flag).where(flag.c.host.is_not(None), flag.c.cleared_at.is_(None)).order_by(flag.c.code, flag.c.id)
)
_OF_CITATION, _OF_HOST = (
    select(flag).where(column == bindparam("of")).order_by(flag.c.opened_at.desc(), flag.c.id)
    for column in (flag.c.citation_id, flag.c.host)
)
