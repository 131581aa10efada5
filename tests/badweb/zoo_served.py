"""The zoo on a server: every case under its own host name, or all of them as paths of one host."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from tests.badweb.server import BadServer, Behaviour, Connection, Seen
from tests.badweb.world import LiteralResolver
from tests.badweb.zoo import Case
from tests.badweb.zoo_pages import FRONT, ok

Rewrite = Callable[[bytes], bytes]


def rewritten(behaviour: Behaviour, rewrite: Rewrite) -> Behaviour:
    """`behaviour`, with everything that it sends passed through `rewrite`."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        return await behaviour(_Rewriting(connection, rewrite), seen)

    return behave


class _Rewriting(Connection):
    def __init__(self, inner: Connection, rewrite: Rewrite) -> None:
        super().__init__(inner.reader, inner.writer)
        self._rewrite = rewrite

    async def send(self, data: bytes, seen: Seen) -> None:
        await super().send(self._rewrite(data), seen)


def with_port(behaviour: Behaviour, port: int) -> Behaviour:
    """`behaviour`, with ZOO in what it sends replaced by the port."""
    return rewritten(behaviour, lambda data: data.replace(b"ZOO", str(port).encode()))


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


# What leads to the front or a section of a whole site: on one host it is everybody's.
SHARED = ("/", "/index.html", "/en/", "/news/")
_SENT_ON = re.compile(rb'(Location: |content="0; url=|location\.href = \')(/[^\r"\']*)')


def serve_on_one_host(server: BadServer, cases: Iterable[Case]) -> dict[str, Case]:
    """Serve every case under a path of its own on one host:port; URLs with their cases.

    Redirects stay within the case's path, save those to the front and the sections of the site. Cases
    that are about a front page have no place here.
    """
    urls: dict[str, Case] = {}
    for path in SHARED:
        server.serve(path, ok(FRONT))
    for case in cases:
        if case.path in SHARED:
            continue
        for path, behaviour in case.pages.items():
            if path in SHARED:
                continue
            moved = rewritten(behaviour, partial(_at_home, f"/at-{case.name}", server.port))
            server.serve(f"/at-{case.name}{path}".partition("?")[0], moved)
        for (host, path), behaviour in case.elsewhere.items():
            server.serve(path, behaviour, host=host)
        urls[server.url(f"/at-{case.name}{case.path}")] = case
    return urls


def _at_home(name: str, port: int, data: bytes) -> bytes:
    """What a case sends, with its redirects led to its own paths."""

    def moved(match: re.Match[bytes]) -> bytes:
        lead, path = match[1], match[2]
        return match[0] if path.decode() in SHARED else lead + name.encode() + path

    return _SENT_ON.sub(moved, data.replace(b"ZOO", str(port).encode()))
