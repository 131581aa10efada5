"""Floors under the accuracy of dates: on stored out-of-fold answers."""

import json
from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.evals.dates import evaluate_dates
from citecheck.read.arbitrate import date_weights

HERE = Path(__file__).parent
STORED = json.loads((HERE / "dates_out_of_fold.json").read_text(encoding="utf-8"))
CORPUS = "6036e172ceb31a1af02f4dcb2f47c3174fc23dcc1057c31c44560dc6aee38e7c"
PAGE = "<html><head><title>Snow</title>{head}</head><body><h1>Snow</h1><p>The plough comes.</p></body></html>"
DATED = '<meta property="article:published_time" content="2019-10-22">'


def test_answers_out_of_fold_stay_above_their_floors() -> None:
    answers = [(said, gold, score) for said, gold, score in STORED["answers"].values()]
    right = [said == gold for said, gold, _ in answers]
    assert STORED["corpus_sha256"] == CORPUS
    assert len(answers) == 800
    assert sum(right) / len(right) >= 0.93
    high = [said == gold for said, gold, score in answers if score is not None and score >= STORED["high"]]
    assert sum(high) / len(high) >= 0.98
    assert len(high) / len(answers) >= 0.75


def test_shipped_weights_and_stored_answers_are_of_one_fit() -> None:
    shipped = date_weights()
    right = sum(said == gold for said, gold, _ in STORED["answers"].values())
    assert shipped.high == STORED["high"]
    assert shipped.out_of_fold["accuracy"] == pytest.approx(right / len(STORED["answers"]), abs=1e-4)
    assert (
        0.99 * len(STORED["answers"]) < len(shipped.pages) <= len(STORED["answers"])
    )  # a page may come twice


def rows_file(folder: Path, *published: str | None) -> Path:
    """Rows whose pages are dated 22 October 2019, or not at all for None."""
    lines = []
    for n, day in enumerate(published):
        html = PAGE.format(head=DATED if day else f"<!-- {n} -->")
        (folder / f"{n}.html").write_text(html, encoding="utf-8")
        row = {"id": str(n), "url": f"https://e.example/{n}", "file": f"{n}.html"}
        lines.append(json.dumps(row | {"published": day or "2019-10-22"}))
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_right_wrong_and_missing_answers_are_told_apart(tmp_path: Path) -> None:
    result = evaluate_dates(rows_file(tmp_path, "2019-10-22", "2019-10-22", "2019-10-23", None))
    assert (result.n, result.accuracy) == (4, 0.5)
    assert (result.precision, result.recall, result.f1) == (0.6667, 0.5, 0.5714)
    assert (result.in_sample, result.out_of_fold) == (False, None)
    assert result.ms_per_page > 0
    told = result.as_json()
    assert told["high_confidence"] == {
        "precision": result.high_confidence.precision,
        "coverage": result.high_confidence.coverage,
    }
    assert json.loads(json.dumps(told)) == told


def test_a_row_whose_date_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="row 0: 'published' is not a date"):
        evaluate_dates(rows_file(tmp_path, "last week"))
