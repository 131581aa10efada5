"""A document as somebody handed it in: what intake takes."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Submission:
    """The bytes of a document with what is known of it."""

    data: bytes
    origin: str  # file name, "-" or the URL it came from
    published: date | None = None  # given by the user
    media_type: str | None = None
