"""httpx over one kept-alive connection to one origin, every byte on record."""

import asyncio
import ssl
from collections.abc import AsyncIterator

import httpcore
import httpx

from citecheck.adapters.http.addresses import AddressBook
from citecheck.adapters.http.conversation import Conversation
from citecheck.adapters.http.recorder import Recorder
from citecheck.adapters.http.targets import Target
from citecheck.adapters.http.tls import Trust, session_facts
from citecheck.adapters.http.wire import CertificateRejected, PinnedBackend
from citecheck.model import SourceKey, Tls


class HostTransport(httpx.AsyncBaseTransport):
    """Sends requests to one origin, one after another.

    Nothing in HTTP/1.1 ties an answer to its request but the order. Bytes that lie on an idle connection
    before the next request is written close it. Bytes that come later are taken for the answer, whoever had
    them sent: whether there was one answer too many shows only when the true one comes in its turn. Then
    every source that was asked for over this connection after another one is in doubt (`take_doubtful`), and
    no connection is used twice any more. What does not show: a host that never sends the true answer, or
    sends it after the session's end. Answers are compared with nothing; the first source of a connection,
    and all that are fetched anew, are beyond doubt.

    A certificate that does not verify is remembered, and the host is asked without verification:
    the reader's browser would show the page after a warning, and the facts say so.
    """

    def __init__(self, target: Target, addresses: AddressBook, recorder: Recorder, trust: Trust) -> None:
        self.recorder = recorder
        self.reused = False  # whether the last request went over a connection that was already open
        self._encrypted, self._host, self._port = target.scheme == "https", target.host, target.port
        self._backend = PinnedBackend(addresses, recorder)
        self._trust = trust
        self._rejected: str | None = None
        self._known: tuple[ssl.SSLObject, Tls] | None = None
        self._connection: Conversation | None = None
        self._stream: httpcore.AsyncNetworkStream | None = None
        self.source: SourceKey | None = None  # for whom the next request is
        self.lull = 0.0  # seconds: the longest that an answer on this connection took
        self._once = False  # no connection is used twice
        self._first: SourceKey | None = None  # whom the connection was used for first
        self._at_risk: set[SourceKey] = set()  # and whom after that
        self._doubtful: set[SourceKey] = set()

    @property
    def is_at_risk(self) -> bool:
        """Whether one source's answer may turn out to be another's."""
        return bool(self._at_risk)

    def look(self) -> None:
        """See whether answers have come that nobody asked for."""
        if self._stream is not None and self._stream.get_extra_info("unasked"):
            self.doubt()

    def doubt(self) -> None:
        """An answer came that nobody asked for."""
        self._doubtful |= self._at_risk
        self._at_risk.clear()
        self._once = True

    def take_doubtful(self) -> set[SourceKey]:
        """The sources in doubt, each told once."""
        doubtful, self._doubtful = self._doubtful, set()
        return doubtful

    @property
    def tls(self) -> Tls | None:
        """What the connection's TLS session agreed on; None where there is none."""
        session = self.recorder.session
        if session is None:
            return None
        if self._known is None or self._known[0] is not session:
            self._known = session, session_facts(session, self._rejected)
        return self._known[1]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`, return once the head of the response is there."""
        try:
            return await self._send(request)
        except CertificateRejected as rejected:
            self._rejected = str(rejected)
            await self.aclose()
            return await self._send(request)

    async def aclose(self) -> None:
        """Close the connection; the next request opens another."""
        self.look()
        connection, self._connection, self._stream = self._connection, None, None
        self._first, self.lull = None, 0.0
        self._at_risk.clear()
        if connection is not None:
            await connection.aclose()

    async def _send(self, request: httpx.Request) -> httpx.Response:
        patience = request.extensions["timeout"]
        connection = await self._ready(patience["connect"])
        method, target = request.method.encode(), request.url.raw_path
        head = await connection.ask(method, target, request.headers.raw, patience["read"])
        body = _Body(connection, patience["read"])
        return httpx.Response(
            head.status_code, headers=head.headers.raw_items(), stream=body, request=request
        )

    async def _ready(self, patience: float) -> Conversation:
        """The open connection if it is idle and silent, else a new one, opened within `patience` seconds.

        A connection with unread bytes is not silent: they would be taken for the next answer.
        """
        connection = self._connection
        if connection is not None:
            for _ in range(2):  # the loop looks at its sockets, then delivers what they hold
                await asyncio.sleep(0)
        self.reused = connection is not None and connection.is_ready and not self._once
        if connection is None or not self.reused:
            await self.aclose()
            self._stream = await self._open(patience)
            connection = self._connection = Conversation(self._stream)
        if self._first is None:
            self._first = self.source
        elif self.source is not None and self.source != self._first:
            self._at_risk.add(self.source)
        return connection

    async def _open(self, patience: float) -> httpcore.AsyncNetworkStream:
        stream = await self._backend.connect_tcp(self._host, self._port, timeout=patience)
        if not self._encrypted:
            return stream
        context = self._trust.verifying if self._rejected is None else self._trust.tolerant
        return await stream.start_tls(context, server_hostname=self._host, timeout=patience)


class _Body(httpx.AsyncByteStream):
    """A response's body with chunk framing removed; closing it frees or closes the connection."""

    def __init__(self, connection: Conversation, patience: float) -> None:
        self._connection = connection
        self._patience = patience

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._connection.body(self._patience)

    async def aclose(self) -> None:
        await self._connection.finish()
