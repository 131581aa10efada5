"""Soft-404 probes in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from citecheck.model import Capture, CaptureId, FetchOutcome, HostKey, LinkState, Probe, ProbeWish, SourceKey
from citecheck.testing.tables import HostRow, MemoryTables

A_FEW = 12


class MemoryProbes:
    """The ProbeBook port over dictionaries, and what conditional requests are made from."""

    def __init__(self, tables: MemoryTables) -> None:
        self.tables = tables

    async def want_probe(self, wish: ProbeWish, since: datetime) -> bool:
        """Ask for a probe, unless the host was probed after `since` or is to be elsewhere."""
        if any(one.host == wish.host and one.at > since for one in self.tables.probes):
            return False
        waiting = [one for one in self.tables.probe_wishes.values() if one.host == wish.host]
        if any(one.directory != wish.directory for one in waiting):
            return False
        self.tables.probe_wishes.setdefault(wish.capture_id, wish)
        return True

    async def wanted_probes(self, now: datetime, limit: int) -> Sequence[HostKey]:
        """Hosts that are to be probed and whose turn has come."""
        hosts = {one.host for one in self.tables.probe_wishes.values()}
        return sorted(key for key in hosts if self.tables.hosts.get(key, HostRow()).free(now))[:limit]

    async def wanted_probe(self, host: HostKey) -> ProbeWish | None:
        """What the host is to be asked for."""
        waiting = sorted(self.tables.probe_wishes.items())
        return next((wish for _, wish in waiting if wish.host == host), None)

    async def record_probe(self, probe: Probe) -> Sequence[CaptureId]:
        """Put an answer on record; the captures that asked wait to be judged again."""
        self.tables.probes.append(probe)
        asked = sorted(key for key, wish in self.tables.probe_wishes.items() if wish.host == probe.host)
        for key in asked:
            self.tables.captures[key].again = True
        await self.drop_probes(probe.host)
        return asked

    async def drop_probes(self, host: HostKey) -> None:
        """Forget what was asked for of a host."""
        for key in [key for key, wish in self.tables.probe_wishes.items() if wish.host == host]:
            del self.tables.probe_wishes[key]

    async def probe(self, host: HostKey, directory: str, window: tuple[datetime, datetime]) -> Probe | None:
        """The last probe of a host's directory within a window of time."""
        found = [
            one
            for one in self.tables.probes
            if one.host == host and one.directory == directory and window[0] <= one.at <= window[1]
        ]
        return max(found, key=lambda one: one.at, default=None)

    async def landings(self, host: HostKey, besides: SourceKey, until: datetime) -> Sequence[FetchOutcome]:
        """Where a few other sources of the host led, newest first."""
        others = [
            row
            for key, known in self.tables.sources.items()
            if known.source.host == host and key != besides
            for row in self.tables.history(key)
            if row.capture.outcome.status == 200 and row.capture.captured_at <= until
        ]
        newest: dict[SourceKey, FetchOutcome] = {}
        for row in sorted(others, key=lambda row: row.place, reverse=True)[:A_FEW]:
            newest.setdefault(row.capture.source_key, row.capture.outcome)
        return list(newest.values())

    async def last_good(self, keys: Sequence[SourceKey]) -> Mapping[SourceKey, Capture]:
        """Of each source the newest capture with a body, where it was found alive."""
        found: dict[SourceKey, Capture] = {}
        for key in keys:
            whole = [
                row
                for row in self.tables.history(key)
                if row.capture.has_body and row.capture.outcome.status == 200
            ]
            if whole and whole[-1].statuses and whole[-1].statuses[-1].state is LinkState.ALIVE:
                found[key] = whole[-1].capture
        return found
