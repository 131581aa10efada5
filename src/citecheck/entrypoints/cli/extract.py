"""citecheck extract: what a document cites, before any fetch."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from citecheck.classify import not_checked
from citecheck.dates import url_clues
from citecheck.entrypoints.cli.options import chosen_format, write_out
from citecheck.entrypoints.cli.targets import given_date, read_target
from citecheck.errors import InputError
from citecheck.flag import date_check_before_fetch
from citecheck.flows.intake import Taken, take
from citecheck.model import (
    Citation,
    CitationResult,
    DateReading,
    DocumentResult,
    Flag,
    FlagFinding,
    FlagId,
    Publishers,
)
from citecheck.render import Format, RenderOptions, render
from citecheck.settings import load_settings
