"""Shipped fakes for every port."""

from citecheck.testing.web import FakeFetcher, FakePage, FakeResolver

__all__ = ["FakeFetcher", "FakePage", "FakeResolver"]
