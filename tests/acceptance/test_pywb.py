"""What we hand out replays elsewhere: pywb gives back the bytes that crossed the wire."""

import gzip
import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from citecheck.adapters.warc import WarcStore
from citecheck.model import Capture, Fetched
from citecheck.testing import FakeClock, MemoryCatalog, samples
from citecheck.testing.clock import START

pytestmark = pytest.mark.service

PYWB = Path(os.environ["CITECHECK_PYWB"]) / "bin"
PATIENCE = 60.0  # seconds for pywb to start
BODY = b"<html><title>A page</title><body><p>What it says.</p></body></html>"
SITE = "https://news.example"


@dataclass(frozen=True)
class Expected:
    """One capture, and the bytes that a player must give for it."""

    url: str
    stamp: str
    payload: bytes


def page(path: str, day: int, body: bytes = BODY, *headers: tuple[str, str]) -> Fetched:
    answer = samples.response(body, 200, ("Content-Type", "text/html"), *headers)
    at = START + timedelta(days=day)
    return samples.fetched(samples.exchange(SITE + path, answer, samples.Asked(at)))


def unchanged(path: str, day: int) -> Fetched:
    asked = samples.Asked(START + timedelta(days=day), (("If-None-Match", '"1"'),))
    return samples.fetched(samples.exchange(SITE + path, samples.response(b"", 304), asked))


def chunks(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


PACKED = gzip.compress(BODY * 3, mtime=0)
FETCHED = (
    (page("/plain", 0), BODY),
    (page("/plain", 1), BODY),  # the same again: a revisit in the archive
    (page("/chunked", 2, chunks(b"in chunks"), ("Transfer-Encoding", "chunked")), b"in chunks"),
    (page("/packed", 3, PACKED, ("Content-Encoding", "gzip")), PACKED),
    (page("/elsewhere", 4), BODY),  # the payload of another address
    (page("/kept", 5, b"kept", ("ETag", '"1"')), b"kept"),
    (unchanged("/kept", 6), b"kept"),
)


async def archived(directory: Path) -> tuple[Path, list[Expected]]:
    """A file handed out, and what is to be seen in it."""
    clock, catalog = FakeClock(), MemoryCatalog()
    store = WarcStore(directory / "data", clock, catalog)
    captures: list[Capture] = []
    for fetched, _ in FETCHED:
        found = await store.append([fetched])
        await catalog.record_captures(found, START)
        captures += found
    path = directory / "pulled.warc.gz"
    await store.hand_out(captures, "pulled.warc.gz", path)
    await store.close()
    stamps = [capture.captured_at.strftime("%Y%m%d%H%M%S") for capture in captures]
    return path, [
        Expected(fetched.outcome.url, stamp, payload)
        for (fetched, payload), stamp in zip(FETCHED, stamps, strict=True)
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Player:
    """pywb over one collection."""

    port: int

    def raw(self, stamp: str, url: str) -> tuple[int, bytes, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(
                "GET", f"/coll/{stamp}id_/{quote(url, safe=':/')}", headers={"Accept-Encoding": "gzip"}
            )
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("Memento-Datetime", "")
        finally:
            connection.close()


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Path]:
    made = tmp_path / "player"
    made.mkdir()
    subprocess.run([PYWB / "wb-manager", "init", "coll"], cwd=made, check=True, capture_output=True)
    yield made


@pytest.fixture
def player(directory: Path) -> Iterator[Player]:
    port = free_port()
    log = (directory / "log").open("wb")
    process = subprocess.Popen(
        [PYWB / "wayback", "-b", "127.0.0.1", "-p", str(port)], cwd=directory, stdout=log, stderr=log
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(port):
            assert process.poll() is None and time.monotonic() < deadline, (directory / "log").read_text()
            time.sleep(0.1)
        yield Player(port)
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def test_every_capture_of_a_pulled_file_replays_byte_for_byte(
    tmp_path: Path, directory: Path, player: Player
) -> None:
    file, expected = await archived(tmp_path)
    subprocess.run([PYWB / "wb-manager", "add", "coll", file], cwd=directory, check=True, capture_output=True)
    for one in expected:
        status, body, _ = player.raw(one.stamp, one.url)
        assert (status, body) == (200, one.payload), (one.url, one.stamp)
