"""citecheck report: one day's report, as it was frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from
from citecheck.entrypoints.cli.output import write_out
from citecheck.entrypoints.cli.running import run
from citecheck.errors import InputError
from citecheck.flows.report import day_of
from citecheck.flows.tools import Tools
from citecheck.model import Report
from citecheck.render import report_json, report_page, report_text
from citecheck.settings import Settings
from citecheck.wiring import open_tools

Written = Callable[[Report, Settings], str]

WRITERS: Mapping[str, Written] = MappingProxyType(
    {
        "text": lambda report, settings: report_text(report, settings.serve.base_url),
        "html": lambda report, settings: report_page(report, settings.serve.base_url),
        "json": lambda report, _: report_json(report),
    }
)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The command line of `report`."""

    day: str | None
    format: str
    output: Path | None
    data_dir: Path | None
    config: Path | None


def run_report(options: ReportOptions) -> int:
    """Write the report of a day; the exit code."""
    write = WRITERS[chosen_format(options.format, tuple(WRITERS))]
    wanted = _given_day(options.day)
    settings = settings_from(options.data_dir, options.config, NetworkOptions())

    async def go() -> Report:
        async with open_tools(settings) as tools:
            return await find_report(wanted, tools)

    write_out(write(run(go()), settings), options.output)
    return 0


async def find_report(wanted: date | None, tools: Tools) -> Report:
    """The frozen report of a day, by default the newest. Of today, what it would say so far."""
    now = tools.clock.now()
    today = day_of(now, tools.settings.timezone)
    days = await tools.reports.days(1)
    day = wanted or (days[0] if days else today)
    kept = await tools.reports.report(day)
    if kept is not None:
        return kept
    if day == today:
        return await tools.reports.draft(day, tools.settings.timezone, now)
    raise InputError(
        f"--day {day.isoformat()}: no report was frozen that day; `citecheck serve` freezes one a day"
    )


def _given_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--day {text}: give a day as YYYY-MM-DD") from error
