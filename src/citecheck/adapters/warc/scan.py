"""Reading WARC files: one record at a known place, or all whole captures of a file left behind."""

import mmap
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from isal import isal_zlib

from citecheck.adapters import codec
from citecheck.adapters.warc.composing import WireFacts, capture_of
from citecheck.adapters.warc.file import OPEN
from citecheck.adapters.warc.records import GZIP, Record, parse
from citecheck.errors import StoreError
from citecheck.model import Capture, CaptureId, RecordPointer

STEP = 256 * 1024
BROKEN = (cast(type[Exception], isal_zlib.error), StoreError, ValueError)  # its stub has an instance


@dataclass(frozen=True, slots=True)
class Left:
    """What a file holds: captures whose rows are missing, where the last whole capture ends, and
    how many captures are whole."""

    missing: tuple[Capture, ...]
    end: int
    whole: int


def read_record(data_dir: Path, where: RecordPointer) -> Record:
    """The record at `where`, whether its file is finished or still open; StoreError where it is not."""
    data = _read(data_dir, where)
    if len(data) != where.length:
        raise StoreError(f"{where.file}: ends before the record at {where.offset}")
    try:
        unpacked = isal_zlib.decompress(data, GZIP)
        del data  # a large one is not kept in both forms
        return parse(unpacked)
    except BROKEN as error:
        raise StoreError(f"{where.file}: the record at {where.offset} is damaged ({error})") from error


@dataclass(frozen=True, slots=True)
class Member:
    """A record with its gzip member, byte for byte."""

    record: Record
    data: bytes
    offset: int


def read_member(data_dir: Path, where: RecordPointer) -> Member:
    """The record at `where` with its bytes; StoreError where it is not."""
    record = read_record(data_dir, where)
    return Member(record, _read(data_dir, where), where.offset)


def read_group(data_dir: Path, file: str, start: int, capture_id: CaptureId) -> list[Member]:
    """All records of one capture, which lie together from `start` on or behind an earlier capture's."""
    with _opened(data_dir, file) as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as data:
        group: list[Member] = []
        for offset, length, record in _records(data, {}, start):
            if record is None or record.kind == "warcinfo":
                continue
            group.append(Member(record, data[offset : offset + length], offset))
            if record.kind != "metadata":
                continue
            if _facts(record, file).capture_id == capture_id:
                return group
            group.clear()
    raise StoreError(f"{file}: the records of capture {capture_id} are not where they were written")


def scan(descriptor: int, file: str, recorded: Mapping[CaptureId, RecordPointer]) -> Left:
    """Walk an open file from its start. Records whose place is on record are passed over unread."""
    size = os.fstat(descriptor).st_size
    if size == 0:
        return Left((), 0, 0)
    known = {where.offset: where.length for where in recorded.values()}
    missing: list[Capture] = []
    places: dict[str, RecordPointer] = {}
    end = whole = 0
    with mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as data:
        for offset, length, record in _records(data, known):
            where = RecordPointer(file, offset, length)
            if record is None:
                continue
            places[record.header("WARC-Record-ID") or ""] = where
            if record.kind != "metadata":
                continue
            facts = _facts(record, file)
            if facts.capture_id not in recorded:
                missing.append(capture_of(facts, places, where))
            places.clear()
            end, whole = offset + length, whole + 1
    on_record = max((where.offset + where.length for where in recorded.values()), default=0)
    return Left(tuple(missing), max(end, min(on_record, size)), max(whole, len(recorded)))


def _facts(record: Record, file: str) -> WireFacts:
    try:
        return codec.loads(WireFacts, record.block)
    except ValueError as error:
        raise StoreError(
            f"{file}: {record.header('WARC-Record-ID')} cannot be understood ({error})"
        ) from error


def _records(
    data: mmap.mmap, known: Mapping[int, int], start: int = 0
) -> Iterator[tuple[int, int, Record | None]]:
    """Records with offset and length, until the end or the first torn one; None for a known one."""
    position = start
    while position < len(data):
        length = known.get(position)
        if length is not None and position + length <= len(data):
            yield position, length, None
            position += length
            continue
        try:
            unpacked, end = _member(data, position)
            record = parse(unpacked)
        except BROKEN:
            return
        yield position, end - position, record
        position = end


def _member(data: mmap.mmap, start: int) -> tuple[bytes, int]:
    """One unpacked gzip member and where it ends; an error where it is torn."""
    unpacker = isal_zlib.decompressobj(GZIP)
    parts: list[bytes] = []
    position = start
    while not unpacker.eof:
        step = data[position : position + STEP]
        if not step:
            raise StoreError("a gzip member breaks off")
        parts.append(unpacker.decompress(step))
        position += len(step)
    return b"".join(parts), position - len(unpacker.unused_data)


def _read(data_dir: Path, where: RecordPointer) -> bytes:
    with _opened(data_dir, where.file) as file:
        file.seek(where.offset)
        return file.read(where.length)


def _opened(data_dir: Path, name: str) -> BinaryIO:
    for suffix in ("", OPEN, ""):  # it may be finished between two looks
        try:
            return (data_dir / (name + suffix)).open("rb")
        except FileNotFoundError:
            continue
    raise StoreError(f"{name}: the WARC file is missing")
