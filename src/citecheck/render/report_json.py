"""A report as one JSON object."""

from citecheck.model import Report
from citecheck.render.as_json import dumped
from citecheck.render.report_view import ORDER


def report_json(report: Report) -> str:
    """The report as `citecheck report --format json` prints it."""
    return dumped(report_object(report))


def report_object(report: Report) -> dict[str, object]:
    """The report's fields by their names; times are ISO 8601 in UTC."""
    changes = [item.change for item in report.items] + [item.change for item in report.hosts]
    return {
        "schema": 1,
        "day": report.day.isoformat(),
        "timezone": report.timezone,
        "since": report.since.isoformat() if report.since else None,
        "frozen_at": report.frozen_at.isoformat(),
        "quiet": report.quiet,
        "counts": {change.value: changes.count(change) for change in ORDER},
        "items": [
            {
                "change": item.change.value,
                "citation": item.citation_id,
                "document": item.document_id,
                "document_title": item.document_title,
                "n": item.n,
                "url": item.url,
                "publisher": item.publisher,
                "code": item.code.value,
                "severity": item.severity.value,
                "reason": item.reason,
                "at": item.at.isoformat(),
            }
            for item in report.items
        ],
        "hosts": [
            {
                "change": item.change.value,
                "host": item.host,
                "severity": item.severity.value,
                "reason": item.reason,
                "at": item.at.isoformat(),
            }
            for item in report.hosts
        ],
        "coverage": {
            "documents": report.coverage.documents,
            "citations": report.coverage.citations,
            "read": report.coverage.read,
            "partly": report.coverage.partly,
            "unread": report.coverage.unread,
            "reasons": dict(report.coverage.reasons),
            "open_flags": report.coverage.open_flags,
        },
    }
