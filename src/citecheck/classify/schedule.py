"""When a failing link is dead, and when to look again. All of it is a value: operators may set another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from citecheck.model import LinkState

_S = LinkState
NETWORK = frozenset({_S.TLS_FAILED, _S.REFUSED, _S.RESET, _S.TIMEOUT, _S.EMPTY_REPLY, _S.GARBAGE})


def _hours(*hours: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(hours=hour) for hour in hours)


def _days(*days: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(days=day) for day in days)


@dataclass(frozen=True, slots=True)
class DeadRule:
    """Observations of these states count together; a link is dead after `strikes` of them, the last of
    which came at least `over` after the first."""

    states: frozenset[LinkState]
    strikes: int
    over: timedelta


@dataclass(frozen=True, slots=True)
class RecheckRule:
    """After the n-th observation in a row, look again after the n-th step; the last step repeats."""

    states: frozenset[LinkState]
    steps: tuple[timedelta, ...]


DEAD_WHEN = (
    DeadRule(frozenset({_S.GONE}), 2, timedelta(hours=1)),
    DeadRule(frozenset({_S.NOT_FOUND}), 3, timedelta(days=6)),
    DeadRule(frozenset({_S.DNS_GONE}), 3, timedelta(days=7)),
    DeadRule(frozenset({_S.SOFT_404}), 3, timedelta(days=6)),
    DeadRule(frozenset({_S.REDIRECT_HOME}), 3, timedelta(days=6)),
    DeadRule(frozenset({_S.PARKED}), 3, timedelta(days=6)),
    DeadRule(frozenset({_S.HIJACKED}), 3, timedelta(days=6)),
    DeadRule(NETWORK, 5, timedelta(days=14)),
    DeadRule(frozenset({_S.SERVER_ERROR}), 5, timedelta(days=30)),
)
RECHECK = (
    RecheckRule(
        frozenset({_S.ALIVE, _S.MOVED, _S.TLS_INVALID, _S.NOT_FOUND_WITH_CONTENT, _S.PAYWALLED}),
        _days(7, 10, 14, 21, 30),
    ),
    RecheckRule(frozenset({_S.MOVED_UNVERIFIED}), _days(7)),
    RecheckRule(frozenset({_S.GONE}), _days(1, 3)),
    RecheckRule(frozenset({_S.NOT_FOUND, _S.SOFT_404, _S.REDIRECT_HOME, _S.PARKED, _S.HIJACKED}), _days(3)),
    RecheckRule(frozenset({_S.DNS_GONE}), _days(3.5)),
    RecheckRule(NETWORK | {_S.TRUNCATED, _S.CORRUPT, _S.EMPTY, _S.LOOP}, _hours(1, 6, 24, 84)),
    RecheckRule(frozenset({_S.DNS_TRANSIENT}), _hours(1, 6, 24)),
    RecheckRule(frozenset({_S.SERVER_ERROR}), _hours(1, 6, 24, 180)),
    RecheckRule(frozenset({_S.RATE_LIMITED}), _hours(1, 6, 24)),
    RecheckRule(frozenset({_S.LOGIN_REQUIRED, _S.GEO_OR_LEGAL, _S.TOO_LARGE}), _days(30)),
    RecheckRule(frozenset({_S.UNSUPPORTED_TYPE, _S.UNSAFE_TARGET}), _days(30)),
    RecheckRule(
        frozenset({_S.BLOCKED_BOT, _S.FORBIDDEN, _S.CONSENT_WALL, _S.JS_REQUIRED, _S.ROBOTS_DISALLOWED}),
        _days(7, 14, 30),
    ),
    RecheckRule(frozenset({_S.HTTP_OTHER}), _days(3, 7)),
    RecheckRule(frozenset({_S.NOT_CHECKED}), _hours(1, 6, 24, 84)),
    RecheckRule(frozenset({_S.BAD_URL}), ()),  # never: it does not become a URL by waiting
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything the history of a link is judged by."""

    dead_when: tuple[DeadRule, ...] = DEAD_WHEN
    recheck: tuple[RecheckRule, ...] = RECHECK
    dead_again: timedelta = timedelta(days=30)  # a dead link is still looked at: it may come back
    strikes_apart: timedelta = timedelta(hours=1)  # failures closer together are one strike
    replaced_again: timedelta = timedelta(days=3)
    replaced_looks: int = 3  # another text at so many looks in a row,
    replaced_over: timedelta = timedelta(days=6)  # the last so long after the first, is there to stay
    changed_again: timedelta = timedelta(days=7)
    spared: timedelta = timedelta(days=3)  # nobody is told of a host that asks us to slow down for less
    retry_after_cap: timedelta = timedelta(days=1)

    def dead_rule(self, state: LinkState) -> DeadRule | None:
        """The row that `state` counts under, None where it never makes a link dead."""
        return next((rule for rule in self.dead_when if state in rule.states), None)

    def step(self, state: LinkState, run: int) -> timedelta | None:
        """How long after the `run`-th observation of `state` in a row to look again; None for never."""
        steps = next((rule.steps for rule in self.recheck if state in rule.states), _days(7))
        return steps[min(max(run, 1), len(steps)) - 1] if steps else None


SCHEDULE = Schedule()


def schedule_rows(schedule: Schedule = SCHEDULE) -> str:
    """The schedule in Markdown: state, dead when, looked at again after."""
    lines = ["| state | dead when | looked at again after |", "|---|---|---|"]
    for state in LinkState:
        rule = schedule.dead_rule(state)
        dead = f"{rule.strikes} observations over at least {_span(rule.over)}" if rule else "never"
        steps = next((row.steps for row in schedule.recheck if state in row.states), ())
        lines.append(f"| `{state}` | {dead} | {', '.join(map(_span, steps)) or 'not again'} |")
    return "\n".join(lines) + "\n"


def _span(length: timedelta) -> str:
    hours = length.total_seconds() / 3600
    return f"{hours:g} h" if hours < 24 else f"{hours / 24:g} d"


def run_length(states: Sequence[LinkState], same: frozenset[LinkState]) -> int:
    """How many of the last states in a row are among `same`."""
    count = 0
    for state in reversed(states):
        if state not in same:
            break
        count += 1
    return count
