"""One row of config/sources.toml: the schema, field by field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from citecheck.model import Access, DomainMove, Publisher, UrlDatePattern

ID_GROUPS = frozenset(
    {"uuid1", "uuid7", "ulid", "objectid", "snowflake", "mastodon", "discord", "tiktok"}
)  # what dates/ids.py can read a time from
_DATE_GROUPS = frozenset({"year", "month", "day"})
_MODES = ("same_path", "host_only")
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
_NOT_DEFAULT = frozenset({"id", "name", "domains", "aliases", "moves", "owner", "verified_on"})


class RowError(Exception):
    """A key that does not fit: which, the problem and the fix. Becomes a ConfigError with its line."""

    def __init__(self, key: str, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.key, self.problem, self.fix = key, problem, fix


@dataclass(frozen=True, slots=True)
class _Field:
    read: Callable[[str, Any], Any]
    required: bool = False


def publisher_from(table: Mapping[str, Any], *, is_defaults: bool) -> Publisher:
    """The publisher that a table describes; RowError when it does not fit the schema."""
    if not isinstance(table, Mapping):
        raise RowError("", "a value that is no table", "write [[publisher]] above its keys")
    allowed = [key for key in _SCHEMA if not (is_defaults and key in _NOT_DEFAULT)]
    values: dict[str, Any] = {"id": "default", "name": "", "domains": ()} if is_defaults else {}
    for key, value in table.items():
        if key not in allowed:
            raise RowError(key, f"unknown key '{key}'", _nearest(key, allowed))
        values[key] = _SCHEMA[key].read(key, value)
    for key, field in _SCHEMA.items():
        if field.required and key not in values:
            raise RowError("", f"the key '{key}' is missing", f"add {key} = …")
    return Publisher(**values)


def _nearest(key: str, allowed: list[str]) -> str:
    close = get_close_matches(key, allowed, n=1)
    return f"did you mean '{close[0]}'?" if close else f"the keys are {', '.join(allowed)}"


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise RowError(key, f"'{key}' is not a text", f'write {key} = "…"')
    return value


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
        raise RowError(key, f"'{key}' is not a list of texts", f'write {key} = ["…", "…"]')
    return tuple(value)


def _slug(key: str, value: Any) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", _text(key, value)):
        raise RowError(key, f"'{value}' is not an id", "use small letters, digits and single hyphens")
    return str(value)


def _domains(key: str, value: Any) -> tuple[str, ...]:
    domains = _texts(key, value)
    if not domains:
        raise RowError(key, "no domain", 'write domains = ["example.org"]')
    for domain in domains:
        _domain(key, domain)
    return domains


def _domain(key: str, domain: Any) -> str:
    if not _DOMAIN.fullmatch(_text(key, domain)):
        fix = "write the bare host in small letters, punycode for other scripts, without https:// and path"
        raise RowError(key, f"'{domain}' is not a domain", fix)
    return str(domain)


def _language(key: str, value: Any) -> str:
    if not re.fullmatch(r"[a-z]{2}", _text(key, value)):
        raise RowError(key, f"'{value}' is not a language", 'write an ISO 639-1 code such as "sr"')
    return str(value)


def _timezone(key: str, value: Any) -> str:
    try:
        ZoneInfo(_text(key, value))
    except (OSError, KeyError, ValueError) as error:
        fix = 'write a name such as "Europe/Belgrade"'
        raise RowError(key, f"'{value}' is not a time zone", fix) from error
    return str(value)


def _access(key: str, value: Any) -> Access:
    for access in Access:
        if access == value:
            return access
    raise RowError(key, f"'{value}' is not an access", f"use one of {', '.join(Access)}")


def _interval(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 3600:
        raise RowError(key, f"'{value}' is not an interval", "give seconds, 0 to 3600")
    return float(value)


def _day(key: str, value: Any) -> date | None:
    if value == "":
        return None
    if not isinstance(value, date):
        raise RowError(key, f"'{value}' is not a day", f'write {key} = 2026-01-31, or "" while unchecked')
    return date(value.year, value.month, value.day)


def _tables(key: str, value: Any, keys: tuple[str, ...]) -> list[Mapping[str, Any]]:
    form = "{ " + ", ".join(f'{name} = "…"' for name in keys) + " }"
    if not isinstance(value, list):
        raise RowError(key, f"'{key}' is not a list", f"write {key} = [{form}]")
    for entry in value:
        if not isinstance(entry, dict) or set(entry) != set(keys):
            raise RowError(key, f"an entry of '{key}' has other keys", f"write each as {form}")
    return value


def _moves(key: str, value: Any) -> tuple[DomainMove, ...]:
    moves = []
    for entry in _tables(key, value, ("from", "to", "mode")):
        if entry["mode"] not in _MODES:
            raise RowError(key, f"'{entry['mode']}' is not a mode", f"use one of {', '.join(_MODES)}")
        moves.append(DomainMove(_domain(key, entry["from"]), _domain(key, entry["to"]), entry["mode"]))
    return tuple(moves)


def _url_dates(key: str, value: Any) -> tuple[UrlDatePattern, ...]:
    patterns = []
    for entry in _tables(key, value, ("part", "pattern")):
        if entry["part"] not in ("path", "query"):
            raise RowError(key, f"'{entry['part']}' is not a part of the URL", "use path or query")
        groups = _groups(key, entry["pattern"])
        if "year" not in groups or not groups <= _DATE_GROUPS or ("day" in groups and "month" not in groups):
            fix = "name the groups (?P<year>…), (?P<month>…) and (?P<day>…), from the year down"
            raise RowError(key, f"the pattern '{entry['pattern']}' names no date", fix)
        patterns.append(UrlDatePattern(entry["pattern"], entry["part"]))
    return tuple(patterns)


def _url_ids(key: str, value: Any) -> tuple[str, ...]:
    patterns = _texts(key, value)
    for pattern in patterns:
        groups = _groups(key, pattern)
        if len(groups) != 1 or not groups <= ID_GROUPS:
            fix = f"name one group after the kind of id: {', '.join(sorted(ID_GROUPS))}"
            raise RowError(key, f"the pattern '{pattern}' names no id", fix)
    return patterns


def _groups(key: str, pattern: Any) -> set[str]:
    try:
        return set(re.compile(_text(key, pattern)).groupindex)
    except re.error as error:
        raise RowError(
            key, f"'{pattern}' is not a pattern ({error})", "write a regular expression"
        ) from error


def _lower_texts(key: str, value: Any) -> tuple[str, ...]:
    return tuple(entry.lower() for entry in _texts(key, value))


_SCHEMA: dict[str, _Field] = {
    "id": _Field(_slug, required=True),
    "name": _Field(_text, required=True),
    "domains": _Field(_domains, required=True),
    "aliases": _Field(_texts),
    "moves": _Field(_moves),
    "language": _Field(_language),
    "timezone": _Field(_timezone),
    "access": _Field(_access),
    "bot_wall": _Field(_texts),
    "soft_404": _Field(_texts),
    "url_dates": _Field(_url_dates),
    "url_ids": _Field(_url_ids),
    "keep_params": _Field(_lower_texts),
    "date_selectors": _Field(_texts),
    "archive": _Field(_text),
    "snapshot_rights": _Field(_text),
    "interval": _Field(_interval),
    "owner": _Field(_text),
    "reliability": _Field(_text),
    "verified_on": _Field(_day),
}
