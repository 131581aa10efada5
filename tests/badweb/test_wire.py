"""What the server sent is what the exchange holds, byte for byte; what went wrong has its name."""

import asyncio
import gzip
import zlib

import pytest
from tests.badweb.server import (
    CLOSED,
    BadServer,
    answer,
    chunked,
    drips,
    endless,
    hangs,
    in_turn,
    resets,
    sends,
    silent_port,
)
from tests.badweb.world import Authority, asks, drain, fetch, network, session

from citecheck.model import FailureKind

HTML = b"<!doctype html><title>A page</title><p>Some text.</p>"
BIG = bytes(range(256)) * 800  # 200 KB
TYPE = ("Content-Type", "text/html")
CHUNKED = ("Transfer-Encoding", "chunked")


def raw(*lines: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


# response -> its payload
EXACT: dict[str, tuple[bytes, bytes]] = {
    "plain": (answer(200, HTML), HTML),
    "empty": (answer(200, b""), b""),
    "big": (answer(200, BIG), BIG),
    "body in an old encoding": (answer(200, "žena".encode("iso-8859-2")), "žena".encode("iso-8859-2")),
    "binary": (answer(200, b"\x00\r\n\r\n\xff" * 99), b"\x00\r\n\r\n\xff" * 99),
    "body like a head": (answer(200, answer(200, HTML)), answer(200, HTML)),
    "404": (answer(404, HTML), HTML),
    "410": (answer(410, HTML), HTML),
    "500": (answer(500, HTML), HTML),
    "999": (answer(999, HTML), HTML),
    "451": (answer(451, HTML), HTML),
    "401": (answer(401, HTML, [("WWW-Authenticate", 'Basic realm="x, y"')]), HTML),
    "204": (answer(204, b"", [], length=None), b""),
    "304 unasked": (answer(304, b"", [("ETag", '"x"')], length=None), b""),
    "304 with a length": (answer(304, b"", [("Content-Length", "777")], length=None), b""),
    "300": (answer(300, HTML), HTML),
    "302 without Location": (answer(302, HTML), HTML),
    "gzip": (
        answer(200, gzip.compress(HTML, mtime=0), [("Content-Encoding", "gzip")]),
        gzip.compress(HTML, mtime=0),
    ),
    "deflate": (answer(200, zlib.compress(HTML), [("Content-Encoding", "deflate")]), zlib.compress(HTML)),
    "bad gzip": (answer(200, b"\x1f\x8bnot", [("Content-Encoding", "gzip")]), b"\x1f\x8bnot"),
    "unknown encoding": (answer(200, HTML, [("Content-Encoding", "zzz")]), HTML),
    "chunked": (answer(200, chunked(HTML, 7), [CHUNKED], length=None), HTML),
    "chunked big": (answer(200, chunked(BIG, 999), [CHUNKED], length=None), BIG),
    "chunked empty": (answer(200, chunked(b""), [CHUNKED], length=None), b""),
    "chunked, odd case": (answer(200, chunked(HTML), [("TRANSFER-encoding", "Chunked")], length=None), HTML),
    "chunk extension": (answer(200, b"3;a=b\r\nabc\r\n0;c\r\n\r\n", [CHUNKED], length=None), b"abc"),
    "chunk sizes in capitals": (
        answer(200, b"A\r\n0123456789\r\n0\r\n\r\n", [CHUNKED], length=None),
        b"0123456789",
    ),
    "zeros before a chunk size": (answer(200, b"0003\r\nabc\r\n000\r\n\r\n", [CHUNKED], length=None), b"abc"),
    "trailers": (answer(200, b"3\r\nabc\r\n0\r\nX: 1\r\nY: 2\r\n\r\n", [CHUNKED], length=None), b"abc"),
    "chunked gzip": (
        answer(
            200, chunked(gzip.compress(BIG, mtime=0)), [CHUNKED, ("Content-Encoding", "gzip")], length=None
        ),
        gzip.compress(BIG, mtime=0),
    ),
    "odd header case": (raw(b"HTTP/1.1 200 OK", b"cOnTeNt-LENGTH: 2", b"x-ODD: y", body=b"hi"), b"hi"),
    "duplicate headers": (raw(b"HTTP/1.1 200 OK", b"A: 1", b"a: 2", b"A: 1", b"Content-Length: 0"), b""),
    "latin-1 header": (raw(b"HTTP/1.1 200 OK", b"X-Town: M\xfcnchen", b"Content-Length: 0"), b""),
    "folded header": (raw(b"HTTP/1.1 200 OK", b"X-A: one", b"  two", b"Content-Length: 0"), b""),
    "spaces round a value": (raw(b"HTTP/1.1 200 OK", b"X-A:   b \t ", b"Content-Length:0"), b""),
    "empty value": (raw(b"HTTP/1.1 200 OK", b"X-A:", b"Content-Length: 0"), b""),
    "no reason": (raw(b"HTTP/1.1 200", b"Content-Length: 2", body=b"hi"), b"hi"),
    "long reason": (raw(b"HTTP/1.1 200 Every thing\xe9 fine", b"Content-Length: 0"), b""),
    "equal lengths twice": (
        raw(b"HTTP/1.1 200 OK", b"Content-Length: 2", b"Content-Length: 2", body=b"hi"),
        b"hi",
    ),
    "length and chunked": (
        raw(b"HTTP/1.1 200 OK", b"Content-Length: 5", b"Transfer-Encoding: chunked", body=chunked(HTML)),
        HTML,
    ),
    "bare line feeds": (b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", b"hi"),
    "PDF as HTML": (answer(200, b"%PDF-1.4\n%%EOF", [TYPE]), b"%PDF-1.4\n%%EOF"),
}
CLOSING: dict[str, tuple[bytes, bytes]] = {
    "until the end": (answer(200, BIG, length=None), BIG),
    "HTTP/1.0": (raw(b"HTTP/1.0 200 OK", b"Server: old", body=HTML), HTML),
    "Connection: close": (answer(200, HTML, [("Connection", "close")]), HTML),
    "nothing at all": (answer(200, b"", length=None), b""),
}


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_every_byte_of_a_drained_host_is_kept(
    scheme: str, server: BadServer, tls_server: BadServer, authority: Authority
) -> None:
    used = tls_server if scheme == "https" else server
    urls = []
    for number, (response, _) in enumerate(EXACT.values()):
        used.serve(f"/{number}", sends(response))
        urls.append(used.url(f"/{number}"))
    fetched = await drain(urls, network(ca_file=authority.file))
    assert len(fetched) >= 40
    for (name, (response, payload)), got in zip(EXACT.items(), fetched, strict=True):
        assert got.outcome.failure is None, name
        assert [exchange.response for exchange in got.exchanges] == [response], name
        assert got.exchanges[0].payload == payload, name
        assert got.exchanges[0].truncated is None, name
    assert used.connections == 1


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_responses_that_end_with_the_connection_are_kept_whole(
    scheme: str, server: BadServer, tls_server: BadServer, authority: Authority
) -> None:
    used = tls_server if scheme == "https" else server
    for number, (response, _) in enumerate(CLOSING.values()):
        used.serve(f"/{number}", sends(response, then=CLOSED))
    fetched = await drain([used.url(f"/{n}") for n in range(len(CLOSING))], network(ca_file=authority.file))
    for (name, (response, payload)), got in zip(CLOSING.items(), fetched, strict=True):
        assert got.outcome.failure is None, name
        assert got.exchanges[0].response == response, name
        assert got.exchanges[0].payload == payload, name
    assert used.connections == len(CLOSING)


async def test_the_request_is_kept_as_sent(server: BadServer) -> None:
    got = await fetch(server.url("/a?b=c#d"))
    assert got.exchanges[0].request == server.log[0].head
    assert got.exchanges[0].url == server.url("/a?b=c")
    assert server.log[0].header("Accept-Encoding") == "gzip, deflate, br, zstd"
    assert server.log[0].header("Host") == f"127.0.0.1:{server.port}"


async def test_the_user_agent_names_product_and_contact(server: BadServer) -> None:
    await fetch(
        server.url(), network(user_agent="citecheck/9 (+https://example.org)", contact="desk@example.org")
    )
    assert server.log[0].header("User-Agent") == "citecheck/9 (+https://example.org) desk@example.org"


async def test_headers_keep_case_order_and_duplicates(server: BadServer) -> None:
    server.serve("/", sends(raw(b"HTTP/1.1 200 OK", b"b: 1", b"A: \xfc", b"B: 2", b"Content-Length: 0")))
    hop = (await fetch(server.url())).outcome.hops[0]
    assert hop.headers == (("b", "1"), ("A", "ü"), ("B", "2"), ("Content-Length", "0"))
    assert hop.address == "127.0.0.1"


EVIL = answer(200, b"forged")


@pytest.mark.parametrize(
    "honest",
    [
        answer(200, HTML),
        answer(200, chunked(HTML), [CHUNKED], length=None),
        answer(204, b"", [], length=None),
        answer(304, b"", [], length=None),
        answer(200, chunked(HTML) + b"X: 1", [CHUNKED], length=None),
    ],
    ids=["length", "chunked", "204", "304", "half a head"],
)
async def test_surplus_bytes_never_become_the_next_answer(server: BadServer, honest: bytes) -> None:
    server.serve("/attacker", sends(honest + EVIL))
    server.serve("/neighbour", sends(answer(200, HTML)))
    first, second = await drain([server.url("/attacker"), server.url("/neighbour")])
    assert b"forged" not in first.exchanges[0].response
    assert second.exchanges[0].response == answer(200, HTML)
    assert server.connections == 2


async def test_an_answer_sent_before_it_was_asked_for_is_dropped(server: BadServer) -> None:
    """The second response comes in a packet of its own, while the connection is idle."""

    async def twice(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        await connection.send(answer(200, HTML), seen)
        await connection.send(EVIL, seen)
        return True

    server.serve("/attacker", twice)
    server.serve("/neighbour", sends(answer(200, HTML)))
    first, second = await drain([server.url("/attacker"), server.url("/neighbour")])
    assert [first.exchanges[0].payload, second.exchanges[0].payload] == [HTML, HTML]


async def test_interim_answers_are_no_part_of_the_response(server: BadServer) -> None:
    hint = raw(b"HTTP/1.1 103 Early Hints", b"Link: </a.css>; rel=preload")
    server.serve("/", sends(hint * 3 + answer(200, HTML)))
    got = await fetch(server.url())
    assert got.outcome.status == 200
    assert got.exchanges[0].response == answer(200, HTML)


# name -> (behaviour, failure, truncated)
FAILURES = {
    "20,000 interim answers": (
        sends(raw(b"HTTP/1.1 103 Early Hints", b"Link: </a>") * 20_000 + answer(200, HTML)),
        FailureKind.TOO_LARGE,
        "length",
    ),
    "interim answers for ever": (
        endless(b"", raw(b"HTTP/1.1 102 Processing") * 100),
        FailureKind.TOO_LARGE,
        "length",
    ),
    "150 KB header": (
        sends(raw(b"HTTP/1.1 200 OK", b"X: " + b"y" * 150_000, b"Content-Length: 0")),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "20,000 headers": (
        sends(raw(b"HTTP/1.1 200 OK", *[b"X-%d: y" % n for n in range(20_000)])),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "head for ever": (endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 100), FailureKind.GARBAGE, "disconnect"),
    "space before the colon": (
        sends(raw(b"HTTP/1.1 200 OK", b"Bad Header : 1", b"Content-Length: 0")),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "differing lengths": (
        sends(raw(b"HTTP/1.1 200 OK", b"Content-Length: 2", b"Content-Length: 3", body=b"hi!")),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "negative length": (
        sends(raw(b"HTTP/1.1 200 OK", b"Content-Length: -2", body=b"hi!")),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "noise": (sends(b"\x00\x01\x02 nothing like it \r\n\r\n"), FailureKind.GARBAGE, "disconnect"),
    "noise, then the end": (sends(b"220 mail ready\r\n", then=CLOSED), FailureKind.GARBAGE, "disconnect"),
    "a head cut short": (
        sends(b"HTTP/1.1 200 OK\r\nContent-T", then=CLOSED),
        FailureKind.TRUNCATED,
        "disconnect",
    ),
    "a body cut short": (
        sends(answer(200, HTML, length=9999), then=CLOSED),
        FailureKind.TRUNCATED,
        "disconnect",
    ),
    "chunks cut short": (
        sends(answer(200, chunked(HTML)[:-9], [CHUNKED], length=None), then=CLOSED),
        FailureKind.TRUNCATED,
        "disconnect",
    ),
    "RST in the body": (resets(answer(200, HTML, length=9999)), FailureKind.TRUNCATED, "disconnect"),
    "more framing than data": (
        endless(answer(200, b"", [CHUNKED], length=None), b"1\r\na\r\n" * 1000),
        FailureKind.TOO_LARGE,
        "length",
    ),
    "broken chunk size": (
        sends(answer(200, b"5\r\nhello\r\nzz\r\n", [CHUNKED], length=None)),
        FailureKind.GARBAGE,
        "disconnect",
    ),
    "silence in the head": (hangs(b"HTTP/1.1 200 OK\r\n"), FailureKind.READ_TIMEOUT, "time"),
    "silence in the body": (hangs(answer(200, HTML, length=9999)), FailureKind.READ_TIMEOUT, "time"),
    "a body for ever": (
        endless(answer(200, b"", length=None), b"x" * 65536),
        FailureKind.TOO_LARGE,
        "length",
    ),
    "chunks for ever": (
        endless(answer(200, b"", [CHUNKED], length=None), b"4000\r\n" + b"x" * 0x4000 + b"\r\n"),
        FailureKind.TOO_LARGE,
        "length",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
async def test_a_broken_answer_is_a_value_with_the_bytes_that_came(server: BadServer, name: str) -> None:
    behaviour, kind, truncated = FAILURES[name]
    server.serve("/", behaviour)
    server.serve("/next", sends(answer(200, HTML)))
    got, following = await drain([server.url("/"), server.url("/next")], network(wire=1_000_000))
    assert got.outcome.failure is not None
    assert (got.outcome.failure.kind, got.exchanges[0].truncated) == (kind, truncated)
    assert 0 < len(got.exchanges[0].response) <= 1_000_000
    assert len(got.outcome.hops) == 1
    assert following.exchanges[0].payload == HTML


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (sends(b"", then=CLOSED), FailureKind.EMPTY_REPLY),
        (resets(), FailureKind.RESET),
        (hangs(), FailureKind.READ_TIMEOUT),
    ],
)
async def test_no_answer_is_a_value_without_an_exchange(
    server: BadServer, behaviour: object, kind: FailureKind
) -> None:
    server.serve("/", behaviour)  # type: ignore[arg-type]
    got = await fetch(server.url())
    assert got.outcome.failure is not None
    assert (got.outcome.failure.kind, got.exchanges) == (kind, ())
    assert (got.outcome.hops[0].status, got.outcome.hops[0].address) == (None, "127.0.0.1")


async def test_a_refused_connection() -> None:
    async with silent_port() as port:
        got = await fetch(f"http://127.0.0.1:{port}/")
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.REFUSED
    assert got.outcome.hops[0].address == "127.0.0.1"


@pytest.mark.parametrize("head", [b"", answer(200, b"", length=9999)])
async def test_a_slow_drip_ends_at_the_deadline(server: BadServer, head: bytes) -> None:
    server.serve("/", drips(head + b"H" * 40, 0.02, size=max(len(head), 1)))
    got = await fetch(server.url(), network(deadline=0.5))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.DEADLINE
    assert got.exchanges[0].truncated == "time"
    assert got.exchanges[0].response


async def test_the_deadline_holds_for_all_hops_together(server: BadServer) -> None:
    async def slow(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        for byte in answer(302, b"", [("Location", seen.path + "x")]):
            await connection.send(bytes([byte]), seen)
            await asyncio.sleep(0.002)
        return True

    server.serve("*", slow)
    got = await fetch(server.url("/"), network(deadline=0.5))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.DEADLINE
    assert 0 < len(got.outcome.hops) < 11


async def test_a_bomb_is_bounded_on_the_wire_too(server: BadServer) -> None:
    server.serve("/", endless(answer(200, b"", [("Content-Encoding", "gzip")], length=None), b"\0" * 65536))
    got = await fetch(server.url(), network(wire=100_000))
    assert len(got.exchanges[0].response) == 100_000
    assert server.log[0].sent < 30_000_000  # what socket buffers and our own hold, not the endless rest


async def test_pdfs_have_a_limit_of_their_own(server: BadServer) -> None:
    server.serve("/typed", sends(answer(200, BIG, [("Content-Type", "application/pdf")])))
    server.serve("/magic", sends(answer(200, b"%PDF-1.7" + BIG, [("Content-Type", "text/html")])))
    server.serve("/page", sends(answer(200, BIG)))
    paths = ["/typed", "/magic", "/page"]
    typed, magic, page = await drain([server.url(path) for path in paths], network(wire=100_000))
    assert (typed.outcome.failure, magic.outcome.failure) == (None, None)
    assert page.outcome.failure is not None
    assert page.outcome.failure.kind is FailureKind.TOO_LARGE


async def test_a_kept_connection_that_died_is_replaced_without_a_failure(server: BadServer) -> None:
    server.serve("/", sends(answer(200, HTML)))
    server.serve("/dies", in_turn(sends(b"", then=CLOSED), sends(answer(200, HTML))))
    got = await drain([server.url("/"), server.url("/dies")])
    assert [one.outcome.failure for one in got] == [None, None]
    assert [seen.connection for seen in server.log] == [0, 0, 1]


async def test_bytes_that_trickle_in_late_do_not_spoil_the_neighbour(server: BadServer) -> None:
    async def trickles(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        await connection.send(answer(200, HTML), seen)
        await connection.reader.readuntil(b"\r\n\r\n")  # the neighbour's request, on this connection
        await connection.send(b"noise\r\n\r\n", seen)
        return CLOSED

    server.serve("/attacker", trickles)
    server.serve("/neighbour", sends(answer(200, HTML)))
    got = await drain([server.url("/attacker"), server.url("/neighbour")])
    assert [one.outcome.failure for one in got] == [None, None]


def answers_twice(forged: bytes) -> object:
    """Behind its own answer, `forged`, once the neighbour was asked for; then the neighbour's true answer."""

    async def behave(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        await connection.send(answer(200, HTML), seen)
        await connection.reader.readuntil(b"\r\n\r\n")  # the neighbour's request, on this connection
        await connection.send(forged, seen)
        await connection.send(answer(200, b"the neighbour"), seen)
        return True

    return behave


async def test_an_answer_too_many_puts_what_came_over_its_connection_in_doubt(server: BadServer) -> None:
    server.serve("/attacker", answers_twice(EVIL))  # type: ignore[arg-type]
    server.serve("/neighbour", sends(answer(200, b"the neighbour")))
    async with session() as opened:
        await opened.fetch(asks(server.url("/attacker")))
        forged = await opened.fetch(asks(server.url("/neighbour")))
        assert forged.exchanges[0].payload == b"forged"  # nothing in HTTP/1.1 tells it from the true one
        assert await opened.doubtful() == {server.url("/neighbour")}
        again = await opened.fetch(asks(server.url("/neighbour")))
        assert again.exchanges[0].payload == b"the neighbour"
        assert await opened.doubtful() == set()
        await opened.fetch(asks(server.url("/neighbour")))
    assert [seen.connection for seen in server.log] == [0, 1, 2]  # none is used twice any more


async def test_an_answer_too_many_shows_at_the_next_request_too(server: BadServer) -> None:
    server.serve("/attacker", answers_twice(EVIL))  # type: ignore[arg-type]
    server.serve("/neighbour", sends(answer(200, b"the neighbour")))
    async with session() as opened:
        for path in ("/attacker", "/neighbour"):
            await opened.fetch(asks(server.url(path)))
        await asyncio.sleep(0.05)
        third = await opened.fetch(asks(server.url("/third")))
        assert third.outcome.status == 404
        assert await opened.doubtful() == {server.url("/neighbour")}


@pytest.mark.parametrize("goodbye", [answer(408), b"\r\n"])
async def test_a_goodbye_puts_nothing_in_doubt(server: BadServer, goodbye: bytes) -> None:
    async def behave(connection, seen) -> bool:  # type: ignore[no-untyped-def]
        await connection.send(answer(200, HTML), seen)
        await connection.reader.readuntil(b"\r\n\r\n")
        await connection.send(answer(200, HTML), seen)
        await connection.send(goodbye, seen)
        return CLOSED

    server.serve("/a", behave)
    async with session() as opened:
        for path in ("/a", "/b", "/c"):
            await opened.fetch(asks(server.url(path)))
            await asyncio.sleep(0.01)
        assert await opened.doubtful() == set()


async def test_a_host_that_dies_every_time_is_asked_no_third_time(server: BadServer) -> None:
    server.serve("/", sends(answer(200, HTML)))
    server.serve("/dies", sends(b"", then=CLOSED))
    _, got = await drain([server.url("/"), server.url("/dies")])
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.EMPTY_REPLY
    assert len(server.asked("/dies")) == 2


async def test_conditions_are_sent_and_a_304_is_an_answer(server: BadServer) -> None:
    server.serve("/", sends(answer(304, b"", [("ETag", '"1"')], length=None)))
    got = await fetch(server.url(), etag='"1"', last_modified="Sun, 22 Nov 2026 10:00:00 GMT")
    assert (got.outcome.status, got.outcome.failure) == (304, None)
    assert server.log[0].header("If-None-Match") == '"1"'
    assert server.log[0].header("If-Modified-Since") == "Sun, 22 Nov 2026 10:00:00 GMT"


async def test_a_condition_that_would_break_the_request_is_left_out(server: BadServer) -> None:
    got = await fetch(server.url(), etag='"1"\r\nX-Evil: 1')
    assert got.outcome.status == 404
    assert b"Evil" not in server.log[0].head
