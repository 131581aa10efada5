"""Our record of one fetch."""

from dataclasses import dataclass
from datetime import datetime

from citecheck.model.fetch import FetchOutcome
from citecheck.model.ids import CaptureId, SourceKey


@dataclass(frozen=True, slots=True)
class RecordPointer:
    """Where a WARC record lies: file relative to the data directory, offset and length in bytes."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetch on record. A failed fetch is a Capture too: a metadata record and no body."""

    id: CaptureId
    source_key: SourceKey
    captured_at: datetime
    outcome: FetchOutcome
    record: RecordPointer  # the final response (or revisit); the metadata record where there is none
    has_body: bool
    payload_sha256: str | None  # hex, on the de-chunked body
    payload_length: int = 0  # bytes, de-chunked, still encoded
    refers_to: RecordPointer | None = None  # a revisit: the earlier response record that holds the payload


@dataclass(frozen=True, slots=True)
class WarcFile:
    """A finished WARC file: its path relative to the data directory, size in bytes, hex digest."""

    file: str
    size: int
    sha256: str
    closed_at: datetime
