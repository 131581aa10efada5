"""A day's report as page, text and JSON."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest

from citecheck.model import (
    Change,
    CitationId,
    DocumentId,
    FlagCode,
    HostItem,
    HostKey,
    Report,
    ReportCoverage,
    ReportItem,
    Severity,
)
from citecheck.render import report_json, report_mail, report_page, report_text, report_view

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


def item(change: Change, n: int, code: FlagCode = FlagCode.LINK_NOT_FOUND, **changes) -> ReportItem:
    made = ReportItem(
        change, CitationId(f"c{n}"), DocumentId("d1"), "The bridge", n, f"https://a.example/{n}", None, code,
        code.severity, f"Reason {n}.", NOON,
    )  # fmt: skip
    return replace(made, **changes)


@pytest.fixture
def report() -> Report:
    items = (
        item(Change.WORSENED, 1, FlagCode.LINK_DEAD),
        item(Change.NEW, 2),
        item(Change.NEW, 3),
        item(Change.REVIVED, 4),
        item(Change.RESOLVED, 5, FlagCode.CLAIM_NOT_SUPPORTED),
    )
    host = HostItem(Change.NEW, HostKey("b.example:443"), Severity.LOW, "All of it is down.", NOON)
    coverage = ReportCoverage(2, 9, 6, 1, 2, (("blocked_bot", 1), ("not_found", 1)), 4)
    since = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)
    return Report(date(2026, 3, 2), "Europe/Belgrade", since, NOON, items, coverage, (host,))


@pytest.fixture
def quiet(report: Report) -> Report:
    return replace(report, items=(), hosts=())


def test_the_subject_carries_the_counts_worst_first(report: Report, quiet: Report) -> None:
    subject = "Citations, 2 March 2026: 1 worse, 3 new, 1 working again, 1 resolved"
    assert report_mail(report).subject == subject
    assert report_mail(quiet).subject.endswith("nothing changed")


def test_times_are_the_operators(report: Report) -> None:
    assert report_view(report).period == (
        "What changed from 1 March 2026, 06:00 (Europe/Belgrade) to 2 March 2026, 06:00 (Europe/Belgrade)."
    )
    assert report_view(replace(report, since=None)).period.endswith("the first report.")


def test_every_form_has_every_change_and_the_coverage(report: Report) -> None:
    for form in (report_text(report), report_page(report), report_mail(report).html):
        for n in range(1, 6):
            assert f"https://a.example/{n}" in form
            assert f"Reason {n}." in form
        assert "b.example" in form
        assert "6 of 9 read; 1 partly; 2 unread: 1 bot wall, 1 page not found" in form
        assert form.index("Reason 1.") < form.index("Reason 2.") < form.index("Reason 4.")


def test_the_json_has_counts_and_items(report: Report, quiet: Report) -> None:
    told = json.loads(report_json(report))
    assert told["counts"] == {"worsened": 1, "new": 3, "revived": 1, "resolved": 1}
    assert [one["citation"] for one in told["items"]] == ["c1", "c2", "c3", "c4", "c5"]
    assert (told["day"], told["quiet"], told["hosts"][0]["host"]) == ("2026-03-02", False, "b.example:443")
    assert json.loads(report_json(quiet))["quiet"] is True


def test_links_lead_to_our_pages_only_where_people_can_reach_them(report: Report) -> None:
    base = "https://citecheck.news.example/"
    assert 'href="https://citecheck.news.example/citations/c2"' in report_page(report, base)
    assert "https://citecheck.news.example/reports/2026-03-02" in report_mail(report, base).html
    assert "/citations/" not in report_page(report)
    assert "/citations/" not in report_mail(report).html


def test_the_page_runs_nothing_and_asks_for_nothing(report: Report) -> None:
    hostile = item(Change.NEW, 6, document_title="<script>alert(1)</script>", url="javascript:alert(1)")
    page = report_page(replace(report, items=(*report.items, hostile)))
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert re.search(r"<(?:link|img|iframe|object|form)\b|\bsrc(?:set)?=|url\(|@import", page) is None
    assert "default-src 'none'" in unescape(page)


def test_what_is_left_out_is_counted(report: Report) -> None:
    text = report_text(report, limit=1)
    assert "New (3)" in text
    assert "... and 1 more." in text
    assert "Reason 3." not in text


def test_a_quiet_day_says_so(quiet: Report) -> None:
    assert "Nothing changed." in report_text(quiet)
    assert "Nothing changed." in report_page(quiet)
