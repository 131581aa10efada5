"""status(history, ...): what a source's whole history says. One bad observation never makes a link dead.

Void observations count for nothing. Anything alive ends a run of strikes; what says neither (a wall, a
policy, an odd answer, a failure of another kind) neither ends a run nor adds to it. Failures within an
hour are one strike. Observations come in the order of their recording: where a clock was set back in
between, no time has passed.

A link once dead stays dead until it is seen alive, with one reserve: while the latest observation is a wall,
a policy or an odd answer, we cannot know. Then that is what the link shows, and it is not dead; its strikes
are kept, so that the next failure of their kind makes it dead again.

A page that goes back and forth between two texts has changed; it is replaced when the other text stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from citecheck.classify.schedule import SCHEDULE, DeadRule, Schedule, run_length
from citecheck.model import (
    Drift,
    FetchOutcome,
    LinkClass,
    LinkEvent,
    LinkEventKind,
    LinkState,
    LinkStatus,
    Observation,
    retry_wait,
)

_FAILING = frozenset({LinkClass.GONE, LinkClass.TRANSIENT})
_CANNOT_KNOW = frozenset({LinkClass.WALLED, LinkClass.POLICY, LinkClass.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Latest:
    """What is known of the latest capture besides its observation."""

    outcome: FetchOutcome | None = None
    drift: Drift = Drift.UNKNOWN
    similarity: float | None = None


def status(
    history: Sequence[Observation],
    latest: Latest | None = None,
    schedule: Schedule = SCHEDULE,
) -> LinkStatus:
    """The state of a link by its history, oldest first."""
    counted = [observation for observation in history if not observation.void]
    known = latest or Latest()
    if not counted:
        return _unchecked()
    run = _since_alive(counted)
    now = counted[-1]
    death = _death(run, schedule)
    dead = death is not None and now.link_class not in _CANNOT_KNOW
    shown = death if death is not None and dead else now
    stays = known.drift is not Drift.REPLACED or _stays_replaced(counted, schedule)
    found = LinkStatus(
        state=shown.state,
        link_class=shown.link_class,
        dead=dead,
        drift=known.drift if stays or not _went_back(counted) else Drift.CHANGED,
        similarity=known.similarity,
        reason=_reason(shown, now),
        rule=shown.rule,
        status=now.status,
        final_url=now.final_url,
        hops=known.outcome.hops if known.outcome else (),
        strikes=len(_strikes(run, schedule.dead_rule((death or now).state), schedule)),
        first_failed_at=next((o.at for o in run if o.link_class in _FAILING), None),
        checked_at=now.at,
        next_check_at=None,
        drift_stays=stays,
        passing=_passes(counted, schedule),
    )
    wait = _wait(found, [o.state for o in counted], known, schedule)
    return replace(found, next_check_at=now.at + wait if wait is not None else None)


def events(history: Sequence[Observation], schedule: Schedule = SCHEDULE) -> tuple[LinkEvent, ...]:
    """The turns of a history, oldest first: first checked, another state, dead, alive again."""
    counted = [observation for observation in history if not observation.void]
    found: list[LinkEvent] = []
    failing = dead = False
    before: LinkState | None = None
    for index, now in enumerate(counted):
        kinds: list[LinkEventKind] = []
        if before is None:
            kinds.append(LinkEventKind.FIRST_CHECKED)
        elif now.link_class is LinkClass.ALIVE and failing:
            kinds.append(LinkEventKind.REVIVED)
        elif now.state is not before:
            kinds.append(LinkEventKind.CHANGED)
        dead_by = _death(_since_alive(counted[: index + 1]), schedule)
        dies = dead_by is not None and now.link_class not in _CANNOT_KNOW
        if dies and not dead:
            kinds.append(LinkEventKind.DIED)
        found += [LinkEvent(kind, now.at, now.state, before, now.capture_id) for kind in kinds]
        failing = now.link_class in _FAILING or (failing and now.link_class is not LinkClass.ALIVE)
        dead, before = dies, now.state
    return tuple(found)


def _since_alive(counted: Sequence[Observation]) -> list[Observation]:
    """The observations after the last one that was alive."""
    run: list[Observation] = []
    for observation in reversed(counted):
        if observation.link_class is LinkClass.ALIVE:
            break
        run.append(observation)
    return run[::-1]


def _strikes(run: Sequence[Observation], rule: DeadRule | None, schedule: Schedule) -> list[Observation]:
    """The observations that count under a row: those apart from one another.

    One that was recorded after another and is earlier by the clock tells that the clock was wrong. It had
    run ahead for those in between; where even the first seems later, nobody knows since when, and counting
    begins anew with the next.
    """
    strikes: list[Observation] = []
    for observation in run:
        if rule is None or observation.state not in rule.states:
            continue
        if not _fulfilled(rule, strikes):  # who is dead by then stays so
            if strikes and observation.at < strikes[0].at:
                strikes = []
                continue
            strikes = [one for one in strikes if one.at <= observation.at]
        if not strikes or observation.at - strikes[-1].at >= schedule.strikes_apart:
            strikes.append(observation)
    return strikes


def _fulfilled(rule: DeadRule, strikes: Sequence[Observation]) -> bool:
    return len(strikes) >= rule.strikes and strikes[-1].at - strikes[0].at >= rule.over


def _death(run: Sequence[Observation], schedule: Schedule) -> Observation | None:
    """The latest observation of the first row that is fulfilled, None while no row is.

    Time is counted from the first strike to the latest one.
    """
    for rule in schedule.dead_when:
        strikes = _strikes(run, rule, schedule)
        if _fulfilled(rule, strikes):
            return next(seen for seen in reversed(run) if seen.state in rule.states)
    return None


def _read(counted: Sequence[Observation]) -> list[Observation]:
    """The observations of a page whose text could be compared."""
    return [
        seen for seen in counted if seen.link_class is LinkClass.ALIVE and seen.drift is not Drift.UNKNOWN
    ]


def _stays_replaced(counted: Sequence[Observation], schedule: Schedule) -> bool:
    """Whether another text was there at every look for as long as the schedule asks for."""
    run: list[Observation] = []
    for seen in reversed(_read(counted)):
        if seen.drift is not Drift.REPLACED:
            break
        run.append(seen)
    return len(run) >= schedule.replaced_looks and run[0].at - run[-1].at >= schedule.replaced_over


def _passes(counted: Sequence[Observation], schedule: Schedule) -> bool:
    """Whether the host asks us to slow down, and did not so throughout the time that people are spared."""
    run = run_length([seen.state for seen in counted], frozenset({LinkState.RATE_LIMITED}))
    return run > 0 and counted[-1].at - counted[-run].at < schedule.spared


def _went_back(counted: Sequence[Observation]) -> bool:
    """Whether the text was another one before, and then the old one again."""
    drifts = [seen.drift for seen in _read(counted)]
    return any(one is Drift.REPLACED is not two for one, two in pairwise(drifts))


def _reason(shown: Observation, now: Observation) -> str:
    if shown is now or shown.state is now.state:
        return shown.reason
    return f"{shown.reason} This time: {now.reason}"


def _wait(
    found: LinkStatus, states: Sequence[LinkState], latest: Latest, schedule: Schedule
) -> timedelta | None:
    """How long to leave the link alone."""
    if found.dead:
        return schedule.dead_again
    if found.link_class is LinkClass.ALIVE and latest.drift is Drift.REPLACED:
        return schedule.replaced_again
    if found.link_class is LinkClass.ALIVE and latest.drift is Drift.CHANGED:
        return schedule.changed_again
    rule = schedule.dead_rule(found.state)
    same = rule.states if rule else frozenset({found.state})
    step = schedule.step(found.state, run_length(states, same))
    asked = _asked_wait(latest, schedule) if found.state in _MAY_ASK else None
    return max(step, asked) if step is not None and asked is not None else step


_MAY_ASK = frozenset({LinkState.RATE_LIMITED, LinkState.SERVER_ERROR, LinkState.BLOCKED_BOT})


def _asked_wait(latest: Latest, schedule: Schedule) -> timedelta | None:
    final = latest.outcome.final if latest.outcome else None
    if final is None:
        return None
    return retry_wait(final.header("retry-after"), final.started_at, schedule.retry_after_cap)


def _unchecked() -> LinkStatus:
    return not_checked("Not checked yet.")


def not_checked(reason: str, at: datetime | None = None) -> LinkStatus:
    """The status of a link without any observation that counts; due at `at`."""
    return LinkStatus(
        LinkState.NOT_CHECKED, LinkClass.POLICY, False, Drift.UNKNOWN, None, reason, "none",
        None, None, (), 0, None, None, at,
    )  # fmt: skip
