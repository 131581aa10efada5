import json
from importlib.resources import files

import pytest

from citecheck.adapters.support import BuiltInSupport, Weights
from citecheck.errors import InternalError
from citecheck.model import Claim, PreparedClaim, Signal, Thresholds

SHIPPED = files("citecheck.adapters.support").joinpath("weights/built_in.json").read_text(encoding="utf-8")


def claim(**signals: float) -> PreparedClaim:
    return PreparedClaim(
        claim=Claim("A claim.", ()),
        text="A claim.",
        clauses=(),
        passages=(),
        facts=(),
        unbacked=(),
        signals=tuple(Signal(name, value) for name, value in signals.items()),
    )


def weights(bias: float, **by_signal: float) -> Weights:
    return Weights("test", bias, tuple(by_signal.items()), Thresholds(0.5, 0.1), (), frozenset())


async def test_the_score_is_the_logistic_of_the_weighted_signals() -> None:
    model = BuiltInSupport(weights(-1.0, one=2.0, two=-1.0))
    scores = await model.scores([claim(one=1.0, two=1.0), claim(one=1.0, two=0.0)])
    assert scores == pytest.approx([0.5, 0.7310586])


async def test_extremes_stay_within_bounds() -> None:
    model = BuiltInSupport(weights(0.0, one=1.0))
    low, high = await model.scores([claim(one=-1e6), claim(one=1e6)])
    assert 0 < low < 1e-9
    assert 1 - 1e-9 < high < 1


def test_shipped_weights_say_what_they_were_fitted_on() -> None:
    shipped = BuiltInSupport.shipped()
    raw = json.loads(SHIPPED)
    assert shipped.version == raw["version"]
    assert all(len(corpus.rpartition(":")[2]) == 64 for corpus in shipped.weights.corpora)
    assert raw["configurations_tried"] > 0
    assert shipped.saw(raw["rows"][:8])
    assert not shipped.saw("not-a-row")


@pytest.mark.parametrize("text", ["", "{}", '{"version": "1"}', "[]", SHIPPED[:-40]])
def test_damaged_weights_are_told_at_once(text: str) -> None:
    with pytest.raises(InternalError, match="damaged"):
        Weights.from_json(text)
