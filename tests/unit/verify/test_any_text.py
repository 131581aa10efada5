"""Whatever a page or a claim holds, preparing is a total function, and its spans fit."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.adapters.support import BuiltInSupport
from citecheck.model import Backend, CannotTell, CaptureId, Claim
from citecheck.verify import PrepareContext, combine, prepare

from .conftest import reading

PIECES = st.sampled_from(
    ["70,000", "people", "4 March 2024", "1.2.3", "$", "%", '"', "“", "”", "Ana",
     "Лука", "\n\n", ". ", " ", ",",
     "½", "<b>", "[1]", "12/13"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join))
SUPPORT = BuiltInSupport.shipped()


@settings(max_examples=150, deadline=None)
@given(claim=TEXTS, page=TEXTS)
def test_spans_fit_and_a_verdict_comes_out(claim: str, page: str) -> None:
    prepared = prepare(Claim(claim, ()), reading(page, None), PrepareContext(fewest_words=1))
    if isinstance(prepared, CannotTell):
        assert prepared.reason
        return
    assert all(words.span.of(claim)[:1] == words.text[:1] for words in prepared.unbacked)
    assert all(ranked.passage.span.of(page) == ranked.passage.text for ranked in prepared.passages)
    (score,) = asyncio.run(SUPPORT.scores([prepared]))
    verdict = combine(prepared, score, Backend("b", "1"), SUPPORT.thresholds, CaptureId("c"))
    assert verdict.reason
