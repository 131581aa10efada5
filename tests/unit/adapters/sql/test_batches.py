"""Writes that wait together share one commit, and one that fails harms no other."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text

from citecheck.adapters.sql.batches import MOST
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.errors import StoreError


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = Database(sqlite_url(tmp_path))
    await made.write(lambda c: c.execute(text("CREATE TABLE noted (n INTEGER PRIMARY KEY)")))
    yield made
    await made.close()


def note(n: int, connection: Connection) -> int:
    connection.execute(text("INSERT INTO noted VALUES (:n)"), {"n": n})
    return n


def noted(connection: Connection) -> list[int]:
    return list(connection.execute(text("SELECT n FROM noted ORDER BY n")).scalars())


async def together(database: Database, works: list) -> list:  # type: ignore[type-arg]
    """All works at once, handed over while the writing thread is kept busy."""
    go = threading.Event()
    first = asyncio.create_task(database.write(lambda c: go.wait(30)))
    rest = [asyncio.create_task(database.write(work)) for work in works]
    await asyncio.sleep(0)
    go.set()
    assert await first
    return await asyncio.gather(*rest, return_exceptions=True)


async def test_what_waits_together_is_one_commit(database: Database) -> None:
    commits: list[object] = []
    event.listen(database._engine, "commit", commits.append)
    results = await together(database, [lambda c, n=n: note(n, c) for n in range(MOST)])
    assert results == list(range(MOST))
    assert await database.read(noted) == list(range(MOST))
    assert len(commits) == 2  # the one that kept the thread busy, and all others


async def test_one_that_fails_harms_no_other(database: Database) -> None:
    def fails(connection: Connection) -> None:
        note(100, connection)
        raise StoreError("there is no such thing")

    works = [lambda c: note(1, c), fails, lambda c: note(2, c), lambda c: note(1, c)]
    one, failed, two, twice = await together(database, works)
    assert (one, two) == (1, 2)
    assert isinstance(failed, StoreError)
    assert "UNIQUE" in str(twice)
    assert await database.read(noted) == [1, 2]


async def test_a_task_that_is_cancelled_leaves_its_work_done(database: Database) -> None:
    go = threading.Event()
    first = asyncio.create_task(database.write(lambda c: go.wait(30)))
    second = asyncio.create_task(database.write(lambda c: note(7, c)))
    await asyncio.sleep(0)
    second.cancel()
    go.set()
    await first
    await database.write(lambda c: note(8, c))
    assert await database.read(noted) == [7, 8]


async def test_a_read_that_fails_harms_no_other(database: Database) -> None:
    await database.write(lambda c: note(3, c))
    reads = [noted, lambda c: c.execute(text("SELECT * FROM nowhere")), noted]
    before, failed, after = await asyncio.gather(*map(database.read, reads), return_exceptions=True)
    assert before == after == [3]
    assert "nowhere" in str(failed)


async def test_closing_finishes_what_waits(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path))
    await database.write(lambda c: c.execute(text("CREATE TABLE noted (n INTEGER PRIMARY KEY)")))
    writes = [asyncio.create_task(database.write(lambda c, n=n: note(n, c))) for n in range(3)]
    await asyncio.sleep(0)
    await database.close()
    assert await asyncio.gather(*writes) == [0, 1, 2]
