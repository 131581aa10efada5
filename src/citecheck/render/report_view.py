"""What every form of a report shows, worked out once: sections, counts and sentences."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from citecheck.model import Change, HostItem, LinkState, Report, ReportItem
from citecheck.render.coverage import Coverage
from citecheck.render.phrases import day_words

ORDER = (Change.WORSENED, Change.NEW, Change.REVIVED, Change.RESOLVED)
HEADINGS = {
    Change.WORSENED: "Worse than before",
    Change.NEW: "New",
    Change.REVIVED: "Works again",
    Change.RESOLVED: "Resolved",
}
COUNTED = {
    Change.WORSENED: "worse",
    Change.NEW: "new",
    Change.REVIVED: "working again",
    Change.RESOLVED: "resolved",
}

GOOD = frozenset({Change.REVIVED, Change.RESOLVED})


@dataclass(frozen=True, slots=True)
class Section:
    """All changes of one kind, worst first; `left_out` more stand on the report's page."""

    change: Change
    heading: str
    items: tuple[ReportItem, ...]
    hosts: tuple[HostItem, ...]
    left_out: int

    @property
    def good(self) -> bool:
        """Whether this is good news: the severity then says what is over."""
        return self.change in GOOD

    @property
    def count(self) -> int:
        """How many changes there are, shown or not."""
        return len(self.items) + len(self.hosts) + self.left_out


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report, ready to be written out."""

    report: Report
    title: str
    subject: str  # carries the counts
    period: str
    sections: tuple[Section, ...]
    coverage: str
    documents: str
    base_url: str | None

    @property
    def page_url(self) -> str | None:
        """Where the report's page is, if people can reach one."""
        return f"{self.base_url}/reports/{self.report.day.isoformat()}" if self.base_url else None

    def citation_url(self, item: ReportItem) -> str | None:
        """Where the citation's screen is, if people can reach one."""
        return f"{self.base_url}/citations/{quote(item.citation_id, safe='')}" if self.base_url else None


def report_view(report: Report, base_url: str | None = None, limit: int | None = None) -> ReportView:
    """Lay a report out; with `limit`, at most so many items of each section are shown."""
    sections = tuple(section for change in ORDER if (section := _section(report, change, limit)).count)
    counts = ", ".join(f"{section.count} {COUNTED[section.change]}" for section in sections)
    day = day_words(report.day)
    seen = report.coverage
    counted = dict(seen.reasons)
    reasons = tuple((state, counted[state.value]) for state in LinkState if state.value in counted)
    reasons = tuple(sorted(reasons, key=lambda reason: -reason[1]))
    covered = Coverage(seen.citations, seen.read, seen.partly, seen.unread, reasons)
    return ReportView(
        report=report,
        title=f"Citations on {day}",
        subject=f"Citations, {day}: {counts or 'nothing changed'}",
        period=_period(report),
        sections=sections,
        coverage=covered.sentence(),
        documents=_documents(report),
        base_url=base_url.rstrip("/") if base_url else None,
    )


def _section(report: Report, change: Change, limit: int | None) -> Section:
    items = tuple(item for item in report.items if item.change is change)
    shown = items[:limit]
    hosts = tuple(item for item in report.hosts if item.change is change)
    return Section(change, HEADINGS[change], shown, hosts[:limit], _left(items, limit) + _left(hosts, limit))


def _left(items: tuple[object, ...], limit: int | None) -> int:
    return 0 if limit is None else max(0, len(items) - limit)


def _period(report: Report) -> str:
    until = _local(report.frozen_at, report.timezone)
    if report.since is None:
        return f"Everything up to {until}: the first report."
    return f"What changed from {_local(report.since, report.timezone)} to {until}."


def _local(instant: datetime, timezone: str) -> str:
    there = instant.astimezone(ZoneInfo(timezone))
    return f"{day_words(there.date())}, {there:%H:%M} ({timezone})"


def _documents(report: Report) -> str:
    seen = report.coverage
    documents = f"{seen.documents} document{'' if seen.documents == 1 else 's'}"
    flags = f"{seen.open_flags} open flag{'' if seen.open_flags == 1 else 's'}"
    return f"{documents}, {flags}"
