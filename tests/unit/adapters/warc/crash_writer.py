"""Writes captures until it is killed, and prints each id once its row is committed.

For each number of rounds that it reads from its input it forks a writer, which has all modules loaded
already, prints that process's id first, and "END" when it is gone.
"""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

from citecheck.adapters.clock import SystemClock
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.warc import StoreOptions, WarcStore
from citecheck.testing import samples


async def write(store: WarcStore, catalog: SqlCatalog, task: int, count: int) -> None:
    clock = SystemClock()
    for n in range(count):
        body = os.urandom(4000) if n % 3 else b"the same body"
        url = f"https://example.org/{os.getpid()}/{task}/{n}"
        captures = await store.append([samples.page(url, body, clock.now())])
        await catalog.record_captures(captures, clock.now() + timedelta(days=1))
        for capture in captures:
            print(capture.id, flush=True)


async def main(data_dir: Path, count: int) -> None:
    database = Database(sqlite_url(data_dir))
    await database.open()
    catalog = SqlCatalog(database)
    store = WarcStore(data_dir, SystemClock(), catalog, StoreOptions(roll_size=200_000))
    await asyncio.gather(*(write(store, catalog, task, count) for task in range(3)))
    await store.close()
    await database.close()


def nurse(data_dir: Path) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)
            asyncio.run(main(data_dir, int(line)))
            os._exit(0)
        os.waitpid(child, 0)
        print("END", flush=True)


nurse(Path(sys.argv[1]))
