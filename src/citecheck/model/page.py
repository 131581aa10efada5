"""A response body made readable, and the head facts that classifying needs."""

from dataclasses import dataclass

from citecheck.model.words import Word


class DecodeProblem(Word):
    """Why a body could not be decoded, or not wholly."""

    TOO_LARGE = "too_large", "it grows beyond the limits when decompressed"
    CORRUPT = "corrupt", "its content encoding is broken"
    UNSUPPORTED_ENCODING = "unsupported_encoding", "a content encoding we do not know, or too many layers"


@dataclass(frozen=True, slots=True)
class DecodedBody:
    """A body after content decoding. On a problem, `data` holds what could be decoded before it."""

    data: bytes
    media_type: str  # essence in lower case, sniffed where the header is missing or wrong
    charset: str | None  # for textual types
    text: str | None  # characters, for textual types
    problem: DecodeProblem | None = None
    detail: str = ""
