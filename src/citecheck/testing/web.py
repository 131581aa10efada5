"""Fakes of the web: a resolver and a fetcher that answer from a script."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from citecheck.model import (
    Exchange,
    FailureKind,
    Fetched,
    FetchFailure,
    FetchOutcome,
    FetchRequest,
    Hop,
    HostKey,
    Resolution,
    SourceKey,
)
from citecheck.ports import Clock

ADDRESS = "203.0.113.7"  # RFC 5737: nobody's
REDIRECTS = 10


class FakeResolver:
    """Answers from a script; unknown names do not exist.

    Several answers to one name are given one after the other; the last one stays.
    """

    def __init__(self, answers: dict[str, Resolution | Sequence[Resolution]] | None = None) -> None:
        self.asked: list[str] = []
        self._answers = {
            name: [answer] if isinstance(answer, Resolution) else list(answer)
            for name, answer in (answers or {}).items()
        }

    def has(self, name: str, *addresses: str) -> None:
        """Let `name` have these addresses from now on."""
        self._answers[name] = [Resolution(addresses, None)]

    def fails(self, name: str, failure: str) -> None:
        """Let looking `name` up fail with "nxdomain", "servfail", "timeout" or "no_address"."""
        self._answers[name] = [Resolution((), failure, f"{name}: {failure}")]

    async def resolve(self, host: str, *, fresh: bool = False) -> Resolution:
        """The next scripted answer; nothing is remembered, so that all are fresh."""
        self.asked.append(host)
        answers = self._answers.get(host)
        if answers is None:
            return Resolution((), "nxdomain", f"{host} does not exist")
        return answers.pop(0) if len(answers) > 1 else answers[0]


@dataclass(frozen=True, slots=True)
class FakePage:
    """One scripted answer: a response, or a failure instead of one."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    failure: FetchFailure | None = None


@dataclass
class FakeFetcher:
    """Fetcher port without a network. Unscripted URLs answer 404; scripted redirects are followed."""

    clock: Clock
    is_online: bool = True
    requests: list[FetchRequest] = field(default_factory=list)
    sessions: list[HostKey] = field(default_factory=list)  # in the order they were opened
    doubts: set[SourceKey] = field(default_factory=set)  # what a session is in doubt about, once
    reached: dict[HostKey, datetime] = field(default_factory=dict)  # hosts that answered, and when
    _script: dict[str, list[FakePage]] = field(default_factory=dict)

    def serve(self, url: str, *pages: FakePage) -> None:
        """Answer `url` with `pages` one after the other; the last one stays."""
        self._script[url] = list(pages)

    def page(self, url: str, body: bytes, *headers: tuple[str, str], status: int = 200) -> None:
        """Answer `url` with one response, from now on."""
        self.serve(url, FakePage(status, body, headers or FakePage().headers))

    def redirect(self, url: str, location: str, status: int = 301) -> None:
        """Redirect `url` to `location`."""
        self.serve(url, FakePage(status, b"", (("Location", location),)))

    def fail(self, url: str, kind: FailureKind) -> None:
        """Let fetching `url` fail."""
        self.serve(url, FakePage(failure=FetchFailure(kind, kind.explanation)))

    @asynccontextmanager
    async def session(self, host: HostKey) -> AsyncIterator["FakeHostSession"]:
        """A conversation with `host`."""
        self.sessions.append(host)
        yield FakeHostSession(self, host)

    async def online(self) -> bool:
        """As told by `is_online`."""
        return self.is_online

    def answer(self, url: str) -> FakePage:
        """The next scripted answer of `url`."""
        pages = self._script.get(url)
        if pages is None:
            return FakePage(404, b"<title>Not found</title>")
        return pages.pop(0) if len(pages) > 1 else pages[0]


@dataclass(frozen=True, slots=True)
class FakeHostSession:
    """HostSession port of the fake fetcher."""

    fetcher: FakeFetcher
    host: HostKey

    async def doubtful(self) -> Collection[SourceKey]:
        """As told by `doubts`."""
        doubts, self.fetcher.doubts = self.fetcher.doubts, set()
        return doubts

    async def others_answered(self, since: datetime) -> bool:
        """Whether a session with another host got an answer."""
        return any(host != self.host and at >= since for host, at in self.fetcher.reached.items())

    async def fetch(self, request: FetchRequest) -> Fetched:
        """Follow the script from `request.url`."""
        self.fetcher.requests.append(request)
        if urlsplit(request.url).scheme not in ("http", "https"):
            return self._fetched(request, [], [], FetchFailure(FailureKind.BAD_URL, "not a web address"))
        hops: list[Hop] = []
        exchanges: list[Exchange] = []
        url = request.url
        for _ in range(REDIRECTS + 1):
            page = self.fetcher.answer(url)
            if page.failure is not None:
                return self._fetched(request, hops, exchanges, page.failure)
            hop, exchange = self._cross(url, page, request)
            hops.append(hop)
            exchanges.append(exchange)
            self.fetcher.reached[self.host] = hop.started_at
            location = hop.header("Location")
            if location is None or not 300 <= page.status < 400:
                return self._fetched(request, hops, exchanges, None)
            url = urljoin(url, location)
        loop = FetchFailure(FailureKind.LOOP, f"more than {REDIRECTS} redirects")
        return self._fetched(request, hops, exchanges, loop)

    def _cross(self, url: str, page: FakePage, request: FetchRequest) -> tuple[Hop, Exchange]:
        now = self.fetcher.clock.now()
        etag = next((value for name, value in page.headers if name.lower() == "etag"), None)
        unchanged = url == request.url and etag is not None and etag == request.etag
        status, body = (304, b"") if unchanged else (page.status, page.body)
        headers = page.headers if unchanged else (*page.headers, ("Content-Length", str(len(body))))
        lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers)]
        response = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
        parts = urlsplit(url)
        conditions = (("If-None-Match", request.etag), ("If-Modified-Since", request.last_modified))
        asked = "".join(f"{name}: {value}\r\n" for name, value in conditions if value and url == request.url)
        sent = f"GET {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\n{asked}\r\n".encode()
        hop = Hop(url, status, headers, ADDRESS, now, 0.0)
        return hop, Exchange(url, ADDRESS, now, sent, response, len(response) - len(body))

    def _fetched(
        self,
        request: FetchRequest,
        hops: list[Hop],
        exchanges: list[Exchange],
        failure: FetchFailure | None,
    ) -> Fetched:
        started_at = hops[0].started_at if hops else self.fetcher.clock.now()
        outcome = FetchOutcome(
            source_key=request.source_key,
            url=request.url,
            hops=tuple(hops),
            failure=failure,
            started_at=started_at,
            elapsed=0.0,
            robots_ignored=not request.obey_robots,
        )
        return Fetched(outcome, tuple(exchanges))
