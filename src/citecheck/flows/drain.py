"""drain(host): fetch a host's due sources one after another, at its pace, and put each on record.

Captures are written and fsynced first, their rows committed second: a capture is acknowledged when
its row is. Nothing here judges; each capture is queued for judge once the drain has ended, since a
failure may turn out to be the host's, or our own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from citecheck.classify import host_incident, we_are_offline
from citecheck.flows.known import requests_for
from citecheck.flows.tools import Tools
from citecheck.model import (
    Capture,
    CaptureId,
    Fetched,
    FetchRequest,
    FlagCode,
    FlagFinding,
    HostKey,
    Job,
    JobKind,
)
from citecheck.ports import HostSession

SLACK = timedelta(seconds=15)  # a hold outlives the deadline of the fetch under way by at least this much
STINT = timedelta(seconds=30)  # how long one drain works before others get a turn
BATCH = 50  # sources looked up at once
GROUP = 8  # fetches whose records share one fsync, on a host that is quick
GROUP_WAIT = timedelta(seconds=2)  # a slow host's captures are acknowledged at least this often
PROVISIONAL = timedelta(days=1)  # next due, until judging sets the real time
AFTER_OUTAGE = timedelta(minutes=10)  # when to try again after we were offline

TOGETHER = timedelta(hours=6)  # failures of a host within this time of one another are one incident
INCIDENT_WAITS = (  # how long an incident has been open, and when to look again
    (timedelta(hours=6), timedelta(hours=1)),
    (timedelta(days=1), timedelta(hours=6)),
)
INCIDENT_LONG = timedelta(days=1)


class Ended(Enum):
    """Why a drain stopped fetching."""

    NOTHING_DUE = "nothing due"  # all that was due is fetched
    OUT_OF_TIME = "out of time"  # others' turn; more may be due
    OFFLINE = "offline"  # we reach nothing ourselves


@dataclass(frozen=True, slots=True)
class Drained:
    """What one drain did: how many fetches, and whether they were taken back because we are offline."""

    host: HostKey
    fetched: int
    offline: bool = False
    incident: bool = False  # the host as a whole fails: failures were taken back


async def drain(host: str, tools: Tools) -> Drained:
    """Fetch the due sources of `host` for at most STINT; nothing when somebody else holds it."""
    key = HostKey(host)
    if not await _hold(key, tools):
        return Drained(key, 0)
    try:
        captures, ended = await _fetch_due(key, tools.clock.now() + STINT, tools)
        if ended is Ended.OFFLINE:
            drained = await _take_back(key, captures, tools)
        else:
            drained = await _hand_on(key, captures, tools)
    finally:
        await tools.catalog.release_host(key, tools.clock.now() + _interval(tools, key))
    if ended is Ended.OUT_OF_TIME and await tools.catalog.due_sources(key, tools.clock.now(), 1):
        await tools.queue.put(Job(JobKind.DRAIN, key), after=_interval(tools, key))
    return drained


async def _fetch_due(host: HostKey, stop_at: datetime, tools: Tools) -> tuple[list[Capture], Ended]:
    """Captures of the due sources, and why there are no more."""
    captures: list[Capture] = []
    keeper = _Keeper(host, tools)
    async with tools.fetcher.session(host) as session:
        while sources := await tools.catalog.due_sources(host, tools.clock.now(), BATCH):
            before = len(captures)
            for group in _groups(await requests_for(sources, tools)):
                captures += await _fetch_group(group, session, keeper)
                if await _offline(captures, tools):
                    return captures, Ended.OFFLINE
                if tools.clock.now() >= stop_at:
                    return captures, Ended.OUT_OF_TIME
            if len(captures) - before == len(sources) < BATCH:
                break
    return captures, Ended.NOTHING_DUE


def _groups(requests: Sequence[FetchRequest]) -> Iterator[Sequence[FetchRequest]]:
    return (requests[start : start + GROUP] for start in range(0, len(requests), GROUP))


class _Keeper:
    """Keeps a host held while fetches go on; a row is written only once the last hold is SLACK old."""

    def __init__(self, host: HostKey, tools: Tools) -> None:
        self._host = host
        self.tools = tools
        self._held_at = tools.clock.now()  # by whoever began the drain

    async def keep(self) -> None:
        """Hold the host for one more fetch."""
        now = self.tools.clock.now()
        if now - self._held_at >= SLACK:
            await _hold(self._host, self.tools)
            self._held_at = now


async def _fetch_group(
    requests: Sequence[FetchRequest], session: HostSession, keeper: _Keeper
) -> Sequence[Capture]:
    """Fetch until GROUP_WAIT has passed; what came is on record also when we are stopped."""
    tools = keeper.tools
    started = tools.clock.now()
    fetched: list[Fetched] = []
    try:
        for request in requests:
            await keeper.keep()
            fetched.append(await session.fetch(request))
            if tools.clock.now() - started >= GROUP_WAIT:
                break
    finally:
        captures = await _put_on_record(fetched, tools)
    return captures


async def _take_back(host: HostKey, captures: Sequence[Capture], tools: Tools) -> Drained:
    """We are offline: nothing of this says anything about any link."""
    again = tools.clock.now() + AFTER_OUTAGE
    await tools.catalog.void_captures([capture.id for capture in captures], again)
    await tools.catalog.put_off(host, again)
    return Drained(host, len(captures), offline=True)


async def _hand_on(host: HostKey, captures: Sequence[Capture], tools: Tools) -> Drained:
    """Queue captures for judging, save those that are part of the host's own trouble."""
    void = await _incident(host, captures, tools) if captures else frozenset()
    for capture in captures:
        if capture.id not in void:
            await tools.queue.put(Job(JobKind.JUDGE, capture.id))
    return Drained(host, len(captures), incident=bool(void))


async def _incident(host: HostKey, captures: Sequence[Capture], tools: Tools) -> frozenset[CaptureId]:
    """Most URLs of a host failing together are one flag on the host; the captures that void makes of it.

    A drain may be short: what its host did within TOGETHER counts with it, also what was judged by then.
    """
    now = tools.clock.now()
    opened_at = await _open_since(host, tools)
    if opened_at is None and not any(map(_failed, captures)):
        return frozenset()
    recent = await tools.catalog.host_captures(host, now - TOGETHER)
    outcomes = [capture.outcome for capture in recent]
    open_for = now - opened_at if opened_at is not None else timedelta(0)
    if host_incident(outcomes, open_for):
        failed = [capture for capture in recent if _failed(capture)]
        await tools.catalog.set_host_findings(host, [_finding(host, len(failed), len(recent))], now)
        again = now + _incident_wait(open_for)
        await tools.catalog.void_captures([capture.id for capture in failed], again)
        await tools.catalog.put_off(host, again)
        return frozenset(capture.id for capture in failed)
    answered = any(not _failed(capture) for capture in captures)
    if opened_at is not None and answered and not host_incident(outcomes):
        await tools.catalog.set_host_findings(host, (), now)
    return frozenset()


async def _open_since(host: HostKey, tools: Tools) -> datetime | None:
    flags = await tools.views.host_flags(host)
    open_flags = (flag for flag in flags if flag.code is FlagCode.HOST_INCIDENT and flag.cleared_at is None)
    return next((flag.opened_at for flag in open_flags), None)


def _failed(capture: Capture) -> bool:
    status = capture.outcome.status
    return capture.outcome.failure is not None or status is None or status >= 500


def _finding(host: HostKey, failed: int, tried: int) -> FlagFinding:
    code = FlagCode.HOST_INCIDENT
    reason = (
        f"{failed} of {tried} links to {host.rpartition(':')[0]} failed together: the host itself is in "
        "trouble, and none of them is counted as failed."
    )
    return FlagFinding(code, code.severity, reason, (f"{failed} of {tried} within {TOGETHER}",))


def _incident_wait(open_for: timedelta) -> timedelta:
    return next((wait for age, wait in INCIDENT_WAITS if open_for < age), INCIDENT_LONG)


async def _offline(captures: Sequence[Capture], tools: Tools) -> bool:
    """Nothing of this host was reached, and the DNS canary is silent too."""
    outcomes = [capture.outcome for capture in captures]
    redirected = {override.host for override in tools.settings.network.overrides}
    if not we_are_offline(outcomes, canary_ok=False, redirected_hosts=redirected):
        return False
    return not await tools.fetcher.online()


async def _hold(host: HostKey, tools: Tools) -> bool:
    """Take or keep the host for one more fetch, so that a dead holder's host is free again soon."""
    now = tools.clock.now()
    longest = timedelta(seconds=tools.settings.network.limits.deadline) + _interval(tools, host)
    return await tools.catalog.hold_host(host, now, now + longest + 2 * SLACK)


async def _put_on_record(group: Sequence[Fetched], tools: Tools) -> Sequence[Capture]:
    if not group:
        return ()
    captures = await tools.captures.append(group)
    await tools.catalog.record_captures(captures, tools.clock.now() + PROVISIONAL)
    return captures


def _interval(tools: Tools, host: HostKey) -> timedelta:
    publisher = tools.settings.publishers.for_host(host.rpartition(":")[0])
    seconds = tools.settings.network.interval
    return timedelta(seconds=max(seconds, publisher.interval or 0.0))
