"""What became of a link: states, their classes, and drift as a separate axis."""

from dataclasses import dataclass
from datetime import datetime

from citecheck.model.fetch import Hop
from citecheck.model.ids import CaptureId, SourceKey
from citecheck.model.words import Word


class LinkClass(Word):
    """The six kinds of link state."""

    ALIVE = "alive", "the page is there"
    WALLED = "walled", "something stands between us and the page; never dead"
    TRANSIENT = "transient", "a failure that usually passes"
    GONE = "gone", "the page seems gone; becomes dead only by the schedule"
    POLICY = "policy", "not checked, and we say why"
    UNKNOWN = "unknown", "an answer that says neither"


class LinkState(Word):
    """What one or more observations say about a link."""

    ALIVE = "alive", "the page answers with content"
    MOVED = "moved", "redirected for good to the same document elsewhere"
    MOVED_UNVERIFIED = (
        "moved_unverified",
        "redirected to another deep page; nothing proves yet it is the same",
    )
    TLS_INVALID = "tls_invalid", "the page is there but its certificate is not valid"
    NOT_FOUND_WITH_CONTENT = "not_found_with_content", "the status says error, the body is the article"
    PAYWALLED = "paywalled", "a paywall; alive where part can be read, walled where nothing can"
    BLOCKED_BOT = "blocked_bot", "a bot wall answers instead of the page"
    FORBIDDEN = "forbidden", "the host refuses us without saying why (403, 406)"
    LOGIN_REQUIRED = "login_required", "an account is needed"
    CONSENT_WALL = "consent_wall", "a consent dialogue answers instead of the page"
    GEO_OR_LEGAL = "geo_or_legal", "withheld for legal reasons or by country (451)"
    JS_REQUIRED = "js_required", "the page shows nothing without a script"
    RATE_LIMITED = "rate_limited", "the host asks us to slow down (429)"
    GONE = "gone", "the host says it is gone for good (410)"
    NOT_FOUND = "not_found", "the host says there is no such page (404)"
    SOFT_404 = "soft_404", "status 200, but the page says that there is no such page"
    REDIRECT_HOME = "redirect_home", "a deep link that now leads to a front or section page"
    DNS_GONE = "dns_gone", "the name no longer exists, or has no address"
    PARKED = "parked", "the domain is for sale or parked"
    HIJACKED = "hijacked", "the domain now carries another owner's content"
    DNS_TRANSIENT = "dns_transient", "the name could not be looked up this time"
    TLS_FAILED = "tls_failed", "no TLS session could be agreed on"
    REFUSED = "refused", "the host refused the connection, or could not be reached"
    RESET = "reset", "the host cut the connection"
    TIMEOUT = "timeout", "the host did not answer in time"
    EMPTY_REPLY = "empty_reply", "the connection was closed without an answer"
    GARBAGE = "garbage", "the answer is not HTTP"
    TRUNCATED = "truncated", "the body is shorter than announced"
    CORRUPT = "corrupt", "the body cannot be decoded"
    SERVER_ERROR = "server_error", "the host reports its own error (5xx)"
    EMPTY = "empty", "the page answers with nothing in it"
    LOOP = "loop", "redirects go in a circle"
    NOT_CHECKED = "not_checked", "not fetched yet, or not now: we are offline, or robots.txt cannot be read"
    TOO_LARGE = "too_large", "larger than the limit we set"
    UNSUPPORTED_TYPE = "unsupported_type", "a kind of file that we cannot read"
    UNSAFE_TARGET = "unsafe_target", "the address is private or special; we do not go there"
    ROBOTS_DISALLOWED = "robots_disallowed", "robots.txt asks us not to"
    BAD_URL = "bad_url", "not a URL that can be fetched"
    HTTP_OTHER = "http_other", "an HTTP answer that fits no other state"


_ALIVE = (
    LinkState.ALIVE,
    LinkState.MOVED,
    LinkState.MOVED_UNVERIFIED,
    LinkState.TLS_INVALID,
    LinkState.NOT_FOUND_WITH_CONTENT,
    LinkState.PAYWALLED,  # walled where nothing can be read: the rule that matched says so
)
_WALLED = (
    LinkState.BLOCKED_BOT,
    LinkState.FORBIDDEN,
    LinkState.LOGIN_REQUIRED,
    LinkState.CONSENT_WALL,
    LinkState.GEO_OR_LEGAL,
    LinkState.JS_REQUIRED,
    LinkState.RATE_LIMITED,
)
_GONE = (
    LinkState.GONE,
    LinkState.NOT_FOUND,
    LinkState.SOFT_404,
    LinkState.REDIRECT_HOME,
    LinkState.DNS_GONE,
    LinkState.PARKED,
    LinkState.HIJACKED,
)
_POLICY = (
    LinkState.NOT_CHECKED,
    LinkState.TOO_LARGE,
    LinkState.UNSUPPORTED_TYPE,
    LinkState.UNSAFE_TARGET,
    LinkState.ROBOTS_DISALLOWED,
    LinkState.BAD_URL,
)


def usual_class(state: LinkState) -> LinkClass:
    """The class of `state`. PAYWALLED is alive here; an observation of a page of which nothing can be
    read is walled instead, so read an observation's own class where there is one."""
    if state in _ALIVE:
        return LinkClass.ALIVE
    if state in _WALLED:
        return LinkClass.WALLED
    if state in _GONE:
        return LinkClass.GONE
    if state in _POLICY:
        return LinkClass.POLICY
    return LinkClass.UNKNOWN if state is LinkState.HTTP_OTHER else LinkClass.TRANSIENT


class Drift(Word):
    """How the content compares with the baseline capture."""

    UNCHANGED = "unchanged", "at least 80% of the main text is alike"
    CHANGED = "changed", "30 to 80% alike"
    REPLACED = "replaced", "less than 30% alike, or title and date both changed"
    UNKNOWN = "unknown", "no baseline, or nothing readable"


@dataclass(frozen=True, slots=True)
class Observation:
    """One fetch's contribution to a source's history."""

    source_key: SourceKey
    capture_id: CaptureId
    at: datetime
    state: LinkState
    link_class: LinkClass
    rule: str  # id of the rule that matched
    reason: str  # in plain words
    status: int | None
    final_url: str | None
    text_sha256: str | None = None  # of the main text, where it was read
    drift: Drift = Drift.UNKNOWN  # of the main text against the baseline's
    void: bool = False  # taken back (host incident, own outage): counts for nothing


@dataclass(frozen=True, slots=True)
class StateOverride:
    """A person's word on what became of a link: it wins until it is taken back, and is logged."""

    state: LinkState
    by: str
    at: datetime
    reason: str
    dead: bool = False  # a person may say so where the schedule cannot


class LinkEventKind(Word):
    """A turn in a link's history."""

    FIRST_CHECKED = "first_checked", "the first observation"
    CHANGED = "changed", "another state than before"
    DIED = "died", "dead by the schedule"
    REVIVED = "revived", "it failed before and is alive again"


@dataclass(frozen=True, slots=True)
class LinkEvent:
    """One turn in a link's history, with the observation that made it."""

    kind: LinkEventKind
    at: datetime
    state: LinkState
    before: LinkState | None
    capture_id: CaptureId


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """What a source's whole history says now."""

    state: LinkState
    link_class: LinkClass
    dead: bool  # never after one observation
    drift: Drift
    similarity: float | None  # of main text with the baseline, 0 to 1
    reason: str
    rule: str
    status: int | None
    final_url: str | None
    hops: tuple[Hop, ...]
    strikes: int  # consecutive observations of the state's kind that count towards dead
    first_failed_at: datetime | None
    checked_at: datetime | None
    next_check_at: datetime | None
    drift_stays: bool = True  # False: replaced, and not yet seen so as often as the schedule asks for
    passing: bool = False  # True: asked to slow down, and not yet for as long as people are spared it


class SuggestionKind(Word):
    """What kind of better link is offered."""

    MOVED = "moved", "where the page now is"
    MEMENTO = "memento", "an archived copy"
    HTTPS = "https", "the same page over https"
    CANONICAL = "canonical", "the address that the page itself gives"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A better link, with the reason for it."""

    url: str
    kind: SuggestionKind
    reason: str
    similarity: float | None
