"""The database: transactions on threads of their own, so that nothing waits in the event loop.

SQLite with several processes loses updates when a transaction begins as a reader and then writes. Here
every writing transaction begins with BEGIN IMMEDIATE, and readers see the last commit (WAL).
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from citecheck.adapters.sql import migrate
from citecheck.errors import DataDirError, StoreError

T = TypeVar("T")

FILE_NAME = "citecheck.db"
BUSY = 30.0  # seconds that a writer waits for another process
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
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="sql-write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="sql-read")

    async def open(self) -> None:
        """Bring the tables up to this version; DataDirError where they cannot be used."""
        await self.write(migrate.upgrade)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction that commits as a whole or not at all."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` over one snapshot of the database; it must not write."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def close(self) -> None:
        """Finish what is under way and let the file go."""
        await asyncio.to_thread(self._close)

    def _write(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except DatabaseError as error:
            raise explained(error, self._name) from error

    def _read(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._engine.connect().execution_options(**{READING: True}) as connection:
                return work(connection)
        except DatabaseError as error:
            raise explained(error, self._name) from error

    def _close(self) -> None:
        self._writer.shutdown()
        self._readers.shutdown()
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
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # what we acknowledge survives a power cut
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
