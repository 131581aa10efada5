from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.views import SqlViews
from citecheck.ports import Catalog, Views
from citecheck.testing import MemoryCatalog, MemoryTables


@dataclass(frozen=True, slots=True)
class Store:
    """A catalog, its views, and the catalog of another process on the same tables."""

    catalog: Catalog
    views: Views
    other: Catalog


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        tables = MemoryTables()
        catalog = MemoryCatalog(tables)
        yield Store(catalog, catalog, MemoryCatalog(tables))
        return
    databases = [Database(sqlite_url(tmp_path)), Database(sqlite_url(tmp_path))]
    for database in databases:
        await database.open()
    yield Store(SqlCatalog(databases[0]), SqlViews(databases[0]), SqlCatalog(databases[1]))
    for database in databases:
        await database.close()
