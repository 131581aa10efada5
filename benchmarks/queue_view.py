"""How fast the review queue answers with 20,000 flagged citations: `python benchmarks/queue_view.py [N]`.

Prints the 95th percentile of a page with its total, per filter, and what one re-judged citation costs.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, text

from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.reports import SqlReportBook
from citecheck.adapters.sql.reviews import SqlReviewBook
from citecheck.model import (
    Capture,
    CaptureId,
    Citation,
    Claim,
    DocumentId,
    FlagCode,
    FlagFinding,
    LinkClass,
    QueueQuery,
    RecordPointer,
    Severity,
    Standing,
)
from citecheck.testing import samples
from citecheck.testing.clock import START

EACH = 100  # citations of one document
RUNS = 60
WORDS = [
    "council",
    "bridge",
    "market",
    "engineers",
    "piers",
    "winter",
    "harvest",
    "minister",
    "treaty",
    "river",
    "election",
    "budget",
]


async def fill(catalog: SqlCatalog, count: int) -> list[Sequence[Citation]]:
    """Documents of EACH citations, every one with one to three flags."""
    chance = random.Random(1)
    added = []
    for number in range(count // EACH):
        sources = [
            replace(
                samples.source(f"https://h{chance.randrange(800)}.example/{number}/{n}", f"h{n}.example:443"),
                publisher=chance.choice([None, "ft", "b92", "n1"]),
            )
            for n in range(EACH)
        ]
        document, citations = samples.document(str(number), *sources)
        claims = [Claim(" ".join(chance.choices(WORDS, k=25)), ()) for _ in citations]
        cited = [replace(one, claim=claim) for one, claim in zip(citations, claims, strict=True)]
        at = START + timedelta(minutes=number)
        await catalog.add_document(document, cited, at)
        await catalog.set_findings([(one.id, _findings(chance)) for one in cited], at)
        added.append(cited)
    return added


def _findings(chance: random.Random) -> tuple[FlagFinding, ...]:
    codes = chance.sample([code for code in FlagCode if code is not FlagCode.HOST_INCIDENT], 3)
    return tuple(FlagFinding(code, code.severity, code.explanation) for code in codes)


def spread(connection: Connection) -> None:
    """Link classes and standings as they come."""
    connection.execute(
        text(
            "UPDATE citation_now SET link_class = CASE abs(random()) % 4 WHEN 0 THEN 'alive' "
            "WHEN 1 THEN 'walled' WHEN 2 THEN 'gone' ELSE 'transient' END"
        )
    )


async def timed(name: str, act: Callable[[], Awaitable[object]], runs: int = RUNS) -> None:
    """Print the median and the 95th percentile of `act` in milliseconds."""
    took = []
    for _ in range(runs):
        started = time.perf_counter()
        await act()
        took.append((time.perf_counter() - started) * 1000)
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"{name:28} median {statistics.median(took):7.1f} ms   p95 {p95:7.1f} ms")


async def main(count: int) -> None:
    """Fill, ask, print."""
    with tempfile.TemporaryDirectory() as directory:
        database = Database(sqlite_url(Path(directory)))
        await database.open()
        catalog, book = SqlCatalog(database), SqlReviewBook(database)
        started = time.perf_counter()
        added = await fill(catalog, count)
        await database.write(spread)
        print(f"{count} flagged citations added in {time.perf_counter() - started:.1f} s")
        queries = {
            "all": QueueQuery(),
            "last page": QueueQuery(page=count // 50),
            "severity": QueueQuery(severity=Severity.MEDIUM),
            "code": QueueQuery(code=FlagCode.LINK_DEAD),
            "publisher": QueueQuery(publisher="ft"),
            "link class": QueueQuery(link_class=LinkClass.GONE),
            "document": QueueQuery(document_id=DocumentId("d7")),
            "standing": QueueQuery(standing=Standing.OPEN),
            "words": QueueQuery(words="word12 word7"),
            "words, found nowhere": QueueQuery(words="zeppelin"),
            "all filters": QueueQuery(
                severity=Severity.HIGH, code=FlagCode.LINK_DEAD, publisher="ft", link_class=LinkClass.GONE,
                words="word9",
            ),
        }  # fmt: skip
        for name, query in queries.items():
            await timed(name, lambda query=query: book.queue(query))
        await timed("list of documents", lambda: book.documents(1, 50))
        await timed("re-judge one citation", lambda: judge_one(catalog, added[0][0]), 30)
        reports = SqlReportBook(database)
        await timed("draft of the first report", lambda: reports.draft(START.date(), "UTC", START), 3)
        await database.close()


async def judge_one(catalog: SqlCatalog, citation: Citation) -> None:
    """Record one more judged capture."""
    number = time.perf_counter_ns()
    at = START + timedelta(microseconds=number // 1000)
    fetched = samples.page(citation.source.key, at=at)
    where = RecordPointer("warc/x.warc.gz", 0, 1)
    capture = Capture(
        CaptureId(f"k{number:030d}"), citation.source.key, at, fetched.outcome, where, False, None
    )
    await catalog.record_captures([capture], at)
    await catalog.record_judged(samples.judged(capture, [citation], [FlagCode.LINK_DEAD]))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
