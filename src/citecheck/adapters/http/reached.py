"""Who answered us lately: one fetcher's memory, shared by its sessions."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from citecheck.model import HostKey


class Reached:
    """The last answers of two hosts (one of them may be the one in question), and who is being asked."""

    def __init__(self) -> None:
        self._last: dict[HostKey, datetime] = {}
        self._asked: Counter[HostKey] = Counter()

    def note(self, host: HostKey, at: datetime) -> None:
        """`host` answered what it was asked at `at`."""
        others = [one for one in self._last.items() if one[0] != host]
        self._last = dict([*others[-1:], (host, at)])

    def others_since(self, besides: HostKey, since: datetime) -> bool:
        """Whether somebody else answered what was asked at `since` or later."""
        return any(host != besides and at >= since for host, at in self._last.items())

    def others_are_asked(self, besides: HostKey) -> bool:
        """Whether somebody else is being asked now."""
        return any(host != besides for host in self._asked)

    @contextmanager
    def asking(self, host: HostKey) -> Iterator[None]:
        """`host` is being asked within the block."""
        self._asked[host] += 1
        try:
            yield
        finally:
            self._asked[host] -= 1
            if not self._asked[host]:
                del self._asked[host]
