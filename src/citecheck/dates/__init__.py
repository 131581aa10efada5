"""Dates: clues in URLs, mentions in text, and what fits with what. Pure."""

from citecheck.dates.compare import (
    ClaimMismatch,
    Mismatch,
    after_document,
    changed_after,
    claim_differs,
    in_future,
    published_clues,
    source_after,
    url_page_conflict,
)
from citecheck.dates.days import clue_window, gap_days, say, say_window, window_of
from citecheck.dates.grammar import mentions
from citecheck.dates.infer import infer_publication
from citecheck.dates.mention import DateMention, MentionKind, MonthDay, meanings
from citecheck.dates.url_clues import own_address, url_clues

__all__ = [
    "ClaimMismatch",
    "DateMention",
    "MentionKind",
    "Mismatch",
    "MonthDay",
    "after_document",
    "changed_after",
    "claim_differs",
    "clue_window",
    "gap_days",
    "in_future",
    "infer_publication",
    "meanings",
    "mentions",
    "own_address",
    "published_clues",
    "say",
    "say_window",
    "source_after",
    "url_clues",
    "url_page_conflict",
    "window_of",
]
