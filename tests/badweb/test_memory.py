"""No single hostile answer costs much memory, until it is judged, and each ends by itself."""

import asyncio
import gzip
import json
import random
import socket
import sys
import zlib
from collections.abc import Iterator
from typing import Any

import brotli
import pytest
import zstandard
from tests.badweb.server import (
    BadServer,
    Behaviour,
    Connection,
    Seen,
    answer,
    chunked,
    drips,
    endless,
    sends,
)
from tests.badweb.zoo_pages import ARTICLE

MOST = 60.0  # megabytes that one answer may add
SIZE = 300_000_000  # bytes that a bomb grows to
BLOCK = b"a" * 1_000_000
HEAD = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n"
PAGE, FILE = 19_900_000, 52_400_000  # bytes: just within the limits of a page and of a PDF
CODED = ("Transfer-Encoding", "chunked")
CLOSE = ("Connection", "close")
HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def blocks() -> Iterator[bytes]:
    return (BLOCK for _ in range(SIZE // len(BLOCK)))


def gzipped() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*map(packer.compress, blocks()), packer.flush()])


def brotlied() -> bytes:
    packer = brotli.Compressor(quality=5)
    return b"".join([*map(packer.process, blocks()), packer.finish()])


def zstded() -> bytes:
    packer = zstandard.ZstdCompressor(3).compressobj()
    return b"".join([*map(packer.compress, blocks()), packer.flush()])


def bomb(body: bytes, encoding: str) -> Behaviour:
    return sends(answer(200, body, [("Content-Type", "text/html"), ("Content-Encoding", encoding)]))


HOSTILE = {
    "gzip bomb": lambda: bomb(gzipped(), "gzip"),
    "gzip in gzip": lambda: bomb(gzip.compress(gzipped()), "gzip, gzip"),
    "brotli bomb": lambda: bomb(brotlied(), "br"),
    "zstd bomb": lambda: bomb(zstded(), "zstd"),
    "endless body": lambda: endless(HEAD + b"\r\n", BLOCK),
    "chunks of one byte": lambda: sends(CHUNKED + chunked(b"a" * (PAGE // 6), size=1)),
    "chunks as small as they may be": lambda: sends(CHUNKED + chunked(b"a" * (PAGE * 6 // 11), size=6)),
    "segments of two bytes": lambda: in_small_segments(HEAD + b"\r\n"),
    "as much as a page may be": lambda: sends(answer(200, b"a" * PAGE)),
    "the same, not to be compressed": lambda: sends(answer(200, random.Random(1).randbytes(PAGE))),
    "the same in chunks": lambda: sends(CHUNKED + chunked(b"a" * PAGE, size=8_000)),
    "as much as a file may be": lambda: sends(pdf(file(FILE))),
    "the same file in chunks": lambda: sends(pdf(chunked(file(FILE * 99 // 100), size=8_000), CODED)),
    "the same file after a hint": lambda: sends(HINT + pdf(file(FILE))),
    "the same file with a surplus": lambda: sends(pdf(file(FILE)) + b"a" * 1000),
    "an endless file": lambda: endless(pdf(b"%PDF-1.7", CLOSE), BLOCK),
    "drip": lambda: drips(HEAD + b"\r\n", 0.01),
    "endless head": lambda: endless(HEAD, b"X-Filler: " + b"a" * 8000 + b"\r\n"),
    "endless 103": lambda: endless(b"", HINT),
}


def file(size: int) -> bytes:
    """Not to be compressed."""
    return b"%PDF-1.7" + random.Random(1).randbytes(size - 8)


def pdf(body: bytes, *headers: tuple[str, str]) -> bytes:
    return answer(200, body, [("Content-Type", "application/pdf"), *headers], length=None if headers else -1)


def in_small_segments(head: bytes) -> Behaviour:
    async def behave(connection: Connection, seen: Seen) -> bool:
        raw = connection.writer.get_extra_info("socket")
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await connection.send(head, seen)
        while True:
            for _ in range(100):
                connection.writer.write(b"ab")
            await connection.writer.drain()

    return behave


async def cost_of(server: BadServer, *paths: str) -> dict[str, Any]:
    """Fetch in a process of its own, which has fetched an ordinary page before."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.badweb.memory",
        server.url("/page"),
        *map(server.url, paths),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    found: dict[str, Any] = json.loads(out)
    return found


ENDS = {
    "drip": ("deadline",),
    "chunks as small as they may be": ("whole", "deadline"),
    "as much as a page may be": ("whole", "deadline"),
    "the same, not to be compressed": ("whole", "deadline"),
    "the same in chunks": ("whole", "deadline"),
    "as much as a file may be": ("whole", "deadline"),
    "the same file in chunks": ("whole", "deadline"),
    "the same file after a hint": ("whole", "deadline"),
    "the same file with a surplus": ("whole", "deadline"),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_answer_adds_little_memory_and_ends(name: str, server: BadServer) -> None:
    server.serve("/page", ARTICLE)
    server.serve("/hostile", HOSTILE[name]())
    cost = await cost_of(server, "/hostile")
    assert cost["added"] <= MOST, cost
    assert cost["ended"] in ENDS.get(name, ("too_large", "deadline", "garbage")), cost


async def test_files_of_one_host_leave_no_holes_in_memory(server: BadServer) -> None:
    server.serve("/page", ARTICLE)
    server.serve("/large", sends(answer(200, b"a" * PAGE)))
    server.serve("/file", sends(pdf(file(FILE))))
    cost = await cost_of(server, "/large", "/file?1", "/large?2", "/file?2")
    assert cost["added"] <= MOST, cost


async def test_large_pages_of_one_host_are_not_held_together(server: BadServer) -> None:
    server.serve("/page", ARTICLE)
    server.serve("/large", sends(answer(200, b"a" * PAGE)))
    cost = await cost_of(server, *(f"/large?{number}" for number in range(8)))
    assert cost["added"] <= MOST, cost
