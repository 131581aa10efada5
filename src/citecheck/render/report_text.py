"""A report as plain text: what `citecheck report` prints, and the twin of the mail."""

from textwrap import fill

from citecheck.model import HostItem, Report, ReportItem
from citecheck.render.plain import plain
from citecheck.render.report_view import ReportView, Section, report_view

WIDTH = 78  # columns


def report_text(report: Report, base_url: str | None = None, limit: int | None = None) -> str:
    """The report, at most WIDTH columns wide save for URLs."""
    view = report_view(report, base_url, limit)
    parts = [view.title, "=" * len(view.title), view.period, ""]
    if not view.sections:
        parts += ["Nothing changed.", ""]
    for section in view.sections:
        parts += _section(view, section)
    parts += [f"Coverage: {view.coverage}.", f"Watched: {view.documents}."]
    if view.page_url:
        parts += ["", f"On the web: {view.page_url}"]
    return "\n".join(parts) + "\n"


def _section(view: ReportView, section: Section) -> list[str]:
    heading = f"{section.heading} ({section.count})"
    lines = [heading, "-" * len(heading)]
    was = "was " if section.good else ""
    for item in section.items:
        lines += _item(view, item, was)
    for host in section.hosts:
        lines += _host(host, was)
    if section.left_out:
        lines += [f"... and {section.left_out} more.", ""]
    return lines


def _host(item: HostItem, was: str) -> list[str]:
    return [f"* [{was}{item.severity}] {_name(item.host)}", _indented(item.reason), ""]


def _item(view: ReportView, item: ReportItem, was: str) -> list[str]:
    where = f"{plain(item.document_title)}, citation {item.n}"
    lines = [
        f"* [{was}{item.severity}] {where}",
        f"  {plain(item.url)}",
        _indented(f"{item.reason} ({item.code})"),
    ]
    link = view.citation_url(item)
    return [*lines, f"  {link}", ""] if link else [*lines, ""]


def _name(host: str) -> str:
    return plain(host).removesuffix(":443").removesuffix(":80")


def _indented(text: str) -> str:
    indent = "  "
    return fill(plain(text), WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
