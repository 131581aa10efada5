"""Which of a page's dates is the day of publication: a fitted model decides, and says how surely."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from citecheck.model import ClueKind, DateClue, DateConfidence
from citecheck.read.candidates import Candidate, Vote, candidates
from citecheck.read.found import Found


@dataclass(frozen=True, slots=True)
class Weights:
    """What training/dates/fit.py wrote: logistic models over features of a candidate day.

    `alone` speaks where the extractor was not asked, `asked` where it was. The extractor is asked when
    the best score is below `ask_below`; `high` and `medium` are scores from which a tier holds.
    """

    alone: Mapping[str, float]
    asked: Mapping[str, float]
    ask_below: float
    high: float
    medium: float
    pages: frozenset[str]  # digests of the pages that it was fitted on
    out_of_fold: Mapping[str, float]

    def score(self, candidate: Candidate, asked: bool) -> float:
        """Log odds that the candidate is the day of publication."""
        table = self.asked if asked else self.alone
        return table["intercept"] + sum(table.get(name, 0.0) for name in candidate.features)


@cache
def date_weights() -> Weights:
    """The weights that are shipped."""
    text = (files("citecheck.read") / "weights" / "dates.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Weights(
        alone=data["alone"],
        asked=data["asked"],
        ask_below=data["ask_below"],
        high=data["high"],
        medium=data["medium"],
        pages=frozenset(data["pages"].split()),
        out_of_fold=data["out_of_fold"],
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """The day chosen, the odds for it, and why."""

    day: date
    score: float
    confidence: DateConfidence
    reason: str
    kinds: frozenset[ClueKind]

    @property
    def probability(self) -> float:
        """The score as a probability, 0 to 1."""
        return 1 / (1 + math.exp(-self.score))


def choose(
    found: Sequence[Found], address: Sequence[DateClue], ask: Callable[[], Vote], weights: Weights
) -> Choice | None:
    """The likeliest day among what was found, None without any. `ask` costs time: it is only called
    where the clues of our own leave doubt."""
    best = _best(candidates(found, address, None), weights, asked=False)
    if best is None or best[0] < weights.ask_below:
        best = _best(candidates(found, address, ask()), weights, asked=True)
    if best is None:
        return None
    score, winner = best
    high, medium = score >= weights.high, score >= weights.medium
    confidence = DateConfidence.HIGH if high else DateConfidence.MEDIUM if medium else DateConfidence.LOW
    return Choice(winner.day, score, confidence, _reason(winner), frozenset(winner.kinds))


def _best(pool: Iterable[Candidate], weights: Weights, asked: bool) -> tuple[float, Candidate] | None:
    scored = [(weights.score(candidate, asked), candidate) for candidate in pool]
    return max(scored, key=lambda pair: pair[0], default=None)


def _reason(winner: Candidate) -> str:
    """What names the day, in words."""
    if not winner.kinds:
        return "only the general extractor found this day"
    named = sorted(kind.explanation for kind in winner.kinds)
    return f"named by {'; '.join(named)}"
