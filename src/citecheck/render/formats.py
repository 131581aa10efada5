"""The formats by name: one function that the command line and others call."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from citecheck.model import DocumentResult
from citecheck.model.words import Word
from citecheck.render.as_html import as_html
from citecheck.render.as_json import as_json, as_jsonl
from citecheck.render.as_junit import as_junit
from citecheck.render.as_markdown import as_markdown
from citecheck.render.as_sarif import as_sarif
from citecheck.render.as_text import as_text
from citecheck.render.options import RenderOptions


class Format(Word):
    """What `check --format` takes."""

    TEXT = "text", "a table with the flags and their reasons beneath it"
    JSON = "json", "one object for one document, an array for several"
    JSONL = "jsonl", "one object a line"
    JUNIT = "junit", "JUnit XML: a testcase per citation"
    SARIF = "sarif", "SARIF 2.1.0: a result per flag"
    MARKDOWN = "markdown", "a table and lists for a comment"
    HTML = "html", "one self-contained page"


Renderer = Callable[[Sequence[DocumentResult], RenderOptions], str]

RENDERERS: Final[dict[Format, Renderer]] = {
    Format.TEXT: as_text,
    Format.JSON: as_json,
    Format.JSONL: as_jsonl,
    Format.JUNIT: as_junit,
    Format.SARIF: as_sarif,
    Format.MARKDOWN: as_markdown,
    Format.HTML: as_html,
}


def render(chosen: Format, results: Sequence[DocumentResult], options: RenderOptions | None = None) -> str:
    """`results` in the chosen format, ending with a newline.

    Targets that were not taken stand among the errors of the first document, or by themselves where
    there is none.
    """
    options = options or RenderOptions()
    if results and options.not_taken:
        results = [replace(results[0], errors=options.not_taken + results[0].errors), *results[1:]]
    return RENDERERS[chosen](results, options)
