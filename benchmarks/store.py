"""How fast captures are put on record: python benchmarks/store.py [captures] [body bytes]."""

import asyncio
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from random import Random

from citecheck.adapters.clock import SystemClock
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.warc import WarcStore
from citecheck.testing import samples


def bodies(count: int, size: int) -> list[bytes]:
    chance = Random(1)
    words = [bytes(chance.choices(b"etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(4000)]
    return [b" ".join(chance.choices(words, k=size // 7)) for _ in range(count)]


async def measure(data_dir: Path, count: int, size: int, batch: int) -> None:
    database = Database(sqlite_url(data_dir))
    await database.open()
    catalog, clock = SqlCatalog(database), SystemClock()
    store = WarcStore(data_dir, clock, catalog)
    pages = [
        samples.page(f"https://example.org/{n}", body, clock.now())
        for n, body in enumerate(bodies(count, size))
    ]
    written = rows = judged = 0.0
    due = clock.now() + timedelta(days=1)
    for start in range(0, count, batch):
        before = time.perf_counter()
        captures = await store.append(pages[start : start + batch])
        appended = time.perf_counter()
        await catalog.record_captures(captures, due)
        recorded = time.perf_counter()
        for capture in captures:
            await catalog.record_judged(samples.judged(capture))
        judged += time.perf_counter() - recorded
        written, rows = written + appended - before, rows + recorded - appended
    print(
        f"batches of {batch:3}: {count / written:6.0f} captures/s appended, {count / rows:6.0f} rows/s "
        f"({count / batch / rows:5.0f} batches/s), {count / judged:5.0f} judged/s"
    )
    await store.close()
    await database.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    for batch in (1, 8, 50):
        with tempfile.TemporaryDirectory() as name:
            asyncio.run(measure(Path(name), count, size, batch))


if __name__ == "__main__":
    main()
