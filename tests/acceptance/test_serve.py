"""`citecheck serve` as a process: killed in mid-work, stopped gracefully, asked for pages and reports."""

import asyncio
import json
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.request import urlopen

from tests.acceptance.command import citecheck, environment, start
from tests.badweb.server import BadServer, answer, sends

from citecheck.flows.intake import Submission, intake
from citecheck.settings import load_settings
from citecheck.wiring import open_tools

KILLS = int(os.environ.get("CITECHECK_SERVE_KILLS", "3"))
SERVERS, PAGES = 3, 8
INTERVAL = 0.3  # seconds
SLACK = 0.02  # seconds that the server's own clock may be off by
ENOUGH = 2  # captures acknowledged in one life before the next kill
LIMIT = 60.0  # seconds
OPTIONS = ("--port", "0", "--allow-network", "127.0.0.0/8", "--interval", str(INTERVAL))


def rows(data: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(f"file:{data / 'citecheck.db'}?mode=ro", uri=True, timeout=10)) as database:
        return database.execute(query).fetchall()


def captured(data: Path) -> set[str]:
    return {row[0] for row in rows(data, "SELECT id FROM capture")}


async def hand_in(data: Path, urls: list[str]) -> None:
    settings = replace(load_settings({}), data_dir=data)
    async with open_tools(settings) as tools:
        await intake(Submission("\n".join(urls).encode(), "urls.txt", date(2026, 3, 1)), tools)


@asynccontextmanager
async def serving(env: Mapping[str, str]) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """A `serve` that answers, with its address."""
    process = await start("serve", *OPTIONS, env=env)
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), LIMIT)
        assert process.stderr is not None
        assert line.startswith(b"citecheck serves http"), (await process.stderr.read()).decode()
        yield process, line.decode().split()[2]
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def until(holds, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(LIMIT):
        while not holds():
            assert process.returncode is None
            await asyncio.sleep(0.02)


async def test_killed_again_and_again_it_loses_nothing_and_asks_nobody_too_often(tmp_path: Path) -> None:
    data = tmp_path / "data"
    env = environment(data)
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(BadServer()) for _ in range(SERVERS)]
        urls = []
        for server in servers:
            for n in range(PAGES):
                server.serve(f"/{n}", sends(answer(200, f"<title>{n}</title><p>{'text ' * 200}{n}".encode())))
                urls.append(server.url(f"/{n}"))
        await hand_in(data, urls)
        known: set[str] = set()
        for _ in range(KILLS):
            async with serving(env) as (process, _address):
                done = set(known)
                await until(
                    lambda done=done: len(captured(data)) >= min(len(done) + ENOUGH, len(urls)), process
                )
                os.kill(process.pid, signal.SIGKILL)
                await process.wait()
            now = captured(data)
            assert known <= now
            known = now
        async with serving(env) as (process, _address):
            due = "SELECT key FROM source WHERE due_at IS NULL OR due_at < datetime('now') OR wanted"
            waiting = "SELECT id FROM capture WHERE NOT judged AND NOT void"
            await until(lambda: not rows(data, due) and not rows(data, waiting), process)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), LIMIT) == 0
        assert known <= captured(data)
        assert {row[0] for row in rows(data, "SELECT source_key FROM capture")} == set(urls)
        for server in servers:
            times = sorted(seen.at for seen in server.log)
            gaps = [later - earlier for earlier, later in pairwise(times)]
            assert min(gaps) >= INTERVAL - SLACK
    assert not list(data.rglob("*.open"))
    assert list((data / "holders").iterdir()) == []


async def test_it_answers_and_a_signal_stops_it_while_a_page_is_slow(tmp_path: Path) -> None:
    data = tmp_path / "data"
    env = environment(data)
    async with BadServer() as server:
        asked = asyncio.Event()

        async def never(connection, seen) -> bool:
            asked.set()
            await connection.reader.read()
            return False

        server.serve("/slow", never)
        await hand_in(data, [server.url("/slow")])
        async with serving(env) as (process, address):
            page = await asyncio.to_thread(lambda: urlopen(address).status)
            assert page == 200
            await asyncio.wait_for(asked.wait(), LIMIT)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), LIMIT) == 0
    assert rows(data, "SELECT key FROM host WHERE holder IS NOT NULL") == []
    assert len(rows(data, "SELECT key FROM source WHERE wanted")) == 1


async def test_a_binding_for_everybody_is_refused(tmp_path: Path) -> None:
    ran = await citecheck("serve", "--host", "0.0.0.0", env=environment(tmp_path))
    assert ran.code == 3
    assert "127.0.0.1" in ran.err


async def test_a_taken_port_is_named(tmp_path: Path) -> None:
    async with BadServer() as server:
        port = server.url("/").split(":")[2].strip("/")
        ran = await citecheck("serve", "--port", port, env=environment(tmp_path))
    assert ran.code == 3
    assert f"--port {port}" in ran.err


async def test_a_report_of_today_says_what_it_would_hold_so_far(tmp_path: Path) -> None:
    env = environment(tmp_path / "data")
    async with BadServer() as server:
        server.serve("/gone", sends(answer(404, b"<title>Not found</title>")))
        document = tmp_path / "urls.txt"
        document.write_text(server.url("/gone"))
        await citecheck("check", str(document), "--allow-network", "127.0.0.0/8", "--quiet", env=env)
    told = await citecheck("report", "--format", "json", env=env)
    assert told.code == 0, told.err
    (item,) = [one for one in json.loads(told.out)["items"] if one["code"] == "link_not_found"]
    assert (item["change"], item["n"]) == ("new", 1)
    for name in ("text", "html"):
        ran = await citecheck("report", "--format", name, env=env)
        assert ran.code == 0
        assert "/gone" in ran.out
    assert (await citecheck("report", "--day", "2020-01-01", env=env)).code == 3
    assert (await citecheck("report", "--day", "soon", env=env)).code == 3
