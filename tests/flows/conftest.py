"""A service without a network: real flows, tables in SQLite, a scripted web, and a clock that is told."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.reports import SqlReportBook
from citecheck.adapters.sql.reviews import SqlReviewBook
from citecheck.adapters.sql.views import SqlViews
from citecheck.entrypoints.worker import work
from citecheck.flows.dispatch import dispatch
from citecheck.flows.intake import Submission, intake
from citecheck.flows.tools import Tools
from citecheck.model import CitationResult, DocumentId, PreparedClaim, Thresholds
from citecheck.settings import NetworkSettings, Settings, load_settings
from citecheck.testing import (
    FakeClock,
    FakeFetcher,
    InlinePool,
    ListNotifier,
    ListQueue,
    MemoryCaptureStore,
)

PAGE = (
    "<html lang=en><head><title>The bridge at Old Mill</title></head><body><article>"
    + "".join(
        f"<p>Sentence {n} of the report says how the council paid for the bridge at Old Mill, which "
        "carries the road to the market, and what the engineers found in its piers.</p>"
        for n in range(8)
    )
    + "</article></body></html>"
).encode()


@dataclass
class SteadySupport:
    """A support model that always says the same."""

    score: float = 0.95
    name: str = "steady"
    version: str = "1"
    thresholds: Thresholds = field(default_factory=lambda: Thresholds(0.6, 0.3))

    async def scores(self, claims: Sequence[PreparedClaim]) -> Sequence[float]:
        return [self.score for _ in claims]


@dataclass
class World:
    """The service at one point of its life; `restarted` gives the next."""

    tools: Tools
    clock: FakeClock
    web: FakeFetcher
    notifier: ListNotifier
    support: SteadySupport

    async def add(self, text: str, origin: str = "article.md") -> DocumentId:
        submission = Submission(text.encode(), origin, date(2026, 2, 28), "text/markdown")
        return await intake(submission, self.tools)

    async def settle(self) -> None:
        """Everything that is due now, until nothing is."""
        while await dispatch(self.clock.now(), self.tools):
            await work(self.tools)

    async def pass_time(self, step: timedelta) -> None:
        self.clock.set(self.clock.now() + step)
        await self.settle()

    async def citations(self, document_id: DocumentId) -> tuple[CitationResult, ...]:
        return (await self.tools.views.document(document_id, True)).citations


class Worlds:
    """Lives of one service over one data directory."""

    def __init__(self, data_dir: Path) -> None:
        network = NetworkSettings(interval=0.0)
        self.settings: Settings = replace(load_settings({}), data_dir=data_dir, network=network)
        self.clock = FakeClock()
        self.web = FakeFetcher(self.clock)
        self.notifier = ListNotifier()
        self.support = SteadySupport()
        self._kept: MemoryCaptureStore | None = None

    @asynccontextmanager
    async def life(self) -> AsyncIterator[World]:
        database = Database(sqlite_url(self.settings.data_dir))
        await database.open()
        catalog = SqlCatalog(database)
        self._kept = self._kept or MemoryCaptureStore(self.clock, catalog)
        self._kept._index = catalog
        tools = Tools(
            settings=self.settings,
            clock=self.clock,
            catalog=catalog,
            views=SqlViews(database),
            fetcher=self.web,
            captures=self._kept,
            queue=ListQueue(),
            pool=InlinePool(),
            support=self.support,
            reviews=SqlReviewBook(database),
            reports=SqlReportBook(database),
            notifier=self.notifier,
        )
        try:
            yield World(tools, self.clock, self.web, self.notifier, self.support)
        finally:
            await database.close()


@pytest.fixture
def worlds(tmp_path: Path) -> Worlds:
    return Worlds(tmp_path)


@pytest.fixture
async def world(worlds: Worlds) -> AsyncIterator[World]:
    async with worlds.life() as alive:
        yield alive


@pytest.fixture
def page() -> bytes:
    return PAGE
