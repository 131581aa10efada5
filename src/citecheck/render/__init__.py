"""Pure functions from results to text: a table, JSON, JUnit, SARIF, Markdown, an HTML page."""

from citecheck.render.as_html import as_html, content_policy, page_environment, style_sheet
from citecheck.render.as_json import (
    SCHEMA,
    as_json,
    as_jsonl,
    citation_object,
    clue_object,
    coverage_object,
    document_object,
    dumped,
    flag_object,
)
from citecheck.render.as_junit import as_junit
from citecheck.render.as_markdown import as_markdown
from citecheck.render.as_sarif import as_sarif
from citecheck.render.as_text import as_text
from citecheck.render.coverage import Coverage, coverage
from citecheck.render.formats import Format, render
from citecheck.render.options import RenderOptions, open_flags, worst_first
from citecheck.render.page import Card, Page, page_of
from citecheck.render.phrases import LINK_PHRASES, VERDICT_PHRASES, link_phrase, publication_words
from citecheck.render.plain import host_of, plain, shortened, web_address
from citecheck.render.report_json import report_json, report_object
from citecheck.render.report_mail import ReportMail, report_mail
from citecheck.render.report_page import report_page, report_style
from citecheck.render.report_text import report_text
from citecheck.render.report_view import ReportView, report_view
from citecheck.render.tones import Tone, tone_of

__all__ = [
    "LINK_PHRASES",
    "SCHEMA",
    "VERDICT_PHRASES",
    "Card",
    "Coverage",
    "Format",
    "Page",
    "RenderOptions",
    "ReportMail",
    "ReportView",
    "Tone",
    "as_html",
    "as_json",
    "as_jsonl",
    "as_junit",
    "as_markdown",
    "as_sarif",
    "as_text",
    "citation_object",
    "clue_object",
    "content_policy",
    "coverage",
    "coverage_object",
    "document_object",
    "dumped",
    "flag_object",
    "host_of",
    "link_phrase",
    "open_flags",
    "page_environment",
    "page_of",
    "plain",
    "publication_words",
    "render",
    "report_json",
    "report_mail",
    "report_object",
    "report_page",
    "report_style",
    "report_text",
    "report_view",
    "shortened",
    "style_sheet",
    "tone_of",
    "web_address",
    "worst_first",
]
