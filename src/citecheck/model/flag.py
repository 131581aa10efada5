"""Flags: what a person should look at, how badly, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from citecheck.model.ids import CitationId, FlagId, HostKey
from citecheck.model.words import Word


class Severity(Word):
    """How badly a flag wants a person."""

    HIGH = "high", "look today"
    MEDIUM = "medium", "look soon"
    LOW = "low", "good to know"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts the worst first."""
        return (Severity.HIGH, Severity.MEDIUM, Severity.LOW).index(self)


class FlagCode(Word):
    """Every flag there is, with the severity it opens at."""

    severity: Severity

    def __new__(cls, value: str, explanation: str, severity: str = "low") -> Self:
        """A member from (value, explanation, severity)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.explanation = explanation
        member.severity = next(level for level in Severity if level == severity)
        return member

    LINK_DEAD = "link_dead", "gone by every observation that the schedule asks for", "high"
    LINK_GONE = "link_gone", "the host says the page is gone for good", "medium"
    LINK_NOT_FOUND = "link_not_found", "page not found", "medium"
    LINK_SOFT_404 = "link_soft_404", "the page says that there is no such page", "medium"
    LINK_REDIRECT_HOME = "link_redirect_home", "the link now leads to a front or section page", "medium"
    LINK_DNS_GONE = "link_dns_gone", "the host's name no longer exists or has no address", "medium"
    LINK_BAD_URL = "link_bad_url", "the address is not a URL that readers can open", "medium"
    LINK_PARKED = "link_parked", "the domain is parked or for sale: do not send readers there", "high"
    LINK_HIJACKED = "link_hijacked", "the domain now carries another owner's content", "high"
    LINK_MOVED = "link_moved", "the page has a new address", "low"
    LINK_REPLACED = "link_replaced", "the page now carries another text", "high"
    LINK_CHANGED = "link_changed", "the page's text changed", "low"
    LINK_FRAGMENT_MISSING = (
        "link_fragment_missing",
        "the page has not got the part or words that the URL's fragment names",
        "low",
    )
    LINK_TLS_INVALID = "link_tls_invalid", "the certificate is not valid", "low"
    LINK_HTTP_ONLY = "link_http_only", "the link is not encrypted", "low"
    LINK_TRACKING = "link_tracking", "the URL carries tracking parameters", "low"
    SOURCE_WALLED = "source_walled", "we cannot see the page: open it yourself", "low"
    SOURCE_UNREADABLE = "source_unreadable", "the page came but nothing in it could be read", "low"
    CLAIM_CONTRADICTED = "claim_contradicted", "the page says something else", "high"
    CLAIM_NOT_SUPPORTED = "claim_not_supported", "the page does not say it", "high"
    CLAIM_PARTIALLY_SUPPORTED = "claim_partially_supported", "the page says only part of it", "medium"
    QUOTE_NOT_FOUND = "quote_not_found", "the quoted words are not on the page", "high"
    DATE_URL_AFTER_DOCUMENT = (
        "date_url_after_document",
        "the URL's own date is after the document that cites it",
        "high",
    )
    DATE_IN_FUTURE = "date_in_future", "the source's date lies in the future", "high"
    DATE_SOURCE_AFTER_DOCUMENT = (
        "date_source_after_document",
        "the source appeared after the document that cites it",
        "high",
    )
    DATE_CLAIM_DIFFERS = "date_claim_differs", "the text gives another date than the source", "medium"
    DATE_URL_PAGE_CONFLICT = "date_url_page_conflict", "the URL and the page give different dates", "medium"
    SOURCE_CHANGED_AFTER_CITATION = (
        "source_changed_after_citation",
        "the page was changed after it was cited",
        "medium",
    )
    HOST_INCIDENT = "host_incident", "most links of one host fail together: one flag on the host", "low"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing for a person to look at. Hangs on a citation, or on a host for HOST_INCIDENT."""

    id: FlagId
    code: FlagCode
    severity: Severity
    reason: str  # plain words, one or two sentences
    evidence: tuple[str, ...]  # the facts behind it, one a line
    opened_at: datetime
    cleared_at: datetime | None
    citation_id: CitationId | None
    host: HostKey | None = None


@dataclass(frozen=True, slots=True)
class FlagFinding:
    """What the flag stage says of one judgement: a code with its reason, before it has an id."""

    code: FlagCode
    severity: Severity
    reason: str
    evidence: tuple[str, ...] = ()
