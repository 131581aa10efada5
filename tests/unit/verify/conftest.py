"""A page of our own, and a way to lay claims on it."""

import asyncio
from collections.abc import Callable

import pytest

from citecheck.adapters.support import BuiltInSupport
from citecheck.model import (
    Backend,
    CannotTell,
    CaptureId,
    Claim,
    DateReading,
    PreparedClaim,
    Reading,
    Verdict,
)
from citecheck.verify import PrepareContext, cannot_tell, combine, prepare

PAGE = """Harbour strike enters its second week

Dock workers in the port of Velmar walked out again on Monday, 4 March 2024, after talks with the
Norrland Shipping Company broke down. About 70,000 people turned out for a march through the old town,
the police said. The union wants a pay rise of 8 percent over two years.

Company spokeswoman Ingrid Halvorsen said that "the offer on the table is fair and final". She added
that 14 ships were waiting outside the harbour. The mayor, Tomas Berg, called for calm and offered to
mediate between the two sides.

Exports of timber from the region fell by 2.5 million euros in February, says the chamber of commerce.
"""

RECIPES = """Five recipes for a rainy Sunday. Peel the potatoes and cut them into thin slices. Heat the
oven to two hundred degrees and butter a large dish. Whisk the cream with garlic, nutmeg and a little
salt. Bake it until the top is brown. Serve it with a green salad and good bread. Our readers sent us
forty ideas.
"""

Judge = Callable[..., Verdict]


def reading(text: str, language: str | None = "en", partial: bool = False) -> Reading:
    return Reading(text, None, (), language, len(text.split()), DateReading(()), partial=partial)


def laid(claim: str, text: str = PAGE, language: str | None = "en") -> PreparedClaim:
    prepared = prepare(Claim(claim, ()), reading(text, language), PrepareContext(language=language))
    assert isinstance(prepared, PreparedClaim)
    return prepared


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Judge a claim against a text with the built-in backend, as the flow does."""
    support = BuiltInSupport.shipped()
    backend = Backend(support.name, support.version)

    def judged(claim: str, text: str = PAGE, page_language: str = "en", partial: bool = False) -> Verdict:
        context = PrepareContext(language=page_language)
        prepared = prepare(Claim(claim, ()), reading(text, page_language, partial), context)
        if isinstance(prepared, CannotTell):
            return cannot_tell(prepared.reason, backend)
        (score,) = asyncio.run(support.scores([prepared]))
        return combine(prepared, score, backend, support.thresholds, CaptureId("capture-1"))

    return judged
