"""One request and what came back: every outcome of the wire as a value."""

import asyncio
import time
from dataclasses import dataclass
from datetime import datetime

import h11
import httpx

from citecheck.adapters.http.framing import Head, body_end, read_head
from citecheck.adapters.http.recorder import Recorder, WireError
from citecheck.adapters.http.transport import HostTransport
from citecheck.adapters.http.wire import is_an_answer
from citecheck.model import Exchange, FailureKind, FetchFailure, Hop

# Before these no request was sent: the connection never came about.
BEFORE_CONNECTION = frozenset(
    [
        FailureKind.DNS_NXDOMAIN,
        FailureKind.DNS_NO_ADDRESS,
        FailureKind.DNS_SERVFAIL,
        FailureKind.DNS_TIMEOUT,
        FailureKind.UNSAFE_TARGET,
    ]
)
DISCONNECTED = frozenset([FailureKind.TRUNCATED, FailureKind.GARBAGE, FailureKind.RESET])
OUT_OF_TIME = frozenset([FailureKind.DEADLINE, FailureKind.READ_TIMEOUT])
CODED = "transfer-encoding"
BREATH = 256  # chunks after which others get a turn, the deadline among them
# Chunks of a few bytes cost as much each as a page. Beyond FREE_FRAMING bytes on the wire (what is read ahead
# of the parser among them) a body must be more data than framing; 6 bytes a chunk are.
FREE_FRAMING = 1024 * 1024
SEEN = 64  # bytes of what nobody asked for
LARGE = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one crossing may take: bytes on the wire, bytes of head, seconds."""

    wire: int
    wire_pdf: int
    head: int
    connect: float
    read: float
    left: float  # seconds until the fetch's deadline


@dataclass(frozen=True, slots=True)
class Crossing:
    """The facts of one hop. `hop` is None where no address was ever tried."""

    hop: Hop | None
    exchange: Exchange | None
    failure: FetchFailure | None
    size: int  # bytes received, interim answers included


async def cross(
    transport: HostTransport, request: httpx.Request, bounds: Bounds, started_at: datetime
) -> Crossing:
    """Send `request` over `transport` and read all that comes, within `bounds`.

    Raises nothing for what the web does; cancelling closes the connection.
    """
    recorder = transport.recorder
    recorder.begin(bounds.wire, bounds.head)
    request.extensions = {"timeout": {"connect": bounds.connect, "read": bounds.read}}
    before = time.monotonic()
    failure: FetchFailure | None = None
    try:
        async with asyncio.timeout(bounds.left):
            await _converse(transport, request, bounds)
    except WireError as error:
        failure = error.failure
    except TimeoutError:
        failure = FetchFailure(FailureKind.DEADLINE, "the fetch took longer than its deadline")
    except h11.LocalProtocolError as error:  # what a page had us ask for is no HTTP
        failure = FetchFailure(FailureKind.BAD_URL, f"no request can be made of it: {error}")
    except h11.RemoteProtocolError as error:
        failure = _protocol_failure(recorder, str(error))
    elapsed = time.monotonic() - (recorder.sent_time or before)
    if failure is not None:
        await transport.aclose()
    made = _Record(transport, str(request.url), started_at, elapsed)
    if recorder.size > LARGE:  # if it has chunks, all are gone through; others go on meanwhile
        crossing = await asyncio.to_thread(made.crossing, failure)
    else:
        crossing = made.crossing(failure)
    recorder.forget()
    transport.lull = max(transport.lull, elapsed)
    if failure is None and made.surplus:
        # What follows the response is no answer to a later request: it must never become one. And if it is
        # an answer, the response itself may be the surplus of an earlier one.
        if is_an_answer(made.surplus):
            transport.doubt()
        await transport.aclose()
    return crossing


async def _converse(transport: HostTransport, request: httpx.Request, bounds: Bounds) -> None:
    recorder = transport.recorder
    response = await transport.handle_async_request(request)
    recorder.head_done = True
    if "application/pdf" in response.headers.get("content-type", "").lower():
        recorder.allowance = max(bounds.wire, bounds.wire_pdf)
    assert isinstance(response.stream, httpx.AsyncByteStream)
    framed, size, chunks = CODED in response.headers, 0, 0
    try:
        async for chunk in response.stream:  # only looked at: the recorder has the bytes
            if size == 0 and chunk.startswith(b"%PDF-"):
                recorder.allowance = max(bounds.wire, bounds.wire_pdf)
            size += len(chunk)
            chunks += 1
            if framed and chunks % BREATH == 0:
                _look_at_framing(recorder.size, size)
                await asyncio.sleep(0)
    finally:
        await response.aclose()


def _look_at_framing(size: int, data: int) -> None:
    if size - data > max(data, FREE_FRAMING):
        detail = f"{size - data:,} bytes of chunk framing around {data:,} bytes of data"
        raise WireError(FetchFailure(FailureKind.TOO_LARGE, detail))


def _protocol_failure(recorder: Recorder, detail: str) -> FetchFailure:
    if not recorder.wire:
        return FetchFailure(FailureKind.EMPTY_REPLY, "the host closed the connection without an answer")
    if not recorder.ended:
        return FetchFailure(FailureKind.GARBAGE, f"the answer is not HTTP as we know it: {detail}")
    if recorder.head_done:
        return FetchFailure(FailureKind.TRUNCATED, f"the body is shorter than announced: {detail}")
    if recorder.wire.startswith(b"HTTP/"):
        return FetchFailure(FailureKind.TRUNCATED, "the answer broke off inside its head")
    return FetchFailure(FailureKind.GARBAGE, "the answer is not HTTP")


class _Record:
    """Makes a Crossing of what the recorder holds."""

    def __init__(self, transport: HostTransport, url: str, started_at: datetime, elapsed: float) -> None:
        self._transport = transport
        self._url = url
        self._started_at = transport.recorder.sent_at or started_at
        self._elapsed = elapsed
        self.surplus = b""

    def crossing(self, failure: FetchFailure | None) -> Crossing:
        recorder = self._transport.recorder
        head = read_head(recorder.wire) if recorder.head_done else None
        failure = _cut_off(failure, head)
        exchange = self._exchange(head, failure) if recorder.size else None
        hop = None
        if failure is None or failure.kind not in BEFORE_CONNECTION:
            hop = self._hop(head)
        return Crossing(hop, exchange, failure, recorder.size)

    def _hop(self, head: Head | None) -> Hop:
        return Hop(
            url=self._url,
            status=head.status if head else None,
            headers=head.headers if head else (),
            address=self._transport.recorder.address,
            started_at=self._started_at,
            elapsed=self._elapsed,
            tls=self._transport.tls,
        )

    def _exchange(self, head: Head | None, failure: FetchFailure | None) -> Exchange:
        recorder = self._transport.recorder
        start, end = head.start if head else 0, recorder.size
        if head is not None and failure is None:
            complete = body_end(recorder.wire, head)
            if complete is not None:
                self.surplus = recorder.wire[complete : complete + SEEN]
                end = min(complete, end)
        return Exchange(
            url=self._url,
            address=recorder.address,
            started_at=self._started_at,
            request=bytes(recorder.request),
            response=recorder.cut(start, end),
            head_length=(head.end if head else end) - start,
            chunked=head is not None and any(name.lower() == CODED for name, _ in head.headers),
            truncated=_truncated(failure),
        )


def _cut_off(failure: FetchFailure | None, head: Head | None) -> FetchFailure | None:
    """A connection cut inside a body leaves a truncated document, not an absent one."""
    if failure is not None and head is not None and failure.kind is FailureKind.RESET:
        return FetchFailure(FailureKind.TRUNCATED, f"the body broke off: {failure.detail}")
    return failure


def _truncated(failure: FetchFailure | None) -> str | None:
    if failure is None:
        return None
    if failure.kind in DISCONNECTED:
        return "disconnect"
    return "time" if failure.kind in OUT_OF_TIME else "length"
