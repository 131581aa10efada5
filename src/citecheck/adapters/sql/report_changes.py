"""What a report says of one citation or host: flags then against flags now. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citecheck.model import Change, Flag, FlagCode, Severity

# Flags of one family say the same kind of thing: one of them gives way to another.
REACH = frozenset(
    {
        FlagCode.LINK_DEAD,
        FlagCode.LINK_GONE,
        FlagCode.LINK_NOT_FOUND,
        FlagCode.LINK_SOFT_404,
        FlagCode.LINK_REDIRECT_HOME,
        FlagCode.LINK_DNS_GONE,
        FlagCode.LINK_BAD_URL,
        FlagCode.LINK_PARKED,
        FlagCode.LINK_HIJACKED,
        FlagCode.LINK_MOVED,
        FlagCode.LINK_TLS_INVALID,
        FlagCode.SOURCE_WALLED,
        FlagCode.SOURCE_UNREADABLE,
    }
)
SUPPORT = frozenset(
    {
        FlagCode.CLAIM_CONTRADICTED,
        FlagCode.CLAIM_NOT_SUPPORTED,
        FlagCode.CLAIM_PARTIALLY_SUPPORTED,
        FlagCode.QUOTE_NOT_FOUND,
    }
)
DRIFTED = frozenset({FlagCode.LINK_REPLACED, FlagCode.LINK_CHANGED})
FAMILIES = (REACH, SUPPORT, DRIFTED)
FAILED = REACH - {
    FlagCode.LINK_MOVED,
    FlagCode.LINK_TLS_INVALID,
    FlagCode.SOURCE_WALLED,
    FlagCode.SOURCE_UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One change with the flag that it is about."""

    change: Change
    flag: Flag


@dataclass(frozen=True, slots=True)
class Turns:
    """All changes of one bearer, and what the next report has to know as open."""

    items: tuple[Turn, ...]
    known: Mapping[FlagCode, Severity]


def turns(
    before: Mapping[FlagCode, Severity], now: Sequence[Flag], cleared: Mapping[FlagCode, Flag], *, alive: bool
) -> Turns:
    """Hold the open flags against what the last report knew; `cleared` are the newest of those gone.

    A flag that gives way to a worse one of its family has worsened. While a page cannot be seen, what
    was said of its content is neither resolved nor, when the page is back, new.
    """
    found: list[Turn] = []
    for flag in now:
        change = _opened(flag, before)
        if change is not None:
            found.append(Turn(change, flag))
    known = {flag.code: flag.severity for flag in now}
    for code, severity in before.items():
        if code in known:
            continue
        if code not in REACH and not alive:
            known[code] = severity
            continue
        if code in cleared and not _replaced(code, now, before):
            back = alive and code in FAILED
            found.append(Turn(Change.REVIVED if back else Change.RESOLVED, cleared[code]))
    return Turns(tuple(found), known)


def _opened(flag: Flag, before: Mapping[FlagCode, Severity]) -> Change | None:
    if flag.code in before:
        return Change.WORSENED if flag.severity.rank < before[flag.code].rank else None
    family = _family(flag.code)
    ranks = [severity.rank for code, severity in before.items() if code in family]
    return Change.WORSENED if ranks and flag.severity.rank < min(ranks) else Change.NEW


def _replaced(code: FlagCode, now: Sequence[Flag], before: Mapping[FlagCode, Severity]) -> bool:
    family = _family(code)
    return any(flag.code in family and flag.code not in before for flag in now)


def _family(code: FlagCode) -> frozenset[FlagCode]:
    return next((family for family in FAMILIES if code in family), frozenset({code}))
