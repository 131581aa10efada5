import asyncio
import sqlite3
import sys
from pathlib import Path
from typing import cast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from citecheck.adapters.sql import migrate, tables
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import FILE_NAME, Database, sqlite_url, write_ahead
from citecheck.errors import DataDirError
from citecheck.model import VerdictLabel

COUNTER = """
import asyncio, sys
from pathlib import Path
from typing import cast
from sqlalchemy import text
from citecheck.adapters.sql.database import Database, sqlite_url

def add(connection):
    found = connection.execute(text("SELECT n FROM counter")).scalar_one()
    connection.execute(text("UPDATE counter SET n = :n"), {"n": found + 1})

async def main():
    database = Database(sqlite_url(Path(sys.argv[1])))
    await database.open()
    for _ in range(100):
        await database.write(add)
    await database.close()

asyncio.run(main())
"""


@pytest.fixture
async def database(tmp_path: Path):
    made = Database(sqlite_url(tmp_path))
    await made.open()
    yield made
    await made.close()


async def test_the_migrations_make_the_tables_that_the_code_has(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), tables.metadata))

    assert await database.read(differences) == []


async def test_down_and_up_again(database: Database) -> None:
    names = set(tables.metadata.tables)
    await database.write(lambda c: migrate.run(c, "base"))
    assert set(await database.read(lambda c: inspect(c).get_table_names())) & names == set()
    await database.write(migrate.upgrade)
    assert names <= set(await database.read(lambda c: inspect(c).get_table_names()))
    assert await database.read(migrate.current) == migrate.HEAD


def test_the_head_is_the_newest_script() -> None:
    assert ScriptDirectory(str(migrate.SCRIPTS)).get_heads() == [migrate.HEAD]


async def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("CREATE TABLE flag (id TEXT)")
    connection.close()
    database = Database(sqlite_url(tmp_path))
    with pytest.raises(Exception, match="already exists"):
        await database.open()
    assert await database.read(lambda c: inspect(c).get_table_names()) == ["flag"]
    await database.close()


async def test_two_processes_open_a_new_directory_at_once(tmp_path: Path) -> None:
    databases = [Database(sqlite_url(tmp_path)) for _ in range(4)]
    await asyncio.gather(*(one.open() for one in databases))
    for one in databases:
        assert await one.read(migrate.current) == migrate.HEAD
        await one.close()


class Refused:
    """A cursor that is refused twice, as SQLite refuses one of two that switch a new file to WAL."""

    def __init__(self, words: str) -> None:
        self.asked = 0
        self._words = words

    def execute(self, _statement: str) -> None:
        self.asked += 1
        if self.asked < 3:
            raise sqlite3.OperationalError(self._words)


def test_a_new_file_that_another_process_switches_is_waited_for() -> None:
    locked, broken = Refused("database is locked"), Refused("disk I/O error")
    write_ahead(cast(sqlite3.Cursor, locked))
    assert locked.asked == 3
    with pytest.raises(sqlite3.OperationalError, match="disk"):
        write_ahead(cast(sqlite3.Cursor, broken))


async def test_a_database_of_a_newer_version_is_one_sentence(tmp_path: Path, database: Database) -> None:
    await database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    again = Database(sqlite_url(tmp_path))
    with pytest.raises(DataDirError, match=r"made by a newer citecheck .* upgrade citecheck"):
        await again.open()
    await again.close()


async def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough " * 40)
    database = Database(sqlite_url(tmp_path))
    with pytest.raises(DataDirError, match="not a citecheck database"):
        await database.open()
    await database.close()


async def test_a_directory_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "nowhere"))
    with pytest.raises(DataDirError, match="cannot be written; check the directory's permissions"):
        await database.open()
    await database.close()


async def test_processes_that_read_and_write_lose_no_update(tmp_path: Path, database: Database) -> None:
    await database.write(lambda c: c.execute(text("CREATE TABLE counter (n INTEGER)")))
    await database.write(lambda c: c.execute(text("INSERT INTO counter VALUES (0)")))
    started = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", COUNTER, str(tmp_path)) for _ in range(2)
    ]
    assert [await one.wait() for one in started] == [0, 0]
    assert await database.read(lambda c: c.execute(text("SELECT n FROM counter")).scalar_one()) == 200


async def test_a_transaction_commits_as_a_whole_or_not_at_all(database: Database) -> None:
    def work(connection: Connection) -> None:
        connection.execute(insert(tables.host), {"key": "a"})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(work)
    assert await database.read(lambda c: c.execute(select(tables.host.c.key)).all()) == []


async def test_a_verdict_without_evidence_is_refused_by_the_table(database: Database) -> None:
    for label in (VerdictLabel.SUPPORTED, VerdictLabel.PARTIALLY_SUPPORTED, VerdictLabel.CONTRADICTED):
        with pytest.raises(IntegrityError, match="CHECK"):
            await database.write(
                lambda c, label=label: c.execute(
                    text(
                        "INSERT INTO judgement (capture_id, citation_id, backend_name, backend_version, "
                        "rules_version, verdict, evidence, body) VALUES ('k', 'c', '', '', '', :v, 0, '{}')"
                    ),
                    {"v": label.value},
                )
            )


async def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        await database.write(
            lambda c: c.execute(
                insert(tables.source), {"key": "s", "url": "s", "host": "none", "wanted": False}
            )
        )


async def test_the_sweep_reads_an_index_of_what_is_left_alone(database: Database) -> None:
    asked: list[tuple[str, object]] = []

    def note(_connection, _cursor, statement, parameters, _context, _many) -> None:
        asked.append((statement, parameters))

    engine = await database.read(lambda connection: connection.engine)
    event.listen(engine, "before_cursor_execute", note)
    await SqlCatalog(database).unjudged(5)
    event.remove(engine, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    plan = await database.read(
        lambda c: [row.detail for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    )
    assert any("capture_unjudged" in step for step in plan), plan
