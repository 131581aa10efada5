"""A conversation with one host: kept-alive connections, each request in its turn."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from citecheck.adapters.http.addresses import AddressBook
from citecheck.adapters.http.chain import Chain
from citecheck.adapters.http.crossing import Bounds, Crossing, cross
from citecheck.adapters.http.pacing import Pacer
from citecheck.adapters.http.recorder import Recorder
from citecheck.adapters.http.robots_cache import RobotsCache
from citecheck.adapters.http.spending import Spending
from citecheck.adapters.http.targets import Target
from citecheck.adapters.http.tls import Trust
from citecheck.adapters.http.transport import HostTransport
from citecheck.model import FailureKind, Fetched, FetchFailure, FetchRequest
from citecheck.ports import Clock, Resolver
from citecheck.settings import NetworkSettings

OPEN_CONNECTIONS = 8  # per session: the host's own, and the last few that redirects led to
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


class HttpSession:
    """HostSession port: fetches one source after another."""

    def __init__(self, gear: Gear) -> None:
        self._gear = gear
        self._addresses = AddressBook(gear.network, gear.resolver)
        self._lines: OrderedDict[tuple[str, str, int], HostTransport] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()

    async def fetch(self, request: FetchRequest) -> Fetched:
        """Fetch one URL with its redirects, within the limits and at each host's pace."""
        async with self._one_at_a_time:
            return await Chain(self, self._gear.network, self._gear.clock, self._gear.robots).run(request)

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

    async def aclose(self) -> None:
        """Close all connections."""
        while self._lines:
            _, line = self._lines.popitem()
            await line.aclose()

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
                _, oldest = self._lines.popitem(last=False)
                await oldest.aclose()
            recorder = Recorder(self._gear.clock)
            line = self._lines[key] = HostTransport(target, self._addresses, recorder, self._gear.trust)
        self._lines.move_to_end(key)
        return line
