"""A service that lives through weeks at once: real flows and sockets, tables in SQLite, a clock that is told.

async with living(data_dir, server, resolver) as life:
    document_id = await life.cite("https://paper.example/1")
    await life.pass_time(timedelta(days=3))
    ... (await life.looks(document_id))["https://paper.example/1"] ...
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

from tests.badweb.world import NETWORK, LiteralResolver

from citecheck.adapters.http import HttpFetcher
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.reports import SqlReportBook
from citecheck.adapters.sql.reviews import SqlReviewBook
from citecheck.adapters.sql.views import SqlViews
from citecheck.adapters.support import BuiltInSupport
from citecheck.entrypoints.worker import work
from citecheck.flows.dispatch import dispatch
from citecheck.flows.intake import Submission, intake
from citecheck.flows.look import LookRequest
from citecheck.flows.tools import Tools
from citecheck.model import DocumentId, Flag, LinkStatus, Observation, PoolFailure, SourceKey
from citecheck.ports import Resolver
from citecheck.settings import NetworkSettings, load_settings
from citecheck.testing import FakeClock, InlinePool, ListNotifier, ListQueue, MemoryCaptureStore

T = TypeVar("T")
CANARY = "93.184.215.14"  # any public address: canaries are looked up, never connected to


@dataclass(frozen=True)
class Look:
    """What the service says of one link at one moment."""

    at: datetime
    link: LinkStatus
    flags: tuple[Flag, ...]  # open ones

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the open flags."""
        return frozenset(str(flag.code) for flag in self.flags)


class TurnTakingPool(InlinePool):
    """One task between two turns of the event loop: the server, which shares the loop, gets its own. What
    one look at a page gave is given again for the same page: looking is pure, and costs most."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = asyncio.Lock()
        self._seen: dict[object, Any] = {}

    async def run(self, task: Callable[..., T], *arguments: object) -> T | PoolFailure:
        async with self._turn:
            await asyncio.sleep(0)
            if not isinstance(arguments[0], LookRequest):
                return await super().run(task, *arguments)
            asked = arguments[0]
            known = asked.known.text_sha256 if asked.known else None
            key = (asked.payload(), asked.final.url, asked.final.headers, asked.claims, asked.cited, known)
            if key not in self._seen:
                self._seen[key] = await super().run(task, *arguments)
            return cast(T, self._seen[key])


@dataclass
class Life:
    """The service between two moments."""

    tools: Tools
    clock: FakeClock
    documents: list[DocumentId] = field(default_factory=list)

    async def cite(self, *urls: str) -> DocumentId:
        """A list of links, checked at once."""
        submission = Submission("\n".join(urls).encode(), "links.txt", media_type="text/uri-list")
        document_id = await intake(submission, self.tools)
        self.documents.append(document_id)
        await self.settle()
        return document_id

    async def settle(self) -> None:
        """Everything that is due now, until nothing is."""
        while await dispatch(self.clock.now(), self.tools):
            await work(self.tools)

    async def pass_time(self, step: timedelta) -> None:
        """Let time pass and do what is due by then."""
        self.clock.set(self.clock.now() + step)
        await self.settle()

    async def looks(self, document_id: DocumentId) -> dict[str, Look]:
        """What is said of every link of a document now, by its URL."""
        result = await self.tools.views.document(document_id, online=True)
        now = self.clock.now()
        return {
            one.citation.url: Look(now, one.link, tuple(f for f in one.flags if f.cleared_at is None))
            for one in result.citations
        }

    async def history(self, url: str) -> list[Observation]:
        """A link's observations, oldest first."""
        return list(await self.tools.catalog.observations(SourceKey(url)))


@asynccontextmanager
async def living(
    data_dir: Path, resolver: Resolver | None = None, network: NetworkSettings = NETWORK
) -> AsyncIterator[Life]:
    """A service over a new data directory. Canaries resolve unless `resolver` says otherwise."""
    clock = FakeClock()
    settings = replace(load_settings({}), data_dir=data_dir, network=network)
    database = Database(sqlite_url(data_dir))
    await database.open()
    catalog = SqlCatalog(database)
    tools = Tools(
        settings=settings,
        clock=clock,
        catalog=catalog,
        views=SqlViews(database),
        fetcher=HttpFetcher(network, resolver or with_canaries(), clock),
        captures=MemoryCaptureStore(clock, catalog),
        queue=ListQueue(),
        pool=TurnTakingPool(),
        support=BuiltInSupport.shipped(),
        reviews=SqlReviewBook(database),
        reports=SqlReportBook(database),
        notifier=ListNotifier(),
    )
    try:
        yield Life(tools, clock)
    finally:
        await database.close()


def with_canaries() -> LiteralResolver:
    """A resolver of a machine with a network: the canaries' names exist."""
    resolver = LiteralResolver()
    for name in NETWORK.canaries:
        resolver.has(name, CANARY)
    return resolver
