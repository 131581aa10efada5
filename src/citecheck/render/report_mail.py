"""A report as a mail: subject, HTML with its styles inlined, and a text twin, small enough to be shown whole.

Mail programs cut long mails off and know few styles, so the letter has a layout of its own.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import css_inline
from markupsafe import Markup

from citecheck import __version__
from citecheck.model import Report
from citecheck.render.as_html import page_environment
from citecheck.render.report_text import report_text
from citecheck.render.report_view import report_view

LARGEST = 70_000  # bytes of both parts in UTF-8: coded for the wire they stay below 100 KB
LIMITS = (200, 100, 50, 25, 12, 6, 3, 1)  # items shown of each section, the first that fits
_STYLES = Path(__file__).parent / "templates" / "report_mail.css"


class ReportMail(NamedTuple):
    """The parts of the letter."""

    subject: str
    html: str
    text: str


def report_mail(report: Report, base_url: str | None = None) -> ReportMail:
    """The letter, with as many items of each section as fit into LARGEST bytes."""
    letter = _written(report, base_url, LIMITS[0])
    for limit in LIMITS[1:]:
        if len(letter.html.encode()) + len(letter.text.encode()) <= LARGEST:
            break
        letter = _written(report, base_url, limit)
    return letter


def _written(report: Report, base_url: str | None, limit: int) -> ReportMail:
    view = report_view(report, base_url, limit)
    html = (
        page_environment()
        .get_template("report_mail.html.j2")
        .render(view=view, css=Markup(_style()), version=__version__)  # noqa: S704 our own file
    )
    inlined = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False).inline(html)
    return ReportMail(view.subject, inlined, report_text(report, base_url, limit))


@cache
def _style() -> str:
    return _STYLES.read_text(encoding="utf-8")
