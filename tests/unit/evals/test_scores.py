import pytest

from citecheck.evals.scores import accuracy_at, auroc, balanced_accuracy, f1, macro_f1


def test_balanced_accuracy_weighs_both_sides_alike() -> None:
    assert balanced_accuracy([True, False, False, False], [True, True, False, False]) == pytest.approx(5 / 6)
    assert balanced_accuracy([True, True], [True, False]) is None


def test_auroc_counts_ties_half() -> None:
    assert auroc([False, True, False, True], [0.1, 0.9, 0.2, 0.8]) == 1.0
    assert auroc([False, True], [0.5, 0.5]) == 0.5
    assert auroc([True, False, True], [0.1, 0.5, 0.9]) == 0.5
    assert auroc([True], [0.1]) is None


def test_f1_of_the_true_side() -> None:
    assert f1([True, True, False], [True, False, True]) == 0.5
    assert f1([True], [False]) == 0.0


def test_macro_f1_is_over_the_classes_that_are_there() -> None:
    assert macro_f1(["a", "b"], ["a", "b"]) == 1.0
    assert macro_f1(["a", "a", "b"], ["a", "a", "c"]) == 0.5


def test_accuracy_at_keeps_the_surest() -> None:
    gold, scores = [True, False, False, True], [0.9, 0.1, 0.55, 0.45]
    assert accuracy_at(0.5, gold, scores, 0.5) == 1.0
    assert accuracy_at(1.0, gold, scores, 0.5) == 0.5
