"""A Report: one day's frozen page of what changed since the last freeze."""

from dataclasses import dataclass
from datetime import date, datetime

from citecheck.model.flag import FlagCode, Severity
from citecheck.model.ids import CitationId, DocumentId, HostKey
from citecheck.model.words import Word


class Change(Word):
    """What happened to a citation since the last freeze."""

    NEW = "new", "a flag was opened"
    WORSENED = "worsened", "a flagged citation got worse"
    RESOLVED = "resolved", "a flag was cleared"
    REVIVED = "revived", "a link that failed works again"


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One change, with the words that an editor needs."""

    change: Change
    citation_id: CitationId
    document_id: DocumentId
    document_title: str
    n: int  # the citation's number in its document
    url: str  # verbatim
    publisher: str | None
    code: FlagCode
    severity: Severity
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HostItem:
    """One change that concerns a whole host, whose links are not counted one by one."""

    change: Change  # NEW or RESOLVED
    host: HostKey
    severity: Severity
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportCoverage:
    """How much could be read: counts of citations, and why the rest could not."""

    documents: int
    citations: int
    read: int
    partly: int
    unread: int
    reasons: tuple[tuple[str, int], ...]  # (link state, count), most frequent first
    open_flags: int


@dataclass(frozen=True, slots=True)
class Report:
    """One day, frozen. `day` is a day of the operator's timezone; the times are UTC."""

    day: date
    timezone: str
    since: datetime | None  # the last freeze; None for the first report
    frozen_at: datetime
    items: tuple[ReportItem, ...]  # worst first
    coverage: ReportCoverage
    hosts: tuple[HostItem, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nothing changed: no mail is sent then."""
        return not self.items and not self.hosts


@dataclass(frozen=True, slots=True)
class Delivery:
    """How sending went. A permanent failure is not tried again; a person has to mend it."""

    delivered: bool
    permanent: bool = False
    detail: str = ""
