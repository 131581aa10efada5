"""HTTP/1.1 over one stream, one request after another.

h11 knows the protocol, this reads and writes for it. What httpcore's own connection does beyond that (locks,
traces, expiry) serves a pool that many share: a session speaks alone.
"""

import typing
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

import h11
import httpcore

READ = 64 * 1024  # bytes asked of the stream at once
LONGEST_HEAD = 100 * 1024  # bytes; the recorder's own limit is lower

Event = h11.Event | type[h11.PAUSED]


class Conversation:
    """Asks one host over `stream`. h11.RemoteProtocolError is raised for what is no HTTP/1.1,
    h11.LocalProtocolError for a request that cannot be one; both, and being cancelled, close the stream."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD)
        self._idle = True

    @property
    def is_ready(self) -> bool:
        """Whether another request may be asked: nothing is under way, and the host has not hung up."""
        return self._idle and not self._stream.get_extra_info("is_readable")

    async def ask(
        self, method: bytes, target: bytes, headers: Sequence[tuple[bytes, bytes]], patience: float | None
    ) -> h11.Response:
        """Send a request without a body; the final answer's head. Each read may take `patience` seconds."""
        self._idle = False
        try:
            request = h11.Request(method=method, target=target, headers=list(headers))
            await self._send(request)
            while not isinstance(event := await self._next(patience), h11.Response):
                pass  # an interim answer; the recorder bounds how much may come of them
            return event
        except BaseException:
            await self.aclose()
            raise

    async def body(self, patience: float | None) -> AsyncIterator[bytes]:
        """The answer's body without its framing, as it comes, each piece within `patience` seconds."""
        try:
            while isinstance(event := await self._next(patience), h11.Data):
                yield bytes(event.data)
        except BaseException:
            await self.aclose()
            raise

    async def finish(self) -> None:
        """Be ready for the next request, where this one is answered to its end; else close."""
        if self._state.our_state is h11.DONE and self._state.their_state is h11.DONE:
            self._state.start_next_cycle()
            self._idle = True
        elif not self._idle:
            await self.aclose()

    async def aclose(self) -> None:
        """Close the stream."""
        self._idle = False
        await self._stream.aclose()

    async def _send(self, request: h11.Request) -> None:
        head = self._state.send(request)
        self._state.send(h11.EndOfMessage())
        with suppress(httpcore.WriteError):  # a host may answer and close before it is asked
            await self._stream.write(head or b"")

    async def _next(self, patience: float | None) -> Event:
        while (event := self._state.next_event()) is h11.NEED_DATA:
            data = await self._stream.read(READ, patience)
            if not data and self._state.their_state is h11.SEND_RESPONSE:
                raise h11.RemoteProtocolError("the host closed the connection without an answer")
            self._state.receive_data(data)
        return typing.cast(Event, event)
