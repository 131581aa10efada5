"""override_of, overridden: a person's word on a link wins over what we see, and says whose word it is.

It holds until it is taken back, or until we see the contrary where we had not seen that before: a link
said to work that is now gone, a link said to be dead that answers again. Then a person is asked anew.
"""

from collections.abc import Sequence
from dataclasses import replace

from citecheck.model import (
    LINK_WORDS,
    Decision,
    LinkClass,
    LinkState,
    LinkStatus,
    Review,
    StateOverride,
    in_force,
    usual_class,
)

OVERRIDE = "override"  # the rule that a status by a person's word names
_FAILING = frozenset({LinkClass.GONE, LinkClass.TRANSIENT})
_WORDS = {Decision.LINK_WORKS: "the link works", Decision.LINK_DEAD: "the link is dead"}


def override_of(reviews: Sequence[Review], seen: LinkStatus) -> StateOverride | None:
    """What people last said of a link, by the reviews of all its citations (oldest first), if that still
    holds beside what is `seen` of it."""
    said = [review for review in in_force(reviews) if review.decision in LINK_WORDS]
    if not said or _refuted(said[-1], seen):
        return None
    last = said[-1]
    dead = last.decision is Decision.LINK_DEAD
    failed = seen.state if seen.link_class in _FAILING else LinkState.NOT_FOUND
    return StateOverride(
        state=failed if dead else LinkState.ALIVE,
        by=last.reviewer or "a person",
        at=last.at,
        reason=_WORDS[last.decision] + (f' ("{last.note}")' if last.note else ""),
        dead=dead,
    )


def overridden(seen: LinkStatus, override: StateOverride | None) -> LinkStatus:
    """The status that people are shown: a person's word where there is one, with what we see beside it."""
    if override is None:
        return seen
    day = override.at.date().isoformat()
    return replace(
        seen,
        state=override.state,
        link_class=usual_class(override.state),
        dead=override.dead,
        reason=f"Set by {override.by} on {day}: {override.reason}. What we see: {seen.reason}",
        rule=OVERRIDE,
    )


def _refuted(said: Review, seen: LinkStatus) -> bool:
    """Whether what is seen now speaks against the word, and is not what was seen when it was given."""
    if said.basis is not None and seen.link_class is said.basis.link_class:
        return False
    if said.decision is Decision.LINK_DEAD:
        return seen.link_class is LinkClass.ALIVE
    return seen.dead or seen.link_class is LinkClass.GONE
