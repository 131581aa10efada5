"""Every seam between the core and the outside, in the model's words.

Adapters implement these; flows use nothing else of the outside; testing.py ships a fake of each."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from citecheck.model import (
    Capture,
    CaptureId,
    Citation,
    CitationId,
    CitationResult,
    Delivery,
    Document,
    DocumentId,
    DocumentResult,
    DocumentRow,
    DueHost,
    Fetched,
    FetchOutcome,
    FetchRequest,
    Flag,
    FlagFinding,
    HostKey,
    Job,
    Judged,
    Manifest,
    Observation,
    PairingChange,
    PoolFailure,
    PreparedClaim,
    Probe,
    ProbeWish,
    QueuePage,
    QueueQuery,
    Reading,
    RecordPointer,
    Report,
    Resolution,
    Review,
    Source,
    SourceKey,
    Standing,
    Thresholds,
    WarcFile,
)

T = TypeVar("T")


class Clock(Protocol):
    """Time, so that days can pass in tests at once."""

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""

    async def sleep(self, seconds: float) -> None:
        """Wait; returns at once for zero or less."""


class CpuPool(Protocol):
    """Runs pure functions where they may cost CPU, memory and time, within limits."""

    async def run(self, task: Callable[..., T], *arguments: object) -> T | PoolFailure:
        """`task(*arguments)` in a worker. Exceptions of the task itself are raised (our fault)."""


class Resolver(Protocol):
    """Looks names up, with limits of its own; tells NXDOMAIN, SERVFAIL and timeouts apart."""

    async def resolve(self, host: str, *, fresh: bool = False) -> Resolution:
        """All addresses of `host` (A and AAAA), or why there are none; asked for anew if `fresh`."""


class HostSession(Protocol):
    """A conversation with one host over kept-alive connections, at the host's pace."""

    async def fetch(self, request: FetchRequest) -> Fetched:
        """Fetch one URL with its redirects. Waits for the host's turn. Never raises for a bad web."""

    async def doubtful(self) -> Collection[SourceKey]:
        """Sources, each told once, whose answers may be another's. Fetched anew they are beyond doubt."""

    async def others_answered(self, since: datetime) -> bool:
        """Whether another host answered what it was asked `since` then; who is being asked gets a moment."""


class Fetcher(Protocol):
    """Gets what the web gives, and nothing from where it must not go."""

    def session(self, host: HostKey) -> AbstractAsyncContextManager[HostSession]:
        """Open a session for draining `host`; closes its connections at the end."""

    async def online(self) -> bool:
        """Whether the DNS canary answers: well-known names resolve, asked for anew."""


class CaptureIndex(Protocol):
    """What the capture store asks of the tables."""

    async def holders(self, payloads: Sequence[str]) -> Mapping[str, Capture]:
        """For each hex SHA-256 on record, the first capture whose own record holds that payload."""

    async def last_body(self, source_key: SourceKey) -> Capture | None:
        """The source's newest capture with status 200 and a body that counts: what a 304 speaks of."""

    async def recorded(self, file: str) -> Mapping[CaptureId, RecordPointer]:
        """Every capture on record in one WARC file, with where it lies."""

    async def close_file(self, closed: WarcFile) -> None:
        """Put a finished file on record. Idempotent on its path."""


class CaptureStore(Protocol):
    """Writes captures that stand, and gives their bytes back."""

    async def append(self, fetched: Sequence[Fetched]) -> Sequence[Capture]:
        """Write all records of each fetch, flush and fsync. The caller commits the captures' rows
        (Catalog.record_captures) before anything counts as acknowledged."""

    def payload(self, capture: Capture) -> Callable[[], bytes]:
        """What gives the de-chunked, still encoded body of a capture (of what a revisit refers to), b"" where
        there is none: in another process as well, so that a large body need not pass through this one."""

    async def hand_out(self, captures: Sequence[Capture], name: str, path: Path) -> Manifest:
        """Write at `path` one WARC file, called `name` within, that holds these captures whole and stands
        alone: payloads that they share with others are in it, too. Bodies are as they were captured, byte
        for byte. The same captures give the same file. DataDirError where it cannot be written."""

    async def recover(self) -> Sequence[Capture]:
        """Cut torn tails of files nobody holds, and return whole captures whose rows are missing.

        A file with missing rows stays open to recovery until they are committed: call, commit with
        Catalog.record_captures, and call again until nothing comes."""

    async def close(self) -> None:
        """Close and finish the file being written."""


class ProbeBook(Protocol):
    """Soft-404 probes: what judging asks for, and what was answered."""

    async def want_probe(self, wish: ProbeWish, since: datetime) -> bool:
        """Ask for a probe. False, and nothing is asked for, where the host was probed after `since` or
        is to be probed in another directory: one at a time."""

    async def wanted_probes(self, now: datetime, limit: int) -> Sequence[HostKey]:
        """Hosts that are to be probed and whose turn has come."""

    async def wanted_probe(self, host: HostKey) -> ProbeWish | None:
        """What the host is to be asked for."""

    async def record_probe(self, probe: Probe) -> Sequence[CaptureId]:
        """Put an answer on record. The captures that asked for it wait to be judged again: these."""

    async def drop_probes(self, host: HostKey) -> None:
        """Forget what was asked for of a host: nobody waits for it any more."""

    async def probe(self, host: HostKey, directory: str, window: tuple[datetime, datetime]) -> Probe | None:
        """The last probe of a host's directory within a window of time."""

    async def landings(self, host: HostKey, besides: SourceKey, until: datetime) -> Sequence[FetchOutcome]:
        """Outcomes of the newest captures with status 200 of a few other sources of the host, none later
        than `until`: where else its links lead."""


class Catalog(CaptureIndex, ProbeBook, Protocol):
    """The tables. Each method is one transaction; results are appended, "current" is a view."""

    async def add_document(
        self, document: Document, citations: Sequence[Citation], now: datetime
    ) -> DocumentId:
        """Store a document with its citations and sources; sources become due at `now`, but for those that
        were fetched within the hour and wait to be judged: somebody was stopped.
        Idempotent on the document's id: added again, it takes places and a given date, and is due again."""

    async def cited(self, document_id: DocumentId) -> tuple[Document, Sequence[Citation]]:
        """A document with its citations in their order; StoreError when there is none."""

    async def documents(self) -> Sequence[DocumentId]:
        """Every document, oldest first."""

    async def delete_document(self, document_id: DocumentId) -> None:
        """Forget a document with its citations, their flags, judgements and reviews. Sources that nobody
        cites any more are not fetched again; captures stay on record. A no-op when there is none."""

    async def set_pairings(self, document_id: DocumentId, citations: Sequence[Citation]) -> None:
        """Replace claim and pairing of a document's citations. What a person corrected stays, except
        where a citation's new pairing is a correction itself."""

    async def restore_pairing(self, citation_id: CitationId) -> None:
        """Take a person's correction back: the pairing that we found holds again."""

    async def set_findings(
        self, found: Sequence[tuple[CitationId, tuple[FlagFinding, ...]]], at: datetime
    ) -> None:
        """Open flags that hold and are not open; clear open ones that no longer hold, save those
        that judging a capture opened: only judging clears them."""

    async def set_host_findings(self, host: HostKey, findings: Sequence[FlagFinding], at: datetime) -> None:
        """The same for flags that hang on a host."""

    async def pending(self, documents: Sequence[DocumentId]) -> int:
        """How many sources of `documents` wait for a fetch, for a capture's judging, or for a probe."""

    async def set_due(self, keys: Sequence[SourceKey], due: datetime | None) -> None:
        """Set when sources are next fetched; None for never."""

    async def unschedule(self, documents: Sequence[DocumentId]) -> None:
        """Sources that only these documents cite are not fetched again."""

    async def due_hosts(self, now: datetime, limit: int) -> Sequence[DueHost]:
        """Hosts with due sources whose turn has come, longest waiting first."""

    async def hold_host(self, host: HostKey, now: datetime, until: datetime) -> bool:
        """Take or keep a host until `until`; False when another holds it, or its turn has not come."""

    async def release_host(self, host: HostKey, next_allowed_at: datetime) -> None:
        """Let a host go; it may next be asked at `next_allowed_at`. Its refusals end unless it rests."""

    async def refusals(self, host: HostKey) -> int:
        """How many times in a row the host asked to be left alone."""

    async def rest_host(self, host: HostKey, until: datetime) -> None:
        """The host asked to be left alone: nobody takes it before `until`. One refusal more."""

    async def put_off_resting(self, now: datetime, beyond: datetime) -> None:
        """put_off() for every host that rests longer than until `beyond`, until its rest is over."""

    async def due_sources(self, host: HostKey, now: datetime, limit: int) -> Sequence[Source]:
        """The host's due sources, longest waiting first."""

    async def record_captures(self, captures: Sequence[Capture], next_due: datetime) -> None:
        """Commit captures' rows and move their sources' due time, in one transaction.
        Idempotent on the capture's id."""

    async def void_captures(self, ids: Sequence[CaptureId], due: datetime) -> None:
        """Mark a batch as taken back: it counts for nothing, its sources are due again at `due`. Where
        one of them was judged, the source's newest capture that counts waits to be judged again."""

    async def put_off(self, host: HostKey, until: datetime) -> None:
        """Fetch what is due of a host before `until` then; nobody waits for it, and it is not probed."""

    async def last_good(self, keys: Sequence[SourceKey]) -> Mapping[SourceKey, Capture]:
        """Of each source the newest capture with status 200 and a body, where that was found alive: what
        a conditional request may be made from. Void ones left out."""

    async def unjudged(self, limit: int, now: datetime | None = None) -> Sequence[CaptureId]:
        """Captures that wait to be judged, oldest first, void ones left out: what the sweep queues.
        With `now`, captures of hosts that are being drained are left out: a drain's end may void them."""

    async def captures(self, after: CaptureId | None, limit: int) -> Sequence[CaptureId]:
        """Captures in the order of their ids, void ones left out, from the one behind `after` on:
        to judge everything again page by page."""

    async def host_captures(self, host: HostKey, since: datetime, *, void: bool) -> Sequence[Capture]:
        """Each source's newest capture, where not older than `since`; with `void`, void ones count too."""

    async def capture(self, capture_id: CaptureId) -> Capture:
        """One capture; StoreError when there is none."""

    async def baseline(self, source_key: SourceKey, before: datetime) -> tuple[Capture, Reading] | None:
        """The first capture of the source with a reading, if it is earlier than `before`."""

    async def latest_reading(self, source_key: SourceKey) -> tuple[Capture, Reading] | None:
        """The last capture of the source that has a reading, void ones left out."""

    async def observations(self, source_key: SourceKey) -> Sequence[Observation]:
        """The source's history, oldest first, void ones left out."""

    async def citations_of(self, source_key: SourceKey) -> Sequence[tuple[Document, Citation]]:
        """Every citation of a source with its document."""

    async def record_judged(self, judged: Judged) -> None:
        """Commit what judging one capture gave: observation, status, reading, judgements and flags,
        and the source's next due time from the status. Idempotent on the capture's id."""


class Views(Protocol):
    """What people are shown: joined, current, read-only."""

    async def document(self, document_id: DocumentId, online: bool) -> DocumentResult:
        """One document with its citations' current state."""

    async def citation(self, citation_id: CitationId) -> tuple[Document, CitationResult]:
        """One citation's current state, with its document; StoreError when there is none."""

    async def reading(self, capture_id: CaptureId) -> Reading | None:
        """What one capture was last read to say; None where nothing of it was read."""

    async def source_captures(self, source_key: SourceKey) -> Sequence[Capture]:
        """Every capture of a source, oldest first, void ones left out."""

    async def flags(self, citation_id: CitationId) -> Sequence[Flag]:
        """Every flag a citation ever had, newest first."""

    async def host_flags(self, host: HostKey) -> Sequence[Flag]:
        """Every flag a host ever had, newest first."""


class JobQueue(Protocol):
    """Hints of what to do next. The tables are the truth: losing the queue loses nothing."""

    async def put(self, job: Job, after: timedelta | None = None) -> None:
        """Queue a job; a no-op while the same job waits."""

    def jobs(self) -> AsyncIterator[Job]:
        """Jobs as they become ready, until the queue is closed or (embedded) idle and told to drain."""

    async def done(self, job: Job) -> None:
        """The job has been carried out, or given up."""

    def close(self) -> None:
        """End every iterator; what waits is left to the sweep."""


class SupportModel(Protocol):
    """Scores how well passages support a claim."""

    @property
    def name(self) -> str:
        """The backend's name, stored with every verdict."""

    @property
    def version(self) -> str:
        """The backend's exact version, stored with every verdict."""

    @property
    def thresholds(self) -> Thresholds:
        """Where this backend's scores turn into words, calibrated for it."""

    async def scores(self, claims: Sequence[PreparedClaim]) -> Sequence[float]:
        """P(supported), 0 to 1, for each claim as verify.prepare laid it beside its source."""


class ReviewBook(Protocol):
    """People's decisions (append-only) and the review queue that they work through."""

    async def append(
        self, review: Review, change: PairingChange | None = None, *, again: bool = False
    ) -> None:
        """Put one decision on record, and with it what it changes of the pairing. With such a change, or
        `again`, the source's newest capture waits to be judged again. One transaction. Idempotent on the
        review's id."""

    async def reviews(self, citation_id: CitationId) -> Sequence[Review]:
        """Every decision on a citation, oldest first, undone ones and undos included."""

    async def of_link(self, source_key: SourceKey) -> Sequence[Review]:
        """Decisions on the link (LINK_WORDS) and undos, made on any citation of the source, oldest first."""

    async def standing(self, citation_id: CitationId) -> Standing:
        """Where the citation stands now; StoreError when there is none."""

    async def queue(self, query: QueueQuery) -> QueuePage:
        """Flagged citations worst first, then longest waiting first."""

    async def documents(self, page: int, size: int) -> Sequence[DocumentRow]:
        """Documents, newest first; pages count from 1."""


class ReportBook(Protocol):
    """Frozen daily reports. A report holds what differs from the state that the last one froze, so
    that nothing falls between two reports and nothing stands in both."""

    async def draft(self, day: date, timezone: str, at: datetime) -> Report:
        """What the report of `day` would say at `at`, without keeping it."""

    async def freeze(self, day: date, timezone: str, at: datetime) -> tuple[Report, bool]:
        """The report of `day`: made and kept in one transaction, and True, for the first caller; the
        kept one, and False, for any later."""

    async def report(self, day: date) -> Report | None:
        """The frozen report of a day."""

    async def days(self, limit: int) -> Sequence[date]:
        """Days that have a report, newest first."""

    async def undelivered(self) -> Sequence[date]:
        """Days whose report still waits to be sent, oldest first."""

    async def take_delivery(self, day: date, now: datetime, until: datetime) -> bool:
        """Take the sending until `until`; False when it is sent, given up, or somebody else's just now."""

    async def record_delivery(self, day: date, delivery: Delivery, at: datetime) -> None:
        """Put the outcome of sending on record; only a passing failure leaves the report waiting."""

    async def delivery(self, day: date) -> Delivery | None:
        """How the last try to send a day's report went; None before the first."""


class Notifier(Protocol):
    """Sends a report to people."""

    async def send(self, report: Report) -> Delivery:
        """Send, and say how it went; a failure is a value that says whether it is permanent."""
