"""The zoo on a server: every case under its own host name, or all of them as paths of one host."""

from collections.abc import Iterable

from tests.badweb.server import BadServer, Behaviour, Connection, Seen
from tests.badweb.world import LiteralResolver
from tests.badweb.zoo import Case
from tests.badweb.zoo_pages import FRONT, ok


def with_port(behaviour: Behaviour, port: int) -> Behaviour:
    """`behaviour`, with ZOO in what it sends replaced by the port."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        return await behaviour(_Ported(connection.reader, connection.writer, port), seen)

    return behave


class _Ported(Connection):
    def __init__(self, reader, writer, port: int) -> None:  # type: ignore[no-untyped-def]
        super().__init__(reader, writer)
        self._port = port

    async def send(self, data: bytes, seen: Seen) -> None:
        await super().send(data.replace(b"ZOO", str(self._port).encode()), seen)


def serve_zoo(server: BadServer, resolver: LiteralResolver, cases: Iterable[Case]) -> None:
    """Serve each case under its host, with a front page where it has none of its own."""
    for case in cases:
        resolver.has(case.host, "127.0.0.1")
        server.serve("/", ok(FRONT), host=case.host)
        for path, behaviour in case.pages.items():
            server.serve(path.partition("?")[0], with_port(behaviour, server.port), host=case.host)
        for (host, path), behaviour in case.elsewhere.items():
            resolver.has(host, "127.0.0.1")
            server.serve(path, behaviour, host=host)
