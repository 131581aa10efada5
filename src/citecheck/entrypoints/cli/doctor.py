"""citecheck doctor: what is wrong with this installation, each with its fix."""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from
from citecheck.entrypoints.cli.output import write_out
from citecheck.errors import UserError
from citecheck.settings import Settings, unknown_variables
from citecheck.wiring import open_tools

ROOM = 1024**3  # bytes of free disk below which we warn
BROKEN = 3


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that doctor looked at."""

    name: str
    level: str  # "ok", "warning" or "problem"
    message: str
    fix: str = ""


def run_doctor(data_dir: Path | None, config: Path | None, format_: str) -> int:
    """Print what is found; exit 3 where something must be mended first, else 0."""
    chosen = chosen_format(format_, ("text", "json"))
    found = list(examine(data_dir, config))
    if chosen == "json":
        write_out(json.dumps([asdict(symptom) for symptom in found], ensure_ascii=False, indent=2), None)
    else:
        write_out("\n".join(_line(symptom) for symptom in found), None)
    return BROKEN if any(symptom.level == "problem" for symptom in found) else 0


def examine(data_dir: Path | None, config: Path | None) -> Iterator[Symptom]:
    """Look at everything, one thing after another; settings that cannot be read end the round."""
    yield _python()
    yield from _environment()
    try:
        settings = settings_from(data_dir, config, NetworkOptions())
    except UserError as error:
        yield Symptom("settings", "problem", str(error), "mend the setting that it names")
        return
    for look in LOOKS:
        yield look(settings)


def _python() -> Symptom:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Symptom("python", "ok", f"Python {version}")


def _environment() -> Iterator[Symptom]:
    for name in unknown_variables(os.environ):
        yield Symptom(
            "environment", "warning", f"{name} is set, but there is no such setting", "check its spelling"
        )


def _publishers(settings: Settings) -> Symptom:
    rows = settings.publishers.rows
    unchecked = [row for row in rows if row.verified_on is None]
    if unchecked:
        return Symptom(
            "publishers",
            "warning",
            f"{len(unchecked)} of {len(rows)} publishers in sources.toml were never checked against the "
            "live web: their hints are general knowledge",
            "check a row against its site and set verified_on",
        )
    return Symptom("publishers", "ok", f"{len(rows)} publishers, all checked")


def _contact(settings: Settings) -> Symptom:
    if settings.network.contact is None:
        return Symptom(
            "contact",
            "warning",
            "hosts that we fetch from cannot reach you: no contact is set",
            "set CITECHECK_CONTACT to a mail address or page of yours",
        )
    return Symptom("contact", "ok", f"the User-Agent names {settings.network.contact}")


def _data_dir(settings: Settings) -> Symptom:
    async def go() -> None:
        async with open_tools(settings):
            pass

    try:
        asyncio.run(go())
    except UserError as error:
        return Symptom("data directory", "problem", str(error), "choose another with --data-dir")
    return Symptom("data directory", "ok", str(settings.data_dir))


def _room(settings: Settings) -> Symptom:
    place = settings.data_dir
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    said = f"{free / ROOM:.1f} GB free"
    if free < ROOM:
        return Symptom("disk", "warning", said, "free some space, or choose another --data-dir")
    return Symptom("disk", "ok", said)


LOOKS: tuple[Callable[[Settings], Symptom], ...] = (_publishers, _contact, _data_dir, _room)


def _line(symptom: Symptom) -> str:
    fix = f" - {symptom.fix}" if symptom.fix else ""
    return f"{symptom.level:8} {symptom.name}: {symptom.message}{fix}"
