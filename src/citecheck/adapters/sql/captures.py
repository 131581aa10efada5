"""Captures and the WARC files they lie in. Each function works inside a transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, exists, func, insert, select, update

from citecheck.adapters.sql import queue_view
from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.schedule import fetched, set_due
from citecheck.adapters.sql.tables import capture, host, reading, source, warc_file
from citecheck.errors import StoreError
from citecheck.model import Capture, CaptureId, HostKey, Reading, RecordPointer, SourceKey, WarcFile

MANY = 500  # ids in one statement; SQLite takes a bounded number of parameters


def record(connection: Connection, captures: Sequence[Capture], next_due: datetime) -> None:
    """Add rows that are new, and move their sources' due time."""
    ids = {"ids": [item.id for item in captures]}
    there = set(connection.execute(_THERE, ids).scalars())
    new = [item for item in captures if item.id not in there]
    if not new:
        return
    files = sorted({item.record.file for item in new})
    connection.execute(insert_new(connection, warc_file), [{"file": f, "state": "open"} for f in files])
    connection.execute(_ADD, [_row(item) for item in new])
    fetched(connection, [item.source_key for item in new], next_due)


def void(connection: Connection, ids: Sequence[CaptureId], due: datetime) -> None:
    """Take captures back. Sources of judged ones are judged again by what is left."""
    connection.execute(update(capture).where(capture.c.id.in_(ids)).values(void=True))
    rows = connection.execute(select(capture.c.source_key, capture.c.judged).where(capture.c.id.in_(ids)))
    judged = {SourceKey(row.source_key): row.judged for row in rows}
    set_due(connection, list(judged), due)
    again = [key for key, was_judged in judged.items() if was_judged]
    for key in again:
        newest = select(capture.c.id).where(_counts_for(key)).order_by(capture.c.id.desc()).limit(1)
        connection.execute(
            update(capture).where(capture.c.id == newest.scalar_subquery()).values(judged=False)
        )
    queue_view.refresh_sources(connection, again)


def of_host(connection: Connection, key: HostKey, since: datetime, *, void: bool) -> list[Capture]:
    """The newest capture of each of a host's sources, not older than `since`; with `void`, void ones too."""
    rows = connection.execute(
        select(capture)
        .join_from(source, capture, capture.c.source_key == source.c.key)
        .where(source.c.host == key, capture.c.captured_at >= since, *(() if void else (~capture.c.void,)))
        .order_by(capture.c.captured_at, capture.c.id)
    )
    newest = {row.source_key: row for row in rows}
    return [capture_of(row) for row in newest.values()]


def unjudged(connection: Connection, limit: int, now: datetime | None) -> list[CaptureId]:
    """Captures that wait to be judged, oldest first; with `now`, not those of hosts under drain."""
    query = select(capture.c.id).where(~capture.c.judged, ~capture.c.void)
    if now is not None:
        drained = (
            exists()
            .where(source.c.key == capture.c.source_key, source.c.host == host.c.key)
            .where(host.c.held_until > now)
        )
        query = query.where(~drained)
    rows = connection.execute(query.order_by(capture.c.captured_at, capture.c.id).limit(limit))
    return [CaptureId(found) for found in rows.scalars()]


def page(connection: Connection, after: CaptureId | None, limit: int) -> list[CaptureId]:
    """Captures behind `after` in the order of their ids."""
    rows = connection.execute(
        select(capture.c.id)
        .where(capture.c.id > (after or ""), ~capture.c.void)
        .order_by(capture.c.id)
        .limit(limit)
    )
    return [CaptureId(found) for found in rows.scalars()]


def get(connection: Connection, capture_id: CaptureId) -> Capture:
    """One capture."""
    row = connection.execute(select(capture).where(capture.c.id == capture_id)).first()
    if row is None:
        raise StoreError(f"there is no capture {capture_id}")
    return capture_of(row)


def baseline(connection: Connection, key: SourceKey, before: datetime) -> tuple[Capture, Reading] | None:
    """The first capture with a reading, and its latest reading."""
    row = connection.execute(
        select(capture, reading.c.body)
        .join_from(capture, reading, reading.c.capture_id == capture.c.id)
        .where(capture.c.source_key == key, capture.c.captured_at < before, ~capture.c.void)
        .order_by(capture.c.captured_at, capture.c.id, reading.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else (capture_of(row), row.body)


def latest_reading(connection: Connection, key: SourceKey) -> tuple[Capture, Reading] | None:
    """The last capture with a reading, and its latest reading."""
    row = connection.execute(
        select(capture, reading.c.body)
        .join_from(capture, reading, reading.c.capture_id == capture.c.id)
        .where(capture.c.source_key == key, ~capture.c.void)
        .order_by(capture.c.captured_at.desc(), capture.c.id.desc(), reading.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else (capture_of(row), row.body)


def holders(connection: Connection, payloads: Sequence[str]) -> dict[str, Capture]:
    """For each payload digest, the first capture whose own record holds it."""
    found: dict[str, Capture] = {}
    wanted = list(dict.fromkeys(payloads))
    for start in range(0, len(wanted), MANY):
        for row in connection.execute(_HOLDERS, {"payloads": wanted[start : start + MANY]}):
            found[row.payload_sha256] = capture_of(row)
    return found


def last_body(connection: Connection, key: SourceKey) -> Capture | None:
    """The newest answer 200 with a body."""
    row = connection.execute(
        select(capture)
        .where(_counts_for(key), capture.c.status == 200, capture.c.has_body)
        .order_by(capture.c.captured_at.desc(), capture.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else capture_of(row)


def recorded(connection: Connection, file: str) -> dict[CaptureId, RecordPointer]:
    """Every capture on record in one file."""
    rows = connection.execute(
        select(capture.c.id, capture.c.offset, capture.c.length).where(capture.c.file == file)
    )
    return {CaptureId(row.id): RecordPointer(file, row.offset, row.length) for row in rows}


def close_file(connection: Connection, closed: WarcFile) -> None:
    """Put a finished file on record."""
    connection.execute(insert_new(connection, warc_file), {"file": closed.file, "state": "open"})
    connection.execute(
        update(warc_file)
        .where(warc_file.c.file == closed.file)
        .values(state="closed", size=closed.size, sha256=closed.sha256, closed_at=closed.closed_at)
    )


def capture_of(row: Row[Any]) -> Capture:
    """The capture that a row of the table says."""
    refers = None
    if row.refers_file is not None:
        refers = RecordPointer(row.refers_file, row.refers_offset, row.refers_length)
    return Capture(
        id=CaptureId(row.id),
        source_key=SourceKey(row.source_key),
        captured_at=row.captured_at,
        outcome=row.outcome,
        record=RecordPointer(row.file, row.offset, row.length),
        has_body=row.has_body,
        payload_sha256=row.payload_sha256,
        payload_length=row.payload_length,
        refers_to=refers,
    )


def _counts_for(key: SourceKey) -> ColumnElement[bool]:
    return and_(capture.c.source_key == key, ~capture.c.void)


def _row(item: Capture) -> dict[str, object]:
    refers = item.refers_to
    return {
        "id": item.id,
        "source_key": item.source_key,
        "captured_at": item.captured_at,
        "status": item.outcome.status,
        "file": item.record.file,
        "offset": item.record.offset,
        "length": item.record.length,
        "refers_file": refers.file if refers else None,
        "refers_offset": refers.offset if refers else None,
        "refers_length": refers.length if refers else None,
        "has_body": item.has_body,
        "payload_sha256": item.payload_sha256,
        "payload_length": item.payload_length,
        "outcome": item.outcome,
        "void": False,
        "judged": False,
    }


# Statements of every drain, made once: making one costs more than running it.
_THERE = select(capture.c.id).where(capture.c.id.in_(bindparam("ids", expanding=True)))
_ADD = insert(capture)
_HELD = and_(
    capture.c.payload_sha256.in_(bindparam("payloads", expanding=True)), capture.c.refers_file.is_(None)
)
_FIRST = select(func.min(capture.c.id)).where(_HELD).group_by(capture.c.payload_sha256)
_HOLDERS = select(capture).where(capture.c.id.in_(_FIRST))
