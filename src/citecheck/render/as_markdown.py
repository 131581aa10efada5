"""Markdown for a pull request's comment or an editor's note: a table, then what to look at.

A list of links shows their addresses, and leaves out what is said of claims and dates.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from citecheck.model import CitationResult, DocumentResult, Flag, ItemError, Severity
from citecheck.render.coverage import coverage
from citecheck.render.listed import flagged, is_link_list
from citecheck.render.options import RenderOptions, open_flags, worst_first
from citecheck.render.phrases import VERDICT_WORDS, link_phrase, offline_words, publication_words
from citecheck.render.plain import host_of, plain, shortened, web_address, without_scheme

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^])")
_SHOWN = 80  # characters of an address in a list of links
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
        f"**{escaped(coverage([result]).sentence())}**",
        "",
    ]
    if document.publication or not is_link_list(result):
        lines[2:] = [lines[2] + "  ", f"Published: {escaped(publication_words(document.publication))}", ""]
    if not result.online:
        lines += [f"We are offline. {offline_words(result)}", ""]
    if result.citations:
        lines += _list(result) if is_link_list(result) else _table(result)
        lines += _flags(result, options)
        lines += _hosts(result, options)
    lines += _errors(result.errors)
    return "\n".join(lines).rstrip() + "\n"


def _errors(errors: Sequence[ItemError]) -> list[str]:
    return [f"- Not taken: {escaped(error.where)}: {escaped(error.message)}" for error in errors]


def _list(result: DocumentResult) -> list[str]:
    lines = ["| n | url | link | flags |", "|--:|---|---|---|"]
    for citation in worst_first(result.citations):
        cells = (
            str(citation.citation.n),
            _address(citation.citation.url),
            escaped(link_phrase(citation.link)),
            _codes(citation),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _codes(result: CitationResult) -> str:
    return ", ".join(f"`{flag.code}`" for flag in open_flags(result)) or "–"


def _table(result: DocumentResult) -> list[str]:
    lines = ["| n | source | link | date | verdict | flags |", "|--:|---|---|---|---|---|"]
    for citation in worst_first(result.citations):
        published = citation.dates.published
        verdict = citation.verdict
        cells = (
            str(citation.citation.n),
            _link(citation.citation.url),
            escaped(link_phrase(citation.link)),
            published.isoformat() if published else "–",
            VERDICT_WORDS[verdict.label] if verdict else "–",
            _codes(citation),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _flags(result: DocumentResult, options: RenderOptions) -> list[str]:
    lines: list[str] = []
    found = flagged(result, options)
    linked = _address if is_link_list(result) else _link
    for citation, flags in found.single:
        lines += [f"### {citation.citation.n}. {linked(citation.citation.url)}", "", *_claim(citation)]
        lines += _flag_lines(flags, options)
        if citation.suggestion:
            reason = escaped(citation.suggestion.reason)
            lines.append(f"- Better link: {linked(citation.suggestion.url)}: {reason}")
        lines.append("")
    if found.shared:
        lines += ["### Of several links", ""]
        for shared in found.shared:
            lines += [*_flag_lines([shared.flag], options), f"  - {escaped(shared.references)}"]
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
    if citation.claim is None:
        return []
    guess = " *(pairing inferred)*" if citation.pairing.inferred else ""
    return [f"> {escaped(shortened(plain(citation.claim.text), 300))}{guess}", ""]


def _link(url: str) -> str:
    """The host as a link where the URL is http or https; else the URL as inert text."""
    return _linked(url, host_of(url)) or escaped(shortened(plain(url), _SHOWN))


def _address(url: str) -> str:
    """Like `_link`, with host and path."""
    shown = without_scheme(url, _SHOWN)
    return _linked(url, shown) or escaped(shown)


def _linked(url: str, shown: str) -> str | None:
    address = web_address(url)
    if address is None:
        return None
    target = quote(address, safe="%/:?#@!$&'*+,;=~.-_")
    return f"[{escaped(shown)}]({target})"
