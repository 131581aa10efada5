"""The CaptureStore over WARC files: append, fsync once for all that waits, then the caller's rows."""

import asyncio
import hashlib
import re
import secrets
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from citecheck.adapters.warc import handout, wire
from citecheck.adapters.warc.composing import Taken, capture_of, compose, take_apart
from citecheck.adapters.warc.file import OpenFile
from citecheck.adapters.warc.handout import Part
from citecheck.adapters.warc.identity import CaptureIds
from citecheck.adapters.warc.records import member, pieces
from citecheck.adapters.warc.recovery import recover_file, unheld
from citecheck.adapters.warc.scan import read_group, read_member, read_record
from citecheck.adapters.warc.warcinfo import StoreOptions, warcinfo
from citecheck.errors import StoreError
from citecheck.model import Capture, CaptureId, Fetched, Manifest, RecordPointer, SourceKey, WarcFile
from citecheck.ports import CaptureIndex, Clock

T = TypeVar("T")
PATIENCE = timedelta(seconds=5)  # between two looks whether a full file's rows are all committed


@dataclass(slots=True)
class Current:
    """The file being written, since when, and the captures in it."""

    file: OpenFile
    opened_at: datetime
    ids: set[CaptureId]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Captures that revisit records may refer to."""

    by_payload: Mapping[str, Capture]
    by_source: Mapping[SourceKey, Capture]  # what a 304 speaks of


class WarcStore:
    """Files under `data_dir`/warc/YYYY/MM/DD/. Any number of processes may write to one directory:
    each has files of its own, locked while they are open."""

    def __init__(
        self, data_dir: Path, clock: Clock, index: CaptureIndex, options: StoreOptions | None = None
    ) -> None:
        self._data_dir = data_dir
        self._clock = clock
        self._index = index
        self._options = options or StoreOptions()
        self._writer = secrets.token_hex(4)
        self._serial = 0
        self._ids = CaptureIds()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="warc")
        self._current: Current | None = None
        self._full: list[Current] = []
        self._look_again: datetime | None = None
        self._waiting: list[tuple[Sequence[Fetched], asyncio.Future[Sequence[Capture]]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def append(self, fetched: Sequence[Fetched]) -> Sequence[Capture]:
        """Write all records of each fetch, flush and fsync. Calls that come while the disk is busy
        share the next fsync. DataDirError where there is no room; nothing torn remains then."""
        if not fetched:
            return ()
        done: asyncio.Future[Sequence[Capture]] = asyncio.get_running_loop().create_future()
        self._waiting.append((fetched, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_waiting())
        return await done

    def payload(self, capture: Capture) -> Callable[[], bytes]:
        """What reads the de-chunked, still encoded body of a capture (of what a revisit refers to)."""
        return partial(read_payload, self._data_dir, capture)

    async def hand_out(self, captures: Sequence[Capture], name: str, path: Path) -> Manifest:
        """Copy captures into a file that stands alone."""
        ordered = sorted(captures, key=lambda capture: (capture.captured_at, capture.id))
        starts = await self._starts(ordered)

        def parts() -> Iterator[Part]:
            for capture in ordered:
                where = capture.refers_to
                yield Part(
                    capture,
                    tuple(read_group(self._data_dir, capture.record.file, starts[capture.id], capture.id)),
                    read_member(self._data_dir, where) if where is not None else None,
                )

        start = handout.first(ordered, name, self._options)
        return await asyncio.to_thread(handout.write, path, start, parts())

    async def _starts(self, captures: Sequence[Capture]) -> Mapping[CaptureId, int]:
        """For each capture, a place in its file at or before its first record, not far off."""
        found: dict[CaptureId, int] = {}
        for file in {capture.record.file for capture in captures}:
            places = sorted(where.offset for where in (await self._index.recorded(file)).values())
            for capture in captures:
                if capture.record.file == file:
                    before = bisect_left(places, capture.record.offset)
                    found[capture.id] = places[before - 1] if before else 0
        return found

    async def recover(self) -> Sequence[Capture]:
        """Cut torn tails of files nobody holds, and return whole captures whose rows are missing.
        A file without missing rows is finished."""
        missing: list[Capture] = []
        for path in await self._run(lambda: unheld(self._data_dir)):
            missing += await recover_file(path, self._data_dir, self._index, self._clock.now())
        return missing

    async def close(self) -> None:
        """Finish the files whose captures are all on record; leave others to recovery."""
        if self._writing is not None:
            await self._writing
        try:
            if self._current is not None:
                self._full.append(self._current)
            await self._finish_full()
        finally:
            for left in self._full:
                left.file.let_go()
            self._full, self._current = [], None
            self._thread.shutdown()

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                captures = await self._write([one for fetched, _ in batch for one in fetched])
            except Exception as error:  # each caller hears of it
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
                continue
            start = 0
            for fetched, done in batch:
                if not done.done():
                    done.set_result(captures[start : start + len(fetched)])
                start += len(fetched)

    async def _write(self, fetched: Sequence[Fetched]) -> list[Capture]:
        self._set_aside_if_full()
        if self._full and (self._look_again is None or self._look_again <= self._clock.now()):
            await self._finish_full()
            self._look_again = self._clock.now() + PATIENCE
        taken = await self._run(lambda: [take_apart(one) for one in fetched])
        earlier = await self._find_earlier(taken)
        return await self._run(lambda: self._put(taken, earlier))

    async def _find_earlier(self, taken: Sequence[Taken]) -> Earlier:
        payloads = {one.sharable for one in taken if one.sharable is not None}
        unchanged = {one.fetched.outcome.source_key for one in taken if one.unchanged}
        last = {key: found for key in unchanged if (found := await self._index.last_body(key))}
        payloads |= {one.payload_sha256 for one in last.values() if one.payload_sha256}
        holders = await self._index.holders(sorted(payloads)) if payloads else {}
        # a revisit refers to the record that holds the payload, never to another revisit
        return Earlier(
            holders, {key: holders.get(one.payload_sha256 or "", one) for key, one in last.items()}
        )

    def _put(self, taken: Sequence[Taken], earlier: Earlier) -> list[Capture]:
        """Compose the records, write them with one fsync, and say where they came to lie."""
        current = self._file()
        captures: list[Capture] = []
        self._commit(current, self._composed(current, taken, earlier, captures))
        current.ids.update(capture.id for capture in captures)
        return captures

    def _composed(
        self, current: Current, taken: Sequence[Taken], earlier: Earlier, captures: list[Capture]
    ) -> Iterator[bytes]:
        """The records in pieces, each made once those before it are taken; `captures` gets the captures."""
        by_payload = dict(earlier.by_payload)
        end = current.file.size
        if end == 0:
            first = self._first(current)
            end += len(first)
            yield first
        for one in taken:
            reference = by_payload.get(one.sharable or "")
            if one.unchanged:
                reference = earlier.by_source.get(one.fetched.outcome.source_key)
            group = compose(one, self._ids.make(self._clock.now()), reference)
            places: dict[str, RecordPointer] = {}
            where = RecordPointer(current.file.name, end, 0)
            for record in group.records:
                start = end
                for piece in pieces(record):
                    end += len(piece)
                    yield piece
                where = RecordPointer(current.file.name, start, end - start)
                places[record.header("WARC-Record-ID") or ""] = where
            captures.append(capture_of(group.facts, places, where))
            if one.sharable is not None and reference is None:
                by_payload[one.sharable] = captures[-1]

    def _first(self, current: Current) -> bytes:
        return member(warcinfo(current.file.name, current.opened_at, self._options))

    def _commit(self, current: Current, composed: Iterable[bytes]) -> None:
        try:
            current.file.append(composed)
        except Exception:
            if current.file.size == 0:
                current.file.discard()
                self._current = None
            elif not current.file.sound:
                current.file.let_go()
                self._current = None
            raise

    def _set_aside_if_full(self) -> None:
        current = self._current
        if current is None:
            return
        old = self._clock.now() - current.opened_at >= self._options.roll_after
        if old or current.file.size >= self._options.roll_size:
            self._full.append(current)
            self._current = None

    def _file(self) -> Current:
        if self._current is None:
            now = self._clock.now()
            self._current = Current(self._new_file(now), now, set())
        return self._current

    def _new_file(self, now: datetime) -> OpenFile:
        host = re.sub(r"[^A-Za-z0-9.]+", "-", self._options.hostname).strip("-.") or "host"
        while True:
            self._serial += 1
            name = f"warc/{now:%Y/%m/%d}/{host}-{self._writer}-{self._serial:05d}.warc.gz"
            file = OpenFile.create(self._data_dir, name)
            if file is not None:
                return file

    async def _finish_full(self) -> None:
        for full in list(self._full):
            recorded = await self._index.recorded(full.file.name)
            if not full.ids <= recorded.keys():
                continue
            closed = WarcFile(full.file.name, full.file.size, full.file.sha256, self._clock.now())
            await self._index.close_file(closed)  # first: a file that recovery finds is finished there
            await self._run(full.file.finish)
            self._full.remove(full)


def read_payload(data_dir: Path, capture: Capture) -> bytes:
    """The payload that a capture's record, or the one it refers to, holds; StoreError where the
    bytes are not those that were captured. b"" where there is none."""
    if not capture.has_body:
        return b""
    where = capture.refers_to or capture.record
    response = read_record(data_dir, where).block
    parsed = wire.parse(response)
    payload = wire.payload(response, parsed) if parsed is not None else b""
    if hashlib.sha256(payload).hexdigest() != capture.payload_sha256:
        raise StoreError(f"{where.file}: the payload at {where.offset} does not fit capture {capture.id}")
    return payload
