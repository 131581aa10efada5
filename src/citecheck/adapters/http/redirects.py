"""Where a redirect leads, if anywhere."""

import re
from urllib.parse import urljoin

from citecheck.adapters.http.targets import DEFAULT_PORTS, Target, parse_target
from citecheck.model import FailureKind, FetchFailure, Hop

REDIRECTS = frozenset([301, 302, 303, 307, 308])
TOLD = 500  # characters of an address that is not followed
_USER = re.compile(r"[^/\\?#]*@")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def next_target(target: Target, hop: Hop) -> Target | FetchFailure | None:
    """The target of `hop`'s Location, a failure where it may not be followed, None where there is none."""
    location = (hop.header("location") or "").strip()
    if hop.status not in REDIRECTS or not location:
        return None
    try:
        joined = urljoin(str(target.url), _as_sent(location))
    except ValueError as error:
        return FetchFailure(FailureKind.BAD_URL, f"redirected to {_told(location)!r}: {error}")
    scheme = _SCHEME.match(joined)
    if scheme and scheme[1].lower() not in DEFAULT_PORTS:
        return FetchFailure(FailureKind.UNSAFE_TARGET, f"redirected to a {scheme[1]}: address")
    following = parse_target(joined)
    if isinstance(following, FetchFailure):
        return FetchFailure(following.kind, f"redirected to {_told(joined)!r}: {following.detail}")
    return following


def _told(url: str) -> str:
    """The address without what stands before its host: a password in there is nobody's business."""
    return _USER.sub("", url[:TOLD])


def _as_sent(location: str) -> str:
    """Servers send raw UTF-8; headers are read as Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
