"""drain(host): fetch a host's due sources one after another, at its pace, and put each on record.

Captures are written and fsynced first, their rows committed second: a capture is acknowledged when
its row is. Nothing here judges; each capture is queued for judge once the drain has ended, since a
failure may turn out to be the host's, or our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from citecheck.classify import (
    asks_for_rest,
    failing_since,
    host_incident,
    is_hosts_failure,
    rest,
    we_are_offline,
)
from citecheck.flows.known import requests_for
from citecheck.flows.tools import Tools
from citecheck.model import (
    LONGEST_REST,
    Capture,
    CaptureId,
    Fetched,
    FetchOutcome,
    FetchRequest,
    FlagCode,
    FlagFinding,
    HostKey,
    Job,
    JobKind,
    Source,
    SourceKey,
)
from citecheck.ports import HostSession

SLACK = timedelta(seconds=15)  # a hold outlives the deadline of the fetch under way by at least this much
STINT = timedelta(seconds=30)  # how long one drain works before others get a turn
BATCH = 50  # sources looked up at once
GROUP = 8  # fetches whose records share one fsync, on a host that is quick
GROUP_BYTES = 16 * 1024 * 1024  # of bodies; no more are held in memory for the sake of an fsync
GROUP_WAIT = timedelta(seconds=2)  # a slow host's captures are acknowledged at least this often
PROVISIONAL = timedelta(days=1)  # next due, until judging sets the real time
AFTER_OUTAGE = timedelta(minutes=10)  # when to try again after we were offline
WORTH_WAITING = timedelta(minutes=1)  # a rest that whoever waits for the host's sources may wait for

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
    ASKED_TO_REST = "asked to rest"  # the host wants to be left alone
    TAKEN_AWAY = "taken away"  # somebody else holds the host by now


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
    again: timedelta | None = None
    try:
        async with tools.fetcher.session(key) as session:
            stint = _Stint(key, session, tools)
            ended = await stint.work()
            await stint.clear_doubts(ended)
        drained = await _hand_on(key, stint.captures, tools)
        if ended is Ended.OFFLINE:
            drained = await _take_back(drained, stint.lost, tools)
        elif ended is Ended.ASKED_TO_REST:
            again = await _rest(key, stint.captures, tools)
        elif ended is Ended.OUT_OF_TIME:
            again = _interval(tools, key)
    finally:
        await tools.catalog.release_host(key, tools.clock.now() + _interval(tools, key))
    if again is not None and await tools.catalog.due_sources(key, tools.clock.now(), 1):
        await tools.queue.put(Job(JobKind.DRAIN, key), after=again)
    return drained


class _Stint:
    """The fetching of one drain: what came of it, and what is lost since we are offline."""

    def __init__(self, host: HostKey, session: HostSession, tools: Tools) -> None:
        self.captures: list[Capture] = []
        self.lost: list[Capture] = []
        self._host = host
        self._session = session
        self._tools = tools
        self._keeper = _Keeper(host, tools)
        self._stop_at = tools.clock.now() + STINT
        self._sources: dict[SourceKey, Source] = {}

    async def work(self) -> Ended:
        """Fetch what is due, group after group; why there is no more."""
        tools = self._tools
        while sources := await tools.catalog.due_sources(self._host, tools.clock.now(), BATCH):
            self._sources.update((source.key, source) for source in sources)
            before = len(self.captures)
            ended = await self._fetch(await requests_for(sources, tools))
            if ended is not None:
                return ended
            if len(self.captures) - before == len(sources) < BATCH:
                break
        return Ended.NOTHING_DUE

    async def clear_doubts(self, ended: Ended) -> None:
        """Take back what may be another source's answer, and fetch it anew where there is still time."""
        tools = self._tools
        doubtful = await self._session.doubtful()
        taken_back = [capture for capture in self.captures if capture.source_key in doubtful]
        if not taken_back:
            return
        await tools.catalog.void_captures([capture.id for capture in taken_back], tools.clock.now())
        self.captures = [capture for capture in self.captures if capture.source_key not in doubtful]
        if ended in {Ended.NOTHING_DUE, Ended.OUT_OF_TIME}:
            sources = [self._sources[key] for key in dict.fromkeys(one.source_key for one in taken_back)]
            self._stop_at = tools.clock.now() + STINT
            await self._fetch(await requests_for(sources, tools))

    async def _fetch(self, requests: Sequence[FetchRequest]) -> Ended | None:
        """The requests' captures, until something ends it."""
        left = list(requests)
        while left:
            fetched = await self._group(left)
            left = left[fetched:]
            if self._keeper.lost:
                return Ended.TAKEN_AWAY
            if self._asks_for_rest([capture.outcome for capture in self.captures]):
                return Ended.ASKED_TO_REST
            if await self._offline():
                return Ended.OFFLINE
            if self._tools.clock.now() >= self._stop_at:
                return Ended.OUT_OF_TIME
        return None

    async def _group(self, requests: Sequence[FetchRequest]) -> int:
        """Fetch some and put them on record together, also when we are stopped; how many."""
        tools = self._tools
        started = tools.clock.now()
        outcomes = [capture.outcome for capture in self.captures[-1:]]
        fetched: list[Fetched] = []
        try:
            for request in requests[:GROUP]:
                if not await self._keeper.keep():
                    break
                fetched.append(await self._session.fetch(request))
                outcomes.append(fetched[-1].outcome)
                if self._asks_for_rest(outcomes) or _bytes(fetched) >= GROUP_BYTES:
                    break
                if tools.clock.now() - started >= GROUP_WAIT:
                    break
        finally:
            self.captures += await _put_on_record(fetched, tools)
        return len(fetched)

    def _asks_for_rest(self, outcomes: Sequence[FetchOutcome]) -> bool:
        return asks_for_rest(outcomes, self._host, self._tools.clock.now(), _cap(self._tools)) is not None

    async def _offline(self) -> bool:
        """Since some moment nothing was reached, the DNS canary is silent, and nobody else answers either."""
        tools = self._tools
        redirected = tools.settings.network.redirected_hosts
        outcomes = [capture.outcome for capture in self.captures]
        since = failing_since(outcomes, redirected)
        if not we_are_offline(outcomes[since:], canary_ok=False, redirected_hosts=redirected):
            return False
        if await tools.fetcher.online() or await self._session.others_answered(outcomes[-1].started_at):
            return False
        self.captures, self.lost = self.captures[:since], self.captures[since:]
        return True


class _Keeper:
    """Keeps a host held while fetches go on; a row is written only once the last hold is SLACK old."""

    def __init__(self, host: HostKey, tools: Tools) -> None:
        self.lost = False  # somebody else has taken the host: we were stopped for longer than we held it
        self._host = host
        self._tools = tools
        self._held_at = tools.clock.now()  # by whoever began the drain

    async def keep(self) -> bool:
        """Hold the host for one more fetch, if it is still ours."""
        now = self._tools.clock.now()
        if now - self._held_at >= SLACK:
            self.lost = not await _hold(self._host, self._tools)
            self._held_at = now
        return not self.lost


async def _rest(host: HostKey, captures: Sequence[Capture], tools: Tools) -> timedelta | None:
    """Leave the host alone for as long as it asks, and for longer each time that it asks again. How long
    that is where what is due still waits for it, None where it is put off."""
    now, cap = tools.clock.now(), _cap(tools)
    outcomes = [capture.outcome for capture in captures]
    asked = asks_for_rest(outcomes, host, now, cap)
    wait = rest(asked or timedelta(0), await tools.catalog.refusals(host), cap)
    await tools.catalog.rest_host(host, now + wait)
    if wait <= WORTH_WAITING:
        return wait
    await tools.catalog.put_off(host, now + wait)
    return None


def _cap(tools: Tools) -> timedelta:
    return min(timedelta(seconds=tools.settings.network.retry_after_cap), LONGEST_REST)


def _bytes(fetched: Sequence[Fetched]) -> int:
    return sum(len(exchange.response) for one in fetched for exchange in one.exchanges)


async def _take_back(drained: Drained, captures: Sequence[Capture], tools: Tools) -> Drained:
    """We are offline: nothing of this says anything about any link."""
    again = tools.clock.now() + AFTER_OUTAGE
    await tools.catalog.void_captures([capture.id for capture in captures], again)
    await tools.catalog.put_off(drained.host, again)
    return replace(drained, fetched=drained.fetched + len(captures), offline=True)


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
    # Void ones are of the incident while it is open; else of an outage of ours, and say nothing of the host.
    recent = await tools.catalog.host_captures(host, now - TOGETHER, void=opened_at is not None)
    outcomes = [capture.outcome for capture in recent]
    open_for = now - opened_at if opened_at is not None else timedelta(0)
    if host_incident(outcomes, open_for):
        failed = [capture for capture in recent if is_hosts_failure(capture.outcome)]
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
