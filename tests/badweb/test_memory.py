"""No single hostile answer costs much memory, and each ends by itself."""

import asyncio
import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from typing import Any

import brotli
import pytest
import zstandard
from tests.badweb.server import BadServer, Behaviour, answer, chunked, drips, endless, sends
from tests.badweb.zoo_pages import ARTICLE

MOST = 60.0  # megabytes that one answer may add
SIZE = 300_000_000  # bytes that a bomb grows to
BLOCK = b"a" * 1_000_000
HEAD = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n"


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
    "chunks of one byte": lambda: sends(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(b"a" * 600_000, size=1)
    ),
    "drip": lambda: drips(HEAD + b"\r\n", 0.01),
    "endless head": lambda: endless(HEAD, b"X-Filler: " + b"a" * 8000 + b"\r\n"),
    "endless 103": lambda: endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
}


async def cost_of(server: BadServer, path: str) -> dict[str, Any]:
    """Fetch in a process of its own, which has fetched an ordinary page before."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.badweb.memory",
        server.url("/page"),
        server.url(path),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_answer_adds_little_memory_and_ends(name: str, server: BadServer) -> None:
    server.serve("/page", ARTICLE)
    server.serve("/hostile", HOSTILE[name]())
    cost = await cost_of(server, "/hostile")
    assert cost["added"] <= MOST, cost
    ends = {"chunks of one byte": ("whole", "deadline"), "drip": ("deadline",)}
    assert cost["ended"] in ends.get(name, ("too_large", "deadline", "garbage")), cost
