"""Soft-404 probes, and what else is known of a host's links."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from citecheck.adapters.sql.captures import capture_of
from citecheck.adapters.sql.database import Database
from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.schedule import free
from citecheck.adapters.sql.tables import capture, host, probe, probe_wish, source, status
from citecheck.model import Capture, CaptureId, FetchOutcome, HostKey, LinkState, Probe, ProbeWish, SourceKey

A_FEW = 12  # other links of a host that are looked at


class SqlProbes:
    """The ProbeBook port over the tables, and what conditional requests are made from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def want_probe(self, wish: ProbeWish, since: datetime) -> bool:
        """Ask for a probe, unless the host was probed after `since` or is to be elsewhere."""
        return await self._database.write(lambda c: _want(c, wish, since))

    async def wanted_probes(self, now: datetime, limit: int) -> Sequence[HostKey]:
        """Hosts that are to be probed and whose turn has come."""
        query = (
            select(probe_wish.c.host)
            .distinct()
            .join_from(probe_wish, host, host.c.key == probe_wish.c.host, isouter=True)
            .where(or_(host.c.key.is_(None), free(now)))
            .order_by(probe_wish.c.host)
            .limit(limit)
        )
        return await self._database.read(lambda c: [HostKey(key) for key in c.execute(query).scalars()])

    async def wanted_probe(self, host_key: HostKey) -> ProbeWish | None:
        """What the host is to be asked for."""
        query = select(probe_wish.c.body).where(probe_wish.c.host == host_key)
        first = query.order_by(probe_wish.c.capture_id).limit(1)
        return await self._database.read(lambda c: c.execute(first).scalar())

    async def record_probe(self, answered: Probe) -> Sequence[CaptureId]:
        """Put an answer on record; the captures that asked wait to be judged again."""
        return await self._database.write(lambda c: _record(c, answered))

    async def drop_probes(self, host_key: HostKey) -> None:
        """Forget what was asked for of a host."""
        statement = delete(probe_wish).where(probe_wish.c.host == host_key)
        await self._database.write(lambda c: c.execute(statement))

    async def probe(
        self, host_key: HostKey, directory: str, window: tuple[datetime, datetime]
    ) -> Probe | None:
        """The last probe of a host's directory within a window of time."""
        query = (
            select(probe.c.body)
            .where(probe.c.host == host_key, probe.c.directory == directory, probe.c.at.between(*window))
            .order_by(probe.c.at.desc(), probe.c.id.desc())
            .limit(1)
        )
        return await self._database.read(lambda c: c.execute(query).scalar())

    async def landings(
        self, host_key: HostKey, besides: SourceKey, until: datetime
    ) -> Sequence[FetchOutcome]:
        """Where a few other sources of the host led, newest first."""
        query = (
            select(capture.c.source_key, capture.c.outcome)
            .join_from(source, capture, capture.c.source_key == source.c.key)
            .where(source.c.host == host_key, source.c.key != besides, ~capture.c.void)
            .where(capture.c.status == 200, capture.c.captured_at <= until)
            .order_by(capture.c.captured_at.desc(), capture.c.id.desc())
            .limit(A_FEW)
        )

        def work(connection: Connection) -> list[FetchOutcome]:
            newest: dict[str, FetchOutcome] = {}
            for row in connection.execute(query):
                newest.setdefault(row.source_key, row.outcome)
            return list(newest.values())

        return await self._database.read(work)

    async def last_good(self, keys: Sequence[SourceKey]) -> Mapping[SourceKey, Capture]:
        """Of each source the newest capture with a body, where it was found alive."""
        return await self._database.read(lambda c: _last_good(c, keys))


def _want(connection: Connection, wish: ProbeWish, since: datetime) -> bool:
    recent = select(probe.c.id).where(probe.c.host == wish.host, probe.c.at > since).limit(1)
    elsewhere = select(probe_wish.c.capture_id).where(
        probe_wish.c.host == wish.host, probe_wish.c.directory != wish.directory
    )
    if connection.execute(recent).first() or connection.execute(elsewhere.limit(1)).first():
        return False
    row = {"capture_id": wish.capture_id, "host": wish.host, "directory": wish.directory, "body": wish}
    connection.execute(insert_new(connection, probe_wish), row)
    return True


def _record(connection: Connection, answered: Probe) -> list[CaptureId]:
    row = {"host": answered.host, "directory": answered.directory, "at": answered.at, "body": answered}
    connection.execute(insert(probe), row)
    asked = select(probe_wish.c.capture_id).where(probe_wish.c.host == answered.host)
    ids = [
        CaptureId(found) for found in connection.execute(asked.order_by(probe_wish.c.capture_id)).scalars()
    ]
    connection.execute(update(capture).where(capture.c.id.in_(asked)).values(judged=False))
    connection.execute(delete(probe_wish).where(probe_wish.c.host == answered.host))
    return ids


def _last_good(connection: Connection, keys: Sequence[SourceKey]) -> dict[SourceKey, Capture]:
    rows = connection.execute(_LAST_GOOD, {"keys": list(keys)})
    last = {SourceKey(row.source_key): row for row in rows}
    return {key: capture_of(row) for key, row in last.items() if row.state is LinkState.ALIVE}


_WHOLE = (capture.c.status == 200, capture.c.has_body, ~capture.c.void)
_NEWEST = (
    select(capture.c.source_key, func.max(capture.c.captured_at).label("at"))
    .where(capture.c.source_key.in_(bindparam("keys", expanding=True)), *_WHOLE)
    .group_by(capture.c.source_key)
    .subquery()
)
_LAST_GOOD = (  # made once: making a statement costs more than running it
    select(capture, status.c.state)
    .join_from(capture, _NEWEST, capture.c.source_key == _NEWEST.c.source_key)
    .join(status, status.c.capture_id == capture.c.id)
    .where(capture.c.captured_at == _NEWEST.c.at, *_WHOLE)
    .order_by(status.c.id)
)
