"""What a history of observations says: the schedule, row by row."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.classify.making import START, URL, answered, capture, hop, outcome, seen

from citecheck.classify import Latest, Schedule, events, not_checked, status
from citecheck.model import (
    Drift,
    LinkClass,
    LinkEventKind,
    LinkState,
    usual_class,
)

S = LinkState
NETWORK = (S.REFUSED, S.RESET, S.TIMEOUT, S.EMPTY_REPLY, S.TLS_FAILED, S.GARBAGE)
NEVER = sorted(
    {state for state in S if usual_class(state) not in (LinkClass.GONE, LinkClass.TRANSIENT)}
    | {S.DNS_TRANSIENT, S.EMPTY, S.LOOP, S.TRUNCATED, S.CORRUPT}
)


def test_nothing_observed_is_not_checked() -> None:
    assert status([]) == not_checked("Not checked yet.")
    assert status([seen(S.NOT_FOUND, 0, void=True)]).state is S.NOT_CHECKED


@pytest.mark.parametrize("state", list(S))
def test_one_observation_never_kills(state: LinkState) -> None:
    found = status([seen(state, 0)])
    assert (found.state, found.dead) == (state, False)


@pytest.mark.parametrize(
    ("state", "days", "dead"),
    [
        (S.GONE, [0, 1], True),
        (S.GONE, [0, 1 / 24], True),
        (S.NOT_FOUND, [0, 3, 6], True),
        (S.NOT_FOUND, [0, 3, 5.9], False),
        (S.NOT_FOUND, [0, 60], False),  # long, but only twice
        (S.DNS_GONE, [0, 3, 7], True),
        (S.DNS_GONE, [0, 3, 6.9], False),
        (S.SOFT_404, [0, 3, 6], True),
        (S.SOFT_404, [0, 3], False),
        (S.REDIRECT_HOME, [0, 3, 6], True),
        (S.PARKED, [0, 3, 6], True),
        (S.HIJACKED, [0, 3, 6], True),
        (S.TIMEOUT, [0, 3, 7, 10, 14], True),
        (S.TIMEOUT, [0, 3, 7, 14], False),
        (S.TIMEOUT, [0, 1, 2, 3, 13], False),
        (S.SERVER_ERROR, [0, 7, 14, 21, 30], True),
        (S.SERVER_ERROR, [0, 7, 14, 21, 29], False),
    ],
)
def test_dead_only_by_the_schedule(state: LinkState, days: list[float], dead: bool) -> None:
    found = status([seen(state, day) for day in days])
    assert (found.dead, found.strikes) == (dead, len(days))


def test_failures_within_an_hour_are_one_strike() -> None:
    found = status([seen(S.NOT_FOUND, day) for day in (0, 0.01, 0.03)])
    assert (found.dead, found.strikes) == (False, 1)
    found = status([seen(S.NOT_FOUND, day) for day in (0, 0.01, 0.03, 7)])
    assert (found.dead, found.strikes) == (False, 2)
    found = status([seen(S.NOT_FOUND, day) for day in (0, 0.01, 0.03, 3, 7)])
    assert (found.dead, found.strikes) == (True, 3)
    found = status([seen(S.GONE, day) for day in (0, 0.0001, 0.04)])
    assert (found.dead, found.strikes) == (False, 1)


@pytest.mark.parametrize(
    ("drifts", "shown", "stays"),
    [
        ("r", Drift.REPLACED, False),
        ("rr", Drift.REPLACED, False),
        ("rrr", Drift.REPLACED, True),
        ("rur", Drift.CHANGED, False),  # back and forth
        ("rurrr", Drift.REPLACED, True),
        ("c", Drift.CHANGED, True),
        ("ru", Drift.UNCHANGED, True),
    ],
)
def test_a_page_is_replaced_when_the_other_text_stays(drifts: str, shown: Drift, stays: bool) -> None:
    kinds = {"u": Drift.UNCHANGED, "c": Drift.CHANGED, "r": Drift.REPLACED}
    history = [seen(S.ALIVE, 0)]
    history += [replace(seen(S.ALIVE, 3 + 3 * number), drift=kinds[one]) for number, one in enumerate(drifts)]
    found = status(history, Latest(drift=kinds[drifts[-1]], similarity=0.1))
    assert (found.drift, found.drift_stays) == (shown, stays)


def test_another_text_thrice_in_a_day_does_not_stay() -> None:
    history = [replace(seen(S.ALIVE, day), drift=Drift.REPLACED) for day in (7, 7.1, 7.2)]
    assert not status(history, Latest(drift=Drift.REPLACED, similarity=0.1)).drift_stays


@pytest.mark.parametrize("state", NEVER)
def test_walls_policy_and_puzzles_are_never_dead(state: LinkState) -> None:
    assert not status([seen(state, day) for day in range(0, 200, 10)]).dead


def test_failures_of_the_network_count_together() -> None:
    found = status([seen(state, day) for state, day in zip(NETWORK[:5], (0, 3, 7, 10, 14), strict=True)])
    assert (found.dead, found.strikes) == (True, 5)


def test_a_wall_between_neither_ends_nor_adds() -> None:
    history = [seen(S.NOT_FOUND, 0), seen(S.BLOCKED_BOT, 2), seen(S.NOT_FOUND, 4)]
    assert (status(history).strikes, status(history).dead) == (2, False)
    assert status([*history, seen(S.NOT_FOUND, 6)]).dead
    walled = status(history[:2])
    assert (walled.state, walled.strikes, walled.dead) == (S.BLOCKED_BOT, 0, False)
    assert walled.first_failed_at == START


def test_alive_ends_a_run() -> None:
    history = [seen(S.NOT_FOUND, 0), seen(S.NOT_FOUND, 3), seen(S.ALIVE, 5), seen(S.NOT_FOUND, 7)]
    found = status(history)
    assert (found.strikes, found.dead) == (1, False)
    assert found.first_failed_at == START + timedelta(days=7)


def test_a_paywall_that_shows_nothing_does_not_end_a_run() -> None:
    history = [
        seen(S.NOT_FOUND, 0),
        seen(S.PAYWALLED, 3, link_class=LinkClass.WALLED),
        seen(S.NOT_FOUND, 4),
        seen(S.NOT_FOUND, 6),
    ]
    assert status(history).dead


def test_void_observations_count_for_nothing() -> None:
    history = [seen(S.NOT_FOUND, 0), seen(S.NOT_FOUND, 3, void=True), seen(S.NOT_FOUND, 6)]
    assert (status(history).strikes, status(history).dead) == (2, False)
    assert status([seen(S.ALIVE, 0), seen(S.TIMEOUT, 1, void=True)]).state is S.ALIVE


def test_dead_stays_dead_until_seen_alive() -> None:
    dead = [seen(S.NOT_FOUND, day) for day in (0, 3, 6)]
    unsure = status([*dead, seen(S.TIMEOUT, 20)])
    assert (unsure.state, unsure.dead) == (S.NOT_FOUND, True)
    assert "It was timeout." in unsure.reason
    back = status([*dead, seen(S.ALIVE, 30)])
    assert (back.state, back.dead, back.strikes, back.first_failed_at) == (S.ALIVE, False, 0, None)


def test_a_clock_that_ran_ahead_kills_nothing() -> None:
    history = [seen(S.NOT_FOUND, 0), seen(S.NOT_FOUND, 40), seen(S.NOT_FOUND, 0.1)]
    assert not status(history).dead
    assert not status([seen(S.NOT_FOUND, 1), seen(S.NOT_FOUND, 0.5), seen(S.NOT_FOUND, 0)]).dead


@pytest.mark.parametrize(
    ("state", "days", "dead"),
    [
        (S.DNS_GONE, [0, -1, 3.2, 6.2], False),
        (S.DNS_GONE, [0, -1, 3.2, 6.2, 10.2], True),
        (S.DNS_GONE, [0, -40, 3.2, 6.2], False),
        (S.NOT_FOUND, [40, 0, 3, 6, 9], True),  # the first by a clock that ran ahead
        (S.NOT_FOUND, [0, 40, 0.1, 3, 6], True),
        (S.NOT_FOUND, [0, 3, 6, -1], True),  # dead stays dead
        (S.NOT_FOUND, [0, 3, 6, 5], True),
    ],
)
def test_a_clock_set_back_shortens_nothing_and_revives_nothing(
    state: LinkState, days: list[float], dead: bool
) -> None:
    assert status([seen(state, day) for day in days]).dead is dead


@pytest.mark.parametrize(
    "state", [S.BLOCKED_BOT, S.FORBIDDEN, S.ROBOTS_DISALLOWED, S.NOT_CHECKED, S.HTTP_OTHER]
)
def test_what_tells_nothing_is_shown_instead_of_dead_until_it_fails_again(state: LinkState) -> None:
    dead = [seen(S.NOT_FOUND, day) for day in (0, 3, 6)]
    unsure = status([*dead, seen(state, 36)])
    assert (unsure.state, unsure.link_class, unsure.dead) == (state, usual_class(state), False)
    assert (unsure.strikes, unsure.first_failed_at) == (3, START)
    assert unsure.reason == f"It was {state}."
    still = status([*dead, seen(state, 36), seen(state, 66), seen(S.TIMEOUT, 70)])
    assert (still.state, still.dead) == (S.NOT_FOUND, True)
    again = status([*dead, seen(state, 36), seen(state, 66), seen(S.NOT_FOUND, 96)])
    assert (again.state, again.dead, again.strikes) == (S.NOT_FOUND, True, 4)


def test_a_wall_after_death_is_looked_at_as_a_wall() -> None:
    found = status([*(seen(S.NOT_FOUND, day) for day in (0, 3, 6)), seen(S.BLOCKED_BOT, 36)])
    assert found.next_check_at == START + timedelta(days=36 + 7)


def test_events_tell_each_death() -> None:
    days = [(S.NOT_FOUND, 0), (S.NOT_FOUND, 3), (S.NOT_FOUND, 6), (S.FORBIDDEN, 36), (S.NOT_FOUND, 50)]
    kinds = [(event.kind, event.at - START) for event in events([seen(state, day) for state, day in days])]
    assert [at.days for kind, at in kinds if kind is LinkEventKind.DIED] == [6, 50]


def wait(*days: float, state: LinkState, latest: Latest | None = None) -> timedelta:
    found = status([seen(state, day) for day in days], latest)
    assert found.next_check_at is not None
    assert found.checked_at is not None
    return found.next_check_at - found.checked_at


def test_alive_is_looked_at_ever_more_rarely() -> None:
    waits = [wait(*range(count), state=S.ALIVE).days for count in range(1, 8)]
    assert waits == [7, 10, 14, 21, 30, 30, 30]


def test_failures_are_looked_at_soon() -> None:
    hours = [wait(*range(count), state=S.DNS_TRANSIENT) / timedelta(hours=1) for count in range(1, 5)]
    assert hours == [1, 6, 24, 24]
    hours = [wait(*range(count), state=S.NOT_CHECKED) / timedelta(hours=1) for count in range(1, 6)]
    assert hours == [1, 6, 24, 84, 84]
    assert wait(0, state=S.SOFT_404).days == 3
    assert wait(0, state=S.NOT_FOUND).days == 3


def test_following_the_schedule_reaches_dead() -> None:
    for state in (S.NOT_FOUND, S.GONE, S.DNS_GONE, S.SOFT_404, S.REDIRECT_HOME, S.TIMEOUT, S.SERVER_ERROR):
        history = [seen(state, 0)]
        for _ in range(12):
            due = status(history).next_check_at
            assert due is not None
            if status(history).dead:
                break
            history.append(seen(state, (due - START) / timedelta(days=1)))
        assert status(history).dead, state
        assert status(history).next_check_at == history[-1].at + timedelta(days=30)


def test_drift_shortens_the_wait() -> None:
    many = [float(n) for n in range(6)]
    assert wait(*many, state=S.ALIVE, latest=Latest(drift=Drift.REPLACED, similarity=0.1)).days == 3
    assert wait(*many, state=S.ALIVE, latest=Latest(drift=Drift.CHANGED, similarity=0.5)).days == 7


def test_retry_after_is_heard_and_capped() -> None:
    def asked(value: str) -> timedelta:
        wire = outcome(hop(URL, 429, [("Retry-After", value)]))
        return wait(0, state=S.RATE_LIMITED, latest=Latest(wire))

    assert asked("7200") == timedelta(hours=2)
    assert asked("5") == timedelta(hours=1)  # our own step is longer
    assert asked("315360000") == timedelta(days=1)
    assert asked("9" * 400) == timedelta(days=1)
    assert asked("Sun, 01 Mar 2026 15:00:00 GMT") == timedelta(hours=3)
    assert asked("soon") == timedelta(hours=1)


def test_a_bad_url_is_not_looked_at_again() -> None:
    assert status([seen(S.BAD_URL, 0)]).next_check_at is None


def test_the_latest_capture_shows() -> None:
    latest = Latest(answered().outcome, Drift.UNCHANGED, 0.97)
    found = status([seen(S.ALIVE, 0)], latest)
    assert (found.hops, found.drift, found.similarity) == (latest.outcome.hops, Drift.UNCHANGED, 0.97)  # type: ignore[union-attr]
    assert capture(outcome()).outcome.hops == ()


def test_another_schedule_is_another_answer() -> None:
    strict = Schedule(dead_when=())
    assert not status([seen(S.GONE, day) for day in range(9)], schedule=strict).dead


def test_events_tell_the_turns() -> None:
    history = [
        seen(S.ALIVE, 0),
        seen(S.ALIVE, 7),
        seen(S.NOT_FOUND, 14),
        seen(S.BLOCKED_BOT, 15),
        seen(S.TIMEOUT, 16, void=True),
        seen(S.NOT_FOUND, 17),
        seen(S.NOT_FOUND, 20),
        seen(S.ALIVE, 60),
        seen(S.BLOCKED_BOT, 61),
        seen(S.ALIVE, 62),
    ]
    k = LinkEventKind
    assert [(event.kind, event.state) for event in events(history)] == [
        (k.FIRST_CHECKED, S.ALIVE),
        (k.CHANGED, S.NOT_FOUND),
        (k.CHANGED, S.BLOCKED_BOT),
        (k.CHANGED, S.NOT_FOUND),
        (k.DIED, S.NOT_FOUND),
        (k.REVIVED, S.ALIVE),
        (k.CHANGED, S.BLOCKED_BOT),
        (k.CHANGED, S.ALIVE),
    ]
    assert events([]) == ()


@pytest.mark.parametrize(("days", "passing"), [([0], True), ([0, 1, 2.9], True), ([0, 1, 3], False)])
def test_slow_down_is_passing_until_it_has_lasted(days: list[float], passing: bool) -> None:
    assert status([seen(S.RATE_LIMITED, day) for day in days]).passing is passing
    assert status(
        [seen(S.RATE_LIMITED, -9), seen(S.ALIVE, -8), *(seen(S.RATE_LIMITED, d) for d in days)]
    ).passing is (passing)


def test_no_other_state_is_passing() -> None:
    assert not any(status([seen(state, 0)]).passing for state in S if state is not S.RATE_LIMITED)
    assert not status([]).passing
