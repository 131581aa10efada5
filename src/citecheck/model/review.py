"""What a person decided on a citation. Reviews are appended; an undo is a review too."""

from dataclasses import dataclass
from datetime import datetime

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
    FALSE_ALARM = "false_alarm", "nothing is wrong here"
    WRONG_PAIRING = "wrong_pairing", "the URL belongs to another claim, or to none"
    NOTE = "note", "a remark; decides nothing"
    UNDO = "undo", "takes back an earlier decision"


@dataclass(frozen=True, slots=True)
class ReviewBasis:
    """What a decision rests on: when one of these changes, the citation is reopened."""

    link_class: LinkClass
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
