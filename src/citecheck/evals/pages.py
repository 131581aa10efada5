"""Pages of evaluation rows, read as a capture of them would be."""

import hashlib
import time
from collections.abc import Mapping
from pathlib import Path

from citecheck.evals.rows import payload_of, text_of
from citecheck.model import DecodedBody, Publisher
from citecheck.read import decode
from citecheck.settings.values import FetchLimits

NOBODY = Publisher(id="eval", name="", domains=())  # no editorial hints: what any unknown host gets
_DIGEST = 12  # hex digits of a page's digest: enough to tell 800 pages apart


def body_of(row: Mapping[str, object], path: Path) -> tuple[DecodedBody, bytes]:
    """The row's page, decoded, and its bytes."""
    payload = payload_of(row, path)
    headers = [("Content-Type", "text/html")]
    return decode(payload, headers, FetchLimits(), text_of(row, "url")), payload


def page_digest(payload: bytes) -> str:
    """What weights remember of a page that they were fitted on."""
    return hashlib.sha256(payload).hexdigest()[:_DIGEST]


class Stopwatch:
    """CPU seconds of this process, added up over several pieces of work."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = 0.0

    def __enter__(self) -> "Stopwatch":
        self._since = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.process_time() - self._since

    def ms_per(self, n: int) -> float:
        """Milliseconds for each of `n` pieces."""
        return round(1000 * self.seconds / max(n, 1), 2)
