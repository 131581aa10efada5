"""A hostile web server on loopback: byte-exact answers, per path, and a log of what it saw.

    async with BadServer() as server:
        server.serve("/page", sends(answer(200, b"<p>hello")))
        ... fetch server.url("/page") ...
        assert [seen.path for seen in server.log] == ["/page"]

A behaviour is `async (Connection, Seen) -> bool`: it writes what it likes and says whether the
connection stays open. The named ones below are enough for most of the bad web; write others inline.
"""

import asyncio
import contextlib
import socket
import ssl
import struct
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field

OPEN, CLOSED = True, False


@dataclass(slots=True)
class Seen:
    """One request as the server saw it. `sent` counts the bytes of the answer that left us."""

    at: float  # time.monotonic() when the head was complete
    connection: int  # number of the connection, from 0
    path: str  # with query
    head: bytes
    sent: int = 0

    def header(self, name: str) -> str | None:
        """The first value of a request header, or None."""
        for line in self.head.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


@dataclass(slots=True)
class Connection:
    """The server's end of one connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, data: bytes, seen: Seen) -> None:
        """Write and wait until the socket has taken it."""
        self.writer.write(data)
        await self.writer.drain()
        seen.sent += len(data)

    def reset(self) -> None:
        """Cut the connection with RST instead of FIN."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Behaviour = Callable[[Connection, Seen], Awaitable[bool]]


def answer(
    status: int = 200,
    body: bytes = b"",
    headers: Sequence[tuple[str, str]] = (("Content-Type", "text/html; charset=utf-8"),),
    *,
    length: int | None = -1,
) -> bytes:
    """A whole response. `length`: -1 is the body's own, None sends no Content-Length."""
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers)]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length == -1 else length}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def chunked(body: bytes, size: int = 1000) -> bytes:
    """`body` in chunks of `size`, with the last chunk."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def redirect(location: str, status: int = 302) -> Behaviour:
    """Redirect to `location`, verbatim."""
    return sends(answer(status, b"", [("Location", location)]))


def sends(data: bytes, *, then: bool = OPEN) -> Behaviour:
    """Exactly `data`; then the connection stays open, or is closed."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        await connection.send(data, seen)
        return then

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first behaviour for the first request, and so on; the last one stays."""
    left = list(behaviours)

    async def behave(connection: Connection, seen: Seen) -> bool:
        return await (left.pop(0) if len(left) > 1 else left[0])(connection, seen)

    return behave


def drips(data: bytes, every: float, size: int = 1) -> Behaviour:
    """`data`, `size` bytes each `every` seconds, then on and on with the last of them."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        at = 0
        while True:
            await connection.send(data[at : at + size] or data[-size:], seen)
            at += size
            await asyncio.sleep(every)

    return behave


def hangs(data: bytes = b"") -> Behaviour:
    """`data`, then nothing for ever."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        if data:
            await connection.send(data, seen)
        await connection.reader.read()
        return CLOSED

    return behave


def resets(data: bytes = b"") -> Behaviour:
    """`data`, then RST."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        if data:
            await connection.send(data, seen)
            await asyncio.sleep(0.05)  # RST throws away what the client has not read yet
        connection.reset()
        return CLOSED

    return behave


def endless(head: bytes, block: bytes) -> Behaviour:
    """`head`, then `block` for ever."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        await connection.send(head, seen)
        while True:
            await connection.send(block, seen)

    return behave


NOT_FOUND = sends(answer(404, b"<title>Not found</title>"))


@dataclass(slots=True)
class BadServer:
    """A server on one loopback address. Unscripted paths answer 404; so does /robots.txt."""

    tls: ssl.SSLContext | None = None
    address: str = "127.0.0.1"
    port: int = 0  # 0: any free one; known once the server runs
    name: str = ""  # host name in `url()`; "" is the address
    log: list[Seen] = field(default_factory=list)
    connections: int = 0
    _scripts: dict[tuple[str | None, str], Behaviour] = field(default_factory=dict)
    _server: asyncio.Server | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def serve(self, path: str, behaviour: Behaviour, *, host: str | None = None) -> None:
        """Answer `path` (without query; "*" is any) with `behaviour`, for one Host or for all."""
        self._scripts[host, path] = behaviour

    def url(self, path: str = "/") -> str:
        """The URL of `path` here."""
        scheme = "https" if self.tls else "http"
        host = self.name or (f"[{self.address}]" if ":" in self.address else self.address)
        return f"{scheme}://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Seen]:
        """The requests for `path`, query left aside."""
        return [seen for seen in self.log if seen.path.partition("?")[0] == path]

    async def __aenter__(self) -> "BadServer":
        self._server = await asyncio.start_server(self._accept, self.address, self.port, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._talk(Connection(reader, writer)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _talk(self, connection: Connection) -> None:
        number, self.connections = self.connections, self.connections + 1
        try:
            # What a client does to us is not the test's business: it looks at the log.
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                while await self._one(connection, number):
                    pass
        finally:
            connection.writer.close()
            with contextlib.suppress(OSError):
                await connection.writer.wait_closed()

    async def _one(self, connection: Connection, number: int) -> bool:
        head = await connection.reader.readuntil(b"\r\n\r\n")
        path = head.split(b" ", 2)[1].decode("latin-1")
        seen = Seen(time.monotonic(), number, path, head)
        self.log.append(seen)
        return await self._script(seen)(connection, seen)

    def _script(self, seen: Seen) -> Behaviour:
        plain = seen.path.partition("?")[0]
        host = (seen.header("host") or "").rpartition(":")[0] or seen.header("host")
        for key in ((host, plain), (None, plain), (host, "*"), (None, "*")):
            if key in self._scripts and not (key[1] == "*" and plain == "/robots.txt"):
                return self._scripts[key]
        return NOT_FOUND


@contextlib.asynccontextmanager
async def silent_port(address: str = "127.0.0.1") -> AsyncIterator[int]:
    """A port that refuses connections: bound, but nobody listens."""
    with socket.socket() as bound:
        bound.bind((address, 0))
        yield bound.getsockname()[1]
