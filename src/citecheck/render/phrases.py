"""The words for people. A link is "not found"; a page "does not say it": never the one for the other."""

from datetime import date, datetime

from citecheck.model import (
    DateClue,
    DateWindow,
    DocumentResult,
    LinkClass,
    LinkState,
    LinkStatus,
    PairingHow,
    Precision,
    Publication,
    PublishedHow,
    VerdictLabel,
)

OTHER_SCHEME = "other-scheme"  # the rule of addresses that work, and are none of the web's

LINK_PHRASES: dict[LinkState, str] = {
    LinkState.ALIVE: "alive",
    LinkState.MOVED: "moved",
    LinkState.MOVED_UNVERIFIED: "moved, not verified",
    LinkState.TLS_INVALID: "alive, bad certificate",
    LinkState.NOT_FOUND_WITH_CONTENT: "alive, wrong status",
    LinkState.PAYWALLED: "paywall",
    LinkState.BLOCKED_BOT: "bot wall",
    LinkState.FORBIDDEN: "refused to us",
    LinkState.LOGIN_REQUIRED: "login needed",
    LinkState.CONSENT_WALL: "consent wall",
    LinkState.GEO_OR_LEGAL: "withheld by law or country",
    LinkState.JS_REQUIRED: "needs scripts",
    LinkState.RATE_LIMITED: "asked to slow down",
    LinkState.GONE: "gone for good",
    LinkState.NOT_FOUND: "page not found",
    LinkState.SOFT_404: "page not found (status 200)",
    LinkState.REDIRECT_HOME: "leads to front page",
    LinkState.DNS_GONE: "host name gone",
    LinkState.PARKED: "domain parked",
    LinkState.HIJACKED: "domain taken over",
    LinkState.DNS_TRANSIENT: "name look-up failed",
    LinkState.TLS_FAILED: "no secure connection",
    LinkState.REFUSED: "connection refused",
    LinkState.RESET: "connection cut",
    LinkState.TIMEOUT: "no answer in time",
    LinkState.EMPTY_REPLY: "empty reply",
    LinkState.GARBAGE: "answer is not HTTP",
    LinkState.TRUNCATED: "cut short",
    LinkState.CORRUPT: "unreadable bytes",
    LinkState.SERVER_ERROR: "server error",
    LinkState.EMPTY: "empty page",
    LinkState.LOOP: "redirects in a circle",
    LinkState.NOT_CHECKED: "not checked",
    LinkState.TOO_LARGE: "too large",
    LinkState.UNSUPPORTED_TYPE: "kind of file not read",
    LinkState.UNSAFE_TARGET: "private address, not fetched",
    LinkState.ROBOTS_DISALLOWED: "robots.txt says no",
    LinkState.BAD_URL: "not a URL",
    LinkState.HTTP_OTHER: "odd answer",
}

REASON_NOUNS: dict[LinkState, str] = {
    **LINK_PHRASES,
    LinkState.ALIVE: "nothing readable",
    LinkState.MOVED: "moved, nothing readable",
    LinkState.MOVED_UNVERIFIED: "moved, nothing readable",
    LinkState.TLS_INVALID: "bad certificate",
    LinkState.NOT_FOUND_WITH_CONTENT: "wrong status",
    LinkState.BAD_URL: "no web address",
}

VERDICT_PHRASES: dict[VerdictLabel, str] = {
    VerdictLabel.SUPPORTED: "the page says it",
    VerdictLabel.PARTIALLY_SUPPORTED: "the page says part of it",
    VerdictLabel.NOT_SUPPORTED: "the page does not say it",
    VerdictLabel.CONTRADICTED: "the page says something else",
    VerdictLabel.CANNOT_TELL: "cannot tell",
}

VERDICT_WORDS: dict[VerdictLabel, str] = {
    VerdictLabel.SUPPORTED: "supported",
    VerdictLabel.PARTIALLY_SUPPORTED: "partly",
    VerdictLabel.NOT_SUPPORTED: "not supported",
    VerdictLabel.CONTRADICTED: "contradicted",
    VerdictLabel.CANNOT_TELL: "cannot tell",
}

PAIRING_PHRASES: dict[PairingHow, str] = {
    PairingHow.ANCHOR: "the link stands on words of this passage",
    PairingHow.FOOTNOTE: "a footnote mark stands in this passage",
    PairingHow.REFERENCE_LIST: "a reference number stands in this passage",
    PairingHow.BARE_URL: "the URL is written out in this passage",
    PairingHow.PASTED_BLOCK: "the URL stands in a block of URLs, cut off from its passage",
    PairingHow.BIBLIOGRAPHY: "a bibliography entry",
    PairingHow.GIVEN: "given with the URL",
    PairingHow.CORRECTED: "set by a person",
}

NEXT_STEPS: dict[LinkClass, str] = {
    LinkClass.WALLED: "Open it yourself: a person may see what we cannot.",
    LinkClass.TRANSIENT: "It will be tried again; nothing follows from one failure.",
    LinkClass.GONE: "Look for an archived copy or another source.",
    LinkClass.POLICY: "Look at it yourself, if it matters.",
    LinkClass.UNKNOWN: "Open it yourself.",
    LinkClass.ALIVE: "Open it yourself.",
}


def offline_words(result: DocumentResult) -> str:
    """What a result says that was made without a network; what our own network has can still be reached."""
    if any(item.link.checked_at is not None for item in result.citations):
        return "What could not be reached is shown as it was known before."
    return "No link was checked, and nothing is said of any."


def link_phrase(link: LinkStatus) -> str:
    """The link's state in words, with "(dead)" only where its whole history says so."""
    if link.rule == OTHER_SCHEME:
        return "not fetched"
    return LINK_PHRASES[link.state] + (" (dead)" if link.dead else "")


def clue_value(clue: DateClue) -> str:
    """A clue's value as exactly as it is known, e.g. "October 2019" for a month."""
    if isinstance(clue.value, datetime):
        return f"{day_words(clue.value.date())}, {clue.value:%H:%M} UTC"
    if clue.precision is Precision.YEAR:
        return str(clue.value.year)
    if clue.precision is Precision.MONTH:
        return f"{clue.value:%B} {clue.value.year}"
    return day_words(clue.value)


def day_words(day: date) -> str:
    """A day as "24 October 2019": no reader takes the month for the day."""
    return f"{day.day} {day:%B} {day.year}"


def time_words(instant: datetime | None) -> str:
    """An instant as "2026-11-22 22:54 UTC"; a dash for none."""
    return f"{instant:%Y-%m-%d %H:%M} UTC" if instant else "–"


def window_words(window: DateWindow) -> str:
    """A window of days in words."""
    if window.day:
        return day_words(window.day)
    if window.earliest and window.latest:
        return f"between {day_words(window.earliest)} and {day_words(window.latest)}"
    if window.earliest:
        return f"on or after {day_words(window.earliest)}"
    return f"on or before {day_words(window.latest)}" if window.latest else "unknown"


_HOW: dict[PublishedHow, str] = {
    PublishedHow.GIVEN: "given",
    PublishedHow.METADATA: "from its metadata",
    PublishedHow.URL: "from its address",
    PublishedHow.INFERRED: "worked out from its text",
}


def publication_words(publication: Publication | None) -> str:
    """When a document was published and how we know, in one line."""
    if publication is None:
        return "date of the document unknown"
    return f"{window_words(publication.window)} ({_HOW[publication.how]})"
