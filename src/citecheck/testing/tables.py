"""What the fake Catalog and Views share: the tables as dictionaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from citecheck.adapters.sql.flag_changes import Bearer, Opening, changes
from citecheck.model import (
    LONGEST_REST,
    LONGEST_TURN,
    Capture,
    CaptureId,
    Citation,
    CitationId,
    Delivery,
    Document,
    DocumentId,
    Flag,
    FlagCode,
    FlagFinding,
    FlagId,
    HostKey,
    Judgement,
    LinkStatus,
    Observation,
    Probe,
    ProbeWish,
    Reading,
    Report,
    Review,
    Severity,
    Source,
    SourceKey,
    WarcFile,
)


@dataclass(slots=True)
class SourceRow:
    """A source, when it is due, and whether a document waits for it."""

    source: Source
    due_at: datetime | None
    wanted: bool


@dataclass(slots=True)
class HostRow:
    """When a host may be asked, and who holds it until when."""

    next_allowed_at: datetime | None = None
    held_until: datetime | None = None
    holder: object = None
    rests_until: datetime | None = None
    refusals: int = 0

    def free(self, now: datetime) -> bool:
        """Whether anybody may take it now."""
        far = now + LONGEST_TURN
        held = self.held_until is not None and now < self.held_until <= far
        early = self.next_allowed_at is not None and now < self.next_allowed_at <= far
        return not held and not early and not self.rests(now)

    def rests(self, now: datetime) -> bool:
        """Whether it asked to be left alone."""
        return self.rests_until is not None and now < self.rests_until <= now + LONGEST_REST


@dataclass(slots=True)
class CaptureRow:
    """A capture with all that judging it gave, oldest first."""

    capture: Capture
    void: bool = False
    again: bool = False  # judged, and to be judged once more
    observations: list[Observation] = field(default_factory=list)
    statuses: list[LinkStatus] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether it is to be judged."""
        return not self.void and (self.again or not self.observations)

    @property
    def place(self) -> CaptureId:
        """Where it stands in its source's history: ids are in the order of recording."""
        return self.capture.id


@dataclass(slots=True)
class ReportRow:
    """A frozen report, and how sending it stands."""

    report: Report
    waiting: bool = True
    sending_until: datetime | None = None
    delivery: Delivery | None = None


@dataclass(slots=True)
class MemoryTables:
    """Everything on record. Hand it to a second MemoryCatalog to play a second process."""

    documents: dict[DocumentId, Document] = field(default_factory=dict)  # in the order of adding
    added: dict[DocumentId, datetime] = field(default_factory=dict)
    citations: dict[CitationId, Citation] = field(default_factory=dict)
    corrected: dict[CitationId, Citation] = field(default_factory=dict)
    sources: dict[SourceKey, SourceRow] = field(default_factory=dict)
    hosts: dict[HostKey, HostRow] = field(default_factory=dict)
    captures: dict[CaptureId, CaptureRow] = field(default_factory=dict)
    files: dict[str, WarcFile] = field(default_factory=dict)
    flags: dict[FlagId, Flag] = field(default_factory=dict)
    opened_by: dict[FlagId, CaptureId] = field(default_factory=dict)
    probes: list[Probe] = field(default_factory=list)  # oldest first
    probe_wishes: dict[CaptureId, ProbeWish] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)  # in the order of handing in
    reports: dict[date, ReportRow] = field(default_factory=dict)
    known: dict[str, Mapping[FlagCode, Severity]] = field(default_factory=dict)  # to the last report

    def cited(self, document_id: DocumentId) -> list[Citation]:
        """The document's citations in their order, as they stand."""
        own = [one for one in self.citations.values() if one.document_id == document_id]
        return [self.corrected.get(one.id, one) for one in sorted(own, key=lambda one: one.n)]

    def history(self, key: SourceKey) -> list[CaptureRow]:
        """A source's captures, oldest first, void ones left out."""
        rows = [row for row in self.captures.values() if row.capture.source_key == key and not row.void]
        return sorted(rows, key=lambda row: row.place)

    def hanging(self, bearer: Bearer) -> list[Flag]:
        """Every flag that ever hung there, newest first."""
        found = [
            flag
            for flag in self.flags.values()
            if flag.citation_id == bearer.citation_id and flag.host == bearer.host
        ]
        return sorted(sorted(found, key=lambda flag: flag.id), key=lambda flag: flag.opened_at, reverse=True)

    def settle(self, bearer: Bearer, findings: tuple[FlagFinding, ...], opening: Opening) -> None:
        """Open and clear flags."""
        codes = {finding.code for finding in findings}
        standing = [
            flag
            for flag in self.hanging(bearer)
            if flag.cleared_at is None
            and (opening.capture_id is not None or flag.id not in self.opened_by or flag.code in codes)
        ]
        change = changes(bearer, standing, findings, opening)
        for flag in (*change.cleared, *change.reworded):
            self.flags[flag.id] = flag
        for flag in change.opened:
            self.flags[flag.id] = flag
            if opening.capture_id is not None:
                self.opened_by[flag.id] = opening.capture_id
