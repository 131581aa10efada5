"""What is due, and who holds which host. Each function works inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, or_, select, update

from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.tables import host, probe_wish, source
from citecheck.model import DueHost, HostKey, Source, SourceKey


@dataclass(frozen=True, slots=True)
class Hold:
    """A wish to hold a host."""

    host: HostKey
    holder: str
    now: datetime
    until: datetime


def due_hosts(connection: Connection, now: datetime, limit: int) -> list[DueHost]:
    """Hosts that nobody holds, whose turn has come, longest waiting first."""
    rows = connection.execute(
        select(source.c.host, func.count().label("due"))
        .join_from(source, host, source.c.host == host.c.key)
        .where(source.c.due_at <= now, free(now))
        .group_by(source.c.host)
        .order_by(func.min(source.c.due_at), source.c.host)
        .limit(limit)
    )
    return [DueHost(HostKey(row.host), row.due) for row in rows]


def hold(connection: Connection, wish: Hold) -> bool:
    """Take the host's row, or keep it."""
    mine = and_(host.c.holder == wish.holder, host.c.held_until > wish.now)
    connection.execute(insert_new(connection, host), {"key": wish.host})
    taken = connection.execute(
        update(host)
        .where(host.c.key == wish.host, or_(mine, free(wish.now)))
        .values(holder=wish.holder, held_until=wish.until)
    )
    return taken.rowcount == 1


def release(connection: Connection, key: HostKey, holder: str, next_allowed_at: datetime) -> None:
    """Let the host go, unless somebody else has taken it since; its next turn is never moved forward."""
    later = or_(host.c.next_allowed_at.is_(None), host.c.next_allowed_at < next_allowed_at)
    connection.execute(
        update(host)
        .where(host.c.key == key)
        .values(next_allowed_at=case((later, next_allowed_at), else_=host.c.next_allowed_at))
    )
    connection.execute(
        update(host).where(host.c.key == key, host.c.holder == holder).values(holder=None, held_until=None)
    )


def holders(connection: Connection) -> list[str]:
    """Everybody who holds a host."""
    query = select(host.c.holder).where(host.c.holder.is_not(None)).distinct()
    return [str(holder) for holder in connection.execute(query).scalars()]


def held_by(connection: Connection, holder: str) -> list[HostKey]:
    """The hosts that `holder` holds."""
    query = select(host.c.key).where(host.c.holder == holder)
    return [HostKey(key) for key in connection.execute(query).scalars()]


def due_sources(connection: Connection, key: HostKey, now: datetime, limit: int) -> list[Source]:
    """The host's due sources, longest waiting first."""
    rows = connection.execute(
        select(source.c.key, source.c.url, source.c.host, source.c.publisher)
        .where(source.c.host == key, source.c.due_at <= now)
        .order_by(source.c.due_at, source.c.key)
        .limit(limit)
    )
    return [Source(SourceKey(row.key), row.url, HostKey(row.host), row.publisher) for row in rows]


def set_due(connection: Connection, keys: Sequence[SourceKey], due: datetime | None) -> None:
    """When sources are next fetched; None for never."""
    connection.execute(update(source).where(source.c.key.in_(keys)).values(due_at=due))


def put_off(connection: Connection, key: HostKey, until: datetime) -> None:
    """What is due of a host before `until` is due then, and wanted by nobody, nor is a probe."""
    connection.execute(delete(probe_wish).where(probe_wish.c.host == key))
    connection.execute(
        update(source)
        .where(source.c.host == key, source.c.due_at <= until)
        .values(due_at=until, wanted=False)
    )


def free(now: datetime) -> ColumnElement[bool]:
    """Nobody holds the host, and its turn has come."""
    return and_(
        or_(host.c.held_until.is_(None), host.c.held_until <= now),
        or_(host.c.next_allowed_at.is_(None), host.c.next_allowed_at <= now),
    )
