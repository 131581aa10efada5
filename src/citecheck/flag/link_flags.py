"""Flags from what became of the link."""

from collections.abc import Sequence
from types import MappingProxyType

from citecheck.flag.before_fetch import finding
from citecheck.model import Drift, FlagCode, FlagFinding, LinkClass, LinkState, LinkStatus

_BY_STATE = MappingProxyType(
    {
        LinkState.GONE: FlagCode.LINK_GONE,
        LinkState.NOT_FOUND: FlagCode.LINK_NOT_FOUND,
        LinkState.SOFT_404: FlagCode.LINK_SOFT_404,
        LinkState.REDIRECT_HOME: FlagCode.LINK_REDIRECT_HOME,
        LinkState.DNS_GONE: FlagCode.LINK_DNS_GONE,
        LinkState.PARKED: FlagCode.LINK_PARKED,
        LinkState.HIJACKED: FlagCode.LINK_HIJACKED,
        LinkState.MOVED: FlagCode.LINK_MOVED,
        LinkState.MOVED_UNVERIFIED: FlagCode.LINK_MOVED,
        LinkState.TLS_INVALID: FlagCode.LINK_TLS_INVALID,
        LinkState.CORRUPT: FlagCode.SOURCE_UNREADABLE,
        LinkState.EMPTY: FlagCode.SOURCE_UNREADABLE,
        LinkState.UNSUPPORTED_TYPE: FlagCode.SOURCE_UNREADABLE,
        LinkState.TOO_LARGE: FlagCode.SOURCE_UNREADABLE,
    }
)
# They warn readers off a place, which "dead" would not.
_OUTLIVES_DEATH = frozenset({FlagCode.LINK_PARKED, FlagCode.LINK_HIJACKED})
_ANSWERS = frozenset({LinkState.UNSUPPORTED_TYPE, LinkState.TOO_LARGE})  # in a way that we do not read
_BY_DRIFT = MappingProxyType({Drift.REPLACED: FlagCode.LINK_REPLACED, Drift.CHANGED: FlagCode.LINK_CHANGED})


def link_flags(link: LinkStatus, readable: bool, bare: bool = False) -> tuple[FlagFinding, ...]:
    """The flags of a link's current status. A transient failure has none before it is dead,
    and "slow down" none before it has lasted.

    `bare`: nothing is claimed of the page. A picture or an archive then need not be read: that it answers
    is all there is to know.
    """
    codes = [code for code in (_state_flag(link, readable), _drift_flag(link)) if code is not None]
    if bare and link.status == 200 and (link.state in _ANSWERS or link.link_class is LinkClass.ALIVE):
        codes = [code for code in codes if code is not FlagCode.SOURCE_UNREADABLE]
    return tuple(finding(code, _reason(code, link), _evidence(link)) for code in codes)


def fragment_flag(missing: Sequence[str]) -> tuple[FlagFinding, ...]:
    """The flag of a page that is there without what the cited URL's fragment names."""
    return (finding(FlagCode.LINK_FRAGMENT_MISSING, " ".join(map(_sentence, missing))),)


def _state_flag(link: LinkStatus, readable: bool) -> FlagCode | None:
    if link.link_class is LinkClass.WALLED:
        return None if link.passing else FlagCode.SOURCE_WALLED
    if link.state is LinkState.BAD_URL and not link.hops:
        return FlagCode.LINK_BAD_URL
    code = _BY_STATE.get(link.state)
    if link.dead and code not in _OUTLIVES_DEATH:
        return FlagCode.LINK_DEAD
    if code is None and link.link_class is LinkClass.ALIVE and not readable:
        return FlagCode.SOURCE_UNREADABLE
    return code


def _drift_flag(link: LinkStatus) -> FlagCode | None:
    """Another text is a change until it has stayed: some pages answer with two by turns."""
    if link.link_class is not LinkClass.ALIVE:
        return None
    if link.drift is Drift.REPLACED and not link.drift_stays:
        return FlagCode.LINK_CHANGED
    return _BY_DRIFT.get(link.drift)


def _reason(code: FlagCode, link: LinkStatus) -> str:
    said = _sentence(link.reason)
    if code is FlagCode.LINK_DEAD and link.first_failed_at is not None:
        since = link.first_failed_at.date().isoformat()
        return f"{said} It has failed {link.strikes} times since {since}: treat it as dead."
    if code is FlagCode.SOURCE_WALLED:
        return f"{said} The page may be fine: open it yourself."
    if code in _BY_DRIFT.values() and link.similarity is not None:
        much = f"{round(link.similarity * 100)}% of its text is as when it was first captured"
        only = "Only " if link.similarity < 0.3 else ""
        wait = "" if link.drift_stays else " Looked at again before it is called replaced."
        return f"{_sentence(code.explanation)} {only}{much}.{wait}"
    if code is FlagCode.SOURCE_UNREADABLE and link.state is LinkState.ALIVE:
        return "The page answers, but nothing in it could be read: open it yourself."
    return said or _sentence(code.explanation)


def _evidence(link: LinkStatus) -> tuple[str, ...]:
    lines = [f"state {link.state}, rule {link.rule}"]
    if link.status is not None:
        lines.append(f"HTTP status {link.status}")
    if link.final_url:
        lines.append(f"final address {link.final_url}")
    if link.strikes:
        lines.append(f"{link.strikes} in a row")
    return tuple(lines)


def _sentence(text: str) -> str:
    """`text` as a sentence: a capital first letter and a full stop."""
    text = text.strip()
    return text and text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
