"""Does the source support the claim? The types refuse a verdict without the passage it rests on."""

from dataclasses import dataclass

from citecheck.model.ids import CaptureId
from citecheck.model.spans import Span
from citecheck.model.words import Word


class VerdictLabel(Word):
    """What we say about source and claim."""

    SUPPORTED = "supported", "the page says it"
    PARTIALLY_SUPPORTED = "partially_supported", "the page says part of it"
    NOT_SUPPORTED = "not_supported", "the page does not say it"
    CONTRADICTED = "contradicted", "the page says something else in the same place"
    CANNOT_TELL = "cannot_tell", "we cannot tell, and say why"


NEEDS_EVIDENCE = frozenset(
    {VerdictLabel.SUPPORTED, VerdictLabel.PARTIALLY_SUPPORTED, VerdictLabel.CONTRADICTED}
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted passage of a capture, findable again by its span or by prefix and suffix."""

    quote: str
    prefix: str
    suffix: str
    capture_id: CaptureId
    span: Span  # in the reading's text
    score: float


@dataclass(frozen=True, slots=True)
class Unbacked:
    """Words of the claim that the source does not back; the span counts within the claim's text."""

    text: str
    span: Span


class FactKind(Word):
    """What kind of detail of the claim was looked for."""

    NUMBER = "number", "a quantity"
    DATE = "date", "a date or time"
    NAME = "name", "a person, place or organisation"
    QUOTE = "quote", "words in quotation marks"


class FactResult(Word):
    """What became of one detail."""

    FOUND = "found", "the source has it"
    MISSING = "missing", "the source does not have it"
    CONFLICT = "conflict", "the source has another value in the same place"


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One detail of the claim held against the source, with the reason in words."""

    kind: FactKind
    text: str  # as the claim has it
    result: FactResult
    reason: str
    found: str | None = None  # as the source has it


@dataclass(frozen=True, slots=True)
class Backend:
    """Which support model judged, exactly."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer with what it rests on."""

    label: VerdictLabel
    score: float | None  # P(supported), 0 to 1; None where it cannot be told
    reason: str
    evidence: tuple[Evidence, ...]
    unbacked: tuple[Unbacked, ...]
    facts: tuple[FactCheck, ...]
    backend: Backend

    def __post_init__(self) -> None:
        if self.label in NEEDS_EVIDENCE and not self.evidence:
            raise ValueError(f"a verdict '{self.label}' needs the passage it rests on")
