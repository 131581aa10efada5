"""--baseline: the flags of an earlier result, which are accepted: shown, never a failure."""

import codecs
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError
from citecheck.model import DocumentResult, Flag, FlagCode, FlagId
from citecheck.render import SCHEMA

# What link_dead says after more looks: somebody who accepted the one knows of the other.
BEFORE_DEAD = frozenset(
    {
        FlagCode.LINK_GONE,
        FlagCode.LINK_NOT_FOUND,
        FlagCode.LINK_SOFT_404,
        FlagCode.LINK_REDIRECT_HOME,
        FlagCode.LINK_DNS_GONE,
        FlagCode.LINK_PARKED,
    }
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # what PowerShell writes into a file


@dataclass(frozen=True, slots=True)
class Known:
    """Accepted flags of an earlier result: (verbatim URL or host, flag code)."""

    pairs: frozenset[tuple[str, str]] = frozenset()

    def covers(self, url: str, code: FlagCode) -> bool:
        """Whether a flag at `url` is accepted."""
        codes = {code, *BEFORE_DEAD} if code is FlagCode.LINK_DEAD else {code}
        return any((url, one.value) in self.pairs for one in codes)

    def flags_of(self, results: Sequence[DocumentResult]) -> frozenset[FlagId]:
        """The ids of the flags of `results` that are known."""
        return frozenset(
            flag.id
            for result in results
            for where, flags in _places(result)
            for flag in flags
            if self.covers(where, flag.code)
        )


def _places(result: DocumentResult) -> Iterator[tuple[str, Sequence[Flag]]]:
    """URLs and hosts with their flags."""
    yield from ((item.citation.url, item.flags) for item in result.citations)
    yield from ((item.host, item.flags) for item in result.hosts)


def read_baseline(path: Path | None) -> Known:
    """The open flags of an earlier result, JSON or JSON lines; ConfigError when the file is not one."""
    if path is None:
        return Known()
    again = "write one with `citecheck check --format json --output FILE`"
    try:
        documents = _documents(_text(path.read_bytes()))
        if not documents:
            raise ConfigError(f"--baseline {path}: there is no document in it; {again}")
        for document in documents:
            if document["schema"] != SCHEMA:
                raise ConfigError(
                    f"--baseline {path}: its schema is {document['schema']!r}, this version reads {SCHEMA}; "
                    f"{again}"
                )
        return Known(frozenset(pair for document in documents for pair in _open_flags(document)))
    except OSError as error:
        raise ConfigError(f"--baseline {path}: cannot be read ({error.strerror}); check the path") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(f"--baseline {path}: not a result of `citecheck check`; {again}") from error


def _text(data: bytes) -> str:
    return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")


def _documents(text: str) -> list[Any]:
    try:
        loaded = json.loads(text)
    except ValueError:  # one object a line, perhaps
        loaded = [json.loads(line) for line in text.split("\n") if line.strip()]
    return loaded if isinstance(loaded, list) else [loaded]


def _open_flags(document: Any) -> Iterator[tuple[str, str]]:
    places = [(citation["url"], citation["flags"]) for citation in document["citations"]]
    places += [(host["host"], host["flags"]) for host in document.get("hosts", ())]
    for where, flags in places:
        for flag in flags:
            if flag.get("cleared_at") is None:
                yield str(where), str(flag["code"])
