"""robots.txt fetched and kept for a day: may this URL be fetched?"""

import zlib
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Protocol

import httpx

from citecheck.adapters.http.crossing import Crossing
from citecheck.adapters.http.redirects import REDIRECTS, next_target
from citecheck.adapters.http.robots import ALLOW_ALL, DISALLOW_ALL, MAX_BYTES, RobotsRules, parse_robots
from citecheck.adapters.http.spending import Spending
from citecheck.adapters.http.targets import Target
from citecheck.model import FailureKind

KEPT = timedelta(hours=24)
KEPT_ON_ERROR = timedelta(hours=1)  # a server's bad hour must not cost its sources a day
REMEMBERED = 10_000  # hosts
MAX_REDIRECTS = 5  # RFC 9309, 2.3.1.2
HEAD_ROOM = 64 * 1024
USABLE = frozenset([FailureKind.TOO_LARGE, FailureKind.TRUNCATED])  # what came of it is parsed

Origin = tuple[str, str, int]


class Sender(Protocol):
    """Sends one request in its host's turn."""

    async def send(self, target: Target, request: httpx.Request, spending: Spending) -> Crossing:
        """What came back."""
        ...


class RobotsCache:
    """Rules by origin, shared by all sessions of a fetcher."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Origin, tuple[RobotsRules, datetime]] = OrderedDict()

    def known(self, target: Target, now: datetime) -> RobotsRules | None:
        """The rules of the target's origin, while they are fresh."""
        rules, until = self._kept.get(_origin(target), (None, now))
        return rules if now < until else None

    def keep(self, target: Target, rules: RobotsRules, until: datetime) -> None:
        """Remember `rules` of the target's origin."""
        self._kept[_origin(target)] = (rules, until)
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)


async def fetch_rules(
    sender: Sender, target: Target, agent: tuple[str, str], spending: Spending
) -> tuple[RobotsRules, timedelta] | Crossing:
    """The origin's rules and how long they hold, or the crossing on which the host itself failed.

    `agent`: the User-Agent to send and the product token to look for.
    """
    at = Target(target.url.copy_with(raw_path=b"/robots.txt"), target.scheme, target.host, target.port)
    for _ in range(MAX_REDIRECTS + 1):
        headers = {"User-Agent": agent[0], "Accept": "text/plain, */*;q=0.5", "Accept-Encoding": "identity"}
        errand = spending.part(MAX_BYTES + HEAD_ROOM)
        crossing = await sender.send(at, httpx.Request("GET", at.url, headers=headers), errand)
        spending.seconds += errand.seconds
        hop, failure = crossing.hop, crossing.failure
        if failure is not None and not (failure.kind in USABLE and hop and hop.status):
            # On the way of a redirect the host itself did answer: RFC 9309 calls that unavailable.
            return crossing if at.key == target.key else (ALLOW_ALL, KEPT)
        assert hop is not None and hop.status is not None
        if hop.status in REDIRECTS and hop.header("location"):
            following = next_target(at, hop)
            if not isinstance(following, Target):
                return ALLOW_ALL, KEPT
            at = following
            continue
        return _judged(hop.status, crossing, agent[1])
    return ALLOW_ALL, KEPT


def _judged(status: int, crossing: Crossing, token: str) -> tuple[RobotsRules, timedelta]:
    if status >= 500:
        return DISALLOW_ALL, KEPT_ON_ERROR
    if not 200 <= status < 300 or crossing.exchange is None:
        return ALLOW_ALL, KEPT
    return parse_robots(_decoded(crossing.exchange.payload), token), KEPT


def _decoded(payload: bytes) -> bytes:
    """Some servers compress although they are asked not to."""
    if not payload.startswith(b"\x1f\x8b"):
        return payload
    try:
        return zlib.decompressobj(31).decompress(payload, MAX_BYTES)
    except zlib.error:
        return b""


def _origin(target: Target) -> Origin:
    return target.scheme, target.host, target.port
