"""The database: transactions on threads of their own, so that nothing waits in the event loop.

SQLite with several processes loses updates when a transaction begins as a reader and then writes. Here
every writing transaction begins with BEGIN IMMEDIATE, and readers see the last commit (WAL).

A commit waits for the disk. Writes that wait at the same time therefore share one: all of them are on
disk before any of their tasks goes on. Where one fails, each is done again in a transaction of its own.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from citecheck.adapters.sql import migrate
from citecheck.adapters.sql.batches import Batches, Work, deliver
from citecheck.errors import DataDirError, StoreError

T = TypeVar("T")

FILE_NAME = "citecheck.db"
BUSY = 30.0  # seconds that a writer waits for another process
PAUSE = 0.01  # seconds between two tries
READERS = 2
READING = "citecheck_reading"  # execution option of a transaction that only reads


def sqlite_url(data_dir: Path) -> str:
    """The URL of the database in a data directory."""
    return URL.create("sqlite", database=str(data_dir / FILE_NAME)).render_as_string(hide_password=False)


class Database:
    """One database. Writing transactions run one after another on one thread, reading ones beside it."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._name = self._url.database or str(self._url)
        options: dict[str, Any] = {}
        if self._url.get_backend_name() == "sqlite":
            options = {"connect_args": {"isolation_level": None, "timeout": BUSY}}
        self._engine = create_engine(self._url, pool_size=READERS + 1, max_overflow=0, **options)
        if self._url.get_backend_name() == "sqlite":
            event.listen(self._engine, "connect", _prepare)
            event.listen(self._engine, "begin", _begin)
        self._writes = Batches(self._write_all, 1, "sql-write")
        self._reads = Batches(self._read_all, READERS, "sql-read")

    async def open(self) -> None:
        """Bring the tables up to this version; DataDirError where they cannot be used."""
        await self.write(migrate.upgrade)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction that commits as a whole or not at all.

        `work` may run twice, the first time taken back: it touches nothing but the connection.
        """
        result: T = await self._writes.do(work)
        return result

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` over one snapshot of the database; it must not write."""
        result: T = await self._reads.do(work)
        return result

    async def close(self) -> None:
        """Finish what is under way and let the file go."""
        await asyncio.to_thread(self._close)

    def _write_all(self, works: Sequence[Work]) -> None:
        try:
            with self._engine.begin() as connection:
                for work in works:
                    work.result = work.do(connection)
        except Exception as error:
            if len(works) == 1:
                works[0].error = self._explained(error)
            else:
                for work in works:
                    self._write_all([work])
                return
        deliver(works)

    def _read_all(self, works: Sequence[Work]) -> None:
        left = list(works)
        while left:
            try:
                with self._engine.connect().execution_options(**{READING: True}) as connection:
                    while left:
                        left[0].result = left[0].do(connection)
                        deliver([left.pop(0)])
            except Exception as error:
                if left:
                    left[0].error = self._explained(error)
                    deliver([left.pop(0)])

    def _explained(self, error: Exception) -> Exception:
        if not isinstance(error, DatabaseError):
            return error
        said = explained(error, self._name)
        if said is not error:
            said.__cause__ = error
        return said

    def _close(self) -> None:
        self._writes.close()
        self._reads.close()
        self._engine.dispose()


def explained(error: DBAPIError, name: str) -> DataDirError | StoreError | DBAPIError:
    """What a person can do about a database error; the error itself where it is our own fault."""
    said = str(error.orig).lower()
    if "unable to open" in said or "readonly" in said or "read-only" in said:
        return DataDirError(f"{name}: the database cannot be written; check the directory's permissions")
    if "disk is full" in said or "disk i/o error" in said:
        return DataDirError(f"{name}: the disk is full or failing; free space and run again")
    if "not a database" in said or "malformed" in said:
        return DataDirError(f"{name}: this is not a citecheck database, or it is damaged; restore a backup")
    if "locked" in said and isinstance(error, OperationalError):
        return StoreError(f"{name}: another process held the database for more than {BUSY:g} seconds")
    return error


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=FULL")  # what we acknowledge survives a power cut
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def write_ahead(cursor: sqlite3.Cursor) -> None:
    """Switch to WAL. Where two processes do so in a new file, SQLite refuses one at once, whatever it would
    wait: that one tries again, for as long as it waits for any other lock."""
    until = time.monotonic() + BUSY
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise
            time.sleep(PAUSE)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
