"""When a host wants to be left alone, and for how long."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from citecheck.model import FetchOutcome, HostKey
from citecheck.urls import BadUrl, host_key, take_apart

TOO_MANY, UNAVAILABLE = 429, 503
IN_A_ROW = 2  # refusals that say nothing of a time, until we go
STEPS = tuple(timedelta(hours=hours) for hours in (0.25, 1, 6, 24))
PATIENCE = 3  # times that we come back as soon as a host allows; then it is left alone for longer


def asks_for_rest(
    outcomes: Sequence[FetchOutcome], host: HostKey, now: datetime, cap: timedelta
) -> timedelta | None:
    """How long `host` asks to be left alone by the last of `outcomes`, at most `cap`; nothing where it does
    not say how long, but refuses time and again; None where it does not ask.

    What another host says, where redirects led to, is not this one's wish.
    """
    last = outcomes[-IN_A_ROW:]
    if not last or not _is_told_by(host, last[-1], TOO_MANY, UNAVAILABLE):
        return None
    until = last[-1].retry_after(now, cap.total_seconds())
    if until is not None and until > now:
        return until - now
    refused = len(last) == IN_A_ROW and all(_is_told_by(host, one, TOO_MANY) for one in last)
    return timedelta(0) if refused else None


def rest(asked: timedelta, times: int, cap: timedelta) -> timedelta:
    """How long to leave a host alone that asks for `asked`, when that was asked for `times` times before."""
    longer = times if asked == timedelta(0) else times - PATIENCE
    step = STEPS[min(longer, len(STEPS) - 1)] if longer >= 0 else timedelta(0)
    return min(max(asked, step), cap)


def _is_told_by(host: HostKey, outcome: FetchOutcome, *statuses: int) -> bool:
    if outcome.final is None or outcome.final.status not in statuses:
        return False
    parts = take_apart(outcome.final.url)
    return not isinstance(parts, BadUrl) and host_key(parts) == host
