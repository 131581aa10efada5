"""What a file of captures holds, as JSON or CSV: digests to hold against the bytes."""

import csv
import io
from types import MappingProxyType

from citecheck.model import HandedRecord, Manifest
from citecheck.render.as_json import Json, dumped

MANIFEST_TYPES = MappingProxyType({"json": "application/json", "csv": "text/csv; charset=utf-8"})
COLUMNS = (
    "file",
    "file_sha256",
    "offset",
    "length",
    "type",
    "uri",
    "date",
    "status",
    "capture",
    "record_id",
    "block_digest",
    "payload_sha256",
    "restored",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for something to run


def manifest_text(manifest: Manifest, name: str, kind: str) -> str:
    """The manifest of the file `name` in the format "json" or "csv"."""
    if kind == "csv":
        return _as_csv(manifest, name)
    return dumped(manifest_object(manifest, name), indent=2) + "\n"


def manifest_object(manifest: Manifest, name: str) -> Json:
    """The manifest as the machine's output has it."""
    return {
        "schema": 1,
        "file": name,
        "size": manifest.size,
        "sha256": manifest.sha256,
        "made_at": manifest.made_at,
        "captures": list(manifest.captures),
        "records": [_record(record) for record in manifest.records],
    }


def _record(record: HandedRecord) -> dict[str, object]:
    return {
        "offset": record.offset,
        "length": record.length,
        "type": record.type,
        "uri": record.uri,
        "date": record.date,
        "status": record.status,
        "capture": record.capture_id,
        "record_id": record.record_id,
        "block_digest": record.block_digest,
        "payload_sha256": record.payload_sha256,
        "restored": record.restored,
    }


def _as_csv(manifest: Manifest, name: str) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for record in manifest.records:
        row = {"file": name, "file_sha256": manifest.sha256, **_record(record)}
        writer.writerow([_safe(row[column]) for column in COLUMNS])
    return lines.getvalue()


def _safe(value: object) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text
