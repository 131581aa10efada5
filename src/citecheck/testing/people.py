"""The review book, the report book and the notifier in memory."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from citecheck.adapters.sql.flag_changes import Bearer
from citecheck.adapters.sql.report_changes import Turn, Turns, turns
from citecheck.errors import StoreError
from citecheck.model import (
    LINK_WORDS,
    Citation,
    CitationId,
    CitationResult,
    Decision,
    Delivery,
    Document,
    DocumentRow,
    Flag,
    HostItem,
    HostKey,
    LinkClass,
    LinkState,
    PairingChange,
    QueuePage,
    QueueQuery,
    QueueRow,
    Report,
    ReportCoverage,
    ReportItem,
    Review,
    ReviewBasis,
    SourceKey,
    Standing,
    standing_of,
)
from citecheck.testing.catalog import MemoryCatalog
from citecheck.testing.clock import START
from citecheck.testing.tables import ReportRow
from citecheck.text import fold


class MemoryReviewBook:
    """The ReviewBook port over a MemoryCatalog's tables: everything is worked out when asked for."""

    def __init__(self, catalog: MemoryCatalog) -> None:
        self._catalog = catalog
        self._tables = catalog.tables

    async def append(
        self, review: Review, change: PairingChange | None = None, *, again: bool = False
    ) -> None:
        """Put one decision on record with what it changes of the pairing."""
        if any(one.id == review.id for one in self._tables.reviews):
            return
        self._tables.reviews.append(review)
        if change is None and not again:
            return
        if change is not None and change.corrected is None:
            self._tables.corrected.pop(review.citation_id, None)
        elif change is not None and change.corrected is not None:
            self._tables.corrected[review.citation_id] = change.corrected
        history = self._tables.history(self._tables.citations[review.citation_id].source.key)
        judged = [row for row in history if row.observations]
        if judged:
            judged[-1].again = True

    async def reviews(self, citation_id: CitationId) -> Sequence[Review]:
        """Every decision on a citation, oldest first."""
        return [one for one in self._tables.reviews if one.citation_id == citation_id]

    async def of_link(self, source_key: SourceKey) -> Sequence[Review]:
        """Decisions on a link and undos, made on any of its citations, oldest first."""
        told = {*LINK_WORDS, Decision.UNDO}
        citations = self._tables.citations
        return [
            one
            for one in self._tables.reviews
            if one.decision in told and citations[one.citation_id].source.key == source_key
        ]

    async def standing(self, citation_id: CitationId) -> Standing:
        """Where the citation stands now."""
        if citation_id not in self._tables.citations:
            raise StoreError(f"there is no citation {citation_id}")
        _, result = await self._catalog.citation(citation_id)
        return await self._standing(result)

    async def queue(self, query: QueueQuery) -> QueuePage:
        """Flagged citations worst first, then longest waiting first."""
        rows = []
        for citation_id in self._tables.citations:
            document, result = await self._catalog.citation(citation_id)
            standing = await self._standing(result)
            flags = _open(result)
            if flags and _fits(document, result, standing, query):
                rows.append(_row(document, result, flags, standing))
        rows.sort(key=lambda row: (row.severity.rank, row.opened_at, row.citation_id))
        start = (max(query.page, 1) - 1) * query.size
        return QueuePage(tuple(rows[start : start + query.size]), len(rows), query)

    async def documents(self, page: int, size: int) -> Sequence[DocumentRow]:
        """Documents, newest first."""
        found = []
        for key, document in reversed(self._tables.documents.items()):
            results = (await self._catalog.document(key, True)).citations
            flags = [flag for result in results for flag in _open(result)]
            standings = [await self._standing(result) for result in results]
            found.append(
                DocumentRow(
                    id=key,
                    title=document.title or document.origin,
                    origin=document.origin,
                    added_at=self._tables.added.get(key, START),
                    citations=len(results),
                    waiting=sum(one in (Standing.OPEN, Standing.REOPENED) for one in standings),
                    worst=min((flag.severity for flag in flags), key=lambda one: one.rank, default=None),
                )
            )
        start = (max(page, 1) - 1) * size
        return found[start : start + size]

    async def _standing(self, result: CitationResult) -> Standing:
        label = result.verdict.label if result.verdict else None
        basis = ReviewBasis(result.link.link_class, result.link.dead, result.date_check.result, label)
        return standing_of(await self.reviews(result.citation.id), basis, flagged=bool(_open(result)))


class MemoryReportBook:
    """The ReportBook port over a MemoryCatalog's tables."""

    def __init__(self, catalog: MemoryCatalog) -> None:
        self._catalog = catalog
        self._tables = catalog.tables

    async def draft(self, day: date, timezone: str, at: datetime) -> Report:
        """What the report of `day` would say at `at`."""
        return (await self._made(day, timezone, at))[0]

    async def freeze(self, day: date, timezone: str, at: datetime) -> tuple[Report, bool]:
        """The report of `day`, made now by the first caller and kept for any later."""
        kept = self._tables.reports.get(day)
        if kept is not None:
            return kept.report, False
        made, known = await self._made(day, timezone, at)
        self._tables.reports[day] = ReportRow(made)
        self._tables.known |= {bearer: turned.known for bearer, turned in known.items()}
        return made, True

    async def report(self, day: date) -> Report | None:
        """The frozen report of a day."""
        kept = self._tables.reports.get(day)
        return kept.report if kept else None

    async def days(self, limit: int) -> Sequence[date]:
        """Days that have a report, newest first."""
        return sorted(self._tables.reports, reverse=True)[:limit]

    async def undelivered(self) -> Sequence[date]:
        """Days whose report still waits to be sent, oldest first."""
        return sorted(day for day, row in self._tables.reports.items() if row.waiting)

    async def take_delivery(self, day: date, now: datetime, until: datetime) -> bool:
        """Take the sending of a day's report until `until`."""
        row = self._tables.reports.get(day)
        if row is None or not row.waiting or (row.sending_until is not None and row.sending_until > now):
            return False
        row.sending_until = until
        return True

    async def record_delivery(self, day: date, delivery: Delivery, at: datetime) -> None:
        """Put the outcome of sending on record."""
        row = self._tables.reports[day]
        row.waiting = not (delivery.delivered or delivery.permanent)
        row.sending_until, row.delivery = None, delivery

    async def delivery(self, day: date) -> Delivery | None:
        """How the last try to send a day's report went."""
        row = self._tables.reports.get(day)
        return row.delivery if row else None

    async def _made(self, day: date, timezone: str, at: datetime) -> tuple[Report, dict[str, Turns]]:
        items: list[ReportItem] = []
        hosts: list[HostItem] = []
        known: dict[str, Turns] = {}
        for citation_id, citation in self._tables.citations.items():
            document, result = await self._catalog.citation(citation_id)
            alive = result.link.link_class is LinkClass.ALIVE
            known[citation_id] = self._turns(citation_id, Bearer(citation_id), alive)
            items += [_item(turn, document, citation, at) for turn in known[citation_id].items]
        for host in self._tables.hosts:
            known[host] = self._turns(host, Bearer(host=host), True)
            hosts += [_host_item(turn, host, at) for turn in known[host].items]
        items.sort(key=lambda one: (one.severity.rank, one.change, one.document_title, one.n, one.code))
        since = max((row.report.frozen_at for row in self._tables.reports.values()), default=None)
        coverage = await self._coverage()
        return Report(day, timezone, since, at, tuple(items), coverage, tuple(hosts)), known

    def _turns(self, key: str, bearer: Bearer, alive: bool) -> Turns:
        flags = sorted(self._tables.hanging(bearer), key=lambda flag: (flag.opened_at, flag.id))
        now = [flag for flag in flags if flag.cleared_at is None]
        gone = {flag.code: flag for flag in flags if flag.cleared_at is not None}
        return turns(self._tables.known.get(key, {}), now, gone, alive=alive)

    async def _coverage(self) -> ReportCoverage:
        results = [(await self._catalog.citation(key))[1] for key in self._tables.citations]
        read = [one for one in results if _has_text(one)]
        partly = [one for one in read if one.link.state is LinkState.PAYWALLED]
        reasons = Counter(str(one.link.state) for one in results if not _has_text(one))
        return ReportCoverage(
            documents=len(self._tables.documents),
            citations=len(results),
            read=len(read) - len(partly),
            partly=len(partly),
            unread=len(results) - len(read),
            reasons=tuple(sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
            open_flags=sum(flag.cleared_at is None for flag in self._tables.flags.values()),
        )


class ListNotifier:
    """Keeps what it is given; `answers` are what it says, one after the other, the last one stays."""

    def __init__(self, *answers: Delivery) -> None:
        self._answers = list(answers) or [Delivery(delivered=True)]
        self.tried: list[Report] = []
        self.sent: list[Report] = []

    async def send(self, report: Report) -> Delivery:
        """The next answer."""
        self.tried.append(report)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer.delivered:
            self.sent.append(report)
        return answer


def _open(result: CitationResult) -> list[Flag]:
    flags = [flag for flag in result.flags if flag.cleared_at is None]
    return sorted(flags, key=lambda flag: (flag.severity.rank, flag.code))


def _has_text(result: CitationResult) -> bool:
    alive = result.link.link_class is LinkClass.ALIVE
    return alive and result.reading is not None and result.reading.words > 0


def _fits(document: Document, result: CitationResult, standing: Standing, query: QueueQuery) -> bool:
    citation, flags = result.citation, _open(result)
    claim = citation.claim.text if citation.claim else ""
    text = fold(
        f"{citation.url} {citation.source.publisher or ''} {claim} {document.title or document.origin}"
    )
    waiting = (Standing.OPEN, Standing.REOPENED)
    return all(
        (
            standing in waiting if query.standing is None else standing is query.standing,
            query.severity in (None, flags[0].severity),
            query.code is None or query.code in [flag.code for flag in flags],
            query.publisher in (None, citation.source.publisher),
            query.link_class in (None, result.link.link_class),
            query.document_id in (None, document.id),
            all(word in text for word in fold(query.words).split()),
        )
    )


def _row(document: Document, result: CitationResult, flags: list[Flag], standing: Standing) -> QueueRow:
    citation = result.citation
    return QueueRow(
        citation_id=citation.id,
        document_id=document.id,
        document_title=document.title or document.origin,
        n=citation.n,
        url=citation.url,
        publisher=citation.source.publisher,
        claim=citation.claim.text if citation.claim else None,
        state=result.link.state,
        link_class=result.link.link_class,
        dead=result.link.dead,
        verdict=result.verdict.label if result.verdict else None,
        severity=flags[0].severity,
        codes=tuple(flag.code for flag in flags),
        reason=flags[0].reason,
        standing=standing,
        opened_at=min(flag.opened_at for flag in flags),
    )


def _item(turn: Turn, document: Document, citation: Citation, at: datetime) -> ReportItem:
    return ReportItem(
        change=turn.change,
        citation_id=citation.id,
        document_id=document.id,
        document_title=document.title or document.origin,
        n=citation.n,
        url=citation.url,
        publisher=citation.source.publisher,
        code=turn.flag.code,
        severity=turn.flag.severity,
        reason=turn.flag.reason,
        at=min(turn.flag.cleared_at or turn.flag.opened_at, at),
    )


def _host_item(turn: Turn, host: HostKey, at: datetime) -> HostItem:
    moment = min(turn.flag.cleared_at or turn.flag.opened_at, at)
    return HostItem(turn.change, host, turn.flag.severity, turn.flag.reason, moment)
