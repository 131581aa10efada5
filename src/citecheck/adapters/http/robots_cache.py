"""robots.txt fetched and kept for a day: may this URL be fetched?"""

import asyncio
import zlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import httpx

from citecheck.adapters.http.crossing import Crossing
from citecheck.adapters.http.redirects import REDIRECTS, next_target
from citecheck.adapters.http.robots import ALLOW_ALL, DISALLOW_ALL, MAX_BYTES, RobotsRules, parse_robots
from citecheck.adapters.http.spending import Spending
from citecheck.adapters.http.targets import Target
from citecheck.model import Exchange, FailureKind, Hop

KEPT = timedelta(hours=24)
KEPT_ON_ERROR = timedelta(hours=1)  # a server's bad hour must not cost its sources a day
REMEMBERED = 10_000  # hosts
ROOM = 32 * 1024 * 1024  # bytes that all rules together may take
MAX_REDIRECTS = 5  # RFC 9309, 2.3.1.2
HEAD_ROOM = 64 * 1024
LARGE = 64 * 1024  # bytes; a longer file is read while other hosts go on
USABLE = frozenset([FailureKind.TOO_LARGE, FailureKind.TRUNCATED])  # what came of it is parsed

Origin = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """What an origin's robots.txt says, and until when that holds. `unreadable`: the answer that kept us from
    reading it; RFC 9309 has us stay away then, and that is the server's trouble, not its wish."""

    rules: RobotsRules
    until: datetime
    unreadable: Hop | None = None


class Sender(Protocol):
    """Sends one request in its host's turn."""

    async def send(self, target: Target, request: httpx.Request, spending: Spending) -> Crossing:
        """What came back."""
        ...


class RobotsCache:
    """Rules by origin, shared by all sessions of a fetcher; the oldest go when there are too many."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Origin, tuple[Rules, int]] = OrderedDict()
        self._size = 0

    def known(self, target: Target, now: datetime) -> Rules | None:
        """The rules of the target's origin, while they are fresh."""
        kept = self._kept.get(_origin(target))
        return kept[0] if kept is not None and now < kept[0].until else None

    def keep(self, target: Target, rules: Rules) -> None:
        """Remember `rules` of the target's origin."""
        self._forget(_origin(target))
        size = rules.rules.size
        self._kept[_origin(target)] = rules, size
        self._size += size
        while len(self._kept) > 1 and (len(self._kept) > REMEMBERED or self._size > ROOM):
            self._forget(next(iter(self._kept)))

    def _forget(self, origin: Origin) -> None:
        _, size = self._kept.pop(origin, (None, 0))
        self._size -= size


async def fetch_rules(
    sender: Sender, target: Target, agent: tuple[str, str], now: datetime, spending: Spending
) -> Rules | Crossing:
    """The origin's rules, or the crossing on which the host itself failed.

    `agent`: the User-Agent to send and the product token to look for.
    """
    at = Target(target.url.copy_with(raw_path=b"/robots.txt"), target.scheme, target.host, target.port)
    for _ in range(MAX_REDIRECTS + 1):
        errand = spending.part(MAX_BYTES + HEAD_ROOM)
        crossing = await sender.send(at, _request(at, agent[0]), errand)
        spending.seconds += errand.seconds
        hop, failure = crossing.hop, crossing.failure
        if failure is not None and not (failure.kind in USABLE and hop and hop.status):
            # On the way of a redirect the host itself did answer: RFC 9309 calls that unavailable.
            return crossing if at.key == target.key else Rules(ALLOW_ALL, now + KEPT)
        assert hop is not None and hop.status is not None
        if hop.status in REDIRECTS and hop.header("location"):
            following = next_target(at, hop)
            if not isinstance(following, Target):
                return Rules(ALLOW_ALL, now + KEPT)
            at = following
            continue
        return await _judged(hop, crossing, agent[1], now)
    return Rules(ALLOW_ALL, now + KEPT)


def _request(at: Target, agent: str) -> httpx.Request:
    headers = {
        "Host": at.authority,  # httpx would make its own, and decode names that it does not like
        "User-Agent": agent,
        "Accept": "text/plain, */*;q=0.5",
        "Accept-Encoding": "identity",
    }
    return httpx.Request("GET", at.url, headers=headers)


async def _judged(hop: Hop, crossing: Crossing, token: str, now: datetime) -> Rules:
    status = hop.status or 0
    if status >= 500:
        return Rules(DISALLOW_ALL, now + KEPT_ON_ERROR, hop)
    if not 200 <= status < 300 or crossing.exchange is None:
        return Rules(ALLOW_ALL, now + KEPT)
    exchange = crossing.exchange
    large = len(exchange.response) > LARGE
    body = await asyncio.to_thread(_body, exchange) if large else _body(exchange)
    if len(body) > LARGE:
        return Rules(await asyncio.to_thread(parse_robots, body, token), now + KEPT)
    return Rules(parse_robots(body, token), now + KEPT)


def _body(exchange: Exchange) -> bytes:
    """Some servers compress although they are asked not to."""
    payload = exchange.payload
    if not payload.startswith(b"\x1f\x8b"):
        return payload
    try:
        return zlib.decompressobj(31).decompress(payload, MAX_BYTES)
    except zlib.error:
        return b""


def _origin(target: Target) -> Origin:
    return target.scheme, target.host, target.port
