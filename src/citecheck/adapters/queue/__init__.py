"""Queues. The embedded one lives in this process; the tables are the truth, so losing it loses nothing."""

from citecheck.adapters.queue.memory import MemoryQueue

__all__ = ["MemoryQueue"]
