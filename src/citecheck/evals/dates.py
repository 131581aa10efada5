"""How often the day of publication is right, and how far its confidence can be trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from citecheck.errors import InputError
from citecheck.evals.pages import NOBODY, Stopwatch, body_of, page_digest
from citecheck.evals.report import Counts, EvalReport, share
from citecheck.evals.rows import rows, text_of
from citecheck.model import DateConfidence, DateReading
from citecheck.read.arbitrate import date_weights
from citecheck.read.reading import read_dates


@dataclass(frozen=True, slots=True)
class HighConfidence:
    """The answers of high confidence: how many are right, and what share of the pages they cover."""

    precision: float
    coverage: float


@dataclass(frozen=True, slots=True)
class DatesResult(EvalReport):
    """Exact day. A missing answer counts against recall, a wrong one against both."""

    n: int
    accuracy: float
    precision: float
    recall: float
    f1: float
    high_confidence: HighConfidence
    ms_per_page: float  # CPU: parsing the page and finding its dates
    in_sample: bool  # the weights were fitted on at least one of these pages
    out_of_fold: (
        Mapping[str, float] | None
    )  # in sample only: the figures of models that had not seen the page


@dataclass(frozen=True, slots=True)
class _Answer:
    gold: date
    said: DateReading
    seen: bool  # by the weights when they were fitted

    @property
    def right(self) -> bool:
        return self.said.published == self.gold


def evaluate_dates(path: Path) -> DatesResult:
    """Read the dates of each row's page (`id`, `url`, `file`, `published`). Raises InputError."""
    watch = Stopwatch()
    answers = list(_answers(path, watch))
    n = len(answers)
    right = sum(answer.right for answer in answers)
    given = sum(answer.said.published is not None for answer in answers)
    counts = Counts(right, given - right, n - right)
    high = [answer for answer in answers if answer.said.confidence is DateConfidence.HIGH]
    seen = any(answer.seen for answer in answers)
    return DatesResult(
        n=n,
        accuracy=share(right, n),
        precision=counts.precision,
        recall=counts.recall,
        f1=counts.f1,
        high_confidence=HighConfidence(share(sum(one.right for one in high), len(high)), share(len(high), n)),
        ms_per_page=watch.ms_per(n),
        in_sample=seen,
        out_of_fold=dict(date_weights().out_of_fold) if seen else None,
    )


def _answers(path: Path, watch: Stopwatch) -> Iterator[_Answer]:
    known = date_weights().pages
    for row in rows(path):
        gold = day_of(row)
        body, payload = body_of(row, path)
        with watch:
            said = read_dates(body, text_of(row, "url"), NOBODY, None)
        yield _Answer(gold, said, page_digest(payload) in known)


def day_of(row: Mapping[str, object]) -> date:
    """The row's `published` as a day; InputError where it is none."""
    try:
        return date.fromisoformat(text_of(row, "published")[:10])
    except ValueError as error:
        raise InputError(f"row {row.get('id', '?')}: 'published' is not a date; write YYYY-MM-DD.") from error
