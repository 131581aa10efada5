"""kill -9 in mid-run: nothing acknowledged is lost, and every WARC can be read afterwards."""

import asyncio
import gzip
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.acceptance.command import citecheck, environment, start
from tests.badweb.server import BadServer, answer, sends

KILLS = int(os.environ.get("CITECHECK_KILLS", "20"))
PAGES = 60
HURRY = ("--allow-network", "127.0.0.0/8", "--ignore-robots", "--interval", "0")
ENOUGH = 3  # captures acknowledged since the last kill, before the next


def acknowledged(data: Path) -> dict[str, tuple[str, int, int]]:
    """Captures whose rows are committed: id -> record."""
    file = data / "citecheck.db"
    if not file.exists():
        return {}
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)) as database:
        try:
            rows = database.execute('SELECT id, file, "offset", length FROM capture').fetchall()
        except sqlite3.OperationalError:  # the tables are not there yet
            return {}
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def member(data: Path, record: tuple[str, int, int]) -> bytes:
    file, offset, length = record
    path = data / file
    path = path if path.exists() else path.with_name(path.name + ".open")
    with path.open("rb") as opened:
        opened.seek(offset)
        return gzip.decompress(opened.read(length))


def files(data: Path) -> Iterator[Path]:
    yield from (path for path in data.rglob("*.warc.gz*") if path.is_file())


async def test_twenty_kills_lose_nothing(server: BadServer, tmp_path: Path) -> None:
    urls = []
    for n in range(PAGES):
        server.serve(f"/page-{n}", sends(answer(200, f"<title>{n}</title><p>{'text ' * 500}{n}".encode())))
        urls.append(server.url(f"/page-{n}"))
    document = tmp_path / "urls.txt"
    document.write_text("\n".join(urls))
    data = tmp_path / "data"
    env = environment(data)
    arguments = (
        "check",
        str(document),
        "--allow-network",
        "127.0.0.0/8",
        "--ignore-robots",
        "--interval",
        "0",
    )
    known: dict[str, tuple[str, int, int]] = {}
    for _ in range(KILLS):
        process = await start(*arguments, "--format", "json", "--quiet", env=env)
        while process.returncode is None and len(acknowledged(data)) < len(known) + ENOUGH:
            await asyncio.sleep(0.02)
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
        await process.communicate()
        now = acknowledged(data)
        assert known.keys() <= now.keys()
        for record in now.values():
            assert member(data, record).startswith(b"WARC/1.1")
        known = now
    ran = await citecheck(*arguments, "--format", "json", "--once", env=env)
    assert ran.code in {0, 2}, ran.err
    assert all(item["capture"] is not None for item in ran.json["citations"])
    assert known.keys() <= acknowledged(data).keys()
    assert not list(data.rglob("*.open"))
    for path in files(data):
        gzip.decompress(path.read_bytes())


async def test_two_processes_on_one_data_directory(server: BadServer, tmp_path: Path) -> None:
    documents = []
    for name in ("one", "two"):
        urls = []
        for n in range(20):
            server.serve(f"/{name}-{n}", sends(answer(200, f"<title>{name} {n}</title><p>text {n}".encode())))
            urls.append(server.url(f"/{name}-{n}"))
        documents.append(tmp_path / f"{name}.txt")
        documents[-1].write_text("\n".join(urls))
    env = environment(tmp_path / "data")
    options = (
        "--allow-network",
        "127.0.0.0/8",
        "--ignore-robots",
        "--interval",
        "0",
        "--once",
        "--format",
        "json",
    )
    both = await asyncio.gather(*(citecheck("check", str(file), *options, env=env) for file in documents))
    for ran in both:
        assert ran.code in {0, 2}, ran.err
        assert len(ran.json["citations"]) == 20
        assert all(item["capture"] is not None for item in ran.json["citations"])
    for record in acknowledged(tmp_path / "data").values():
        assert member(tmp_path / "data", record).startswith(b"WARC/1.1")
    assert not list((tmp_path / "data").rglob("*.open"))
