"""Captures as WARC 1.1 files: written verbatim, one gzip member a record, recovered after a crash."""

from citecheck.adapters.warc.store import WarcStore
from citecheck.adapters.warc.warcinfo import StoreOptions

__all__ = ["StoreOptions", "WarcStore"]
