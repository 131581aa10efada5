"""Whatever bytes a server sends: fetch returns a value, the next page is its own, nothing is lost."""

import random

import pytest
from tests.badweb.server import CLOSED, OPEN, BadServer, answer, chunked, sends
from tests.badweb.test_wire import EXACT
from tests.badweb.test_wire_tls import silent_peer
from tests.badweb.world import Authority, drain, fetch, network

from citecheck.model import FailureKind

PAGE = answer(200, b"the neighbour")
PIECES = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b":",
    b" ",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 101 Up\r\n\r\n",
    b"-1",
    b"HTTP/1.1 199 ?\r\n\r\n",
    b"Content-Length: 3\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: gzip, chunked\r\n",
    b"Connection: upgrade\r\nUpgrade: x\r\n",
    b"Location: http://[\r\n",
    b"Set-Cookie: a=b; Domain=.; Path=\r\n",
    b"0\r\n\r\n",
    b"FFFFFFFFFFFFFFFFF\r\n",
    b"\xff\xfe",
]


def damaged(response: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, min(len(response), 200))
        cut = chance.choice([0, 0, 1, 5, 40])
        response = response[:at] + chance.choice(PIECES) + response[at + cut :]
    return response


@pytest.mark.parametrize("seed", range(12))
async def test_damaged_answers(server: BadServer, seed: int) -> None:
    chance = random.Random(seed)
    server.serve("/neighbour", sends(PAGE))
    urls, sent = [], []
    for number, (response, _) in enumerate(EXACT.values()):
        sent.append(damaged(response, chance))
        # Cut off, so that nobody waits for the rest of what was damaged.
        server.serve(f"/{number}", sends(sent[-1], then=chance.choice([CLOSED, CLOSED, CLOSED, OPEN])))
        urls += [server.url(f"/{number}"), server.url("/neighbour")]
    fetched = await drain(urls, network(read=0.1, redirects=2))
    for bytes_sent, got in zip(sent, fetched[::2], strict=True):
        assert got.outcome.failure is not None or got.outcome.status is not None
        if len(got.exchanges) == 1:
            assert got.exchanges[0].response in bytes_sent
            assert len(got.exchanges[0].payload) <= len(bytes_sent)
    for got in fetched[1::2]:
        assert got.exchanges[0].response == PAGE


async def test_a_protocol_switch_nobody_asked_for(server: BadServer) -> None:
    switch = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"
    server.serve("/", sends(switch + b"frames"))
    server.serve("/neighbour", sends(PAGE))
    got, neighbour = await drain([server.url("/"), server.url("/neighbour")])
    assert got.outcome.failure is not None or got.outcome.status == 101
    assert neighbour.exchanges[0].response == PAGE


async def test_the_deadline_ends_a_handshake_too(authority: Authority) -> None:
    async with silent_peer() as port:
        got = await fetch(f"https://127.0.0.1:{port}/", network(deadline=0.2))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.DEADLINE


async def test_a_large_body_in_small_chunks(server: BadServer) -> None:
    body = bytes(100_000)
    server.serve("/", sends(answer(200, chunked(body, 3), [("Transfer-Encoding", "chunked")], length=None)))
    assert (await fetch(server.url())).exchanges[0].payload == body
