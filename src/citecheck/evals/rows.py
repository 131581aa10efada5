"""Rows of evaluation files: one JSON object a line, plain or gzipped."""

import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from citecheck.errors import InputError

_ENDINGS = (".jsonl", ".jsonl.gz")


def _open(path: Path) -> IO[str]:
    if path.name.endswith(".gz"):
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8")
    return path.open(encoding="utf-8")


def rows(path: Path) -> Iterator[Mapping[str, object]]:
    """The objects of `path` (.jsonl or .jsonl.gz), in order; blank lines are passed over.

    Raises InputError where the file cannot be read or has no row, or a line is not a JSON object.
    """
    if not path.name.endswith(_ENDINGS):
        raise InputError(f"{path}: not an evaluation file; give one that ends in .jsonl or .jsonl.gz.")
    empty = True
    try:
        with _open(path) as lines:
            for n, line in enumerate(lines, 1):
                if line.strip():
                    empty = False
                    yield _object(line, f"{path}, line {n}")
    except OSError as error:  # gzip.BadGzipFile is one
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path.") from error
    except (UnicodeDecodeError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: is damaged or not UTF-8; fetch or save it again.") from error
    if empty:
        raise InputError(f"{path}: there is no row in it; write one JSON object a line.")


def _object(line: str, where: str) -> Mapping[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not JSON; write one JSON object a line.") from error
    if not isinstance(value, dict):
        raise InputError(f"{where}: not a JSON object; write one JSON object a line.")
    return value


def text_of(row: Mapping[str, object], field: str) -> str:
    """The string in `field`; InputError without one."""
    value = row.get(field)
    if not isinstance(value, str):
        raise InputError(f"row {row.get('id', '?')}: '{field}' is missing or not a string; add it.")
    return value


def texts_of(row: Mapping[str, object], field: str) -> tuple[str, ...]:
    """The list of strings in `field`, empty where it is missing; InputError where it is something else."""
    value = row.get(field)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise InputError(f"row {row.get('id', '?')}: '{field}' is not a list of strings; mend it.")


def payload_of(row: Mapping[str, object], path: Path) -> bytes:
    """The bytes of the row's `file`, a path relative to the folder of `path`; .gz is unpacked."""
    file = path.parent / text_of(row, "file")
    try:
        data = file.read_bytes()
        return gzip.decompress(data) if file.name.endswith(".gz") else data
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{file}: named in {path.name} but cannot be read; put it in place.") from error
