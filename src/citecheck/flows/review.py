"""review(decision): a person decides; the decision is appended and what it changes is judged again."""

from dataclasses import dataclass, replace

from citecheck.errors import InputError
from citecheck.flows.tools import Tools
from citecheck.model import (
    Citation,
    CitationId,
    CitationResult,
    Claim,
    Decision,
    Document,
    Job,
    JobKind,
    Pairing,
    PairingHow,
    Review,
    ReviewBasis,
    ReviewId,
    Span,
)

DECIDES_NOTHING = frozenset({Decision.NOTE, Decision.UNDO})


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person handed in."""

    review_id: ReviewId  # made by the caller: handing in twice is one review
    citation_id: CitationId
    decision: Decision
    reviewer: str
    note: str = ""
    claim: str | None = None  # WRONG_PAIRING: the right claim, None to remove it
    undoes: ReviewId | None = None


async def review(decided: Decided, tools: Tools) -> Review:
    """Append the decision. A corrected pairing is final, and its source's capture is judged again."""
    document, result = await tools.views.citation(decided.citation_id)
    done = Review(
        id=decided.review_id,
        citation_id=decided.citation_id,
        decision=decided.decision,
        reviewer=decided.reviewer.strip(),
        note=decided.note.strip(),
        at=tools.clock.now(),
        basis=None if decided.decision in DECIDES_NOTHING else basis_of(result),
        claim=decided.claim,
        undoes=decided.undoes,
    )
    if decided.decision is Decision.UNDO:
        await _undo(done, document, result, tools)
    else:
        await tools.reviews.append(done)
        if decided.decision is Decision.WRONG_PAIRING:
            await _pair_as_told(decided.claim, document, result, tools)
    return done


def basis_of(result: CitationResult) -> ReviewBasis:
    """What a decision on this citation rests on now."""
    label = result.verdict.label if result.verdict is not None else None
    return ReviewBasis(result.link.link_class, result.link.dead, result.date_check.result, label)


async def _undo(undo: Review, document: Document, result: CitationResult, tools: Tools) -> None:
    past = await tools.reviews.reviews(undo.citation_id)
    undone = {earlier.undoes for earlier in past if earlier.undoes is not None}
    standing = [earlier for earlier in past if earlier.id not in undone and earlier.basis is not None]
    target = next((one for one in standing if one.id == undo.undoes), None)
    if target is None:
        raise InputError(f"{undo.citation_id}: there is no such standing decision to undo; reload the page")
    await tools.reviews.append(undo)
    if target.decision is Decision.WRONG_PAIRING:
        earlier = [one for one in standing if one.decision is Decision.WRONG_PAIRING and one is not target]
        if earlier:
            await _pair_as_told(earlier[-1].claim, document, result, tools)
        else:
            await tools.catalog.restore_pairing(undo.citation_id)
            await _judge_again(result, tools)


async def _pair_as_told(claim: str | None, document: Document, result: CitationResult, tools: Tools) -> None:
    corrected = corrected_citation(result.citation, document, claim)
    await tools.catalog.set_pairings(document.id, (corrected,))
    await _judge_again(result, tools)


async def _judge_again(result: CitationResult, tools: Tools) -> None:
    if result.capture is not None:
        await tools.queue.put(Job(JobKind.JUDGE, result.capture.id))


def corrected_citation(citation: Citation, document: Document, claim: str | None) -> Citation:
    """The citation with the claim a person gave; its span is found again where the text has it."""
    pairing = Pairing(PairingHow.CORRECTED, 1.0, inferred=False, reason="set by a person")
    folded = " ".join((claim or "").split())
    if not folded:
        return replace(citation, claim=None, pairing=replace(pairing, reason="removed by a person"))
    start = document.text.find(claim.strip()) if claim else -1
    spans = (Span(start, start + len(claim.strip())),) if claim and start >= 0 else ()
    return replace(citation, claim=Claim(folded, spans), pairing=pairing)
