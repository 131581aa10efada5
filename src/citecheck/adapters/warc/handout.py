"""Captures copied out of the archive into one file that stands alone. Pure: members in, members out.

Records are copied byte for byte, save revisit records: players away from the archive cannot follow them
everywhere, so each becomes a response record, and says so. Where the same payload came again, that is its
own head with the payload of the record that it refers to, framed as that head says. Where the host said
"not modified", it is the response that this speaks of; the answer's own head stands in the metadata.
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

RESTORED = "Citecheck-Restored-From"  # the revisit's profile and the id of the record it referred to
REVISIT_ONLY = ("WARC-Profile", "WARC-Refers-To")  # names that begin so say what a revisit stands for
MADE_AGAIN = {"warc-type", "warc-payload-digest", "warc-block-digest", "content-length"}


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


def members_of(part: Part) -> Iterator[Handed]:
    """The members of one capture."""
    key = part.capture.id
    for one in part.records:
        if one.record.kind != "revisit" or part.referred is None:
            yield Handed(one.record, one.data, key)
        else:
            whole = restored(one.record, part.referred.record)
            yield Handed(whole, member(whole), key, restored=True)


def restored(revisit: Record, referred: Record) -> Record:
    """The response that a revisit record stands for."""
    same = revisit.header("WARC-Profile") == IDENTICAL
    block = _with_payload(revisit.block, referred.block) if same else referred.block
    answer = wire.parse(block)
    digest = revisit.header("WARC-Payload-Digest") or referred.header("WARC-Payload-Digest")
    kept = tuple(
        (name, value)
        for name, value in revisit.headers
        if not name.startswith(REVISIT_ONLY) and name.lower() not in MADE_AGAIN
    )
    return Record(
        (
            ("WARC-Type", "response"),
            *kept,
            (RESTORED, f"{revisit.header('WARC-Profile')} {referred.header('WARC-Record-ID')}"),
            # Readers digest a chunked body with its framing: see composing.
            *((("WARC-Payload-Digest", digest),) if digest and answer and answer.plain else ()),
        ),
        block,
    )


def _with_payload(head: bytes, response: bytes) -> bytes:
    """`head` with the payload of `response`, framed as the head says."""
    there, here = wire.parse(response), wire.parse(head)
    body = wire.payload(response, there) if there is not None else b""
    return head + (wire.chunked(body) if here is not None and here.chunked else body)


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
    yield start
    for part in parts:
        captures.append(part.capture.id)
        yield from members_of(part)


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
