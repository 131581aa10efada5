"""Captures handed out: one WARC file that stands alone, and what is in it."""

from dataclasses import dataclass

from citecheck.model.ids import CaptureId


@dataclass(frozen=True, slots=True)
class HandedRecord:
    """One record of a file handed out. Offset and length are bytes of its gzip member."""

    offset: int
    length: int
    type: str  # WARC-Type
    record_id: str
    uri: str | None  # WARC-Target-URI
    date: str  # WARC-Date as it stands in the record
    status: int | None  # HTTP status of a response
    capture_id: CaptureId | None  # None for the warcinfo record
    block_digest: str  # "sha256:" + hex of the record's block
    payload_sha256: str | None  # hex, of the de-chunked body
    restored: bool = False  # a revisit record in the archive, here with its payload


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole file handed out."""

    size: int  # bytes
    sha256: str  # hex, of the file
    made_at: str  # WARC-Date of the newest capture: the same captures give the same file
    captures: tuple[CaptureId, ...]
    records: tuple[HandedRecord, ...]
