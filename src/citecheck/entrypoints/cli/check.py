"""citecheck check: documents in, everything known about their citations out."""

import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from citecheck.entrypoints.cli.options import (
    NetworkOptions,
    chosen_format,
    error_console,
    settings_from,
    worst_allowed,
    write_out,
)
from citecheck.entrypoints.cli.targets import given_date, is_url, read_target
from citecheck.entrypoints.settle import Settled, settle
from citecheck.entrypoints.worker import calm_collector
from citecheck.errors import ConfigError, InputError
from citecheck.flows.article import fetch_article
from citecheck.flows.intake import intake
from citecheck.flows.judge import JUDGING_FAILED
from citecheck.flows.submission import Submission
from citecheck.flows.tools import Tools
from citecheck.model import (
    DocumentId,
    DocumentResult,
    FlagId,
    ItemError,
    Job,
    JobKind,
    Severity,
)
from citecheck.render import Format, RenderOptions, plain, render
from citecheck.wiring import open_tools

OK, FAULT, FLAGGED, USAGE = 0, 1, 2, 3

log = logging.getLogger(__name__)

OFFLINE = (
    "citecheck: we are offline: no source was reached and no well-known name resolves; "
    "nothing was judged, and the citations stay due."
)


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
    quiet: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Accepted flags of an earlier result: (verbatim URL, flag code)."""

    pairs: frozenset[tuple[str, str]]

    def flags_of(self, results: Sequence[DocumentResult]) -> frozenset[FlagId]:
        """The ids of the flags of `results` that are known."""
        return frozenset(
            flag.id
            for result in results
            for item in result.citations
            for flag in item.flags
            if (item.citation.url, flag.code.value) in self.pairs
        )


def run_check(options: CheckOptions) -> int:
    """Run `check` and return its exit code."""
    chosen = Format[chosen_format(options.format).upper()]
    fail_on = worst_allowed(options.fail_on)
    published = given_date(options.published)
    known = read_baseline(options.baseline)
    settings = settings_from(options.data_dir, options.config, options.network)
    if options.network.ignore_robots:
        log.warning("robots.txt is ignored for this run: asked for with --ignore-robots")

    async def go() -> tuple[list[DocumentResult], list[ItemError], bool]:
        async with open_tools(settings) as tools:
            calm_collector()
            return await check_all(options, published, tools)

    results, errors, online = asyncio.run(go())
    for error in errors:
        sys.stderr.write(f"citecheck: {error.message}\n")
    if results:
        render_options = RenderOptions(
            fail_on=fail_on,
            accepted=known.flags_of(results),
            width=_width(options.output),
            colour=_colour(options.output),
        )
        write_out(render(chosen, results, render_options), options.output)
    if not online:
        sys.stderr.write(OFFLINE + "\n")
    for url in given_up(results):
        sys.stderr.write(
            f"citecheck: judging {plain(url)} failed by a fault of ours: it is shown as not checked, the log "
            "above says why, and everything else is complete\n"
        )
    return exit_code(results, errors, online, fail_on, known)


async def check_all(
    options: CheckOptions, published: date | None, tools: Tools
) -> tuple[list[DocumentResult], list[ItemError], bool]:
    """Take every target in, settle them together, and read the results."""
    ids: list[DocumentId] = []
    errors: list[ItemError] = []
    for target in options.targets:
        try:
            ids.append(await _take_in(target, published, tools))
        except InputError as error:
            errors.append(ItemError(target, str(error)))
    settled = await _settle(ids, options, tools) if ids else Settled(online=True)
    if options.once:
        await tools.catalog.unschedule(ids)
    results = [await tools.views.document(document_id, settled.online) for document_id in ids]
    return results, errors, settled.online


async def _take_in(target: str, published: date | None, tools: Tools) -> DocumentId:
    if is_url(target):
        return await intake(await fetch_article(target, published, tools), tools)
    submission: Submission = read_target(target, published)
    return await intake(submission, tools)


async def _settle(ids: list[DocumentId], options: CheckOptions, tools: Tools) -> Settled:
    console = error_console()
    if options.quiet or not console.is_terminal:
        return await settle(ids, tools)
    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("checking", total=await tools.catalog.pending(ids))

        def watch(job: Job, result: object) -> None:
            if job.kind is JobKind.JUDGE:
                progress.advance(task)

        return await settle(ids, tools, watch)


def read_baseline(path: Path | None) -> Known:
    """The flags of an earlier JSON result; ConfigError when the file is not one."""
    if path is None:
        return Known(frozenset())
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        documents = loaded if isinstance(loaded, list) else [loaded]
        pairs = frozenset(
            (citation["url"], flag["code"])
            for document in documents
            for citation in document["citations"]
            for flag in citation["flags"]
        )
    except OSError as error:
        raise ConfigError(f"--baseline {path}: cannot be read ({error.strerror}); check the path") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"--baseline {path}: not a result of `citecheck check --format json`; write one with --output"
        ) from error
    return Known(pairs)


def given_up(results: Sequence[DocumentResult]) -> list[str]:
    """URLs whose newest capture could not be judged by a fault of ours."""
    links = (item for result in results for item in result.citations)
    return list(dict.fromkeys(item.citation.url for item in links if item.link.rule == JUDGING_FAILED))


def exit_code(
    results: Sequence[DocumentResult],
    errors: Sequence[ItemError],
    online: bool,
    fail_on: Severity | None,
    known: Known,
) -> int:
    """The highest code that applies: 3 bad input, 1 offline or our fault, 2 flags at or above `fail_on`."""
    if errors:
        return USAGE
    if not online or given_up(results):
        return FAULT
    options = RenderOptions(fail_on=fail_on, accepted=known.flags_of(results))
    flags = (flag for result in results for item in result.citations for flag in item.flags)
    return FLAGGED if any(options.fails(flag) for flag in flags) else OK


def _width(output: Path | None) -> int:
    return 100 if output is not None or not sys.stdout.isatty() else max(60, error_console().width)


def _colour(output: Path | None) -> bool:
    return output is None and sys.stdout.isatty() and error_console().color_system is not None
