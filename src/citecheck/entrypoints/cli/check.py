"""citecheck check: documents in, everything known about their citations out."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from citecheck.entrypoints.cli.baseline import read_baseline
from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from, worst_allowed
from citecheck.entrypoints.cli.output import (
    columns,
    error_console,
    hush,
    place_for,
    say,
    wants_colour,
    wants_progress,
)
from citecheck.entrypoints.cli.running import KEPT, run
from citecheck.entrypoints.cli.targets import given_date, is_empty_list, is_url, not_taken, read_target
from citecheck.entrypoints.settle import Settled, settle
from citecheck.entrypoints.worker import calm_collector
from citecheck.errors import ConfigError, InputError, OfflineError
from citecheck.flows.article import fetch_article
from citecheck.flows.intake import intake
from citecheck.flows.judge import JUDGING_FAILED
from citecheck.flows.submission import Submission
from citecheck.flows.tools import Tools
from citecheck.model import (
    DocumentId,
    DocumentResult,
    ItemError,
    Job,
    JobKind,
)
from citecheck.render import Format, RenderOptions, coverage, render
from citecheck.settings import Settings
from citecheck.wiring import open_tools

OK, FAULT, FLAGGED, USAGE = 0, 1, 2, 3

log = logging.getLogger(__name__)

OFFLINE = (
    "we are offline: no source beyond our own network was reached and no well-known name resolves; nothing "
    "was judged"
)
STAY_DUE = ", and the citations stay due"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The command line of `check`."""

    targets: tuple[str, ...]
    published: str | None
    format: str
    output: Path | None
    data_dir: Path | None
    config: Path | None
    network: NetworkOptions
    once: bool
    fail_on: str
    baseline: Path | None
    min_read: int
    quiet: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run came to."""

    results: tuple[DocumentResult, ...]
    refused: tuple[ItemError, ...]  # targets that are no documents
    unreached: tuple[ItemError, ...]  # articles that we were offline for
    online: bool


def run_check(options: CheckOptions) -> int:
    """Run `check` and return its exit code."""
    chosen = Format[chosen_format(options.format).upper()]
    fail_on = worst_allowed(options.fail_on)
    if not 0 <= options.min_read <= 100:
        raise ConfigError(f"--min-read {options.min_read}: give a percentage from 0 to 100")
    published = given_date(options.published)
    known = read_baseline(options.baseline)
    settings = settings_from(options.data_dir, options.config, options.network)
    if options.quiet:
        hush()
    with place_for(options.output, options.targets) as write:
        if options.network.ignore_robots:
            log.warning("robots.txt is ignored for this run: asked for with --ignore-robots")
        checked = run(_opened(options, published, settings), KEPT)
        shown = RenderOptions(
            fail_on=fail_on,
            accepted=known.flags_of(checked.results),
            width=columns(options.output),
            colour=wants_colour(options.output),
            not_taken=checked.refused + checked.unreached,
            online=checked.online,
        )
        write(render(chosen, checked.results, shown))
    enough = _tell(checked, options)
    return exit_code(checked, enough, shown)


async def _opened(options: CheckOptions, published: date | None, settings: Settings) -> Checked:
    async with open_tools(settings) as tools:
        calm_collector()
        return await check_all(options, published, tools)


async def check_all(options: CheckOptions, published: date | None, tools: Tools) -> Checked:
    """Take every target in, settle them together, and read the results."""
    ids: list[DocumentId] = []
    refused: list[ItemError] = []
    unreached: list[ItemError] = []
    for target in options.targets:
        try:
            taken = await _take_in(target, published, tools)
        except OfflineError as error:
            unreached.append(not_taken(target, error))
        except InputError as error:
            say(str(error))
            refused.append(not_taken(target, error))
        else:
            if taken is not None:
                ids.append(taken)
            elif not options.quiet:
                say(f"{target}: nothing to check")
    settled = await _settle(ids, options, tools) if ids else Settled(online=True)
    if options.once:
        await tools.catalog.unschedule(ids)
    results = [await tools.views.document(document_id, settled.online) for document_id in ids]
    return Checked(
        results=tuple(map(_only_once, results) if options.once else results),
        refused=tuple(refused),
        unreached=tuple(unreached),
        online=settled.online and not unreached,
    )


async def _take_in(target: str, published: date | None, tools: Tools) -> DocumentId | None:
    """The target as a document; None for a list with nothing in it."""
    if is_url(target):
        return await intake(await fetch_article(target, published, tools), tools)
    submission: Submission = read_target(target, published)
    return None if is_empty_list(submission) else await intake(submission, tools)


def _only_once(result: DocumentResult) -> DocumentResult:
    """The result without plans for another look, which the statuses were judged with."""
    return replace(
        result,
        citations=tuple(
            replace(item, link=replace(item.link, next_check_at=None)) for item in result.citations
        ),
    )


async def _settle(ids: list[DocumentId], options: CheckOptions, tools: Tools) -> Settled:
    console = error_console()
    if options.quiet or not wants_progress():
        return await settle(ids, tools)
    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("checking", total=await tools.catalog.pending(ids))

        def watch(job: Job, result: object) -> None:
            if job.kind is JobKind.JUDGE:
                progress.advance(task)

        return await settle(ids, tools, watch)


def given_up(results: Sequence[DocumentResult]) -> list[str]:
    """URLs whose newest capture could not be judged by a fault of ours."""
    links = (item for result in results for item in result.citations)
    return list(dict.fromkeys(item.citation.url for item in links if item.link.rule == JUDGING_FAILED))


def exit_code(checked: Checked, enough: bool, shown: RenderOptions) -> int:
    """The highest code that applies: 3 bad input, 1 offline, our fault or too little read, 2 flags at or
    above the threshold."""
    if checked.refused:
        return USAGE
    if not checked.online or not enough or given_up(checked.results):
        return FAULT
    flags = [flag for result in checked.results for item in result.citations for flag in item.flags]
    flags += [flag for result in checked.results for host in result.hosts for flag in host.flags]
    return FLAGGED if any(map(shown.fails, flags)) else OK


def _tell(checked: Checked, options: CheckOptions) -> bool:
    """Say what the result itself does not; False where too little could be read."""
    for url in given_up(checked.results):
        say(
            f"judging {url} failed by a fault of ours: it is shown as not checked, the log above says "
            "why, and everything else is complete"
        )
    if not checked.online:
        if all(result.online for result in checked.results) and checked.results:
            for error in checked.unreached:  # something was reached by then
                say(f"{error.where}: {error.message}")
        else:
            say(OFFLINE + (STAY_DUE if checked.results and not options.once else ""))
        return False
    seen = coverage(checked.results)
    read = seen.read + seen.partly
    enough = read * 100 >= options.min_read * seen.citations
    if read < seen.citations and (not enough or not options.quiet):
        wanted = "" if enough else f"; --min-read wants {options.min_read}%"
        say(f"{read} of {seen.citations} pages could be read ({seen.why_unread()}){wanted}")
    return enough
