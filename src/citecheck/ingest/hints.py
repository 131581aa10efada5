"""What the caller knows about a document's bytes, and how large they may be."""

from dataclasses import dataclass
from datetime import date

from citecheck.errors import InputError

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class IngestHints:
    """Known from outside: media type (an HTTP header), publication date given by the user."""

    media_type: str | None = None
    published: date | None = None


def check_size(size: int, origin: str) -> None:
    """InputError when a document of `size` bytes is too large to take; call it before reading."""
    if size > MAX_DOCUMENT_BYTES:
        raise InputError(
            f"{origin}: larger than {MAX_DOCUMENT_BYTES // 1024**2} MB, the most that is taken; "
            "give the text alone, or split it"
        )
