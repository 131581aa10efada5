"""citecheck eval: measure a part against labelled rows, and print one JSON object."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from citecheck.entrypoints.cli.evaluate_links import measure_links
from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from
from citecheck.entrypoints.cli.output import write_out
from citecheck.errors import ConfigError, InputError
from citecheck.evals.align import evaluate_align
from citecheck.evals.dates import evaluate_dates
from citecheck.evals.rows import rows
from citecheck.evals.support import evaluate_support
from citecheck.evals.text import evaluate_text
from citecheck.evals.titles import evaluate_titles
from citecheck.wiring import support_backend

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
    settings = settings_from(None, None, options.network)
    return measure_links(rows(options.file), settings).as_json()


MEASURES: Mapping[str, Callable[[EvalOptions], Result]] = {
    "support": _support,
    "dates": lambda options: evaluate_dates(options.file).as_json(),
    "titles": lambda options: evaluate_titles(options.file).as_json(),
    "text": lambda options: evaluate_text(options.file).as_json(),
    "align": lambda options: asdict(evaluate_align(rows(options.file))),
    "links": _links,
}
