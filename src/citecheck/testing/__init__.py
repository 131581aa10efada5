"""Shipped fakes for every port."""

from citecheck.testing.captures import MemoryCaptureStore
from citecheck.testing.catalog import MemoryCatalog
from citecheck.testing.clock import FakeClock
from citecheck.testing.people import ListNotifier, MemoryReportBook, MemoryReviewBook
from citecheck.testing.pool import InlinePool
from citecheck.testing.queue import ListQueue
from citecheck.testing.tables import MemoryTables
from citecheck.testing.web import FakeFetcher, FakePage, FakeResolver

__all__ = [
    "FakeClock",
    "FakeFetcher",
    "FakePage",
    "FakeResolver",
    "InlinePool",
    "ListNotifier",
    "ListQueue",
    "MemoryCaptureStore",
    "MemoryCatalog",
    "MemoryReportBook",
    "MemoryReviewBook",
    "MemoryTables",
]
