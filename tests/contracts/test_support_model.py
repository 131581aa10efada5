"""What every support model keeps: the shipped fake and the built-in backend."""

import pytest

from citecheck.adapters.support import BuiltInSupport
from citecheck.model import Claim, DateReading, PreparedClaim, Reading
from citecheck.ports import SupportModel
from citecheck.testing.support import FixedSupport
from citecheck.verify import PrepareContext, prepare

TEXT = "The council voted on Tuesday to close the swimming hall. It opened in 1972 and needs a new roof."


def laid(claim: str) -> PreparedClaim:
    reading = Reading(TEXT, None, (), "en", len(TEXT.split()), DateReading(()))
    prepared = prepare(Claim(claim, ()), reading, PrepareContext(language="en", fewest_words=1))
    assert isinstance(prepared, PreparedClaim)
    return prepared


@pytest.fixture(params=[FixedSupport, BuiltInSupport.shipped])
def support(request: pytest.FixtureRequest) -> SupportModel:
    model: SupportModel = request.param()
    return model


def test_it_says_exactly_which_model_it_is(support: SupportModel) -> None:
    assert support.name
    assert support.version


def test_thresholds_stand_in_order(support: SupportModel) -> None:
    thresholds = support.thresholds
    assert 0 < thresholds.partial < thresholds.supported < 1
    assert 0 <= thresholds.margin < min(thresholds.supported, 1 - thresholds.supported)


async def test_one_probability_for_each_claim_in_order(support: SupportModel) -> None:
    claims = [laid("The council voted to close the swimming hall."), laid("A volcano erupted in Krakova.")]
    both = list(await support.scores(claims))
    assert len(both) == 2
    assert all(0 <= score <= 1 for score in both)
    assert both == [*await support.scores(claims[:1]), *await support.scores(claims[1:])]


async def test_no_claims_no_scores(support: SupportModel) -> None:
    assert list(await support.scores([])) == []


async def test_the_same_claim_scores_the_same(support: SupportModel) -> None:
    claim = laid("The hall opened in 1972.")
    assert list(await support.scores([claim])) == list(await support.scores([claim]))
