"""Frozen reports: made from the open flags against what the last report knew, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, distinct, func, insert, or_, select, update

from citecheck.adapters.sql.database import Database
from citecheck.adapters.sql.flags import flag_of
from citecheck.adapters.sql.newest import PARTLY, READ, UNREAD
from citecheck.adapters.sql.report_changes import Turn, turns
from citecheck.adapters.sql.tables import citation_now, document, flag, report, reported
from citecheck.model import (
    CitationId,
    Delivery,
    DocumentId,
    Flag,
    FlagCode,
    HostItem,
    LinkClass,
    Report,
    ReportCoverage,
    ReportItem,
    Severity,
)

BEARER = func.coalesce(flag.c.citation_id, flag.c.host)
MANY = 500  # ids in one statement; SQLite takes a bounded number of parameters


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, and for each bearer concerned what the next report has to know."""

    items: tuple[ReportItem, ...]
    hosts: tuple[HostItem, ...]
    known: Mapping[str, Mapping[FlagCode, Severity]]


class SqlReportBook:
    """The ReportBook port over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def draft(self, day: date, timezone: str, at: datetime) -> Report:
        """What the report of `day` would say at `at`, without keeping it."""
        return await self._database.read(lambda c: _made(c, (day, timezone, at), _changed(c, at)))

    async def freeze(self, day: date, timezone: str, at: datetime) -> tuple[Report, bool]:
        """The report of `day`, made now by the first caller and kept for any later."""

        def work(connection: Connection) -> tuple[Report, bool]:
            kept = _kept(connection, day)
            if kept is not None:
                return kept, False
            changed = _changed(connection, at)
            made = _made(connection, (day, timezone, at), changed)
            row = {"day": day.isoformat(), "frozen_at": at, "body": made, "waiting": True}
            connection.execute(insert(report), row)
            _remember(connection, changed)
            return made, True

        return await self._database.write(work)

    async def report(self, day: date) -> Report | None:
        """The frozen report of a day."""
        return await self._database.read(lambda c: _kept(c, day))

    async def days(self, limit: int) -> Sequence[date]:
        """Days that have a report, newest first."""
        query = select(report.c.day).order_by(report.c.day.desc()).limit(limit)
        return await self._database.read(lambda c: list(map(date.fromisoformat, c.execute(query).scalars())))

    async def undelivered(self) -> Sequence[date]:
        """Days whose report still waits to be sent, oldest first."""
        query = select(report.c.day).where(report.c.waiting).order_by(report.c.day)
        return await self._database.read(lambda c: list(map(date.fromisoformat, c.execute(query).scalars())))

    async def take_delivery(self, day: date, now: datetime, until: datetime) -> bool:
        """Take the sending of a day's report until `until`."""
        free = or_(report.c.sending_until.is_(None), report.c.sending_until <= now)
        taking = (
            update(report)
            .where(report.c.day == day.isoformat(), report.c.waiting, free)
            .values(sending_until=until)
        )
        return await self._database.write(lambda c: c.execute(taking).rowcount == 1)

    async def record_delivery(self, day: date, delivery: Delivery, at: datetime) -> None:
        """Put the outcome of sending on record."""
        values = {
            "waiting": not (delivery.delivered or delivery.permanent),
            "sending_until": None,
            "tried_at": at,
            "delivery": delivery,
        }
        recording = update(report).where(report.c.day == day.isoformat()).values(values)
        await self._database.write(lambda c: c.execute(recording))

    async def delivery(self, day: date) -> Delivery | None:
        """How the last try to send a day's report went."""
        query = select(report.c.delivery).where(report.c.day == day.isoformat())
        return await self._database.read(lambda c: c.execute(query).scalar())


def _kept(connection: Connection, day: date) -> Report | None:
    return connection.execute(select(report.c.body).where(report.c.day == day.isoformat())).scalar()


def _made(connection: Connection, head: tuple[date, str, datetime], changed: Changed) -> Report:
    day, timezone, at = head
    since = connection.execute(select(func.max(report.c.frozen_at))).scalar()
    return Report(
        day=day,
        timezone=timezone,
        since=since,
        frozen_at=at,
        items=changed.items,
        coverage=_coverage(connection),
        hosts=changed.hosts,
    )


def _changed(connection: Connection, at: datetime) -> Changed:
    bearers = _concerned(connection)
    before = _before(connection, bearers)
    flags = _flags(connection, bearers)
    rows = _rows(connection, bearers)
    items: list[ReportItem] = []
    hosts: list[HostItem] = []
    known: dict[str, Mapping[FlagCode, Severity]] = {}
    for bearer in bearers:
        row = rows.get(bearer)
        now = [one for one in flags.get(bearer, ()) if one.cleared_at is None]
        gone = {one.code: one for one in flags.get(bearer, ()) if one.cleared_at is not None}
        alive = row is None or row.link_class is LinkClass.ALIVE
        found = turns(before.get(bearer, {}), now, gone, alive=alive)
        known[bearer] = found.known
        for turn in found.items:
            if turn.flag.host is not None:
                hosts.append(_host_item(turn, at))
            elif row is not None:
                items.append(_item(turn, row, at))
    items.sort(key=lambda item: (item.severity.rank, item.change, item.document_title, item.n, item.code))
    hosts.sort(key=lambda item: (item.change, item.host))
    return Changed(tuple(items), tuple(hosts), known)


def _concerned(connection: Connection) -> list[str]:
    """Everything whose open flags are not what the last report knew."""
    same = and_(reported.c.bearer == BEARER, reported.c.code == flag.c.code)
    opened = (
        select(BEARER)
        .select_from(flag)
        .outerjoin(reported, same)
        .where(
            flag.c.cleared_at.is_(None),
            or_(reported.c.bearer.is_(None), reported.c.severity != flag.c.severity),
        )
    )
    still = (
        select(flag.c.id)
        .where(flag.c.cleared_at.is_(None), flag.c.code == reported.c.code)
        .where(or_(flag.c.citation_id == reported.c.bearer, flag.c.host == reported.c.bearer))
    )
    gone = select(reported.c.bearer).where(~still.exists())
    return sorted(set(connection.execute(opened).scalars()) | set(connection.execute(gone).scalars()))


def _before(connection: Connection, bearers: Sequence[str]) -> dict[str, dict[FlagCode, Severity]]:
    found: dict[str, dict[FlagCode, Severity]] = {}
    for some in _portions(bearers):
        for row in connection.execute(select(reported).where(reported.c.bearer.in_(some))):
            found.setdefault(row.bearer, {})[row.code] = row.severity
    return found


def _flags(connection: Connection, bearers: Sequence[str]) -> dict[str, list[Flag]]:
    """Their flags, oldest first: of several cleared ones the newest comes last."""
    found: dict[str, list[Flag]] = {}
    for some in _portions(bearers):
        hangs = or_(flag.c.citation_id.in_(some), flag.c.host.in_(some))
        for row in connection.execute(select(flag).where(hangs).order_by(flag.c.opened_at, flag.c.id)):
            found.setdefault(row.citation_id or row.host, []).append(flag_of(row))
    return found


def _rows(connection: Connection, bearers: Sequence[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for some in _portions(bearers):
        rows = connection.execute(select(citation_now).where(citation_now.c.citation_id.in_(some)))
        found |= {row.citation_id: row for row in rows}
    return found


def _portions(bearers: Sequence[str]) -> list[Sequence[str]]:
    return [bearers[start : start + MANY] for start in range(0, len(bearers), MANY)]


def _item(turn: Turn, row: Row[Any], at: datetime) -> ReportItem:
    return ReportItem(
        change=turn.change,
        citation_id=CitationId(row.citation_id),
        document_id=DocumentId(row.document_id),
        document_title=row.document_title,
        n=row.n,
        url=row.url,
        publisher=row.publisher,
        code=turn.flag.code,
        severity=turn.flag.severity,
        reason=turn.flag.reason,
        at=min(turn.flag.cleared_at or turn.flag.opened_at, at),
    )


def _host_item(turn: Turn, at: datetime) -> HostItem:
    moment = min(turn.flag.cleared_at or turn.flag.opened_at, at)
    assert turn.flag.host is not None
    return HostItem(turn.change, turn.flag.host, turn.flag.severity, turn.flag.reason, moment)


def _remember(connection: Connection, changed: Changed) -> None:
    for some in _portions(list(changed.known)):
        connection.execute(delete(reported).where(reported.c.bearer.in_(some)))
    rows = [
        {"bearer": bearer, "code": code, "severity": severity}
        for bearer, known in changed.known.items()
        for code, severity in known.items()
    ]
    if rows:
        connection.execute(insert(reported), rows)


def _coverage(connection: Connection) -> ReportCoverage:
    now = citation_now.c
    by_kind = connection.execute(select(now.readable, func.count()).group_by(now.readable)).all()
    counts: dict[str, int] = {str(row[0]): row[1] for row in by_kind}
    reasons = connection.execute(
        select(now.state, func.count())
        .where(now.readable == UNREAD)
        .group_by(now.state)
        .order_by(func.count().desc(), now.state)
    ).all()
    open_flags = select(func.count()).select_from(flag).where(flag.c.cleared_at.is_(None))
    return ReportCoverage(
        documents=connection.execute(select(func.count(distinct(document.c.id)))).scalar_one(),
        citations=sum(counts.values()),
        read=counts.get(READ, 0),
        partly=counts.get(PARTLY, 0),
        unread=counts.get(UNREAD, 0),
        reasons=tuple((str(state), count) for state, count in reasons),
        open_flags=connection.execute(open_flags).scalar_one(),
    )
