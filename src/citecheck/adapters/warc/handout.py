"""Captures copied out of the archive into one file that stands alone. Pure: members in, members out.

Records are copied byte for byte. A revisit record becomes a response record again: its own head with the
payload of the record that it refers to, framed as that head says. A host that answered "not modified"
sent no head for the payload, so its revisit stays as it is, with the response it speaks of beside it.
"""

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from citecheck.adapters.warc import wire
from citecheck.adapters.warc.composing import IDENTICAL
from citecheck.adapters.warc.file import explained
from citecheck.adapters.warc.records import PAYLOAD_SHA256, Record, member
from citecheck.adapters.warc.scan import Member
from citecheck.adapters.warc.warcinfo import StoreOptions, warcinfo
from citecheck.model import Capture, CaptureId, HandedRecord, Manifest

REVISIT_ONLY = ("WARC-Profile", "WARC-Refers-To")  # names that begin so say what a revisit stands for
MADE_AGAIN = {"warc-type", "content-length", "warc-block-digest"}


@dataclass(frozen=True, slots=True)
class Part:
    """One capture with its records, and the record that its payload lies in, where that is another."""

    capture: Capture
    records: tuple[Member, ...]
    referred: Member | None


@dataclass(frozen=True, slots=True)
class Handed:
    """One member of the file handed out."""

    record: Record
    data: bytes
    capture_id: CaptureId | None
    restored: bool = False


def first(captures: Sequence[Capture], name: str, options: StoreOptions) -> Handed:
    """The warcinfo record: the same for the same captures."""
    newest = max(capture.captured_at for capture in captures)
    record = warcinfo(name, newest, options)
    identity = uuid.uuid5(uuid.NAMESPACE_OID, " ".join([name, *(capture.id for capture in captures)]))
    headers = tuple(
        (key, f"<urn:uuid:{identity}>" if key == "WARC-Record-ID" else value) for key, value in record.headers
    )
    made = Record(headers, record.block)
    return Handed(made, member(made), None)


def members_of(part: Part, included: set[str]) -> Iterator[Handed]:
    """The members that one capture needs, and that are not `included` (record ids) yet."""
    key = part.capture.id
    for one in part.records:
        record_id = one.record.header("WARC-Record-ID") or ""
        if record_id in included:
            continue
        included.add(record_id)
        if one.record.kind != "revisit" or part.referred is None:
            yield Handed(one.record, one.data, key)
        elif one.record.header("WARC-Profile") == IDENTICAL:
            whole = restored(one.record, part.referred.record)
            yield Handed(whole, member(whole), key, restored=True)
        else:
            earlier = part.referred.record.header("WARC-Record-ID") or ""
            if earlier not in included:
                included.add(earlier)
                yield Handed(part.referred.record, part.referred.data, key)
            yield Handed(one.record, one.data, key)


def restored(revisit: Record, referred: Record) -> Record:
    """The response that a revisit record stands for."""
    head = wire.parse(revisit.block)
    there = wire.parse(referred.block)
    body = wire.payload(referred.block, there) if there is not None else b""
    framed = wire.chunked(body) if head is not None and head.chunked else body
    kept = tuple(
        (name, value)
        for name, value in revisit.headers
        if not name.startswith(REVISIT_ONLY)
        and name.lower() not in MADE_AGAIN
        and (name != "WARC-Payload-Digest" or (head is not None and head.plain))
    )
    return Record((("WARC-Type", "response"), *kept), revisit.block + framed)


def write(path: Path, start: Handed, parts: Iterator[Part]) -> Manifest:
    """The file at `path`, which appears whole or not at all, and what is in it."""
    unfinished = path.with_name(path.name + ".part")
    digest = hashlib.sha256()
    records: list[HandedRecord] = []
    captures: list[CaptureId] = []
    position = 0
    try:
        with unfinished.open("wb") as file:
            for one in _all(start, parts, captures):
                file.write(one.data)
                digest.update(one.data)
                records.append(_noted(one, position))
                position += len(one.data)
        unfinished.replace(path)
    except OSError as error:
        raise explained(error, path) from error
    finally:
        unfinished.unlink(missing_ok=True)
    made_at = start.record.header("WARC-Date") or ""
    return Manifest(position, digest.hexdigest(), made_at, tuple(captures), tuple(records))


def _all(start: Handed, parts: Iterator[Part], captures: list[CaptureId]) -> Iterator[Handed]:
    included: set[str] = set()
    yield start
    for part in parts:
        captures.append(part.capture.id)
        yield from members_of(part, included)


def _noted(one: Handed, offset: int) -> HandedRecord:
    record = one.record
    answer = wire.parse(record.block) if record.kind in ("response", "revisit") else None
    return HandedRecord(
        offset=offset,
        length=len(one.data),
        type=record.kind,
        record_id=record.header("WARC-Record-ID") or "",
        uri=record.header("WARC-Target-URI"),
        date=record.header("WARC-Date") or "",
        status=answer.status if answer else None,
        capture_id=one.capture_id,
        block_digest="sha256:" + hashlib.sha256(record.block).hexdigest(),
        payload_sha256=record.header(PAYLOAD_SHA256),
        restored=one.restored,
    )
