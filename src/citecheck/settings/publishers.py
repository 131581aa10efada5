"""config/sources.toml: found, read and checked against a strict schema.

Every error names the file, the line, the key and the fix, because editors edit this file by hand.
"""

import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError
from citecheck.model import Publisher, Publishers
from citecheck.settings.rows import RowError, publisher_from
from citecheck.settings.toml_lines import TomlLines

SCHEMA = 1
_TOP = ("schema", "defaults", "publisher")


def load_publishers(path: Path | None = None) -> Publishers:
    """The rows of a sources.toml: `path`, or the one that comes with citecheck."""
    if path is None:
        name, text = "config/sources.toml", _bundled()
    else:
        name, text = str(path), _read(path)
    return parse_publishers(text, name)


def parse_publishers(text: str, name: str) -> Publishers:
    """The rows in `text`; `name` is the file's name for error messages."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not valid TOML: {error}") from error
    lines = TomlLines.scan(text)
    _check_top(tables, lines, name)
    defaults = _row(tables.get("defaults", {}), lines, name, None)
    rows = tuple(_row(table, lines, name, number) for number, table in enumerate(tables.get("publisher", ())))
    return Publishers(rows, defaults, _index(rows, lines, name))


def _check_top(tables: dict[str, Any], lines: TomlLines, name: str) -> None:
    for key in tables:
        if key not in _TOP:
            raise ConfigError(
                f"{name} line {lines.top(key)}: unknown key '{key}': the file has {', '.join(_TOP)}"
            )
    if tables.get("schema") != SCHEMA:
        raise ConfigError(f"{name} line {lines.top('schema')}: write schema = {SCHEMA} at the top")
    rows = tables.get("publisher", [])
    if not isinstance(rows, list) or not isinstance(tables.get("defaults", {}), dict):
        raise ConfigError(f"{name}: publishers are [[publisher]] tables, the defaults a [defaults] table")


def _row(table: dict[str, Any], lines: TomlLines, name: str, number: int | None) -> Publisher:
    try:
        publisher = publisher_from(table, is_defaults=number is None)
    except RowError as error:
        line = lines.of(number, error.key)
        who = "the defaults" if number is None else f"publisher '{table.get('id', f'no. {number + 1}')}'"
        raise ConfigError(f"{name} line {line}: {error.problem} in {who}: {error.fix}") from error
    return replace(publisher, id="default") if number is None else publisher


def _index(rows: tuple[Publisher, ...], lines: TomlLines, name: str) -> dict[str, Publisher]:
    """Domain to row; a domain or id that two rows claim is an error."""
    owners: dict[str, Publisher] = {}
    ids: set[str] = set()
    for number, row in enumerate(rows):
        if row.id in ids:
            line = lines.of(number, "id")
            raise ConfigError(f"{name} line {line}: the id '{row.id}' is taken: give each row its own")
        ids.add(row.id)
        for domain in row.domains:
            other = owners.setdefault(domain, row)
            if other is not row:
                line = lines.of(number, "domains")
                raise ConfigError(
                    f"{name} line {line}: '{domain}' stands in '{other.id}' and '{row.id}': leave it in one"
                )
    return owners


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read ({error.strerror}); give the path of a sources.toml"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _bundled() -> str:
    """The file in the wheel, or in the repository of an editable install."""
    inside = files("citecheck").joinpath("config", "sources.toml")
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    repository = Path(__file__).resolve().parents[3] / "config" / "sources.toml"
    if repository.is_file():
        return repository.read_text(encoding="utf-8")
    raise ConfigError("config/sources.toml is missing from the installation; install citecheck again")
