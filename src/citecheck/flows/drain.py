"""drain(host): fetch a host's due sources one after another, at its pace, and put each on record.

Captures are written and fsynced first, their rows committed second: a capture is acknowledged when
its row is. Nothing here judges; each capture is queued for judge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from citecheck.flows.tools import Tools
from citecheck.model import (
    Capture,
    FailureKind,
    Fetched,
    FetchRequest,
    HostKey,
    Job,
    JobKind,
    Source,
)

SLACK = timedelta(seconds=15)  # a hold outlives the deadline of the fetch under way by this much
STINT = timedelta(seconds=30)  # how long one drain works before others get a turn
BATCH = 50  # sources looked up at once
GROUP = 8  # fetches whose records share one fsync, on a host that is quick
GROUP_WAIT = timedelta(seconds=2)  # a slow host's captures are acknowledged at least this often
PROVISIONAL = timedelta(days=1)  # next due, until judging sets the real time
AFTER_OUTAGE = timedelta(minutes=10)  # when to try again after we were offline

NETWORK_FAILURES = frozenset(
    {
        FailureKind.DNS_NXDOMAIN,
        FailureKind.DNS_SERVFAIL,
        FailureKind.DNS_TIMEOUT,
        FailureKind.REFUSED,
        FailureKind.UNREACHABLE,
        FailureKind.CONNECT_TIMEOUT,
        FailureKind.RESET,
        FailureKind.TLS,
        FailureKind.EMPTY_REPLY,
        FailureKind.READ_TIMEOUT,
        FailureKind.DEADLINE,
        FailureKind.OFFLINE,
    }
)


@dataclass(frozen=True, slots=True)
class Drained:
    """What one drain did: how many fetches, and whether they were taken back because we are offline."""

    host: HostKey
    fetched: int
    offline: bool = False


async def drain(host: str, tools: Tools) -> Drained:
    """Fetch the due sources of `host` for at most STINT; nothing when somebody else holds it."""
    key = HostKey(host)
    if not await _hold(key, tools):
        return Drained(key, 0)
    captures: list[Capture] = []
    try:
        captures = await _fetch_due(key, tools.clock.now() + STINT, tools)
    finally:
        await tools.catalog.release_host(key, tools.clock.now() + _interval(tools, key))
    if captures and await _we_are_offline(captures, tools):
        again = tools.clock.now() + AFTER_OUTAGE
        await tools.catalog.void_captures([capture.id for capture in captures], again)
        return Drained(key, len(captures), offline=True)
    for capture in captures:
        await tools.queue.put(Job(JobKind.JUDGE, capture.id))
    if await tools.catalog.due_sources(key, tools.clock.now(), 1):
        await tools.queue.put(Job(JobKind.DRAIN, key))
    return Drained(key, len(captures))


async def _fetch_due(host: HostKey, stop_at: datetime, tools: Tools) -> list[Capture]:
    captures: list[Capture] = []
    async with tools.fetcher.session(host) as session:
        while sources := await tools.catalog.due_sources(host, tools.clock.now(), BATCH):
            group: list[Fetched] = []
            group_started = tools.clock.now()
            for source in sources:
                await _hold(host, tools)
                group.append(await session.fetch(_request(source, tools)))
                late = tools.clock.now()
                if len(group) >= GROUP or late - group_started >= GROUP_WAIT:
                    captures += await _put_on_record(group, tools)
                    group, group_started = [], late
                if late >= stop_at:
                    break
            captures += await _put_on_record(group, tools)
            if tools.clock.now() >= stop_at:
                break
    return captures


async def _hold(host: HostKey, tools: Tools) -> bool:
    """Take or keep the host for one more fetch, so that a dead holder's host is free again soon."""
    now = tools.clock.now()
    longest = timedelta(seconds=tools.settings.network.limits.deadline) + _interval(tools, host)
    return await tools.catalog.hold_host(host, now, now + longest + SLACK)


async def _put_on_record(group: Sequence[Fetched], tools: Tools) -> Sequence[Capture]:
    if not group:
        return ()
    captures = await tools.captures.append(group)
    await tools.catalog.record_captures(captures, tools.clock.now() + PROVISIONAL)
    return captures


def _request(source: Source, tools: Tools) -> FetchRequest:
    return FetchRequest(source.key, source.url, obey_robots=tools.settings.network.obey_robots)


def _interval(tools: Tools, host: HostKey) -> timedelta:
    publisher = tools.settings.publishers.for_host(host.rpartition(":")[0])
    seconds = tools.settings.network.interval
    return timedelta(seconds=max(seconds, publisher.interval or 0.0))


async def _we_are_offline(captures: Sequence[Capture], tools: Tools) -> bool:
    """True when nothing of this host was reached, nothing else was of late, and the canary is silent.

    Hosts under --resolve do not count: their answers say nothing about our network.
    """
    failures = [capture.outcome.failure for capture in captures]
    if not all(failure is not None and failure.kind in NETWORK_FAILURES for failure in failures):
        return False
    overridden = {override.host for override in tools.settings.network.overrides}
    host = captures[0].outcome.url.split("://", 1)[-1].split("/", 1)[0].rpartition("@")[2]
    if "*" in overridden or host.rsplit(":", 1)[0] in overridden:
        return False
    return not await tools.fetcher.online()
