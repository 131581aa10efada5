"""What one fetch has used up of its deadline and of its bytes."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Spending:
    """Seconds at work (waiting for a host's turn is not work) and bytes received, all hops together."""

    def __init__(self, deadline: float, most: int | None = None) -> None:
        self.seconds = 0.0
        self.received = 0
        self._deadline = deadline
        self._most = most

    @property
    def seconds_left(self) -> float:
        """Seconds until the deadline."""
        return self._deadline - self.seconds

    @property
    def overdue(self) -> str:
        """The deadline in words."""
        return f"the fetch took longer than {self._deadline:g} s"

    def bytes_left(self, limit: int) -> int:
        """Bytes that may still come where `limit` is the limit of the whole fetch."""
        limit = limit if self._most is None else min(limit, self._most)
        return max(limit - self.received, 0)

    def part(self, most: int) -> "Spending":
        """A side errand on the same deadline with `most` bytes of its own; add its seconds afterwards."""
        return Spending(self.seconds_left, most)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of the block."""
        loop = asyncio.get_running_loop()
        before = loop.time()
        try:
            yield
        finally:
            self.seconds += loop.time() - before
