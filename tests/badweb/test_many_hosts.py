"""A thousand slow hosts at once: one process, no error of our own making, little memory."""

import asyncio
import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from tests.badweb.server import OPEN, BadServer, Behaviour, Connection, Seen
from tests.badweb.zoo_pages import article

HOSTS = 1_000
MOST = 400.0  # megabytes
HEAD = b"HTTP/1.1 200 X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture
def files() -> Iterator[None]:
    """Open files enough for the server's side."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4 * HOSTS)), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def slow_together(crowd: int) -> Behaviour:
    """Answers nobody until `crowd` have asked, then each in pieces with a pause between."""
    body = article()
    head, waiting, all_there = HEAD % len(body), 0, asyncio.Event()

    async def behave(connection: Connection, seen: Seen) -> bool:
        nonlocal waiting
        waiting += 1
        if waiting >= crowd:
            all_there.set()
        await all_there.wait()
        for piece in (head[:20], head[20:], body[:500], body[500:]):
            await connection.send(piece, seen)
            await asyncio.sleep(0.2)
        return OPEN

    return behave


async def drained(server: BadServer, hosts: int, *more: str) -> dict[str, Any]:
    command = (sys.executable, "-m", "tests.badweb.crowd", str(server.port), str(hosts), *more)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(out)
    return found


async def test_a_thousand_slow_hosts_at_once(server: BadServer, files: None) -> None:
    server.serve("*", slow_together(HOSTS))
    found = await drained(server, HOSTS)
    assert found["ended"] == {"200": HOSTS}
    assert found["at_once"] == HOSTS
    assert server.connections == HOSTS
    assert found["peak"] <= MOST, found


async def test_few_open_files_mean_fewer_hosts_at_once_and_no_error(server: BadServer) -> None:
    server.serve("*", slow_together(1))
    found = await drained(server, 100, "256")
    assert found["ended"] == {"200": 100}
    assert 1 <= found["at_once"] < 25
