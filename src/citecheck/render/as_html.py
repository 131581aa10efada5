"""One self-contained page: the article with its citations marked, and all that is known of each."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from citecheck import __version__
from citecheck.model import DocumentResult, FactResult, Precision
from citecheck.render.marked import lead_in, lead_out
from citecheck.render.options import RenderOptions
from citecheck.render.page import page_of
from citecheck.render.phrases import (
    LINK_PHRASES,
    NEXT_STEPS,
    PAIRING_PHRASES,
    VERDICT_PHRASES,
    clue_value,
    day_words,
    link_phrase,
    publication_words,
    time_words,
)
from citecheck.render.plain import host_of, plain, shortened, visible, web_address
from citecheck.render.tones import Tone, tone_of_severity

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """The page. No script, no request to anywhere, styles allowed by their digest only."""
    css = style_sheet()
    pages = [page_of(result, index, len(results), options) for index, result in enumerate(results)]
    template = page_environment().get_template("page.html.j2")
    return template.render(
        pages=pages,
        accepted=options.accepted,
        not_taken=() if pages else options.not_taken,
        css=Markup(css),  # noqa: S704 our own file, fixed at build time; the policy holds its digest
        policy=content_policy(css),
        version=__version__,
        tones=list(Tone),
    )


def content_policy(css: str) -> str:
    """A Content-Security-Policy that allows this style sheet and nothing else."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def style_sheet() -> str:
    """The page's style sheet, which other pages may share."""
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")


@cache
def page_environment() -> Environment:
    """The templates with the words and filters they share. Overlay it to add others; never change it."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "plain": plain,
        "visible": visible,
        "address": web_address,
        "lead_in": lead_in,
        "lead_out": lead_out,
        "host": host_of,
        "shortened": shortened,
        "when": time_words,
        "day": day_words,
        "clue": clue_value,
        "link_words": link_phrase,
        "published": publication_words,
        "tone": tone_of_severity,
    }
    environment.globals |= {
        "VERDICTS": VERDICT_PHRASES,
        "LINKS": LINK_PHRASES,
        "STEPS": NEXT_STEPS,
        "PAIRINGS": PAIRING_PHRASES,
        "FACT_ICONS": {FactResult.FOUND: "✓", FactResult.MISSING: "–", FactResult.CONFLICT: "✕"},
        "INSTANT": Precision.INSTANT,
    }
    return environment
