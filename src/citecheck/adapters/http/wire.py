"""The wire itself: TCP and TLS streams that keep every byte that crossed them.

A Conversation speaks HTTP over these streams, whose interface is httpcore's. What it drops (chunk framing,
letter case, interim answers) is in the recorder.
"""

import asyncio
import errno
import re
import ssl
import typing
from collections import deque
from collections.abc import Iterable
from itertools import islice

import httpcore

from citecheck.adapters.http.addresses import AddressBook
from citecheck.adapters.http.recorder import Recorder, WireError
from citecheck.errors import InternalError
from citecheck.model import FailureKind, FetchFailure

HIGH_WATER = 256 * 1024  # bytes read ahead of the parser
# What servers say to an idle connection before they close it.
_GOODBYE = re.compile(rb"HTTP/1\.[01] 40[08] ")
SMALL = 4096  # bytes; pieces that are smaller together are kept as one
TRIED_ADDRESSES = 4
OUR_FAULT = frozenset([errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOBUFS])

SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)  # httpcore's


class CertificateRejected(Exception):
    """The host's certificate does not verify; the transport goes on without verification."""


def is_an_answer(surplus: bytes) -> bool:
    """Whether bytes that nobody asked for may be a request's answer: no stray line end, and no goodbye."""
    begun = surplus.strip()
    return bool(begun) and _GOODBYE.match(begun) is None


class Conduit(asyncio.Protocol):
    """Bytes in from a transport, with back-pressure, for one reader."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.ended = False  # the other side has stopped sending
        self.error: Exception | None = None
        self._chunks: deque[bytes] = deque()
        self._held = 0
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The transport, before TLS."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Bytes came; beyond the high-water mark the transport pauses."""
        if self._chunks and len(self._chunks[-1]) + len(data) <= SMALL:
            self._chunks[-1] += data
        else:
            self._chunks.append(data)
        self._held += len(data)
        if self._held > HIGH_WATER and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def eof_received(self) -> bool | None:
        """The host stopped sending; None has the transport closed."""
        self.ended = True
        self._wake()
        return None

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone; `exc` says why where it was cut."""
        self.ended = True
        self.error = exc
        self._wake()

    @property
    def pending(self) -> bool:
        """Whether bytes have come that nobody asked for yet."""
        return self._held > 0

    @property
    def unasked(self) -> bool:
        """Whether an answer came that nobody asked for."""
        return is_an_answer(b"".join(islice(self._chunks, 8)))

    async def receive(self, most: int, patience: float | None) -> bytes:
        """Up to `most` bytes; b"" at the end; WireError on reset or after `patience` seconds."""
        if not self._chunks and not self.ended:
            await self._wait(patience)
        if not self._chunks:
            if self.error is not None:
                raise WireError(FetchFailure(FailureKind.RESET, f"the host cut the connection: {self.error}"))
            return b""
        chunk = self._chunks.popleft()
        if len(chunk) > most:
            self._chunks.appendleft(chunk[most:])
            chunk = chunk[:most]
        self._held -= len(chunk)
        if self._paused and self._held <= HIGH_WATER // 2 and self.transport is not None:
            self._paused = False
            if not self.transport.is_closing():
                self.transport.resume_reading()
        return chunk

    async def _wait(self, patience: float | None) -> None:
        loop = asyncio.get_running_loop()
        waiter = self._waiter = loop.create_future()
        timer = None if patience is None else loop.call_later(patience, self._expire, waiter, patience)
        try:
            await waiter
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    @staticmethod
    def _expire(waiter: asyncio.Future[None], patience: float) -> None:
        if not waiter.done():
            detail = f"the host sent nothing for {patience:g} s"
            waiter.set_exception(WireError(FetchFailure(FailureKind.READ_TIMEOUT, detail)))


class TeeStream(httpcore.AsyncNetworkStream):
    """A stream whose bytes, decrypted, also go to the recorder."""

    def __init__(self, conduit: Conduit, recorder: Recorder) -> None:
        self._conduit = conduit
        self._recorder = recorder

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        """The next bytes, within the recorder's allowance."""
        data = await self._conduit.receive(self._recorder.room(max_bytes), timeout)
        self._recorder.received(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        """Send a request's head. When a write fails, there may still be something to read."""
        transport = self._conduit.transport
        if not buffer:
            return
        if transport is None or transport.is_closing():
            raise httpcore.WriteError("the connection is closed")
        self._recorder.sent(buffer)
        transport.write(buffer)

    async def aclose(self) -> None:
        """Cut the connection at once; a polite goodbye would wait for a host that may never answer."""
        if self._conduit.transport is not None:
            self._conduit.transport.abort()
            await asyncio.sleep(0)  # lets the loop take the socket down before anybody counts it

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """The same conduit, encrypted from here on."""
        loop = asyncio.get_running_loop()
        assert self._conduit.transport is not None
        try:
            transport = await loop.start_tls(
                self._conduit.transport,
                self._conduit,
                ssl_context,
                server_hostname=server_hostname,
                ssl_handshake_timeout=timeout,
            )
        except (OSError, EOFError, ValueError) as error:
            await self.aclose()
            raise _handshake_failure(error) from error
        if transport is None:  # cut between the handshake's last byte and our waking
            raise WireError(FetchFailure(FailureKind.TLS, "the host closed the connection during TLS"))
        self._conduit.transport = transport
        self._recorder.session = transport.get_extra_info("ssl_object")
        return self

    def get_extra_info(self, info: str) -> typing.Any:
        """What httpcore and httpx ask a stream: ssl_object, server_addr, client_addr, socket, is_readable."""
        transport = self._conduit.transport
        if info == "is_readable":
            return self._conduit.ended or self._conduit.pending or transport is None or transport.is_closing()
        if info == "unasked":
            return self._conduit.unasked
        names = {"server_addr": "peername", "client_addr": "sockname"}
        return transport.get_extra_info(names.get(info, info)) if transport is not None else None


class PinnedBackend(httpcore.AsyncNetworkBackend):
    """Connects only where the address book says, and tees what crosses."""

    def __init__(self, addresses: AddressBook, recorder: Recorder) -> None:
        self._addresses = addresses
        self._recorder = recorder

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to one of the host's judged addresses, tried in order within `timeout` seconds."""
        self._recorder.address = self._recorder.session = None
        pinned = await self._addresses.find(host, port)
        if isinstance(pinned, FetchFailure):
            raise WireError(pinned)
        last = WireError(FetchFailure(FailureKind.UNREACHABLE, f"{host} has no address"))
        tried = pinned.addresses[:TRIED_ADDRESSES]
        # Half of the time for all but the last, so that one dead address does not hide a good one.
        left = timeout
        for position, address in enumerate(tried):
            share = left if left is None or position == len(tried) - 1 else left / 2
            left = left if left is None or share is None else left - share
            self._recorder.address = address
            try:
                return await self._connect(address, pinned.port, share)
            except WireError as error:
                last = error
        raise last

    async def _connect(self, address: str, port: int, patience: float | None) -> TeeStream:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(patience):
                _, conduit = await loop.create_connection(Conduit, address, port)
        except OSError as error:  # TimeoutError is one
            if error.errno in OUR_FAULT:
                raise InternalError(f"no connection could be opened: {error.strerror}") from error
            raise WireError(_connect_failure(error, address, port)) from error
        return TeeStream(conduit, self._recorder)


def _connect_failure(error: OSError, address: str, port: int) -> FetchFailure:
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return FetchFailure(FailureKind.CONNECT_TIMEOUT, f"{address} port {port} did not answer in time")
    if isinstance(error, ConnectionRefusedError):
        return FetchFailure(FailureKind.REFUSED, f"{address} port {port} refused the connection")
    if isinstance(error, ConnectionResetError):
        return FetchFailure(FailureKind.RESET, f"{address} port {port} cut the connection at once")
    return FetchFailure(FailureKind.UNREACHABLE, f"no route to {address}: {error.strerror or error}")


def _handshake_failure(error: Exception) -> Exception:
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateRejected(error.verify_message)
    if isinstance(error, ssl.SSLError):
        return WireError(FetchFailure(FailureKind.TLS, f"no TLS session: {error.reason or error}"))
    if isinstance(error, TimeoutError) or "longer than" in str(error):
        return WireError(FetchFailure(FailureKind.CONNECT_TIMEOUT, "the host did not finish the handshake"))
    return WireError(FetchFailure(FailureKind.TLS, "the host cut the connection during the TLS handshake"))
