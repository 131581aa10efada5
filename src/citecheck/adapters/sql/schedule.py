"""What is due, and who holds which host. Each function works inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, delete, func, or_, select, update

from citecheck.adapters.sql.columns import Instant
from citecheck.adapters.sql.dialect import insert_new
from citecheck.adapters.sql.tables import host, probe_wish, source
from citecheck.model import LONGEST_REST, LONGEST_TURN, DueHost, HostKey, Source, SourceKey


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
    values = {
        "host_key": wish.host,
        "mine": wish.holder,
        "moment": wish.now,
        "far": wish.now + LONGEST_TURN,
        "rest_far": wish.now + LONGEST_REST,
        "until": wish.until,
    }
    if connection.execute(_TAKE, values).rowcount == 1:
        return True
    connection.execute(insert_new(connection, host), {"key": wish.host})
    return connection.execute(_TAKE, values).rowcount == 1


def release(connection: Connection, key: HostKey, holder: str, next_allowed_at: datetime) -> None:
    """Let the host go, unless somebody else has taken it since; its next turn is never moved forward."""
    values = {"host_key": key, "mine": holder, "next": next_allowed_at}
    connection.execute(_RELEASE, {**values, "far": next_allowed_at + LONGEST_TURN})


def refusals(connection: Connection, key: HostKey) -> int:
    """How many times in a row the host asked to be left alone."""
    return connection.execute(select(host.c.refusals).where(host.c.key == key)).scalar() or 0


def rest(connection: Connection, key: HostKey, until: datetime) -> None:
    """Nobody takes the host before `until`."""
    values = {"rests_until": until, "refusals": host.c.refusals + 1}
    connection.execute(update(host).where(host.c.key == key).values(values))


def put_off_resting(connection: Connection, now: datetime, beyond: datetime) -> None:
    """Put off what is due of hosts that rest longer than until `beyond`."""
    rests = and_(host.c.rests_until > beyond, host.c.rests_until <= now + LONGEST_REST)
    for row in connection.execute(select(host.c.key, host.c.rests_until).where(rests)).all():
        put_off(connection, HostKey(row.key), row.rests_until)


def rests_until(connection: Connection, key: HostKey) -> datetime | None:
    """When the host's last rest is, or was, over; None where it had none, or has been asked since."""
    query = select(host.c.rests_until).where(host.c.key == key, host.c.refusals > 0)
    return connection.execute(query).scalar()


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
    rows = connection.execute(_DUE_SOURCES, {"host_key": key, "moment": now, "most": limit})
    return [Source(SourceKey(row.key), row.url, HostKey(row.host), row.publisher) for row in rows]


def set_due(connection: Connection, keys: Sequence[SourceKey], due: datetime | None) -> None:
    """When sources are next fetched; None for never."""
    connection.execute(_SET_DUE, {"keys": list(keys), "due": due})


def fetched(connection: Connection, keys: Sequence[SourceKey], due: datetime) -> None:
    """Sources that were fetched: nobody waits for that any more, and they are due again at `due`."""
    connection.execute(_FETCHED, {"keys": list(keys), "due": due})


def put_off(connection: Connection, key: HostKey, until: datetime) -> None:
    """What is due of a host before `until` is due then, and wanted by nobody, nor is a probe."""
    connection.execute(delete(probe_wish).where(probe_wish.c.host == key))
    connection.execute(
        update(source)
        .where(source.c.host == key, source.c.due_at <= until)
        .values(due_at=until, wanted=False)
    )


def free(now: datetime) -> ColumnElement[bool]:
    """Nobody holds the host, it does not rest, and its turn has come. What a clock wrote that was wrong holds
    nobody up."""
    far, rest_far = now + LONGEST_TURN, now + LONGEST_REST
    return and_(
        or_(host.c.rests_until.is_(None), host.c.rests_until <= now, host.c.rests_until > rest_far),
        or_(host.c.held_until.is_(None), host.c.held_until <= now, host.c.held_until > far),
        or_(host.c.next_allowed_at.is_(None), host.c.next_allowed_at <= now, host.c.next_allowed_at > far),
    )


# Statements of every drain, made once: making one costs more than running it.
_MOMENT, _FAR = bindparam("moment", type_=Instant()), bindparam("far", type_=Instant())
_REST_FAR = bindparam("rest_far", type_=Instant())
_FREE = and_(
    or_(host.c.rests_until.is_(None), host.c.rests_until <= _MOMENT, host.c.rests_until > _REST_FAR),
    or_(host.c.held_until.is_(None), host.c.held_until <= _MOMENT, host.c.held_until > _FAR),
    or_(host.c.next_allowed_at.is_(None), host.c.next_allowed_at <= _MOMENT, host.c.next_allowed_at > _FAR),
)
_MINE = and_(host.c.holder == bindparam("mine"), host.c.held_until > _MOMENT)
_TAKE = (
    update(host)
    .where(host.c.key == bindparam("host_key"), or_(_MINE, _FREE))
    .values(holder=bindparam("mine"), held_until=bindparam("until", type_=Instant()))
)
_NEXT = bindparam("next", type_=Instant())
_LATER = or_(host.c.next_allowed_at.is_(None), host.c.next_allowed_at < _NEXT, host.c.next_allowed_at > _FAR)
_HELD = host.c.holder == bindparam("mine")
_RELEASE = (
    update(host)
    .where(host.c.key == bindparam("host_key"))
    .values(
        next_allowed_at=case((_LATER, _NEXT), else_=host.c.next_allowed_at),
        refusals=case((host.c.rests_until > _NEXT, host.c.refusals), else_=0),
        holder=case((_HELD, None), else_=host.c.holder),
        held_until=case((_HELD, None), else_=host.c.held_until),
    )
)
_DUE_SOURCES = (
    select(source.c.key, source.c.url, source.c.host, source.c.publisher)
    .where(source.c.host == bindparam("host_key"), source.c.due_at <= _MOMENT)
    .order_by(source.c.due_at, source.c.key)
    .limit(bindparam("most"))
)
_SET_DUE = (
    update(source)
    .where(source.c.key.in_(bindparam("keys", expanding=True)))
    .values(due_at=bindparam("due", type_=Instant()))
)
_FETCHED = _SET_DUE.values(wanted=False)
