"""The types a setting can have: what to write, and how it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from citecheck.settings.network import parse_network, parse_override
from citecheck.settings.values import MB

_UNITS = {"": 1, "B": 1, "K": 1024, "KB": 1024, "M": MB, "MB": MB, "G": 1024 * MB, "GB": 1024 * MB}
LONGEST = 7 * 86_400.0  # seconds: nothing here is meant to take longer than a week
_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Kind:
    """How a type is read: what to write, and the function that reads it (ValueError when it cannot)."""

    name: str
    fix: str
    read: Callable[[str], Any]


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value <= LONGEST:  # neither is "nan"
        raise ValueError(text)
    return value


def _positive_seconds(text: str) -> float:
    value = _seconds(text)
    if value == 0:
        raise ValueError(text)
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _port(text: str) -> int:
    value = int(text)
    if not 0 < value < 65_536:
        raise ValueError(text)
    return value


def _hour(text: str) -> int:
    value = int(text)
    if not 0 <= value < 24:
        raise ValueError(text)
    return value


def _size(text: str) -> int:
    match = re.fullmatch(r"([0-9]+)\s*([KMG]?B?)", text.strip().upper())
    if match is None or int(match[1]) == 0:
        raise ValueError(text)
    return int(match[1]) * _UNITS[match[2]]


def _switch(text: str) -> bool:
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise ValueError(text)
    return word in _YES


def _text(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError(text)
    return text.strip()


def _list(text: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in text.split(",") if entry.strip())


def _timezone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (OSError, KeyError) as error:  # not found, or no name for a file
        raise ValueError(text) from error
    return text


def _existing(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_file():
        raise ValueError(text)
    return path


def _database(text: str) -> str:
    if not urlsplit(text).scheme:
        raise ValueError(text)
    return text


SECONDS = Kind("seconds", f"give a number of seconds, zero or more, at most {LONGEST:.0f} (a week)", _seconds)
POSITIVE = Kind(
    "seconds",
    f"give a number of seconds greater than zero, at most {LONGEST:.0f} (a week)",
    _positive_seconds,
)
COUNT = Kind("count", "give a whole number, 1 or more", _count)
PORT = Kind("port", "give a port, 1 to 65535", _port)
HOUR = Kind("hour", "give an hour, 0 to 23", _hour)
SIZE = Kind("bytes", "give a number of bytes, or one with a unit such as 20MB", _size)
SWITCH = Kind("yes or no", "give yes or no", _switch)
TEXT = Kind("text", "give one line of text", _text)
LIST = Kind("list", "give names with commas between them", _list)
FILE = Kind("file", "give the path of a file that exists", _existing)
DIRECTORY = Kind("directory", "give the path of a directory", lambda text: Path(_text(text)).expanduser())
ZONE = Kind("time zone", "give a name such as Europe/Belgrade", _timezone)
URL = Kind("URL", "give a whole URL with its scheme, such as https://desk.example.org", _database)
OVERRIDES = Kind("list", "", lambda text: tuple(parse_override(entry) for entry in _list(text)))
NETWORKS = Kind("list", "", lambda text: tuple(parse_network(entry) for entry in _list(text)))
