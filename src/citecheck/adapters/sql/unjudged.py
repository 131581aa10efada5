"""What is shown of a source that nobody has judged yet. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from citecheck.model import (
    DateCheck,
    DateCheckResult,
    DateReading,
    Drift,
    Flag,
    LinkClass,
    LinkState,
    LinkStatus,
)

NO_DATES = DateReading(clues=())
NO_DATE_CHECK = DateCheck(DateCheckResult.UNKNOWN, "The source has not been looked at yet.")


def _left_alone(until: datetime) -> str:
    """Why a source of a resting host is not checked."""
    moment = f"{until:%Y-%m-%d %H:%M} UTC"
    return f"Not fetched yet: the host asks us to slow down, and is left alone until {moment}."


def before_trouble(link: LinkStatus, since: datetime) -> LinkStatus:
    """The status of a source whose host has been failing since it was last seen: that says nothing of the
    page."""
    words = f"The host has been failing since {since:%Y-%m-%d %H:%M} UTC; this is how the page was before."
    return replace(link, reason=f"{link.reason} {words}")


def put_off(link: LinkStatus, due: datetime | None) -> LinkStatus:
    """The status with the time at which its source is now due, where that is no longer what judging asked
    for: the host was to be left alone, or the source is not to be looked at again."""
    asked = link.next_check_at
    if asked is None or (due is not None and due <= asked):
        return link
    return replace(link, next_check_at=due)


def first_look(due: datetime | None, standing: Sequence[Flag], rests_until: datetime | None) -> LinkStatus:
    """The status of a source that is first fetched at `due`, with the reason where its host is one: the flags
    that it has now, or the rest that it asked for."""
    link = _not_checked(due)
    if standing:
        return replace(link, reason=standing[0].reason)
    # A source that was put off for the host's sake is due when the host's rest is over, or never again.
    if rests_until is not None and (due is None or rests_until <= due):
        return replace(link, reason=_left_alone(rests_until))
    return link


def _not_checked(due: datetime | None) -> LinkStatus:
    return LinkStatus(
        state=LinkState.NOT_CHECKED,
        link_class=LinkClass.POLICY,
        dead=False,
        drift=Drift.UNKNOWN,
        similarity=None,
        reason="Not fetched yet.",
        rule="not_checked",
        status=None,
        final_url=None,
        hops=(),
        strikes=0,
        first_failed_at=None,
        checked_at=None,
        next_check_at=due,
    )
