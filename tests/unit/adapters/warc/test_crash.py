"""Nothing acknowledged is ever lost: kill -9, two processes on one directory, files cut anywhere."""

import gzip
import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.warc import WarcStore
from citecheck.model import Capture, FailureKind
from citecheck.testing import FakeClock, MemoryCatalog, samples
from citecheck.testing.clock import START

WRITER = Path(__file__).with_name("crash_writer.py")
LATER = START + timedelta(days=1)
KILLS = 20
ROUNDS = 20
FOREVER = 1_000_000


@pytest.fixture
def nurseries(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Two processes that fork writers when told to."""
    command = [sys.executable, str(WRITER), str(tmp_path)]
    started = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    yield started
    for nursery in started:
        nursery.communicate()  # the end of its input ends it


def start(nursery: subprocess.Popen[str], rounds: int) -> int:
    """The process id of a new writer."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{rounds}\n")
    nursery.stdin.flush()
    return int(nursery.stdout.readline())


def acknowledgements(nursery: subprocess.Popen[str]) -> Iterator[str]:
    """What the writer acknowledges, until it is gone. A line cut by a kill acknowledges nothing."""
    assert nursery.stdout is not None
    for line in nursery.stdout:
        if line.endswith("END\n"):
            return
        yield line.strip()


@dataclass(slots=True)
class Desk:
    data_dir: Path
    catalog: SqlCatalog
    store: WarcStore

    async def recover(self) -> list[Capture]:
        """What a start does: until recovery gives nothing."""
        found: list[Capture] = []
        while missing := await self.store.recover():
            await self.catalog.record_captures(missing, LATER)
            found += missing
        return found

    async def everything(self) -> list[Capture]:
        ids = await self.catalog.captures(None, 1_000_000)
        return [await self.catalog.capture(one) for one in ids]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(sqlite_url(tmp_path))
    await database.open()
    catalog = SqlCatalog(database)
    store = WarcStore(tmp_path, FakeClock(), catalog)
    yield Desk(tmp_path, catalog, store)
    await store.close()
    await database.close()


def read_whole(path: Path) -> None:
    with gzip.open(path) as packed:
        while packed.read(1 << 20):
            pass
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()


async def test_twenty_kills_lose_nothing_acknowledged(
    desk: Desk, nurseries: list[subprocess.Popen[str]]
) -> None:
    chance = random.Random(7)
    promised: set[str] = set()
    for _ in range(KILLS):
        writer, until = start(nurseries[0], FOREVER), chance.randint(1, 40)
        for heard, one in enumerate(acknowledgements(nurseries[0]), 1):
            promised.add(one)
            if heard == until:
                os.kill(writer, signal.SIGKILL)
        await desk.recover()
    captures = await desk.everything()
    assert len(promised) > KILLS
    assert promised <= {capture.id for capture in captures}
    for capture in captures:
        assert len(desk.store.payload(capture)()) == capture.payload_length > 0
    files = sorted(desk.data_dir.glob("warc/*/*/*/*"))
    assert [path.name for path in files if path.suffix != ".gz"] == []
    for path in files:
        read_whole(path)


async def test_two_processes_on_one_directory_lose_nothing(
    desk: Desk, nurseries: list[subprocess.Popen[str]]
) -> None:
    for nursery in nurseries:
        start(nursery, ROUNDS)
    promised: set[str] = set()
    for one in acknowledgements(nurseries[0]):
        promised.add(one)
        if len(promised) % 10 == 0:
            await desk.recover()  # beside running writers it must not touch their files
    promised |= set(acknowledgements(nurseries[1]))
    await desk.recover()
    captures = await desk.everything()
    assert len(promised) == 2 * 3 * ROUNDS
    assert {capture.id for capture in captures} == promised
    for capture in captures:
        assert len(desk.store.payload(capture)()) == capture.payload_length
    assert list(desk.data_dir.glob("warc/*/*/*/*.open")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(known=st.integers(0, 4), place=st.floats(0, 1), junk=st.binary(max_size=30))
async def test_a_file_cut_anywhere_recovers_to_whole_captures(
    tmp_path_factory: pytest.TempPathFactory, known: int, place: float, junk: bytes
) -> None:
    """The rows of the first `known` captures are committed; the file is cut behind them."""
    data_dir, catalog = tmp_path_factory.mktemp("desk"), MemoryCatalog()
    fetches = [
        samples.page("https://example.org/a", b"same body"),
        samples.fetched(failure=FailureKind.REFUSED),
        samples.page("https://example.org/b", b"same body"),
        samples.fetched(
            samples.exchange("https://example.org/c", samples.response(b"", 302)),
            samples.exchange("https://example.org/d", samples.response(b"there" * 99)),
        ),
    ]
    store = WarcStore(data_dir, FakeClock(), catalog)
    captures = [(await store.append([one]))[0] for one in fetches]
    await catalog.record_captures(captures[:known], LATER)
    await store.close()
    (path,) = data_dir.glob("warc/*/*/*/*")
    path = path.rename(path.with_name(path.name.removesuffix(".open") + ".open"))
    whole = path.read_bytes()
    ends = _ends(whole)
    floor = ends[known - 1] if known else 0  # what is committed was fsynced before
    cut = floor + round(place * (len(whole) - floor))
    path.write_bytes(whole[:cut] + junk)

    again = WarcStore(data_dir, FakeClock(), catalog)
    missing = await again.recover()
    expected = [
        one for one, end in zip(captures, ends, strict=True) if end <= cut and one not in captures[:known]
    ]
    assert list(missing) == expected
    await catalog.record_captures(missing, LATER)
    assert await again.recover() == []
    on_record = captures[: known + len(expected)]
    finished = list(data_dir.glob("warc/*/*/*/*"))
    assert [one.suffix for one in finished] == [".gz"] * bool(on_record)
    for one in finished:
        read_whole(one)
    for capture in on_record:
        assert len(again.payload(capture)()) == capture.payload_length
    await again.close()


def _ends(whole: bytes) -> list[int]:
    """Where each capture's metadata record ends: where the next capture's first record begins."""
    starts, kinds = [], []
    records = ArchiveIterator(io.BytesIO(whole), no_record_parse=True)
    for record in records:
        record.raw_stream.read()
        starts.append(records.get_record_offset())
        kinds.append(record.rec_type)
    ends = [*starts[1:], len(whole)]
    return [end for end, kind in zip(ends, kinds, strict=True) if kind == "metadata"]
