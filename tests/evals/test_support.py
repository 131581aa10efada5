"""The evaluation of support: its figures on rows of our own, and the floors on the development data."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from citecheck.adapters.support import BuiltInSupport
from citecheck.errors import InputError
from citecheck.evals.rows import rows
from citecheck.evals.support import evaluate_support, row_of
from citecheck.testing.support import FixedSupport

PAGE = [
    "The council of Ostby voted on Tuesday to close the swimming hall.",
    "The hall opened in 1972 and needs a new roof.",
    "About 300 people signed a letter against the plan.",
]
DATA = os.environ.get("CITECHECK_EVAL_DATA")
# Floors for the shipped weights, some way below what was measured; wice_dev is among what they were
# fitted on (the out-of-fold figures stand in the weights file), citation_integrity_dev is not.
FLOORS = [("wice_dev", 0.70, 0.80, True), ("citation_integrity_dev", 0.55, 0.58, False)]


def row(claim: str, label: str, **more: object) -> Mapping[str, object]:
    return {"id": claim, "claim": claim, "sentences": PAGE, "label": label, **more}


ROWS = [
    row("The council of Ostby voted to close the swimming hall.", "supported", evidence_sets=[[0]]),
    row("The hall opened in 1972 and needs a new roof.", "supported", evidence_sets=[[1], [0, 2]]),
    row("The council voted to build a stadium with a bright golden tower.", "partially_supported"),
    row("A volcano erupted near Krakova in 1815.", "not_supported", evidence_sets=[[]]),
    row("About 900 people signed a letter against the plan.", "contradicted", evidence_sets=[[2]]),
]


def test_figures_of_the_built_in_backend() -> None:
    result = evaluate_support(ROWS, BuiltInSupport.shipped())
    assert result.n == 5
    assert result.auroc == 1.0
    assert result.evidence_complete_at_12 == 1.0
    assert result.evidence_rows == 3
    assert result.verdicts["contradicted"] == 1
    assert result.contradicted_of_supported == 0
    assert not result.in_sample
    assert [prediction.id for prediction in result.predictions] == [str(one["id"]) for one in ROWS]


def test_forced_figures_follow_the_backend_threshold() -> None:
    result = evaluate_support(ROWS, FixedSupport(0.9))
    assert result.balanced_accuracy == 0.5
    assert result.auroc == 0.5
    assert result.f1_supported == pytest.approx(2 * 2 / 7, abs=1e-4)
    near = evaluate_support(ROWS[:2], FixedSupport(0.51))
    assert near.abstained == 1.0
    assert near.balanced_accuracy is None


def test_json_has_the_figures_and_no_predictions() -> None:
    printed = evaluate_support(ROWS, FixedSupport()).as_json()
    assert "predictions" not in printed
    assert {
        "n",
        "balanced_accuracy",
        "auroc",
        "f1_supported",
        "three_way_macro_f1",
        "accuracy_at_60_coverage",
        "abstained",
        "evidence_complete_at_12",
        "ms_per_claim",
        "in_sample",
    } <= printed.keys()


def test_rows_that_were_fitted_on_are_told() -> None:
    shipped = BuiltInSupport.shipped()
    seen = row_of(ROWS[0]).digest
    taught = BuiltInSupport(
        type(shipped.weights)(
            version="2",
            bias=shipped.weights.bias,
            by_signal=shipped.weights.by_signal,
            thresholds=shipped.weights.thresholds,
            corpora=(),
            rows=frozenset({seen}),
        )
    )
    result = evaluate_support(ROWS, taught)
    assert result.in_sample
    assert result.in_sample_rows == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"id": "a", "claim": "x", "sentences": [], "label": "maybe"}, "label 'maybe'"),
        ({"id": "a", "sentences": [], "label": "supported"}, "'claim'"),
        ({"id": "a", "claim": "x", "sentences": "no", "label": "supported"}, "'sentences'"),
    ],
)
def test_a_row_that_is_none_is_told(broken: Mapping[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        evaluate_support([broken], FixedSupport())


def test_no_rows_is_told() -> None:
    with pytest.raises(InputError, match="no rows"):
        evaluate_support([], FixedSupport())


def test_a_row_without_text_abstains() -> None:
    result = evaluate_support([{**ROWS[0], "sentences": []}, ROWS[3]], BuiltInSupport.shipped())
    assert result.verdicts["cannot_tell"] == 1


def measured() -> Iterator[object]:
    for name, *floors in FLOORS:
        path = Path(DATA or "") / "support" / f"{name}.jsonl.gz"
        if DATA and path.is_file():
            yield pytest.param(path, *floors, id=name)


if DATA:

    @pytest.mark.parametrize(("path", "balanced", "auroc", "seen"), list(measured()))
    def test_floors_on_development_data(path: Path, balanced: float, auroc: float, seen: bool) -> None:
        result = evaluate_support(rows(path), BuiltInSupport.shipped())
        assert result.balanced_accuracy is not None
        assert result.auroc is not None
        assert result.balanced_accuracy >= balanced
        assert result.auroc >= auroc
        assert result.contradicted_of_supported <= 1
        assert result.in_sample is seen
