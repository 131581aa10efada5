"""Wire facts of one fetch. A bad web is a value: FetchFailure is data, never an exception."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from citecheck.model.chunks import dechunked
from citecheck.model.ids import SourceKey
from citecheck.model.words import Word


class FailureKind(Word):
    """Why a fetch ended without a complete final response."""

    DNS_NXDOMAIN = "dns_nxdomain", "the name does not exist, says an authoritative answer"
    DNS_NO_ADDRESS = "dns_no_address", "the name exists and has no address, says an authoritative answer"
    DNS_SERVFAIL = "dns_servfail", "the name server failed"
    DNS_TIMEOUT = "dns_timeout", "no name server answered in time"
    REFUSED = "refused", "the host refused the connection"
    UNREACHABLE = "unreachable", "no route to the host or network"
    CONNECT_TIMEOUT = "connect_timeout", "no connection in time"
    READ_TIMEOUT = "read_timeout", "the host stopped sending"
    DEADLINE = "deadline", "the whole fetch took longer than its deadline"
    RESET = "reset", "the host cut the connection"
    TLS = "tls", "no TLS session could be agreed on"
    EMPTY_REPLY = "empty_reply", "the connection was closed before a response began"
    GARBAGE = "garbage", "the answer is not HTTP"
    TRUNCATED = "truncated", "the body is shorter than announced"
    TOO_LARGE = "too_large", "the response exceeds a size limit"
    LOOP = "loop", "redirects repeat, or are more than allowed"
    UNSAFE_TARGET = "unsafe_target", "refused by us: the address is private or special"
    ROBOTS = "robots", "refused by us: robots.txt disallows it (RFC 9309)"
    ROBOTS_UNREADABLE = (
        "robots_unreadable",
        "refused by us for now: the host failed on robots.txt, which then forbids all (RFC 9309)",
    )
    BAD_URL = "bad_url", "not a URL that can be fetched"
    OFFLINE = "offline", "we have no network; says nothing about the source"


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """What went wrong on the wire, in one clause for a person."""

    kind: FailureKind
    detail: str


@dataclass(frozen=True, slots=True)
class Tls:
    """TLS facts of one connection."""

    version: str  # e.g. "TLSv1.3"
    cipher: str
    certificate_sha256: str | None  # hex, of the leaf certificate in DER
    verified: bool
    error: str | None = None  # why verification failed, in words


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its response. `status` is None where no response came."""

    url: str
    status: int | None
    headers: tuple[tuple[str, str], ...]  # as received, names in their own case
    address: str | None  # remote IP address
    started_at: datetime
    elapsed: float  # seconds, request sent to response complete
    tls: Tls | None = None

    def header(self, name: str) -> str | None:
        """The first value of the header `name` (case-insensitive), or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What is asked of the fetcher. Etag and last_modified make it conditional (RFC 9110, 13)."""

    source_key: SourceKey
    url: str
    obey_robots: bool = True
    etag: str | None = None
    last_modified: str | None = None


# What the parser of dates raises on dates that no calendar has: offsets, years and days beyond all range.
_NO_DATE = (ValueError, TypeError, IndexError, OverflowError)


def retry_wait(value: str | None, now: datetime, cap: timedelta) -> timedelta | None:
    """A Retry-After header (RFC 9110, 10.2.3: seconds or a date) as a wait between nothing and `cap`;
    None where it cannot be read, whatever stands in it."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=min(int(text[:12]), 10**9)), cap)
    try:
        moment = parsedate_to_datetime(text[:100])
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        wait = moment - now
    except _NO_DATE:
        return None
    return min(max(wait, timedelta(0)), cap)


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """Wire facts of one fetch, all hops included; the last hop is the final one."""

    source_key: SourceKey
    url: str  # first URL requested
    hops: tuple[Hop, ...]
    failure: FetchFailure | None
    started_at: datetime
    elapsed: float  # seconds for the whole chain, waiting for the host's turn not counted
    robots_ignored: bool = False

    @property
    def final(self) -> Hop | None:
        """The last hop, if any request got as far as a connection."""
        return self.hops[-1] if self.hops else None

    @property
    def status(self) -> int | None:
        """HTTP status code of the last hop."""
        return self.final.status if self.final else None

    def retry_after(self, now: datetime, cap: float) -> datetime | None:
        """When the host asks to be left alone until (RFC 9110, 10.2.3), at most `cap` seconds after
        `now`; None where it does not ask, or not in a way that can be read."""
        if self.final is None or self.final.status not in (429, 503):
            return None
        wait = retry_wait(self.final.header("Retry-After"), now, timedelta(seconds=cap))
        return None if wait is None else now + wait


@dataclass(frozen=True, slots=True)
class Exchange:
    """The bytes of one hop as they crossed the wire.

    `response` is verbatim: head, chunk framing and encoded body. It may be as large as a fetch may be, and is
    in memory once: of the body only its place is kept.
    """

    url: str
    address: str | None
    started_at: datetime
    request: bytes  # head as sent; Cookie and Authorization lines are left out by the store
    response: bytes  # empty where no response came
    head_length: int  # bytes of `response` before the body; all where it is not HTTP
    chunked: bool = False  # whether the body stands in chunks
    truncated: str | None = None  # WARC-Truncated reason: "length", "time", "disconnect"

    @property
    def payload(self) -> bytes:
        """What stands after the head, a copy without chunk framing, content encoding kept: digests are taken
        on it."""
        if self.chunked:
            return dechunked(self.response, self.head_length)
        return self.response[self.head_length :]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetcher hands over: the facts, and the bytes of every hop that got a response."""

    outcome: FetchOutcome
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to one name look-up. Exactly one of `addresses` and `failure` is set."""

    addresses: tuple[str, ...]
    failure: str | None  # "nxdomain", "servfail", "timeout", "no_address"
    detail: str = ""
