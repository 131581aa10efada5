"""citecheck eval: measure a part against labelled rows, and print one JSON object."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from, write_out
from citecheck.errors import ConfigError, InputError
from citecheck.evals import EvalRequest, measures
from citecheck.wiring import open_evaluation

KINDS = ("support", "dates", "titles", "text", "align", "links")


@dataclass(frozen=True, slots=True)
class EvalOptions:
    """The command line of `eval`."""

    kind: str
    file: Path
    format: str
    backend: str
    predictions: Path | None
    network: NetworkOptions
