"""What is shown of a source that nobody has judged yet. Pure."""

from dataclasses import replace
from datetime import datetime

from citecheck.model import (
    DateCheck,
    DateCheckResult,
    DateReading,
    Drift,
    LinkClass,
    LinkState,
    LinkStatus,
)

NO_DATES = DateReading(clues=())
NO_DATE_CHECK = DateCheck(DateCheckResult.UNKNOWN, "the source has not been looked at yet")


def left_alone(until: datetime) -> str:
    """Why a source of a resting host is not checked."""
    moment = f"{until:%Y-%m-%d %H:%M} UTC"
    return f"not fetched yet: the host asks us to slow down, and is left alone until {moment}"


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


def not_checked(due: datetime | None) -> LinkStatus:
    """The status of a source that is first fetched at `due`."""
    return LinkStatus(
        state=LinkState.NOT_CHECKED,
        link_class=LinkClass.POLICY,
        dead=False,
        drift=Drift.UNKNOWN,
        similarity=None,
        reason="not fetched yet",
        rule="not_checked",
        status=None,
        final_url=None,
        hops=(),
        strikes=0,
        first_failed_at=None,
        checked_at=None,
        next_check_at=due,
    )
