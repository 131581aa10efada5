"""A person's word on a link: it wins, says whose it is, and gives way to what refutes it."""

from datetime import timedelta

import pytest
from tests.unit.classify.making import START, seen

from citecheck.classify import OVERRIDE, overridden, override_of, status
from citecheck.model import (
    CitationId,
    DateCheckResult,
    Decision,
    LinkClass,
    LinkState,
    Review,
    ReviewBasis,
    ReviewId,
)

S = LinkState
WORKS, DEAD = Decision.LINK_WORKS, Decision.LINK_DEAD


def said(decision: Decision, before: LinkClass, n: int = 1, undoes: int | None = None) -> Review:
    basis = ReviewBasis(before, False, DateCheckResult.UNKNOWN, None)
    return Review(
        ReviewId(f"r{n}"),
        CitationId("c1"),
        decision,
        "Jelena",
        "opened it",
        START + timedelta(days=n),
        None if undoes else basis,
        undoes=ReviewId(f"r{undoes}") if undoes else None,
    )


@pytest.mark.parametrize(
    "state", [S.NOT_FOUND, S.BLOCKED_BOT, S.ROBOTS_DISALLOWED, S.MOVED_UNVERIFIED, S.NOT_CHECKED]
)
def test_a_link_said_to_work_is_alive(state: LinkState) -> None:
    link = status([seen(state, day) for day in (0, 3, 6)])
    found = overridden(link, override_of([said(WORKS, link.link_class)], link))
    assert (found.state, found.link_class, found.dead) == (S.ALIVE, LinkClass.ALIVE, False)
    assert found.rule == OVERRIDE
    assert found.reason == (
        f'Set by Jelena on 2026-03-02: the link works ("opened it"). What we see: {link.reason}'
    )
    assert (found.next_check_at, found.strikes) == (link.next_check_at, link.strikes)


@pytest.mark.parametrize(
    ("state", "shown"),
    [(S.NOT_FOUND, S.NOT_FOUND), (S.TIMEOUT, S.TIMEOUT), (S.FORBIDDEN, S.NOT_FOUND), (S.ALIVE, S.NOT_FOUND)],
)
def test_a_link_said_to_be_dead_is_dead(state: LinkState, shown: LinkState) -> None:
    link = status([seen(state, 0)])
    found = overridden(link, override_of([said(DEAD, link.link_class)], link))
    assert (found.state, found.dead) == (shown, True)


@pytest.mark.parametrize(
    ("decision", "before", "now", "holds"),
    [
        (WORKS, LinkClass.WALLED, [S.BLOCKED_BOT], True),
        (WORKS, LinkClass.WALLED, [S.TIMEOUT], True),
        (WORKS, LinkClass.WALLED, [S.NOT_FOUND], False),
        (WORKS, LinkClass.WALLED, [S.SERVER_ERROR] * 5, False),  # dead, in the end
        (WORKS, LinkClass.GONE, [S.SOFT_404] * 5, True),
        (WORKS, LinkClass.TRANSIENT, [S.GONE], False),
        (DEAD, LinkClass.GONE, [S.FORBIDDEN], True),
        (DEAD, LinkClass.GONE, [S.ALIVE], False),
        (DEAD, LinkClass.ALIVE, [S.ALIVE], True),
        (DEAD, LinkClass.WALLED, [S.MOVED], False),
    ],
)
def test_it_holds_until_the_contrary_is_seen(
    decision: Decision, before: LinkClass, now: list[LinkState], holds: bool
) -> None:
    link = status([seen(state, 10.0 * n) for n, state in enumerate(now)])
    assert (override_of([said(decision, before)], link) is not None) is holds


def test_the_newest_word_counts_and_may_be_taken_back() -> None:
    link = status([seen(S.FORBIDDEN, 0)])
    words = [said(DEAD, LinkClass.WALLED, 1), said(WORKS, LinkClass.WALLED, 2)]
    newest = override_of(words, link)
    assert newest is not None and not newest.dead
    words.append(said(Decision.UNDO, LinkClass.WALLED, 3, undoes=2))
    left = override_of(words, link)
    assert left is not None and left.dead
    words.append(said(Decision.UNDO, LinkClass.WALLED, 4, undoes=1))
    assert override_of(words, link) is None
    assert overridden(link, None) is link
    assert override_of([said(Decision.FALSE_ALARM, LinkClass.WALLED)], link) is None
