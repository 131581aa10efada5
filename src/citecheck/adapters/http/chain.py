"""One source along its redirects: robots, cookies and limits of the whole chain."""

import re
from contextlib import suppress
from dataclasses import replace

import httpx

from citecheck.adapters.http.crossing import Crossing
from citecheck.adapters.http.redirects import next_target
from citecheck.adapters.http.robots import product_token
from citecheck.adapters.http.robots_cache import RobotsCache, Sender, fetch_rules
from citecheck.adapters.http.spending import Spending
from citecheck.adapters.http.targets import Target, parse_target
from citecheck.model import (
    Exchange,
    FailureKind,
    Fetched,
    FetchFailure,
    FetchOutcome,
    FetchRequest,
    Hop,
)
from citecheck.ports import Clock
from citecheck.settings import NetworkSettings

ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
ACCEPT_ENCODING = "gzip, deflate, br, zstd"
COOKIE_LIMIT = 8 * 1024  # bytes of a Cookie header; more is some server's mistake or malice
_PRINTABLE = re.compile(r"[\x20-\x7e]+\Z")
# What the jar raises on cookies and addresses that it was not made for.
_UNFIT = (ValueError, LookupError, OverflowError, UserWarning)


class Chain:
    """Fetches one source. Cookies live as long as it does."""

    def __init__(self, sender: Sender, network: NetworkSettings, clock: Clock, robots: RobotsCache) -> None:
        self._sender = sender
        self._network = network
        self._clock = clock
        self._robots = robots
        contact = f" {network.contact}" if network.contact else ""
        self._agent = network.user_agent + contact
        self._cookies = httpx.Cookies()
        self._spending = Spending(network.limits.deadline)
        self._hops: list[Hop] = []
        self._exchanges: list[Exchange] = []
        self._seen: set[tuple[str, str]] = set()

    async def run(self, request: FetchRequest) -> Fetched:
        """Follow `request.url` to its end, whatever that is."""
        started_at = self._clock.now()
        obey = self._network.obey_robots and request.obey_robots
        first = parse_target(request.url)
        failure = first if isinstance(first, FetchFailure) else await self._follow(request, first, obey)
        outcome = FetchOutcome(
            source_key=request.source_key,
            url=request.url,
            hops=tuple(self._hops),
            failure=failure,
            started_at=self._hops[0].started_at if self._hops else started_at,
            elapsed=self._spending.seconds,
            robots_ignored=not obey,
        )
        return Fetched(outcome, tuple(self._exchanges))

    async def _follow(self, request: FetchRequest, first: Target, obey: bool) -> FetchFailure | None:
        target = first
        for _ in range(self._network.limits.redirects + 1):
            if obey:
                refused = await self._forbidden(target)
                if refused is not None:
                    return refused
            sent = self._request(request, target, conditional=target.url == first.url)
            if isinstance(sent, FetchFailure):
                return sent
            if not self._is_new(sent):
                return FetchFailure(FailureKind.LOOP, f"redirects lead back to {target.url}")
            crossing = await self._sender.send(target, sent, self._spending)
            self._record(crossing, sent)
            following = self._next(target, crossing)
            if not isinstance(following, Target):
                return following
            target = following
        return FetchFailure(FailureKind.LOOP, f"more than {self._network.limits.redirects} redirects")

    def _next(self, target: Target, crossing: Crossing) -> Target | FetchFailure | None:
        if crossing.failure is not None or crossing.hop is None:
            return crossing.failure
        return next_target(target, crossing.hop)

    def _request(
        self, request: FetchRequest, target: Target, *, conditional: bool
    ) -> httpx.Request | FetchFailure:
        headers = {
            "Host": target.authority,  # httpx would make its own, and decode names that it does not like
            "User-Agent": self._agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        if conditional:
            conditions = (("If-None-Match", request.etag), ("If-Modified-Since", request.last_modified))
            headers.update({name: value for name, value in conditions if value and _PRINTABLE.match(value)})
        try:
            sent = httpx.Request("GET", target.url, headers=headers)
        except (httpx.InvalidURL, ValueError) as error:  # a name that our tools cannot put into a request
            return FetchFailure(FailureKind.BAD_URL, f"no request can be made of {target.url}: {error}")
        if self._cookies.jar:
            with suppress(*_UNFIT):
                self._cookies.set_cookie_header(sent)
            if len(sent.headers.get("cookie", "")) > COOKIE_LIMIT:
                del sent.headers["cookie"]
        return sent

    def _is_new(self, sent: httpx.Request) -> bool:
        """Whether this was not asked before: the same URL with other cookies may answer otherwise."""
        key = (str(sent.url), sent.headers.get("cookie", ""))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _record(self, crossing: Crossing, sent: httpx.Request) -> None:
        if crossing.exchange is not None:
            self._exchanges.append(crossing.exchange)
        hop = crossing.hop
        if hop is None:
            return
        self._hops.append(hop)
        if hop.header("set-cookie") is not None:
            # The jar's parser is not made for malice: a cookie it cannot read is no cookie.
            with suppress(*_UNFIT):
                self._cookies.extract_cookies(
                    httpx.Response(hop.status or 0, headers=list(hop.headers), request=sent)
                )

    async def _forbidden(self, target: Target) -> FetchFailure | None:
        """Why robots.txt, or the host's failing on it, keeps us from `target`."""
        now = self._clock.now()
        rules = self._robots.known(target, now)
        if rules is None:
            agent = (self._agent, product_token(self._network.user_agent))
            found = await fetch_rules(self._sender, target, agent, now, self._spending)
            if isinstance(found, Crossing):
                return self._host_failed(target, found)
            rules = found
            self._robots.keep(target, rules)
        path = target.url.raw_path.decode("ascii")
        if rules.rules.allows(path):
            return None
        if rules.unreadable is not None:
            return self._unreadable(rules.unreadable)
        return FetchFailure(FailureKind.ROBOTS, f"robots.txt of {target.key} keeps us from {path}")

    def _unreadable(self, hop: Hop) -> FetchFailure:
        """The answer to robots.txt is the last that the host told us: what it asks for in it holds."""
        self._hops.append(hop)
        detail = f"robots.txt could not be read (status {hop.status})"
        return FetchFailure(FailureKind.ROBOTS_UNREADABLE, detail)

    def _host_failed(self, target: Target, crossing: Crossing) -> FetchFailure | None:
        """The host failed before any page was asked for: the failure is the source's own."""
        if crossing.hop is not None:
            self._hops.append(replace(crossing.hop, url=str(target.url)))
        return crossing.failure
