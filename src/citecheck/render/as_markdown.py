"""Markdown for a pull request's comment or an editor's note: a table, then what to look at."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from citecheck.model import CitationResult, DocumentResult, Flag, ItemError, Severity
from citecheck.render.coverage import coverage
from citecheck.render.options import RenderOptions, open_flags, worst_first
from citecheck.render.phrases import VERDICT_WORDS, link_phrase, publication_words
from citecheck.render.plain import host_of, plain, shortened, web_address

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^])")
_MARK = {Severity.HIGH: "✕ high", Severity.MEDIUM: "▲ medium", Severity.LOW: "● low"}


def as_markdown(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """Every document under a heading of its own."""
    if not results:
        lines = ["## Citations", "", "Nothing was checked.", "", *_errors(options.not_taken)]
        return "\n".join(lines).rstrip() + "\n"
    return "\n".join(_document(result, options) for result in results)


def escaped(text: str) -> str:
    """`text` on one line, inert in Markdown and in the HTML within it; an @name calls nobody."""
    inert = _SPECIAL.sub(r"\\\1", plain(text).replace("&", "&amp;"))
    return inert.replace("@", "@&#8203;").replace("://", ":&#8203;//")


def _document(result: DocumentResult, options: RenderOptions) -> str:
    document = result.document
    lines = [
        f"## Citations of {escaped(document.title or document.origin)}",
        "",
        f"**{escaped(coverage([result]).sentence())}**  ",
        f"Published: {escaped(publication_words(document.publication))}",
        "",
    ]
    if not result.online:
        lines += ["We are offline: no link was checked, and nothing is said of any.", ""]
    if result.citations:
        lines += _table(result)
        lines += _flags(result, options)
        lines += _hosts(result, options)
    lines += _errors(result.errors)
    return "\n".join(lines).rstrip() + "\n"


def _errors(errors: Sequence[ItemError]) -> list[str]:
    return [f"- Not taken: {escaped(error.where)}: {escaped(error.message)}" for error in errors]


def _table(result: DocumentResult) -> list[str]:
    lines = ["| n | source | link | date | verdict | flags |", "|--:|---|---|---|---|---|"]
    for citation in worst_first(result.citations):
        published = citation.dates.published
        verdict = citation.verdict
        flags = ", ".join(f"`{flag.code}`" for flag in open_flags(citation))
        cells = (
            str(citation.citation.n),
            _link(citation.citation.url),
            escaped(link_phrase(citation.link)),
            published.isoformat() if published else "–",
            VERDICT_WORDS[verdict.label] if verdict else "–",
            flags or "–",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _flags(result: DocumentResult, options: RenderOptions) -> list[str]:
    lines: list[str] = []
    for citation in worst_first(result.citations):
        found = open_flags(citation)
        if not found:
            continue
        lines += _claim(citation)
        lines += _flag_lines(found, options)
        if citation.suggestion:
            reason = escaped(citation.suggestion.reason)
            lines.append(f"- Better link: {_link(citation.suggestion.url)}: {reason}")
        lines.append("")
    return lines


def _hosts(result: DocumentResult, options: RenderOptions) -> list[str]:
    lines: list[str] = []
    for host in result.hosts:
        name = escaped(host.host.rpartition(":")[0])
        lines += [f"### Host {name}", "", *_flag_lines(host.flags, options), ""]
    return lines


def _flag_lines(flags: Sequence[Flag], options: RenderOptions) -> list[str]:
    lines: list[str] = []
    for flag in flags:
        accepted = " (accepted)" if flag.id in options.accepted else ""
        lines.append(f"- **{_MARK[flag.severity]}** `{flag.code}`{accepted}: {escaped(flag.reason)}")
        lines += [f"  - {escaped(fact)}" for fact in flag.evidence]
    return lines


def _claim(result: CitationResult) -> list[str]:
    citation = result.citation
    lines = [f"### {citation.n}. {_link(citation.url)}", ""]
    if citation.claim:
        guess = " *(pairing inferred)*" if citation.pairing.inferred else ""
        lines += [f"> {escaped(shortened(plain(citation.claim.text), 300))}{guess}", ""]
    return lines


def _link(url: str) -> str:
    """The host as a link where the URL is http or https; else the URL as inert text."""
    address = web_address(url)
    if address is None:
        return escaped(shortened(plain(url), 80))
    target = quote(address, safe="%/:?#@!$&'*+,;=~.-_")
    return f"[{escaped(host_of(address))}]({target})"
