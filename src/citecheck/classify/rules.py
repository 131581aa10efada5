# ruff: noqa: E501 - a row of the table reads best when its parts stay together
"""The decision table: read from the top, the first row whose condition holds names the state.

The order is the policy: our own refusals, then the wire, then walls, then honest statuses, then what a
page with a good status says. A challenge or a sign-in page is looked for before a not-found page, a
not-found page before a move.
"""

from collections.abc import Callable
from dataclasses import dataclass

from citecheck.classify.evidence import (
    body_is_article,
    is_nobodys,
    leads_there_from_anywhere,
    out_of_service,
    says_missing,
    says_not_found,
    says_withdrawn,
    stands_before_all,
)
from citecheck.classify.signals import Signals
from citecheck.model import DecodeProblem, FailureKind, LinkClass, LinkState, usual_class
from citecheck.urls import other_scheme

Condition = Callable[[Signals], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `reason` may name {status}, {detail}, {wall}, {cited}, {landing}, {host}, {signals}, {type}."""

    id: str
    state: LinkState
    when: str  # the condition in plain words
    holds: Condition
    reason: str
    link_class: LinkClass | None = None  # None: the state's usual class

    @property
    def gives(self) -> LinkClass:
        """The class an observation gets by this row."""
        return self.link_class or usual_class(self.state)


def _failed(*kinds: FailureKind) -> Condition:
    return lambda s: s.failure in kinds


def _status(*codes: int) -> Condition:
    return lambda s: s.status in codes


def _page(condition: Condition) -> Condition:
    return lambda s: s.ok and condition(s)


def _problem(*problems: DecodeProblem) -> Condition:
    return lambda s: s.facts is not None and s.facts.problem in problems


_K, _S = FailureKind, LinkState

POLICY = (
    Rule("other-scheme", _S.BAD_URL, "the citation is a working address of another kind (ftp, mailto, tel)",
         lambda s: s.failure is _K.BAD_URL and not s.outcome.hops and other_scheme(s.outcome.url) is not None,
         "Not fetched: citecheck fetches only http and https, not {scheme}."),
    Rule("bad-url", _S.BAD_URL, "the citation is not a URL that can be fetched", _failed(_K.BAD_URL),
         "Not checked, because the address cannot be fetched: {detail}."),
    Rule("unsafe-target", _S.UNSAFE_TARGET, "the address, or one it redirects to, is private or special",
         _failed(_K.UNSAFE_TARGET), "Not checked, because we do not go there: {detail}."),
    Rule("robots", _S.ROBOTS_DISALLOWED, "robots.txt disallows the address", _failed(_K.ROBOTS),
         "Not checked, because the site's robots.txt asks us not to. Open it yourself."),
    Rule("robots-unreadable", _S.NOT_CHECKED, "the host failed on robots.txt, which disallows everything for as long as "
         "that lasts (RFC 9309): the host's trouble, not its wish", _failed(_K.ROBOTS_UNREADABLE),
         "Not checked, because {detail}, so we may not fetch the page now."),
    Rule("offline", _S.NOT_CHECKED, "we have no network ourselves", _failed(_K.OFFLINE),
         "Not checked, because we are offline."),
    Rule("too-large", _S.TOO_LARGE, "the response is larger than the limits",
         lambda s: s.failure is _K.TOO_LARGE or _problem(DecodeProblem.TOO_LARGE)(s),
         "Not checked, because the response is larger than we take: {detail}."),
)  # fmt: skip

WIRE = (
    Rule("loop-login", _S.LOGIN_REQUIRED, "the redirects go in a circle through a sign-in page",
         lambda s: s.failure is _K.LOOP and s.passes_sign_in,
         "The redirects go in a circle through a sign-in page: an account is needed."),
    Rule("loop", _S.LOOP, "redirects repeat, or are more than allowed", _failed(_K.LOOP),
         "The redirects never end: {detail}."),
    Rule("dns-gone", _S.DNS_GONE, "the name does not exist, by an authoritative answer", _failed(_K.DNS_NXDOMAIN),
         "The name {host} does not exist."),
    Rule("dns-no-address", _S.DNS_GONE, "the name exists and has no address, by an authoritative answer",
         _failed(_K.DNS_NO_ADDRESS), "The name {host} has no address."),
    Rule("dns-transient", _S.DNS_TRANSIENT, "the name server failed or did not answer",
         _failed(_K.DNS_SERVFAIL, _K.DNS_TIMEOUT), "The name {host} could not be looked up this time: {detail}."),
    Rule("refused", _S.REFUSED, "the host refuses the connection or cannot be reached",
         _failed(_K.REFUSED, _K.UNREACHABLE), "{host} did not accept a connection: {detail}."),
    Rule("tls-failed", _S.TLS_FAILED, "no TLS session could be agreed on", _failed(_K.TLS),
         "No secure connection to {host} could be agreed on: {detail}."),
    Rule("timeout", _S.TIMEOUT, "no connection, no answer or no end of it in time",
         _failed(_K.CONNECT_TIMEOUT, _K.READ_TIMEOUT, _K.DEADLINE), "{host} did not answer in time: {detail}."),
    Rule("reset", _S.RESET, "the host cut the connection", _failed(_K.RESET), "{host} cut the connection: {detail}."),
    Rule("empty-reply", _S.EMPTY_REPLY, "the connection closed before an answer", _failed(_K.EMPTY_REPLY),
         "{host} closed the connection without an answer."),
    Rule("garbage", _S.GARBAGE, "the answer is not HTTP", _failed(_K.GARBAGE),
         "The answer of {host} is not HTTP: {detail}."),
    Rule("truncated", _S.TRUNCATED, "the body is shorter than announced", _failed(_K.TRUNCATED),
         "The answer broke off before its end: {detail}."),
    Rule("no-answer", _S.NOT_CHECKED, "no request was made", lambda s: s.status == 0, "Not checked yet."),
)  # fmt: skip

WALLS = (
    Rule("bot-wall", _S.BLOCKED_BOT,
         "at any status: cf-mitigated and other vendors' headers, status 999, or a page with little text that has a "
         "vendor's challenge or a heading asking for proof of being human",
         lambda s: s.wall is not None, "{wall} keeps automatic readers out."),
    Rule("status-451", _S.GEO_OR_LEGAL, "451", _status(451), "Withheld for legal reasons (status 451)."),
    Rule("geo-text", _S.GEO_OR_LEGAL, "a page with little text of its own says that it is not available in this country",
         lambda s: (s.ok or s.status in (403, 404, 406)) and s.names_region,
         "The page says that it is not available from here (status {status})."),
    Rule("status-401", _S.LOGIN_REQUIRED, "401 or 407", _status(401, 407), "An account is needed (status {status})."),
    Rule("status-402", _S.PAYWALLED, "402, and part of the text can be read",
         lambda s: s.status == 402 and s.shows_part, "Behind a paywall (status 402); part can be read."),
    Rule("status-402-closed", _S.PAYWALLED, "402, and nothing can be read", _status(402),
         "Behind a paywall (status 402); nothing can be read.", LinkClass.WALLED),
    Rule("status-429", _S.RATE_LIMITED, "429", _status(429), "The host asks us to slow down (status 429)."),
    Rule("refusal", _S.FORBIDDEN, "a page is headed so (access denied, not authorised) and says nothing else, or stands at "
         "every address and says so or that it is blocked; and speaks of no account", _page(lambda s: s.is_refusal),
         "The page says that access is denied (status {status})."),
    Rule("sign-in", _S.LOGIN_REQUIRED,
         "a redirect to a sign-in page; a sign-in heading, or a password form that is not on every page of the host, where the "
         "page has little text of its own and no posts; or nothing of its own but words that it takes an account",
         lambda s: (s.ok or s.status in (400, 403)) and s.asks_sign_in,
         "A sign-in page answers at {landing}: an account is needed."),
    Rule("sent-to-offer", _S.PAYWALLED, "a redirect to a page that offers a subscription or an account",
         _page(lambda s: s.sent_to_offer and not (s.facts and s.facts.password_form)),
         "The link now leads to {landing}: a subscription or an account comes first.", LinkClass.WALLED),
    Rule("sent-to-registration", _S.LOGIN_REQUIRED, "the same, with a password to choose", _page(lambda s: s.sent_to_offer),
         "The link now leads to {landing}: an account is needed."),
    Rule("forbidden", _S.FORBIDDEN, "403 or 406 without any of the above", _status(403, 406),
         "The host refuses us without saying why (status {status})."),
)  # fmt: skip

STATUSES = (
    Rule("error-with-article", _S.NOT_FOUND_WITH_CONTENT,
         "404 or 5xx, but the body is the article: enough running text, no wording of an error, and marked as an "
         "article or titled as cited",
         lambda s: (s.status == 404 or s.status >= 500) and body_is_article(s),
         "The status says error ({status}), but the article is there."),
    Rule("status-410", _S.GONE, "410", _status(410), "The host says that the page is gone for good (status 410)."),
    Rule("status-404", _S.NOT_FOUND, "404", _status(404), "The host says that there is no such page (status 404)."),
    Rule("status-5xx", _S.SERVER_ERROR, "500 to 599", lambda s: 500 <= s.status < 600,
         "The host reports an error of its own (status {status})."),
    Rule("not-modified", _S.ALIVE, "304 to our conditional request",
         lambda s: s.status == 304 and s.context.conditional, "Unchanged since the last visit (status 304)."),
    Rule("no-content", _S.EMPTY, "204 or 205", _status(204, 205), "The host answers with nothing (status {status})."),
    Rule("other-status", _S.HTTP_OTHER, "any other status but 2xx", lambda s: not s.ok,
         "An answer that says neither yes nor no (status {status})."),
)  # fmt: skip

PAGES = (
    Rule("unread", _S.NOT_CHECKED, "a page came, but reading it took too long or failed on our side",
         _problem(DecodeProblem.UNREAD),
         "Not checked, because the page came, but reading it took too long or failed on our side."),
    Rule("corrupt", _S.CORRUPT, "the content encoding is broken or unknown",
         _problem(DecodeProblem.CORRUPT, DecodeProblem.UNSUPPORTED_ENCODING),
         "The body cannot be decoded."),
    Rule("incomplete-file", _S.TRUNCATED, "a PDF without its end", lambda s: bool(s.facts and not s.facts.complete),
         "The file ends too early."),
    Rule("unsupported-type", _S.UNSUPPORTED_TYPE, "neither page, text nor PDF",
         lambda s: not s.readable_type and not s.shows_nothing,
         "Not checked, because this kind of file cannot be read ({type})."),
    Rule("consent", _S.CONSENT_WALL, "a redirect to a consent page, or a consent page in place of the text",
         _page(lambda s: s.asks_consent), "A consent dialogue answers instead of the page."),
    Rule("sent-to-gate", _S.BLOCKED_BOT, "a redirect to a page whose address is that of a check, or names the cited address "
         "as where to go on afterwards", _page(lambda s: s.sent_to_gate and not says_missing(s)),
         "The link leads to {landing} first, from where readers may go on: something stands before the page."),
    Rule("parked", _S.PARKED, "two signals: for-sale wording, a parking company's markup or host, sponsored links, "
         "the bare domain as title", _page(lambda s: len(s.parking_signals) >= 2),
         "The domain is parked or for sale: {signals}."),
    Rule("redirect-parking", _S.PARKED, "a redirect to a parking company's or domain market's host",
         _page(lambda s: bool(s.elsewhere and s.landing and s.cited and s.landing.is_parking
                              and s.landing.domain != s.cited.domain)),
         "The domain now leads to a market for domains ({landing})."),
    Rule("hijacked-words", _S.HIJACKED, "the title has the search words of domain grabbers and nothing of the address",
         _page(lambda s: s.carries_trash), "The domain seems to be in other hands: its title advertises."),
    Rule("hijacked", _S.HIJACKED, "after a gap, another language and less than 30% of the text",
         _page(lambda s: s.another_owner), "After a gap the address carries another text in another language."),
    Rule("redirect-home", _S.REDIRECT_HOME, "a deep link ends at the front page, a language's front page, a section or "
         "its own directory, by redirect, meta refresh or script, and was not one itself",
         _page(lambda s: s.leads_home), "The link now leads to {landing}, not to a page of its own{siblings}."),
    Rule("js-required", _S.JS_REQUIRED, "an empty application shell, or a request to turn scripts on and nothing else",
         _page(lambda s: s.needs_script), "The page shows nothing without a script."),
    Rule("empty", _S.EMPTY, "no visible text, picture or script", _page(lambda s: s.shows_nothing),
         "The page answers with nothing in it."),
    Rule("out-of-service", _S.SERVER_ERROR, "a page whose title or heading speaks of maintenance or of an error of the host, "
         "whatever its status says, and that leads nowhere else, or has nothing else of its own", _page(lambda s: (s.alone or s.is_notice or s.is_everywhere) and out_of_service(s)),
         "The status is {status}, but the host says that it is out of service just now."),
    Rule("redirect-all", _S.REDIRECT_HOME, "a link leads to one page with a menu, where a made-up address leads too, and "
         "that page does not say that anything is missing", _page(leads_there_from_anywhere),
         "The link now leads to {landing}, as a made-up address of this host does: not to a page of its own."),
    Rule("withdrawn", _S.SOFT_404, "a page with little text of its own says, in its heading and a line of it or in one of them where there is "
         "nothing else, that what stood there was taken away: removed, expired, suspended", _page(says_withdrawn),
         "The status is {status}, but the page says that what stood here was taken away."),
    Rule("nobodys-site", _S.SOFT_404, "one page with little text answers at a made-up address and at the front page too, and "
         "says that the site has ended, or is what a server shows that has no site; or such a page is the cited front page",
         _page(is_nobodys), "{host} shows nothing but a notice: there is no such site any more."),
    Rule("soft-404", _S.SOFT_404, "two signals at least: title, heading or text say that there is no such page, the "
         "address or markup is an error page's, next to no text; or a made-up address gives the same page",
         _page(says_not_found), "The status is {status}, but this is a not-found page: {signals}."),
    Rule("shell-everywhere", _S.JS_REQUIRED, "one application shell answers at every address of the host",
         _page(lambda s: s.is_shell and stands_before_all(s)), "The page shows nothing of its own without a script."),
    Rule("gate", _S.BLOCKED_BOT, "one page with little text answers at a made-up address and at the front page too, and "
         "does not say that anything is missing", _page(lambda s: s.is_everywhere and stands_before_all(s)),
         "Every address of {host}, its front page too, shows us this one page and not the site. Open it yourself."),
    Rule("paywall", _S.PAYWALLED, "the page declares that it is not free, or a teaser ends with an offer to subscribe; "
         "not a text about paywalls that declares nothing",
         _page(lambda s: s.asks_subscription and s.shows_part and not s.is_about_paywalls),
         "Behind a paywall; part can be read."),
    Rule("paywall-closed", _S.PAYWALLED, "the same, and nothing can be read",
         _page(lambda s: s.asks_subscription and not s.shows_part),
         "Behind a paywall; nothing can be read.", LinkClass.WALLED),
    Rule("certificate", _S.TLS_INVALID, "the page is there, a certificate on the way is not valid",
         _page(lambda s: s.certificate_error is not None), "The page is there, but its certificate is not valid: {tls}."),
    Rule("resolver", _S.ALIVE, "a shortener or resolver of identifiers did its work",
         _page(lambda s: bool(s.elsewhere and s.cited and s.cited.is_resolver)), "The page answers at {landing}."),
    Rule("moved", _S.MOVED, "301 or 308 to another address whose title, canonical address, slug or id is the same",
         _page(lambda s: s.elsewhere and s.for_good and s.same_document and s.sent_on is None),
         "The page has moved for good to {landing}."),
    Rule("redirect-same", _S.ALIVE, "a temporary redirect to what is plainly the same document",
         _page(lambda s: s.elsewhere and s.same_document and s.sent_on is None), "The page answers at {landing}."),
    Rule("moved-unverified", _S.MOVED_UNVERIFIED, "a redirect to another page, and nothing proves it is the same",
         _page(lambda s: s.elsewhere and not s.same_site_front),
         "The link now leads to {landing}; whether that is the same document, a person must say."),
    Rule("alive", _S.ALIVE, "everything else", lambda s: True, "The page answers with content."),
)  # fmt: skip

RULES: tuple[Rule, ...] = (*POLICY, *WIRE, *WALLS, *STATUSES, *PAGES)


def first_rule(signals: Signals) -> Rule:
    """The first row that holds; the last holds always."""
    return next(rule for rule in RULES if rule.holds(signals))


def reference_rows() -> str:
    """The decision table in Markdown: rule, state, class, when, reason."""
    head = ["| rule | state | class | when | reason |", "|---|---|---|---|---|"]
    rows = [f"| `{r.id}` | `{r.state}` | {r.gives} | {r.when} | {r.reason} |" for r in RULES]
    return "\n".join(head + rows) + "\n"
