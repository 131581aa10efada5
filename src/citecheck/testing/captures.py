"""A capture store in memory: no files, the same promises."""

from collections.abc import Sequence

from citecheck.adapters.warc.composing import Taken, capture_of, compose, take_apart
from citecheck.adapters.warc.identity import CaptureIds
from citecheck.errors import StoreError
from citecheck.model import Capture, Fetched, RecordPointer
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
        self._left: list[Capture] = []  # of an earlier life
        self.appended: list[Capture] = []

    async def append(self, fetched: Sequence[Fetched]) -> Sequence[Capture]:
        """Make a capture of each fetch."""
        batch: dict[str, Capture] = {}
        captures = [await self._one(take_apart(one), batch) for one in fetched]
        self.appended += captures
        return captures

    async def payload(self, capture: Capture) -> bytes:
        """The payload of a capture; b"" where there is none."""
        if not capture.has_body:
            return b""
        found = self._payloads.get(capture.refers_to or capture.record)
        if found is None:
            raise StoreError(f"capture {capture.id} is not in this store")
        return found

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
