"""The review queue: flagged citations worst first, as a person asks for them."""

from dataclasses import dataclass
from datetime import datetime

from citecheck.model.flag import FlagCode, Severity
from citecheck.model.ids import CitationId, DocumentId
from citecheck.model.link import LinkClass, LinkState
from citecheck.model.review import Standing
from citecheck.model.verdict import VerdictLabel


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """What to show; None means any. The same fields stand in the page's URL."""

    severity: Severity | None = None
    code: FlagCode | None = None
    publisher: str | None = None
    link_class: LinkClass | None = None
    document_id: DocumentId | None = None
    standing: Standing | None = None  # None: everything that waits (open and reopened)
    words: str = ""  # found in URL, claim or document title, without regard to case
    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One flagged citation."""

    citation_id: CitationId
    document_id: DocumentId
    document_title: str
    n: int
    url: str
    publisher: str | None
    claim: str | None
    state: LinkState
    link_class: LinkClass
    dead: bool
    verdict: VerdictLabel | None
    severity: Severity  # of the worst open flag
    codes: tuple[FlagCode, ...]  # open flags, worst first
    reason: str  # of the worst open flag
    standing: Standing
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of the queue with the number of all rows that fit the query."""

    rows: tuple[QueueRow, ...]
    total: int
    query: QueueQuery


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the list of documents."""

    id: DocumentId
    title: str
    origin: str
    added_at: datetime
    citations: int
    waiting: int  # citations in the review queue
    worst: Severity | None
