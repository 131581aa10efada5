"""What a person decided on a citation. Reviews are appended; an undo is a review too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from citecheck.model.citation import Citation
from citecheck.model.dates import DateCheckResult
from citecheck.model.ids import CitationId, ReviewId
from citecheck.model.link import LinkClass
from citecheck.model.verdict import VerdictLabel
from citecheck.model.words import Word


class Decision(Word):
    """What a reviewer may decide."""

    SUPPORTED = "supported", "the source supports the claim"
    PARTIALLY_SUPPORTED = "partially_supported", "the source supports part of the claim"
    NOT_SUPPORTED = "not_supported", "the source does not support the claim"
    LINK_DEAD = "link_dead", "the link is dead: confirmed by a person"
    LINK_WORKS = "link_works", "the link works: opened by a person"
    FALSE_ALARM = "false_alarm", "nothing is wrong here"
    WRONG_PAIRING = "wrong_pairing", "the URL belongs to another claim, or to none"
    NOTE = "note", "a remark; decides nothing"
    UNDO = "undo", "takes back an earlier decision"


@dataclass(frozen=True, slots=True)
class ReviewBasis:
    """What a decision rests on: when one of these changes, the citation is reopened."""

    link_class: LinkClass  # of decisions on the link itself: as we saw it, without anybody's word
    dead: bool
    date_check: DateCheckResult
    verdict: VerdictLabel | None


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of one person."""

    id: ReviewId
    citation_id: CitationId
    decision: Decision
    reviewer: str  # the name given; "" where none was
    note: str
    at: datetime
    basis: ReviewBasis | None  # None for notes and undos
    claim: str | None = None  # WRONG_PAIRING: the right claim; None removes it
    undoes: ReviewId | None = None


class Standing(Word):
    """Where a citation stands in the review queue."""

    OPEN = "open", "flagged, and nobody has decided"
    REOPENED = "reopened", "decided, but what the decision rests on has changed since"
    DECIDED = "decided", "a person has decided, and nothing has changed since"
    CLEAR = "clear", "no open flag"


@dataclass(frozen=True, slots=True)
class PairingChange:
    """What a decision does to its citation's pairing; committed together with the decision."""

    corrected: Citation | None  # with the pairing a person set; None: what we found holds again


LINK_WORDS = frozenset({Decision.LINK_DEAD, Decision.LINK_WORKS})
"""Decisions on a link, wherever it is cited: they set its state (classify.override_of)."""


def in_force(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The decisions that nobody took back, oldest first; notes and undos are none."""
    undone = {review.undoes for review in reviews if review.undoes is not None}
    return tuple(review for review in reviews if review.basis is not None and review.id not in undone)


def standing_of(reviews: Sequence[Review], now: ReviewBasis, *, flagged: bool) -> Standing:
    """Where a citation stands, by its reviews (oldest first) and by what holds of it `now`.

    The newest decision in force counts, for as long as what it rests on is as it was. A claim that a
    person set has not been looked at against its source, so its flags want a person again; with the
    claim removed, no verdict can reopen. Whoever said that a link is dead is not told so again. That a
    link works clears the flags of the link; any others wait as before.
    """
    if not flagged:
        return Standing.CLEAR
    decisions = [one for one in in_force(reviews) if one.decision is not Decision.LINK_WORKS]
    if not decisions:
        return Standing.OPEN
    last, basis = decisions[-1], decisions[-1].basis
    if last.decision is Decision.WRONG_PAIRING:
        if last.claim is not None and last.claim.strip():
            return Standing.REOPENED
        now = replace(now, verdict=basis.verdict if basis else None)
    if last.decision is Decision.LINK_DEAD and basis is not None and now.dead:
        now = replace(now, dead=basis.dead, link_class=basis.link_class)
    return Standing.DECIDED if basis == now else Standing.REOPENED
