"""Ids of captures and of their records."""

import hashlib
import secrets
import threading
import uuid
from datetime import UTC, datetime

from citecheck.model import CaptureId


class CaptureIds:
    """Makes UUIDs of version 7 (RFC 9562): ordered by time, and within one process strictly."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def make(self, now: datetime) -> CaptureId:
        """A new id at `now`: "k" and 32 hex digits."""
        milliseconds = int(now.timestamp() * 1000)
        with self._lock:
            tick = max(milliseconds << 12, self._last + 1)  # the 12 bits count within a millisecond
            self._last = tick
        moment, count = tick >> 12, tick & 0xFFF
        value = moment << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | secrets.randbits(62)
        return CaptureId("k" + uuid.UUID(int=value).hex)


def record_uri(capture_id: CaptureId, part: str) -> str:
    """The WARC-Record-ID of a part of a capture: always the same for the same part (RFC 9562, version 5)."""
    digest = hashlib.sha1(bytes.fromhex(capture_id[1:]) + part.encode(), usedforsecurity=False).digest()
    return f"<urn:uuid:{uuid.UUID(bytes=digest[:16], version=5)}>"


def fresh_uri() -> str:
    """A WARC-Record-ID that belongs to no capture."""
    return f"<urn:uuid:{uuid.uuid4()}>"


def warc_date(moment: datetime) -> str:
    """A WARC-Date of version 1.1, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
