"""What a support model is given, and what it gives back: a claim laid beside a page."""

from dataclasses import dataclass
from datetime import date

from citecheck.model.citation import Claim
from citecheck.model.reading import Passage
from citecheck.model.spans import Span
from citecheck.model.verdict import FactCheck, Unbacked, VerdictLabel


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A sentence of the source with how well it answers the claim (higher is better)."""

    passage: Passage
    score: float
    n: int  # position of the sentence in the source, from 0
    before: str = ""  # the text just before it, to find the quote again
    after: str = ""  # the text just after it


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the claim that can be true or false by itself."""

    text: str
    span: Span  # in the prepared text of the claim
    backing: float  # 0 to 1: how much of its words and details the source has close together


@dataclass(frozen=True, slots=True)
class Signal:
    """One measured relation between claim and source, by its name in the weights."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """A claim laid beside its source, ready for a support model. Text of a source is data only."""

    claim: Claim
    text: str  # the claim, note marks and mark-up blanked out, so that spans fit the claim's own text
    clauses: tuple[Clause, ...]
    passages: tuple[RankedPassage, ...]  # best first
    facts: tuple[FactCheck, ...]
    unbacked: tuple[Unbacked, ...]
    signals: tuple[Signal, ...]
    title: str | None = None
    published: date | None = None
    partial: bool = False  # only part of the source could be read

    def signal(self, name: str) -> float:
        """The value of the signal `name`; 0.0 where it was not measured."""
        return next((signal.value for signal in self.signals if signal.name == name), 0.0)


@dataclass(frozen=True, slots=True)
class CannotTell:
    """Why a claim cannot be judged against a source, in words a reader understands."""

    reason: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a backend's score turns into words. Read off held-out curves, per backend.

    From `supported` up the page says it; from `partial` up it says part of it; within `margin` of
    `supported` on either side the answer is "cannot tell".
    """

    supported: float
    partial: float
    margin: float = 0.0

    def forced(self, score: float) -> VerdictLabel:
        """The label by score alone, without abstaining."""
        if score >= self.supported:
            return VerdictLabel.SUPPORTED
        return VerdictLabel.PARTIALLY_SUPPORTED if score >= self.partial else VerdictLabel.NOT_SUPPORTED
