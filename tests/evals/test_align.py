import pytest

from citecheck.errors import InputError
from citecheck.evals.align import evaluate_align
from citecheck.model import Publisher, Publishers

PUBLISHERS = Publishers((), Publisher("defaults", "", ()))
ROW = {
    "id": "one",
    "sentences": [
        "The council closed the old bridge after the storm.",
        "Nobody had expected it.",
        "Farmers sold twice as much cheese to Norway.",
        "A court in Lisbon freed the two sailors.",
    ],
    "urls": [
        "https://a.example/old-bridge-closed-after-storm",
        "https://a.example/norwegians-eat-more-cheese",
        "https://a.example/lisbon-court-frees-sailors",
    ],
    "gold": [0, 2, 3],
}


def test_all_found():
    result = evaluate_align([ROW], PUBLISHERS)
    assert (result.documents, result.n, result.exact, result.within_one, result.shuffled_exact) == (
        1,
        3,
        1,
        1,
        1,
    )


def test_near_misses_are_told_apart():
    result = evaluate_align([ROW | {"gold": [1, 2, 0]}], PUBLISHERS)
    assert result.exact == round(1 / 3, 4)
    assert result.within_one == round(2 / 3, 4)


def test_no_rows():
    result = evaluate_align([], PUBLISHERS)
    assert (result.documents, result.exact) == (0, 0.0)


@pytest.mark.parametrize("gold", [None, [0, 1], [0, 1, 9], ["0", "1", "2"]])
def test_a_row_that_does_not_fit(gold):
    with pytest.raises(InputError, match="one"):
        evaluate_align([ROW | {"gold": gold}], PUBLISHERS)
