import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.entrypoints.cli.baseline import BEFORE_DEAD, Known, read_baseline
from citecheck.errors import ConfigError
from citecheck.model import FlagCode

URL, OTHER = "https://a.example/x", "https://b.example/y"


def document(url: str, code: FlagCode, cleared_at: str | None = None) -> dict[str, Any]:
    flag = {"id": "f1", "code": str(code), "cleared_at": cleared_at}
    return {"schema": 1, "document": {}, "citations": [{"url": url, "flags": [flag]}]}


def known(tmp_path: Path, data: bytes) -> Known:
    file = tmp_path / "known.json"
    file.write_bytes(data)
    return read_baseline(file)


NOT_FOUND = document(URL, FlagCode.LINK_NOT_FOUND)
JSON = json.dumps(NOT_FOUND)
LINES = JSON + "\n" + json.dumps(document(OTHER, FlagCode.LINK_MOVED)) + "\n"


@pytest.mark.parametrize("code", sorted(BEFORE_DEAD))
def test_what_was_accepted_before_it_is_dead_is_accepted_when_it_is(tmp_path: Path, code: FlagCode) -> None:
    found = known(tmp_path, json.dumps(document(URL, code)).encode())
    assert found.covers(URL, code)
    assert found.covers(URL, FlagCode.LINK_DEAD)
    assert not found.covers(OTHER, FlagCode.LINK_DEAD)
    assert not found.covers(URL, FlagCode.CLAIM_CONTRADICTED)


def test_a_link_that_moved_was_not_accepted_as_dead(tmp_path: Path) -> None:
    assert not known(tmp_path, LINES.encode()).covers(OTHER, FlagCode.LINK_DEAD)


def test_a_cleared_flag_is_not_accepted(tmp_path: Path) -> None:
    cleared = document(URL, FlagCode.LINK_NOT_FOUND, "2026-01-01T00:00:00Z")
    assert known(tmp_path, json.dumps(cleared).encode()).pairs == frozenset()


def test_json_lines_and_arrays(tmp_path: Path) -> None:
    both = {(URL, "link_not_found"), (OTHER, "link_moved")}
    assert known(tmp_path, LINES.encode()).pairs == both
    assert known(tmp_path, f"[{','.join(LINES.split(chr(10))[:2])}]".encode()).pairs == both


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_shells_write(tmp_path: Path, encoding: str) -> None:
    assert known(tmp_path, JSON.encode(encoding)).covers(URL, FlagCode.LINK_NOT_FOUND)


def test_a_result_without_a_document_knows_nothing(tmp_path: Path) -> None:
    nothing = {"schema": 1, "document": None, "citations": []}
    assert known(tmp_path, json.dumps(nothing).encode()).pairs == frozenset()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no document in it"),
        (b"[]", "no document in it"),
        (json.dumps({**NOT_FOUND, "schema": 2}).encode(), "its schema is 2"),
        (b"{}", "not a result"),
        (b"[1]", "not a result"),
        (b'"words"', "not a result"),
        (b"{", "not a result"),
        (b"\xff\xff", "not a result"),
        (b"[" * 100_000, "not a result"),
        (b'{"schema": 1, "citations": [{"url": "u", "flags": ["f"]}]}', "not a result"),
    ],
)
def test_what_is_no_result_is_one_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(ConfigError, match=f"^--baseline .*: .*{said}.*") as caught:
        known(tmp_path, data)
    assert "\n" not in str(caught.value)
