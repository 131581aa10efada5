"""How well a support model judges claims, on rows of claim, source sentences and label."""

import asyncio
import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Protocol, runtime_checkable

from citecheck.errors import InputError
from citecheck.evals.rows import text_of, texts_of
from citecheck.evals.scores import accuracy_at, auroc, balanced_accuracy, f1, macro_f1
from citecheck.model import (
    Backend,
    CannotTell,
    CaptureId,
    Claim,
    DateReading,
    PreparedClaim,
    Reading,
    Span,
    VerdictLabel,
)
from citecheck.ports import SupportModel
from citecheck.verify import PrepareContext, cannot_tell, combine, prepare

_AT_ONCE = 32  # rows prepared before the backend is asked
_COVERAGE = 0.6
_WAY = {
    VerdictLabel.SUPPORTED: "supported",
    VerdictLabel.PARTIALLY_SUPPORTED: "partial",
    VerdictLabel.NOT_SUPPORTED: "rest",
    VerdictLabel.CONTRADICTED: "rest",
}


@runtime_checkable
class Fitted(Protocol):
    """A backend that knows which rows it was fitted on."""

    def saw(self, digest: str) -> bool:
        """Whether the row of this digest was among them."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with the sentences of its source and the label people gave."""

    id: str
    claim: str
    sentences: tuple[str, ...]
    label: VerdictLabel
    title: str | None
    published: date | None
    evidence_sets: tuple[frozenset[int], ...] | None

    @property
    def digest(self) -> str:
        """Eight hex digits that tell this claim and source from others, in whichever file they stand."""
        return hashlib.sha256("\n".join((self.claim, *self.sentences)).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was said of one row."""

    id: str
    gold: VerdictLabel
    label: VerdictLabel  # the verdict, abstaining included
    forced: VerdictLabel  # the label by score alone
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class SupportResult:
    """The figures of one evaluation; shares are 0 to 1, None where there is nothing to measure."""

    n: int
    backend: str
    version: str
    threshold: float
    balanced_accuracy: float | None
    auroc: float | None
    f1_supported: float
    three_way_macro_f1: float
    accuracy_at_60_coverage: float
    abstained: float
    verdicts: Mapping[str, int]
    contradicted_of_supported: int  # rows labelled supported that we called contradicted
    evidence_complete_at_12: float | None
    evidence_rows: int
    ms_per_claim: float  # CPU
    in_sample: bool
    in_sample_rows: int
    predictions: tuple[Prediction, ...] = field(repr=False, default=())

    def as_json(self) -> dict[str, object]:
        """The figures as one JSON object, without the predictions."""
        return {name: value for name, value in asdict(self).items() if name != "predictions"}


def row_of(raw: Mapping[str, object]) -> Row:
    """Read one row; InputError says what is wrong with it."""
    label = text_of(raw, "label")
    known = next((word for word in _WAY if word == label), None)
    if known is None:
        raise InputError(f"row {raw.get('id', '?')}: label '{label}' is none of {', '.join(_WAY)}.")
    title, published = raw.get("title"), raw.get("published")
    return Row(
        id=text_of(raw, "id"),
        claim=text_of(raw, "claim"),
        sentences=texts_of(raw, "sentences"),
        label=known,
        title=title if isinstance(title, str) else None,
        published=_day(published),
        evidence_sets=_sets(raw.get("evidence_sets")),
    )


def _day(value: object) -> date | None:
    try:
        return datetime.fromisoformat(value).date() if isinstance(value, str) else None
    except ValueError:
        return None


def _sets(value: object) -> tuple[frozenset[int], ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(frozenset(n for n in one if isinstance(n, int)) for one in value if isinstance(one, list))


def lay(row: Row) -> PreparedClaim | CannotTell:
    """The row through the same `prepare` that judges captures."""
    spans, at = [], 0
    for sentence in row.sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text = "\n".join(row.sentences)
    reading = Reading(text, row.title, (), None, len(text.split()), DateReading((), row.published))
    return prepare(Claim(row.claim, ()), reading, PrepareContext(sentences=tuple(spans), fewest_words=1))


def evaluate_support(rows: Iterable[Mapping[str, object]], backend: SupportModel) -> SupportResult:
    """Judge every row and measure. What is forced is forced by the backend's own thresholds; nothing
    is chosen on the rows. InputError for a row that is not one, or for no rows."""
    started = time.process_time()
    asked = iter(rows)
    judged: list[_Judged] = []
    while chunk := [row_of(raw) for raw in islice(asked, _AT_ONCE)]:
        judged += _judge(chunk, backend)
    if not judged:
        raise InputError("there are no rows to evaluate: the file is empty.")
    elapsed = time.process_time() - started
    return _measure(judged, backend, 1000 * elapsed / len(judged))


@dataclass(frozen=True, slots=True)
class _Judged:
    prediction: Prediction
    complete: bool | None  # whether some complete evidence set is among the passages; None without gold
    seen: bool


def _judge(chunk: Sequence[Row], backend: SupportModel) -> list[_Judged]:
    laid = [lay(row) for row in chunk]
    given = iter(asyncio.run(_scores(backend, [one for one in laid if isinstance(one, PreparedClaim)])))
    return [
        _Judged(
            prediction=_predict(row, one, next(given) if isinstance(one, PreparedClaim) else 0.0, backend),
            complete=_complete(row, one),
            seen=isinstance(backend, Fitted) and backend.saw(row.digest),
        )
        for row, one in zip(chunk, laid, strict=True)
    ]


async def _scores(backend: SupportModel, claims: Sequence[PreparedClaim]) -> Sequence[float]:
    return await backend.scores(claims) if claims else ()


def _predict(row: Row, laid: PreparedClaim | CannotTell, score: float, backend: SupportModel) -> Prediction:
    named = Backend(backend.name, backend.version)
    if isinstance(laid, CannotTell):
        verdict = cannot_tell(laid.reason, named)
    else:
        verdict = combine(laid, score, named, backend.thresholds, CaptureId("evaluation"))
    return Prediction(
        id=row.id,
        gold=row.label,
        label=verdict.label,
        forced=backend.thresholds.forced(score),
        score=score,
        reason=verdict.reason,
    )


def _complete(row: Row, laid: PreparedClaim | CannotTell) -> bool | None:
    sets = [one for one in row.evidence_sets or () if one]
    if not sets:
        return None
    top = {ranked.n for ranked in laid.passages[:12]} if isinstance(laid, PreparedClaim) else set()
    return any(one <= top for one in sets)


def _measure(judged: Sequence[_Judged], backend: SupportModel, milliseconds: float) -> SupportResult:
    said = tuple(one.prediction for one in judged)
    gold = [one.gold == VerdictLabel.SUPPORTED for one in said]
    forced = [one.forced == VerdictLabel.SUPPORTED for one in said]
    scores = [one.score for one in said]
    threshold = backend.thresholds.supported
    complete = [one.complete for one in judged if one.complete is not None]
    seen = sum(one.seen for one in judged)
    return SupportResult(
        n=len(said),
        backend=backend.name,
        version=backend.version,
        threshold=threshold,
        balanced_accuracy=_rounded(balanced_accuracy(gold, forced)),
        auroc=_rounded(auroc(gold, scores)),
        f1_supported=round(f1(gold, forced), 4),
        three_way_macro_f1=round(
            macro_f1([_WAY[one.gold] for one in said], [_WAY[one.forced] for one in said]), 4
        ),
        accuracy_at_60_coverage=round(accuracy_at(_COVERAGE, gold, scores, threshold), 4),
        abstained=round(sum(one.label == VerdictLabel.CANNOT_TELL for one in said) / len(said), 4),
        verdicts={label: sum(one.label == label for one in said) for label in VerdictLabel},
        contradicted_of_supported=sum(
            one.label == VerdictLabel.CONTRADICTED and one.gold == VerdictLabel.SUPPORTED for one in said
        ),
        evidence_complete_at_12=_rounded(sum(complete) / len(complete) if complete else None),
        evidence_rows=len(complete),
        ms_per_claim=round(milliseconds, 2),
        in_sample=seen > 0,
        in_sample_rows=seen,
        predictions=said,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
