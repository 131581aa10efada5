"""combine: score, facts and clauses into one verdict, with the passages it rests on."""

from citecheck.model import (
    Backend,
    CaptureId,
    Evidence,
    FactCheck,
    FactResult,
    PreparedClaim,
    RankedPassage,
    Thresholds,
    Verdict,
    VerdictLabel,
)
from citecheck.verify.reasons import reason_for
from citecheck.verify.words import STOP, stems, weight

MOST_EVIDENCE = 3  # passages quoted
_ADDS = 0.1  # share of the claim's weight that a further quote must add
_WEAK_CLAUSE = 0.3  # a clause with less of its weight on the page is not said by it
_STRONG_CLAUSE = 0.6  # one with more is


def cannot_tell(reason: str, backend: Backend) -> Verdict:
    """The verdict where there is nothing to judge, with the reason in plain words."""
    sentence = f"Cannot tell: {reason.rstrip('. ')}."
    return Verdict(VerdictLabel.CANNOT_TELL, None, sentence, (), (), (), backend)


def combine(
    prepared: PreparedClaim, score: float, backend: Backend, thresholds: Thresholds, capture_id: CaptureId
) -> Verdict:
    """The verdict on a claim that a backend gave `score` (P(supported), 0 to 1).

    A claim is only as supported as its weakest clause, and a conflict outweighs any score. Of a page that
    could be read in part only, what is missing says nothing.
    """
    label = _label(prepared, score, thresholds)
    if prepared.partial and label is not VerdictLabel.SUPPORTED:
        return cannot_tell("only a part of the page could be read, and that part does not settle it", backend)
    if label is VerdictLabel.CONTRADICTED:
        score = min(score, thresholds.partial)  # overlap misled the model; the conflict is explicit
    evidence = _evidence(prepared, label, capture_id)
    if not evidence and label is not VerdictLabel.CANNOT_TELL:
        label = VerdictLabel.NOT_SUPPORTED
    return Verdict(
        label=label,
        score=round(score, 4),
        reason=reason_for(label, prepared),
        evidence=evidence,
        unbacked=() if label is VerdictLabel.SUPPORTED else prepared.unbacked,
        facts=prepared.facts,
        backend=backend,
    )


def _label(prepared: PreparedClaim, score: float, thresholds: Thresholds) -> VerdictLabel:
    if any(fact.result is FactResult.CONFLICT for fact in prepared.facts):
        return VerdictLabel.CONTRADICTED
    if score >= thresholds.partial and _uneven(prepared):
        return VerdictLabel.PARTIALLY_SUPPORTED
    if abs(score - thresholds.supported) < thresholds.margin:
        return VerdictLabel.CANNOT_TELL
    return thresholds.forced(score)


def _uneven(prepared: PreparedClaim) -> bool:
    """Whether one clause stands on the page and another does not."""
    backings = [clause.backing for clause in prepared.clauses]
    return min(backings) < _WEAK_CLAUSE and max(backings) >= _STRONG_CLAUSE


def _evidence(prepared: PreparedClaim, label: VerdictLabel, capture_id: CaptureId) -> tuple[Evidence, ...]:
    chosen = _chosen(prepared)
    if label is VerdictLabel.CONTRADICTED:
        chosen = _with_conflicts(prepared, chosen)
    best = max((passage.score for passage in chosen), default=1.0) or 1.0
    return tuple(
        Evidence(
            quote=ranked.passage.text,
            prefix=ranked.before,
            suffix=ranked.after,
            capture_id=capture_id,
            span=ranked.passage.span,
            score=round(ranked.score / best, 3),
        )
        for ranked in chosen
    )


def _chosen(prepared: PreparedClaim) -> list[RankedPassage]:
    """The best passage, and those that add words of the claim it lacks."""
    wanted = set(stems(prepared.text)) - STOP
    total = sum(weight(word) for word in wanted) or 1.0
    chosen: list[RankedPassage] = []
    for ranked in prepared.passages:
        here = wanted & set(stems(ranked.passage.text))
        if chosen and sum(weight(word) for word in here) / total < _ADDS:
            continue
        chosen.append(ranked)
        wanted -= here
        if len(chosen) == MOST_EVIDENCE:
            break
    return chosen


def _with_conflicts(prepared: PreparedClaim, chosen: list[RankedPassage]) -> list[RankedPassage]:
    """The passages that state the other value first."""
    conflicts: list[FactCheck] = [fact for fact in prepared.facts if fact.result is FactResult.CONFLICT]
    holding = [
        next((ranked for ranked in prepared.passages if (fact.found or "") in ranked.passage.text), None)
        for fact in conflicts
    ]
    first = [ranked for ranked in dict.fromkeys(holding) if ranked is not None]
    return [*first, *(ranked for ranked in chosen if ranked not in first)][:MOST_EVIDENCE]
