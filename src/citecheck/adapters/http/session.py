"""A conversation with one host: kept-alive connections, each request in its turn."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from citecheck.adapters.http.addresses import AddressBook
from citecheck.adapters.http.chain import Chain
from citecheck.adapters.http.crossing import Bounds, Crossing, cross
from citecheck.adapters.http.pacing import Pacer
from citecheck.adapters.http.reached import Reached
from citecheck.adapters.http.recorder import Recorder
from citecheck.adapters.http.robots_cache import RobotsCache
from citecheck.adapters.http.spending import Spending
from citecheck.adapters.http.targets import Target
from citecheck.adapters.http.tls import Trust
from citecheck.adapters.http.transport import HostTransport
from citecheck.classify import shows_network
from citecheck.model import FailureKind, Fetched, FetchFailure, FetchRequest, HostKey, SourceKey
from citecheck.ports import Clock, Resolver
from citecheck.settings import NetworkSettings

OPEN_CONNECTIONS = 8  # per session: the host's own, and the last few that redirects led to
GRACE = 5.0  # seconds that others get to answer
LOOKS = 50  # at whether they did
SHORTEST_LULL, LONGEST_LULL = 0.05, 1.0  # seconds that an answer too many is waited for
ROBOTS_PATH = b"/robots.txt"
STALE = frozenset([FailureKind.EMPTY_REPLY, FailureKind.RESET, FailureKind.GARBAGE])


@dataclass(frozen=True, slots=True)
class Gear:
    """What all sessions of one fetcher share."""

    network: NetworkSettings
    resolver: Resolver
    clock: Clock
    pacer: Pacer
    trust: Trust
    interval_of: Callable[[str], float]  # host -> seconds
    robots: RobotsCache = field(default_factory=RobotsCache)
    reached: Reached = field(default_factory=Reached)


class HttpSession:
    """HostSession port: fetches one source after another."""

    def __init__(self, gear: Gear, host: HostKey) -> None:
        self._gear = gear
        self._host = host
        self._redirected = gear.network.redirected_hosts
        self._source: SourceKey | None = None  # being fetched
        self._doubtful: set[SourceKey] = set()
        self._addresses = AddressBook(gear.network, gear.resolver)
        self._lines: OrderedDict[tuple[str, str, int], HostTransport] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()

    async def fetch(self, request: FetchRequest) -> Fetched:
        """Fetch one URL with its redirects, within the limits and at each host's pace."""
        gear = self._gear
        async with self._one_at_a_time:
            self._source = request.source_key
            fetched = await Chain(self, gear.network, gear.clock, gear.robots).run(request)
        if shows_network(fetched.outcome, self._redirected):
            answered = (hop.started_at for hop in fetched.outcome.hops if hop.status is not None)
            gear.reached.note(self._host, max(answered))
        return fetched

    async def doubtful(self) -> Collection[SourceKey]:
        """Sources that were fetched over a connection on which answers came that nobody asked for. An answer
        that is still on its way gets as long again as the slowest before it took."""
        async with self._one_at_a_time:
            waits = [2 * line.lull for line in self._lines.values() if line.is_at_risk]
            if waits:
                await asyncio.sleep(min(max(*waits, SHORTEST_LULL), LONGEST_LULL))
            for line in self._lines.values():
                line.look()
                self._doubtful |= line.take_doubtful()
            told, self._doubtful = self._doubtful, set()
        return told

    async def send(self, target: Target, request: httpx.Request, spending: Spending) -> Crossing:
        """One request in the host's turn.

        A kept connection that turns out dead, or spoiled by an earlier answer, is replaced once.
        """
        line = await self._line(target)
        crossing = await self._cross(line, target, request, spending)
        failed = crossing.failure is not None and crossing.failure.kind in STALE
        if failed and line.reused and crossing.hop is not None and crossing.hop.status is None:
            return await self._cross(line, target, request, spending)
        return crossing

    async def others_answered(self, since: datetime) -> bool:
        """Whether the fetcher reached another host after `since`. Those who are being asked get GRACE."""
        reached = self._gear.reached
        for _ in range(LOOKS):
            if reached.others_since(self._host, since) or not reached.others_are_asked(self._host):
                break
            await asyncio.sleep(GRACE / LOOKS)
        return reached.others_since(self._host, since)

    async def aclose(self) -> None:
        """Close all connections."""
        while self._lines:
            _, line = self._lines.popitem()
            await line.aclose()

    async def _drop_oldest(self) -> None:
        _, oldest = self._lines.popitem(last=False)
        await oldest.aclose()
        self._doubtful |= oldest.take_doubtful()

    async def _cross(
        self, line: HostTransport, target: Target, request: httpx.Request, spending: Spending
    ) -> Crossing:
        gear = self._gear
        await gear.pacer.turn(target.key, gear.interval_of(target.host))
        left = spending.seconds_left
        if left <= 0:
            return Crossing(None, None, FetchFailure(FailureKind.DEADLINE, spending.overdue), 0)
        limits = gear.network.limits
        bounds = Bounds(
            wire=spending.bytes_left(limits.wire),
            wire_pdf=spending.bytes_left(limits.wire_pdf),
            head=limits.head,
            connect=limits.connect,
            read=limits.read,
            left=left,
        )
        started_at = gear.clock.now()
        with spending.running():
            crossing = await cross(line, request, bounds, started_at)
        spending.received += crossing.size
        gear.pacer.answered(target.key, line.recorder.sent_at or started_at)
        return crossing

    async def _line(self, target: Target) -> HostTransport:
        key = (target.scheme, target.host, target.port)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= OPEN_CONNECTIONS:
                await self._drop_oldest()
            recorder = Recorder(self._gear.clock)
            line = self._lines[key] = HostTransport(target, self._addresses, recorder, self._gear.trust)
        self._lines.move_to_end(key)
        # What is asked of the host itself gives no other source away.
        line.source = None if target.url.raw_path == ROBOTS_PATH else self._source
        return line
