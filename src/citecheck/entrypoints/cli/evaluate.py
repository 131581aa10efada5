"""citecheck eval: measure a part against labelled rows, and print one JSON object."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from, write_out
from citecheck.entrypoints.settle import settle
from citecheck.errors import ConfigError, InputError
from citecheck.evals.align import evaluate_align
from citecheck.evals.dates import evaluate_dates
from citecheck.evals.links import LinkRow, evaluate_links, expectations
from citecheck.evals.rows import rows
from citecheck.evals.support import evaluate_support
from citecheck.evals.text import evaluate_text
from citecheck.evals.titles import evaluate_titles
from citecheck.flows.intake import intake
from citecheck.flows.submission import Submission
from citecheck.model import LinkClass, LinkState, LinkStatus
from citecheck.wiring import open_tools, support_backend

Result = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EvalOptions:
    """The command line of `eval`."""

    kind: str
    file: Path
    format: str
    backend: str
    predictions: Path | None
    network: NetworkOptions


def run_eval(options: EvalOptions) -> int:
    """Measure, print, and return the exit code."""
    chosen_format(options.format, ("json",))
    measure = MEASURES.get(options.kind)
    if measure is None:
        raise ConfigError(f"eval {options.kind}: there is no such kind; give one of {', '.join(MEASURES)}")
    if not options.file.is_file():
        raise InputError(f"{options.file}: no such file; check the path")
    if options.predictions is not None and options.kind != "support":
        raise ConfigError("--predictions: only `eval support` writes predictions; leave it out")
    write_out(json.dumps(measure(options), ensure_ascii=False, indent=2), None)
    return 0


def _support(options: EvalOptions) -> Result:
    result = evaluate_support(rows(options.file), support_backend(options.backend))
    if options.predictions is not None:
        lines = (json.dumps(asdict(one), ensure_ascii=False) for one in result.predictions)
        write_out("\n".join(lines) + "\n", options.predictions)
    return result.as_json()


def _links(options: EvalOptions) -> Result:
    """Check every URL as a list that is not kept: in a data directory of its own, without re-checks."""
    expected = expectations(rows(options.file))

    async def go(data_dir: Path) -> dict[str, LinkStatus]:
        settings = settings_from(data_dir, None, options.network)
        listed = "\n".join(url for url, _ in expected)
        async with open_tools(settings) as tools:
            submission = Submission(listed.encode(), options.file.name, media_type="text/uri-list")
            document_id = await intake(submission, tools)
            await settle([document_id], tools)
            result = await tools.views.document(document_id, online=True)
            return {item.citation.url: item.link for item in result.citations}

    with TemporaryDirectory() as scratch:
        found = asyncio.run(go(Path(scratch)))
    return evaluate_links(_row(url, want, found.get(url)) for url, want in expected).as_json()


def _row(url: str, expected: str, status: LinkStatus | None) -> LinkRow:
    """What no list would take as a URL is what check calls a bad one."""
    if status is None:
        return LinkRow(url, expected, LinkState.BAD_URL, LinkClass.POLICY)
    return LinkRow.of(url, expected, status)


MEASURES: Mapping[str, Callable[[EvalOptions], Result]] = {
    "support": _support,
    "dates": lambda options: evaluate_dates(options.file).as_json(),
    "titles": lambda options: evaluate_titles(options.file).as_json(),
    "text": lambda options: evaluate_text(options.file).as_json(),
    "align": lambda options: asdict(evaluate_align(rows(options.file))),
    "links": _links,
}
