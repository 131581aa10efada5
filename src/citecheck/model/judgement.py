"""What judging one capture for one citation gave, and the joined view that people are shown."""

from dataclasses import dataclass
from datetime import datetime

from citecheck.model.capture import Capture
from citecheck.model.citation import Citation
from citecheck.model.dates import DateCheck, DateReading
from citecheck.model.document import Document
from citecheck.model.flag import Flag, FlagFinding
from citecheck.model.ids import CaptureId, CitationId, HostKey
from citecheck.model.link import LinkStatus, Observation, Suggestion
from citecheck.model.reading import Reading
from citecheck.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """The result of one (capture, citation, backend, rules version). Appended, never overwritten."""

    capture_id: CaptureId
    citation_id: CitationId
    rules_version: str
    at: datetime  # the capture's time: replaying gives the same value
    dates: DateReading
    date_check: DateCheck
    verdict: Verdict | None  # None where the flow does not judge support
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """Head facts of a reading, without its text."""

    title: str | None
    authors: tuple[str, ...]
    language: str | None
    words: int

    @classmethod
    def of(cls, reading: Reading) -> "ReadingSummary":
        """The head facts of `reading`."""
        return cls(reading.title, reading.authors, reading.language, reading.words)


@dataclass(frozen=True, slots=True)
class CitationResult:
    """One citation with everything known about it now."""

    citation: Citation
    link: LinkStatus
    capture: Capture | None
    reading: ReadingSummary | None
    dates: DateReading
    date_check: DateCheck
    verdict: Verdict | None
    suggestion: Suggestion | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class ItemError:
    """Something of a batch that could not be taken: where, and one sentence that names the fix."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class HostResult:
    """A host that a document cites, with the flags that hang on it and hold now."""

    host: HostKey
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document with everything known about its citations now."""

    document: Document
    online: bool
    citations: tuple[CitationResult, ...]
    errors: tuple[ItemError, ...] = ()
    hosts: tuple[HostResult, ...] = ()  # cited ones that have a flag, by name


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging one capture gave: rows written together, in one transaction."""

    observation: Observation
    status: LinkStatus
    reading: Reading | None
    judgements: tuple[Judgement, ...]
    findings: tuple[tuple[CitationId, tuple[FlagFinding, ...]], ...]  # all that hold now, per citation
