"""A report as one self-contained page; report_parts.html.j2 holds what other pages may share."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from citecheck import __version__
from citecheck.model import Report
from citecheck.render.as_html import content_policy, page_environment, style_sheet
from citecheck.render.report_view import report_view

LIMIT = 1000  # items of each kind that one page shows

_STYLES = Path(__file__).parent / "templates" / "report.css"


def report_page(report: Report, base_url: str | None = None) -> str:
    """The page. No script, no request to anywhere, styles allowed by their digest only."""
    css = report_style()
    return (
        page_environment()
        .get_template("report.html.j2")
        .render(
            view=report_view(report, base_url, LIMIT),
            css=Markup(css),  # noqa: S704 our own files, fixed at build time; the policy holds their digest
            policy=content_policy(css),
            version=__version__,
        )
    )


@cache
def report_style() -> str:
    """The style sheet of the pages with the report's own rules."""
    return style_sheet() + _STYLES.read_text(encoding="utf-8")
