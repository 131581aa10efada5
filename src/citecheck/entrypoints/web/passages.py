"""A reading's text with the passages marked that verdicts rest on. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citecheck.model import CaptureId, Evidence, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, and whether it is evidence."""

    text: str
    evidence: bool


def stretches(text: str, capture_id: CaptureId, evidence: Sequence[Evidence]) -> tuple[Stretch, ...]:
    """`text` in stretches. Evidence of another capture is marked where its words stand here, too."""
    spans = [span for one in evidence if (span := _place(text, capture_id, one)) is not None]
    cuts = sorted({0, len(text), *(place for span in spans for place in (span.start, span.end))})
    pieces = (
        Stretch(text[left:right], any(span.start <= left and right <= span.end for span in spans))
        for left, right in pairwise(cuts)
    )
    return tuple(piece for piece in pieces if piece.text)


def _place(text: str, capture_id: CaptureId, one: Evidence) -> Span | None:
    if one.capture_id == capture_id and one.span.end <= len(text):
        return one.span
    start = text.find(one.quote) if one.quote else -1
    return Span(start, start + len(one.quote)) if start >= 0 else None
