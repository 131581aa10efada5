"""A table for a terminal or a log: worst first, readable from 80 columns, plain when piped.

A list of links shows their addresses, and leaves out what is said of claims and dates.
"""

from collections.abc import Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from citecheck.model import CitationResult, DocumentResult, Flag, ItemError, LinkClass, Severity, VerdictLabel
from citecheck.render.coverage import coverage
from citecheck.render.listed import Shared, flagged, is_link_list
from citecheck.render.options import RenderOptions, open_flags, worst_first
from citecheck.render.phrases import (
    VERDICT_WORDS,
    day_words,
    link_phrase,
    offline_words,
    publication_words,
)
from citecheck.render.plain import host_of, plain, shortened, without_scheme

_RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_WIDE = 120  # columns from which the titles of the pages fit in
_NARROW = 100  # columns below which flags are counted; their codes stand beneath the table anyway
_GAPS = 3 * 2  # columns between the cells of a list of links
_SHORTEST = 20  # columns that an address gets, however narrow the table

_SEVERITY_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}
_VERDICT_STYLE = {
    VerdictLabel.SUPPORTED: "green",
    VerdictLabel.PARTIALLY_SUPPORTED: "yellow",
    VerdictLabel.NOT_SUPPORTED: "red",
    VerdictLabel.CONTRADICTED: "bold red",
    VerdictLabel.CANNOT_TELL: "dim",
}
_LINK_STYLE = {LinkClass.ALIVE: "green", LinkClass.GONE: "red"}


def as_text(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """Every document as a table with its flags and their reasons beneath it."""
    sink = StringIO()
    console = Console(
        file=sink,
        width=max(options.width, 60),
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for index, result in enumerate(results):
        if index:
            console.print()
        _print_document(console, result, options)
    if not results:
        _print_errors(console, options.not_taken)
        console.print("Nothing was checked.")
    return "\n".join(line.rstrip() for line in sink.getvalue().splitlines()) + "\n"


def _print_document(console: Console, result: DocumentResult, options: RenderOptions) -> None:
    document = result.document
    console.print(Text(plain(document.title or document.origin), style="bold"))
    if document.title:
        console.print(Text(plain(document.origin), style="dim"))
    if document.publication or not is_link_list(result):
        console.print(Text(f"Published: {publication_words(document.publication)}"))
    if document.publication and document.publication.reason:
        console.print(Padding(Text(plain(document.publication.reason), style="dim"), (0, 0, 0, 2)))
    if not result.online:
        console.print(Text(f"We are offline. {offline_words(result)}", style="bold"))
    if result.citations:
        console.print()
        console.print(_list(result, options) if is_link_list(result) else _table(result, options))
        _print_flags(console, result, options)
        _print_hosts(console, result, options)
    _print_errors(console, result.errors)
    console.print()
    _print_coverage(console, result)


def _print_errors(console: Console, errors: Sequence[ItemError]) -> None:
    for error in errors:
        console.print(Text(f"Not taken: {plain(error.where)}: {plain(error.message)}", style="red"))


def _empty_table(options: RenderOptions) -> Table:
    box = SIMPLE_HEAD if options.colour else _RULED
    table = Table(box=box, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("n", justify="right", no_wrap=True)
    return table


def _list(result: DocumentResult, options: RenderOptions) -> Table:
    """The table of a list of links: each stands on one line, with as much of its address as fits."""
    citations = worst_first(result.citations)
    links = [_link_cell(citation) for citation in citations]
    flags = [_flags_cell(citation, options) for citation in citations]
    others = len(str(len(citations))) + _widest("link", links) + _widest("flags", flags) + _GAPS
    table = _empty_table(options)
    table.add_column("url", no_wrap=True)
    table.add_column("link", overflow="fold")
    table.add_column("flags", no_wrap=True)
    for citation, link, flag in zip(citations, links, flags, strict=True):
        url = without_scheme(citation.citation.url, max(options.width - others, _SHORTEST))
        table.add_row(str(citation.citation.n), Text(url), link, flag)
    return table


def _widest(header: str, cells: Sequence[Text]) -> int:
    return max(len(header), *(line.cell_len for cell in cells for line in cell.split("\n")))


def _table(result: DocumentResult, options: RenderOptions) -> Table:
    table = _empty_table(options)
    table.add_column("source", max_width=30, overflow="fold")
    if options.width >= _WIDE:
        table.add_column("title", ratio=1, overflow="fold")
    table.add_column("link", max_width=28, overflow="fold")
    table.add_column("date", no_wrap=True)
    table.add_column("verdict", max_width=16, overflow="fold")
    table.add_column("flags", no_wrap=True)
    for citation in worst_first(result.citations):
        table.add_row(*_row(citation, options))
    return table


def _row(result: CitationResult, options: RenderOptions) -> list[Text]:
    citation = result.citation
    title = plain(result.reading.title or "") if result.reading else ""
    published = result.dates.published
    cells = [
        Text(str(citation.n)),
        Text(host_of(citation.url)),
        _link_cell(result),
        Text(published.isoformat() if published else "–"),
        _verdict_cell(result),
        _flags_cell(result, options),
    ]
    if options.width >= _WIDE:
        cells.insert(2, Text(shortened(title, 70) or "–"))
    return cells


def _link_cell(result: CitationResult) -> Text:
    link = result.link
    return Text(link_phrase(link), style="bold red" if link.dead else _LINK_STYLE.get(link.link_class, ""))


def _verdict_cell(result: CitationResult) -> Text:
    verdict = result.verdict
    if verdict is None:
        return Text("–")
    return Text(VERDICT_WORDS[verdict.label], style=_VERDICT_STYLE[verdict.label])


def _flags_cell(result: CitationResult, options: RenderOptions) -> Text:
    if options.width < _NARROW:
        return _flag_counts([result])
    cell = Text()
    for flag in open_flags(result):
        if cell:
            cell.append("\n")
        mark = " (accepted)" if flag.id in options.accepted else ""
        cell.append(flag.code.value + mark, style=_SEVERITY_STYLE[flag.severity])
    return cell or Text("–")


def _flag_counts(results: Sequence[CitationResult]) -> Text:
    severities = [flag.severity for result in results for flag in open_flags(result)]
    cell = Text()
    for severity in Severity:
        if count := severities.count(severity):
            cell.append(", " if cell else "")
            cell.append(f"{count} {severity}", style=_SEVERITY_STYLE[severity])
    return cell or Text("–")


def _print_flags(console: Console, result: DocumentResult, options: RenderOptions) -> None:
    found = flagged(result, options)
    if not (found.single or found.shared):
        return
    console.print()
    console.print(Text("Flags", style="bold"))
    for citation, flags in found.single:
        console.print()
        _print_citation_flags(console, citation, flags, options)
    if found.shared:
        console.print()
    for shared in found.shared:
        _print_shared(console, shared, options)


def _print_citation_flags(
    console: Console, result: CitationResult, flags: Sequence[Flag], options: RenderOptions
) -> None:
    citation = result.citation
    console.print(Text(f"[{citation.n}] {plain(citation.url)}"), soft_wrap=True)
    if citation.claim:
        guess = " (pairing inferred)" if citation.pairing.inferred else ""
        claim = shortened(plain(citation.claim.text), 220)
        console.print(Padding(Text(f"claim{guess}: {claim}", style="dim"), (0, 0, 0, 4)))
    for flag in flags:
        _print_flag(console, flag, options)
    if result.suggestion:
        text = f"better link: {plain(result.suggestion.url)} ({plain(result.suggestion.reason)})"
        console.print(Text("    " + text), soft_wrap=True)


def _print_shared(console: Console, shared: Shared, options: RenderOptions) -> None:
    _print_flag(console, shared.flag, options)
    console.print(Padding(Text(shared.references), (0, 0, 0, 11)))


def _print_flag(console: Console, flag: Flag, options: RenderOptions) -> None:
    line = Text(f"{flag.severity.value:<6} ", style=_SEVERITY_STYLE[flag.severity])
    line.append(flag.code.value, style="bold")
    line.append(f": {plain(flag.reason)}", style="default")
    if flag.id in options.accepted:
        line.append(" (accepted)")
    console.print(Padding(line, (0, 0, 0, 4)))
    for fact in flag.evidence:
        console.print(Padding(Text(f"- {plain(fact)}", style="dim"), (0, 0, 0, 11)))


def _print_hosts(console: Console, result: DocumentResult, options: RenderOptions) -> None:
    """Hosts in trouble: what the table says of their pages is how they were before."""
    for host in result.hosts:
        console.print()
        console.print(Text(f"Host {plain(host.host.rpartition(':')[0])}", style="bold"))
        for flag in host.flags:
            _print_flag(console, flag, options)


def _print_coverage(console: Console, result: DocumentResult) -> None:
    counted = coverage([result])
    if is_link_list(result):
        console.print(Text(f"Flags: {_flag_counts(result.citations).plain}", style="bold"))
    console.print(Text(f"Coverage: {counted.sentence()}", style="bold"))
    if counted.thin:
        console.print(Text("Little could be read: what is not flagged is not thereby confirmed."))
    checked = [citation.link.checked_at for citation in result.citations if citation.link.checked_at]
    if checked:
        console.print(Text(f"Checked: {day_words(max(checked).date())}", style="dim"))
