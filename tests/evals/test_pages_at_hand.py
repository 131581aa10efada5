"""Floors under dates, titles and text on a part of the development pages, where they are at hand."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.evals.dates import evaluate_dates
from citecheck.evals.text import evaluate_text
from citecheck.evals.titles import evaluate_titles

PAGES = Path(os.environ["CITECHECK_EVAL_DATA"]) / "pages"
Part = Callable[[str, int], Path]


@pytest.fixture
def part(tmp_path: Path) -> Part:
    """A file of every n-th row that has `field`."""

    def written(field: str, every: int) -> Path:
        with gzip.open(PAGES / "pages_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row.get(field)][::every]
        moved = [row | {"file": str(PAGES / str(row["file"]))} for row in rows]
        path = tmp_path / "rows.jsonl"
        path.write_text("\n".join(map(json.dumps, moved)), encoding="utf-8")
        return path

    return written


def test_dates(part: Part) -> None:
    result = evaluate_dates(part("published", 4))
    assert result.in_sample
    assert result.out_of_fold is not None
    assert result.accuracy >= 0.92
    assert result.high_confidence.precision >= 0.97
    assert result.high_confidence.coverage >= 0.75


def test_titles(part: Part) -> None:
    assert evaluate_titles(part("title", 4)).exact >= 0.80


def test_text(part: Part) -> None:
    result = evaluate_text(part("text_with", 6))
    assert result.f1 >= 0.92
    assert result.recall >= 0.94
