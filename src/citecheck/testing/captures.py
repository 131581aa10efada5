"""A capture store in memory: no files, the same promises."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from citecheck.adapters.warc import handout
from citecheck.adapters.warc.composing import Taken, capture_of, compose, take_apart
from citecheck.adapters.warc.handout import Part
from citecheck.adapters.warc.identity import CaptureIds
from citecheck.adapters.warc.records import member
from citecheck.adapters.warc.scan import Member
from citecheck.adapters.warc.warcinfo import StoreOptions
from citecheck.errors import StoreError
from citecheck.model import Capture, CaptureId, Fetched, Manifest, RecordPointer
from citecheck.ports import CaptureIndex, Clock


class MemoryCaptureStore:
    """Keeps payloads in a dictionary. Captures are made from fetches by the same pure functions as
    the real store's; places are invented, one "file" for each capture.

    crash() forgets nothing that was appended: as after a real crash, what is appended is durable, and
    recover() gives those captures whose rows are missing.
    """

    def __init__(self, clock: Clock, index: CaptureIndex) -> None:
        self._clock = clock
        self._index = index
        self._ids = CaptureIds()
        self._payloads: dict[RecordPointer, bytes] = {}
        self._groups: dict[RecordPointer, tuple[Member, ...]] = {}
        self._left: list[Capture] = []  # of an earlier life
        self.appended: list[Capture] = []

    async def append(self, fetched: Sequence[Fetched]) -> Sequence[Capture]:
        """Make a capture of each fetch."""
        batch: dict[str, Capture] = {}
        captures = [await self._one(take_apart(one), batch) for one in fetched]
        self.appended += captures
        return captures

    def payload(self, capture: Capture) -> Callable[[], bytes]:
        """What gives the payload of a capture; b"" where there is none."""
        found = self._payloads.get(capture.refers_to or capture.record) if capture.has_body else b""
        return partial(_given, found, capture.id)

    async def hand_out(self, captures: Sequence[Capture], name: str, path: Path) -> Manifest:
        """Copy captures into a real file."""
        ordered = sorted(captures, key=lambda capture: (capture.captured_at, capture.id))
        parts = (
            Part(one, self._groups[one.record], self._final(one.refers_to) if one.refers_to else None)
            for one in ordered
        )
        return handout.write(path, handout.first(ordered, name, StoreOptions()), parts)

    def _final(self, where: RecordPointer) -> Member:
        responses = [one for one in self._groups[where] if one.record.kind == "response"]
        return responses[-1]

    async def recover(self) -> Sequence[Capture]:
        """Captures of an earlier life whose rows are missing."""
        missing = []
        for capture in self._left:
            if capture.id not in await self._index.recorded(capture.record.file):
                missing.append(capture)
        self._left = missing
        return list(missing)

    async def close(self) -> None:
        """Nothing to finish."""

    def crash(self) -> None:
        """End one life and begin the next."""
        self._left += self.appended
        self.appended = []

    async def _one(self, taken: Taken, batch: dict[str, Capture]) -> Capture:
        capture_id = self._ids.make(self._clock.now())
        earlier = await self._earlier(taken) or batch.get(taken.sharable or "")
        group = compose(taken, capture_id, earlier)
        where = RecordPointer(f"memory/{capture_id}", 0, 1)
        capture = capture_of(group.facts, dict.fromkeys([group.facts.record or ""], where), where)
        self._groups[where] = tuple(Member(record, member(record), 0) for record in group.records)
        if capture.has_body and capture.refers_to is None and taken.final is not None:
            self._payloads[where] = taken.final.payload
            if taken.sharable is not None:
                batch.setdefault(taken.sharable, capture)
        return capture

    async def _earlier(self, taken: Taken) -> Capture | None:
        if taken.unchanged:
            return await self._index.last_body(taken.fetched.outcome.source_key)
        if taken.sharable is None:
            return None
        return (await self._index.holders([taken.sharable])).get(taken.sharable)


def _given(found: bytes | None, capture_id: CaptureId) -> bytes:
    if found is None:
        raise StoreError(f"capture {capture_id} is not in this store")
    return found
