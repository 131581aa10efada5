"""review(decision): a person decides; the decision is appended and what it changes is judged again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citecheck.classify import status
from citecheck.errors import InputError
from citecheck.flows.tools import Tools
from citecheck.model import (
    LINK_WORDS,
    Citation,
    CitationId,
    CitationResult,
    Claim,
    Decision,
    Document,
    Job,
    JobKind,
    Pairing,
    PairingChange,
    PairingHow,
    Review,
    ReviewBasis,
    ReviewId,
    Span,
    in_force,
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
    undoes: ReviewId | None = None  # UNDO: which decision; None is the newest in force


@dataclass(frozen=True, slots=True)
class Pair:
    """A citation with the document it stands in."""

    document: Document
    citation: Citation


async def review(decided: Decided, tools: Tools) -> Review:
    """Append the decision. A corrected pairing is final; a word on the link holds wherever that is cited.
    After either, the source's capture is judged again.

    Handed in twice (the same review id) is handed in once. InputError for an undo that has nothing to
    take back.
    """
    document, result = await tools.views.citation(decided.citation_id)
    past = await tools.reviews.reviews(decided.citation_id)
    earlier = next((one for one in past if one.id == decided.review_id), None)
    if earlier is not None:
        return earlier
    target = _target(decided, past) if decided.decision is Decision.UNDO else None
    on_link = (target.decision if target else decided.decision) in LINK_WORDS
    done = Review(
        id=decided.review_id,
        citation_id=decided.citation_id,
        decision=decided.decision,
        reviewer=decided.reviewer.strip(),
        note=decided.note.strip(),
        at=tools.clock.now(),
        basis=await _basis(decided.decision, result, tools),
        claim=decided.claim,
        undoes=target.id if target is not None else None,
    )
    change = _change(done, target, past, Pair(document, result.citation))
    again = on_link or change is not None
    await tools.reviews.append(done, change, again=again)
    if again and result.capture is not None:
        await tools.queue.put(Job(JobKind.JUDGE, result.capture.id))
    return done


async def _basis(decision: Decision, result: CitationResult, tools: Tools) -> ReviewBasis | None:
    if decision in DECIDES_NOTHING:
        return None
    basis = basis_of(result)
    if decision not in LINK_WORDS:
        return basis
    seen = status(await tools.catalog.observations(result.citation.source.key))
    return replace(basis, link_class=seen.link_class, dead=seen.dead)


def basis_of(result: CitationResult) -> ReviewBasis:
    """What a decision on this citation rests on now."""
    label = result.verdict.label if result.verdict is not None else None
    return ReviewBasis(result.link.link_class, result.link.dead, result.date_check.result, label)


def _target(undo: Decided, past: Sequence[Review]) -> Review:
    """The decision that an undo takes back: the one it names, else the newest in force."""
    standing = in_force(past)
    found = standing if undo.undoes is None else [one for one in standing if one.id == undo.undoes]
    if not found:
        raise InputError(f"{undo.citation_id}: there is no such decision in force to undo; reload the page")
    return found[-1]


def _change(done: Review, target: Review | None, past: Sequence[Review], pair: Pair) -> PairingChange | None:
    """What the decision does to the pairing. The newest correction in force is the one that holds."""
    if done.decision is Decision.WRONG_PAIRING:
        return PairingChange(corrected_citation(pair.citation, pair.document, done.claim))
    if target is None or target.decision is not Decision.WRONG_PAIRING:
        return None
    left = [one for one in in_force(past) if one.decision is Decision.WRONG_PAIRING and one is not target]
    if not left:
        return PairingChange(None)
    return PairingChange(corrected_citation(pair.citation, pair.document, left[-1].claim))


def corrected_citation(citation: Citation, document: Document, claim: str | None) -> Citation:
    """The citation with the claim a person gave; its span is found again where the text has it."""
    pairing = Pairing(PairingHow.CORRECTED, 1.0, inferred=False, reason="set by a person")
    folded = " ".join((claim or "").split())
    if not folded:
        return replace(citation, claim=None, pairing=replace(pairing, reason="removed by a person"))
    start = document.text.find(claim.strip()) if claim else -1
    spans = (Span(start, start + len(claim.strip())),) if claim and start >= 0 else ()
    return replace(citation, claim=Claim(folded, spans), pairing=pairing)
