"""What a capture says."""

from dataclasses import dataclass

from citecheck.model.dates import DateReading
from citecheck.model.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or a few) of a reading: text and its span in the reading's text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Main text, title, authors, language and every date of one capture."""

    text: str  # main text; evidence spans count code points of it
    title: str | None
    authors: tuple[str, ...]
    language: str | None  # ISO 639-1
    words: int
    dates: DateReading
    canonical_url: str | None = None
    partial: bool = False  # a paywall or teaser: only part of the article is here
    text_sha256: str | None = None  # of `text`
    reader: str | None = None  # the version that read it; a reading of another version is made anew
