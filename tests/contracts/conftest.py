from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.reports import SqlReportBook
from citecheck.adapters.sql.reviews import SqlReviewBook
from citecheck.adapters.sql.views import SqlViews
from citecheck.ports import Catalog, ReportBook, ReviewBook, Views
from citecheck.testing import MemoryCatalog, MemoryReportBook, MemoryReviewBook, MemoryTables


@dataclass(frozen=True, slots=True)
class Store:
    """A catalog, its views, and the catalog of another process on the same tables."""

    catalog: Catalog
    views: Views
    other: Catalog
    reviews: ReviewBook
    reports: ReportBook


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        tables = MemoryTables()
        catalog = MemoryCatalog(tables)
        books = MemoryReviewBook(catalog), MemoryReportBook(catalog)
        yield Store(catalog, catalog, MemoryCatalog(tables), *books)
        return
    databases = [Database(sqlite_url(tmp_path)), Database(sqlite_url(tmp_path))]
    for database in databases:
        await database.open()
    books = SqlReviewBook(databases[0]), SqlReportBook(databases[0])
    yield Store(SqlCatalog(databases[0]), SqlViews(databases[0]), SqlCatalog(databases[1]), *books)
    for database in databases:
        await database.close()
