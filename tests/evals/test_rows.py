import gzip
from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.evals.rows import payload_of, rows, text_of, texts_of


def test_rows_are_read_plain_and_gzipped(tmp_path: Path) -> None:
    lines = '{"id": "ö"}\n\n{"id": "b"}\n'
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    assert list(rows(plain)) == list(rows(packed)) == [{"id": "ö"}, {"id": "b"}]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"", "ends in .jsonl"),
        ("a.jsonl", b"[1]\n", "line 1: not a JSON object"),
        ("a.jsonl", b'{"a": 1}\n{"a"\n', "line 2: not JSON"),
        ("a.jsonl", b"\xff\xfe", "damaged"),
        ("a.jsonl.gz", b"not packed", "cannot be read"),
        ("a.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 99)[:-20], "damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_fix(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=told):
        list(rows(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        list(rows(tmp_path / "none.jsonl"))


def test_fields_are_taken_with_their_type() -> None:
    row = {"id": "x", "title": "T", "n": 3, "with": ["a"], "bad": [1]}
    assert text_of(row, "title") == "T"
    assert texts_of(row, "with") == ("a",)
    assert texts_of(row, "none") == ()
    with pytest.raises(InputError, match="row x: 'n'"):
        text_of(row, "n")
    with pytest.raises(InputError, match="row x: 'bad'"):
        texts_of(row, "bad")


def test_a_row_s_file_lies_beside_the_rows(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(b"<p>x"))
    (tmp_path / "html" / "b.html").write_bytes(b"<p>y")
    path = tmp_path / "rows.jsonl"
    assert payload_of({"file": "html/a.html.gz"}, path) == b"<p>x"
    assert payload_of({"file": "html/b.html"}, path) == b"<p>y"
    with pytest.raises(InputError, match=r"named in rows\.jsonl"):
        payload_of({"file": "html/c.html"}, path)
