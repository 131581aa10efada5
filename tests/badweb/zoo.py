# ruff: noqa: E501 - one case a line, with its page
"""A zoo of server behaviours, each with the state that one visit must give.

Every case has a host of its own (`<name>.zoo.example`), so that cases do not meet. `pages` are the
behaviours by path; "/" of every host is a front page unless the case has its own. `elsewhere` are other
hosts' pages by (host, path). In text, ZOO stands for the port that the server listens on.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.badweb.server import (
    CLOSED,
    Behaviour,
    answer,
    hangs,
    in_turn,
    redirect,
    resets,
    sends,
)
from tests.badweb.zoo_languages import NOT_FOUND
from tests.badweb.zoo_pages import (
    ARTICLE,
    FRONT,
    PARAGRAPHS,
    SHORT,
    SLUG,
    TITLE,
    article,
    html,
    message,
    navigation,
    ok,
    paragraphs,
)

from citecheck.model import LinkClass, LinkState, usual_class

DEEP = f"/2019/10/{SLUG}"
S = LinkState


@dataclass(frozen=True)
class Case:
    """One behaviour, the path that is cited, and what one visit must make of it."""

    name: str
    state: LinkState
    pages: Mapping[str, Behaviour]
    path: str = DEEP
    elsewhere: Mapping[tuple[str, str], Behaviour] = field(default_factory=dict)
    link_class: LinkClass | None = None

    @property
    def host(self) -> str:
        return f"{self.name}.zoo.example"

    @property
    def expected_class(self) -> LinkClass:
        return self.link_class or usual_class(self.state)


def here(name: str, state: LinkState, behaviour: Behaviour, path: str = DEEP) -> Case:
    """A case of one page at the cited path."""
    return Case(name, state, {path: behaviour}, path)


def sent(name: str, state: LinkState, to: str, behaviour: Behaviour, status: int = 302) -> Case:
    """A case of one redirect to another path of the host."""
    return Case(name, state, {DEEP: redirect(to, status), to: behaviour})


def _bodies() -> tuple[Case, ...]:
    about = "Page not found: the story of the web's most famous error"
    return (
        here("article", S.ALIVE, ARTICLE),
        here("short-article", S.ALIVE, ok(html("A note", f"<h1>A note</h1><p>{SHORT}</p>"))),
        here("front-page-cited", S.ALIVE, ok(FRONT), "/"),
        here("section-cited", S.ALIVE, ok(FRONT), "/news/"),
        here("plain-text", S.ALIVE, sends(answer(200, "\n\n".join(PARAGRAPHS).encode(), [("Content-Type", "text/plain")]))),
        here("no-content-type", S.ALIVE, sends(answer(200, article(), []))),
        here("about-not-found-pages", S.ALIVE, ok(article(about, *PARAGRAPHS))),
        here("titled-page-not-found", S.ALIVE, ok(article("Page not found", *PARAGRAPHS)), "/essays/page-not-found"),
        here("short-about-not-found", S.ALIVE, ok(html(about, f"<h1>{about}</h1><p>{SHORT}</p>"))),
        here("reference-404", S.ALIVE, ok(html("404 Not Found - HTTP | Handbook", f"<h1>404 Not Found</h1>{paragraphs(*PARAGRAPHS, *PARAGRAPHS)}")), "/handbook/status/404"),
        here("about-sign-in", S.ALIVE, ok(article("Sign in to nothing: life without accounts"))),
        here("about-domains", S.ALIVE, ok(article("This domain is for sale, said the letter", f"{PARAGRAPHS[0]} The domain is for sale."))),
        here("about-consent", S.ALIVE, ok(article("Before you continue: why consent dialogues tire us"))),
        here("sign-in-box-beside-article", S.ALIVE, ok(article(before='<form><input type="password" name="p"></form>'))),
        here("cookie-banner-over-article", S.ALIVE, ok(article(after='<div id="onetrust">We value your privacy. <button>Accept all</button></div>'))),
        here("noscript-beside-article", S.ALIVE, ok(article(after="<noscript>Please enable JavaScript to comment.</noscript>"))),
        here("vendor-script-beside-article", S.ALIVE, ok(article(head='<script src="https://js.datadome.example/tags.js"></script><script src="/_Incapsula_Resource?x"></script>'))),
        here("recaptcha-beside-article", S.ALIVE, ok(article(after='<div class="g-recaptcha"></div>'))),
        here("large-menu-soft-404", S.SOFT_404, ok(message("Page not found", "Page not found", "Sorry, the page you are looking for could not be found.", menu=400))),
        here("soft-404-with-teasers", S.SOFT_404, ok(html("Page not found | The Quay Courier", f"{navigation(20)}<h1>Sorry, we can't find that page</h1><p>The page you requested does not exist.</p><h2>Read today</h2>{paragraphs(*PARAGRAPHS)}"))),
        here("soft-404-in-markup", S.SOFT_404, ok(html("The Quay Courier", "<h1>Nothing found</h1><p>Perhaps searching helps.</p>", body_class="error404 logged-out"))),
        here("advert-removed", S.SOFT_404, ok(message("This listing has ended", "This listing has ended", "The seller has taken it down.", menu=40))),
        here("soft-404-short", S.SOFT_404, ok(html("404", "<h1>404</h1>"))),
        here("soft-404-plain-text", S.SOFT_404, sends(answer(200, b"404 page not found", [("Content-Type", "text/plain")]))),
        here("empty", S.EMPTY, sends(answer(200, b""))),
        here("empty-page", S.EMPTY, ok(html("", ""))),
        here("no-content", S.EMPTY, sends(answer(204, b"", [], length=None))),
        here("empty-app", S.JS_REQUIRED, ok(html("Reader", '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>'))),
        here("asks-for-scripts", S.JS_REQUIRED, ok(html("Reader", "<p>Please enable JavaScript to view this page.</p><script src='/a.js'></script>"))),
        here("parked", S.PARKED, ok(html("parked.zoo.example", "<h1>zoo.example</h1><p>This domain is for sale. Buy this domain.</p><h2>Related searches</h2><a href='/a'>Trees</a>"))),
        here("parked-by-script", S.PARKED, ok(html("zoo.example is for sale", "<p>Make an offer for this domain.</p><script src='https://img.sedoparking.com/x.js'></script>"))),
        here("hijacked", S.HIJACKED, ok(html("Situs slot gacor dan judi online terpercaya", paragraphs(*PARAGRAPHS)))),
        here("picture", S.UNSUPPORTED_TYPE, sends(answer(200, b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, [("Content-Type", "image/png")]))),
        here("pdf-as-html", S.ALIVE, sends(answer(200, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", [("Content-Type", "text/html")]))),
        here("pdf-cut-short", S.TRUNCATED, sends(answer(200, b"%PDF-1.4\n1 0 obj\n<<>>\n" + b"x" * 9000, [("Content-Type", "application/pdf")]))),
        here("wrong-charset", S.ALIVE, sends(answer(200, article("Šuma uz obalu raste brže nego što se mislilo").decode().encode("cp1250", "replace"), [("Content-Type", "text/html; charset=utf-16")]))),
        here("bad-gzip", S.CORRUPT, sends(answer(200, gzip.compress(article())[:60] + b"\x00" * 60, [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]))),
        here("gzip-bomb", S.TOO_LARGE, sends(answer(200, gzip.compress(b"a" * 60_000_000), [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]))),
    )  # fmt: skip


def _statuses() -> tuple[Case, ...]:
    error = message("Error", "Something went wrong", "Please try again later.")
    not_found = message("Page not found", "Page not found", "The page does not exist.")
    return (
        here("404", S.NOT_FOUND, ok(not_found, status=404)),
        here("404-bare", S.NOT_FOUND, sends(answer(404, b"", []))),
        here("404-with-teasers", S.NOT_FOUND, ok(html("The Quay Courier", f"<h1>This page cannot be found</h1>{paragraphs(*PARAGRAPHS)}"), status=404)),
        here("410", S.GONE, ok(not_found, status=410)),
        here("404-with-article", S.NOT_FOUND_WITH_CONTENT, ok(article(), status=404)),
        here("500-with-article", S.NOT_FOUND_WITH_CONTENT, ok(article(), status=500)),
        here("500", S.SERVER_ERROR, ok(error, status=500)),
        here("503", S.SERVER_ERROR, ok(error, ("Retry-After", "120"), status=503)),
        here("401", S.LOGIN_REQUIRED, ok(error, ("WWW-Authenticate", 'Basic realm="x"'), status=401)),
        here("402", S.PAYWALLED, ok(article(), status=402)),
        Case("402-closed", S.PAYWALLED, {DEEP: ok(html("Pay"), status=402)}, link_class=LinkClass.WALLED),
        here("403", S.FORBIDDEN, ok(html("403 Forbidden", "<h1>Forbidden</h1>"), status=403)),
        here("406", S.FORBIDDEN, ok(html("Not acceptable", "<h1>Not acceptable</h1>"), status=406)),
        here("429", S.RATE_LIMITED, ok(html("Too many requests"), ("Retry-After", "60"), status=429)),
        here("451", S.GEO_OR_LEGAL, ok(html("Unavailable"), status=451)),
        here("400", S.HTTP_OTHER, ok(html("Bad request"), status=400)),
        here("304-unasked", S.HTTP_OTHER, sends(answer(304, b"", [], length=None))),
        here("301-without-location", S.HTTP_OTHER, sends(answer(301, b""))),
        here("geo-text", S.GEO_OR_LEGAL, ok(message("Unavailable", "We are sorry", "This content is not available in your country."))),
        here("geo-403", S.GEO_OR_LEGAL, ok(message("Access denied", "Access denied", "This website is unavailable in the European Economic Area."), status=403)),
    )  # fmt: skip


def _walls() -> tuple[Case, ...]:
    challenge = html(
        "Just a moment...",
        "<h1>zoo.example</h1><p>Checking your browser.</p><script>window._cf_chl_opt={}</script>",
    )
    login = html("Log in", '<h1>Log in</h1><form><input name="u"><input type="password" name="p"></form>')
    teaser = article(
        TITLE, *PARAGRAPHS[:2], after='<div class="paywall">Subscribe to continue reading.</div>'
    )
    locked = article(
        head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":"False","cssSelector":".body"}}</script>'
    )
    closed = html(TITLE, f"<h1>{TITLE}</h1><div class='paywall'>This article is for subscribers only.</div>")
    mitigated = ("cf-mitigated", "challenge")
    consent = html(
        "Before you continue",
        "<h1>Before you continue</h1><p>We and our partners store and/or access information on a device.</p><button>Reject all</button><button>Accept all</button>",
    )
    reference = html(
        "Access Denied",
        "<h1>Access Denied</h1>You don't have permission to access this page.<p>Reference&#32;&#35;18.2d351ab8.1573</p>",
    )
    return (
        here("cloudflare-403", S.BLOCKED_BOT, ok(challenge, mitigated, status=403)),
        here("cloudflare-429", S.BLOCKED_BOT, ok(challenge, mitigated, status=429)),
        here("cloudflare-503", S.BLOCKED_BOT, ok(challenge, status=503)),
        here("cloudflare-404", S.BLOCKED_BOT, ok(challenge, mitigated, status=404)),
        here("cloudflare-200", S.BLOCKED_BOT, ok(challenge)),
        here("datadome-200", S.BLOCKED_BOT, ok(html("zoo.example", "<p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script>"))),
        here("datadome-403", S.BLOCKED_BOT, ok(html("zoo.example"), ("X-DataDome", "protected"), status=403)),
        here("datadome-401", S.BLOCKED_BOT, ok(html("zoo.example"), ("X-DataDome", "protected"), status=401)),
        here("perimeterx", S.BLOCKED_BOT, ok(html("Access to this page has been denied.", '<div id="px-captcha"></div><p>Press and hold.</p>'), status=403)),
        here("akamai", S.BLOCKED_BOT, ok(reference, ("Server", "AkamaiGHost"), status=403)),
        here("akamai-text-only", S.BLOCKED_BOT, ok(reference, status=403)),
        here("imperva", S.BLOCKED_BOT, ok(html("", '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=1&amp;incident_id=7">Request unsuccessful. Incapsula incident ID: 7</iframe>'))),
        here("kasada", S.BLOCKED_BOT, ok(html("", "<script>window.KPSDK={}</script>"), status=429)),
        here("aws-waf", S.BLOCKED_BOT, ok(html("", ""), ("x-amzn-waf-action", "challenge"), status=202)),
        here("999", S.BLOCKED_BOT, sends(answer(999, b""))),
        here("sign-in-page", S.LOGIN_REQUIRED, ok(login)),
        sent("sso", S.LOGIN_REQUIRED, "/sso/start?back=x", ok(html("Single sign-on", "<p>One moment.</p>"))),
        sent("redirect-to-login", S.LOGIN_REQUIRED, "/login", ok(login)),
        here("paywall-declared", S.PAYWALLED, ok(locked)),
        here("paywall-teaser", S.PAYWALLED, ok(teaser)),
        Case("paywall-closed", S.PAYWALLED, {DEEP: ok(closed)}, link_class=LinkClass.WALLED),
        here("consent-page", S.CONSENT_WALL, ok(consent)),
        Case("consent-host", S.CONSENT_WALL, {DEEP: redirect("http://consent.zoo.example:ZOO/collect")},
             elsewhere={("consent.zoo.example", "/collect"): ok(consent)}),
        here("consent-german", S.CONSENT_WALL, ok(html("Bevor Sie fortfahren", "<h1>Weiter mit Werbung lesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung.</p><button>Akzeptieren und weiter</button>", lang="de"))),
    )  # fmt: skip


def _redirects() -> tuple[Case, ...]:
    same = f"/archive/trees/{SLUG}.html"
    chain = {DEEP: redirect("/hop/1")} | {f"/hop/{n}": redirect(f"/hop/{n + 1}") for n in range(1, 4)}
    endless = {DEEP: redirect("/hop/1")} | {f"/hop/{n}": redirect(f"/hop/{n + 1}") for n in range(1, 30)}
    refresh = html("The Quay Courier", "", head='<meta http-equiv="refresh" content="0; url=/">')
    script = html("The Quay Courier", "<script>window.location.href = '/';</script>")
    other = article("Fishermen count fewer herring again")
    offer = html(
        "zoo-market.example", "<h1>This domain is for sale</h1><p>Make an offer for this domain.</p>"
    )
    return (
        sent("home", S.REDIRECT_HOME, "/", ok(FRONT)),
        sent("home-for-good", S.REDIRECT_HOME, "/index.html", ok(FRONT), 301),
        sent("home-of-a-language", S.REDIRECT_HOME, "/en/", ok(FRONT)),
        sent("section", S.REDIRECT_HOME, "/news/", ok(FRONT), 301),
        sent("own-directory", S.REDIRECT_HOME, "/2019/", ok(FRONT)),
        Case("home-elsewhere", S.REDIRECT_HOME, {DEEP: redirect("http://new-paper.example:ZOO/", 301)},
             elsewhere={("new-paper.example", "/"): ok(FRONT)}),
        here("meta-refresh-home", S.REDIRECT_HOME, ok(refresh)),
        here("script-home", S.REDIRECT_HOME, ok(script)),
        Case("front-to-language", S.ALIVE, {"/": redirect("/en/"), "/en/": ok(FRONT)}, "/"),
        sent("error-page", S.SOFT_404, "/errors/404.html", ok(html("The Quay Courier", "<p>We looked everywhere.</p>"))),
        sent("not-found-page", S.SOFT_404, "/not-found", ok(message("Page not found", "Page not found", "Sorry."))),
        sent("redirect-to-404", S.NOT_FOUND, "/gone", ok(html("Not found", "<h1>Not found</h1>"), status=404)),
        sent("moved", S.MOVED, same, ARTICLE, 301),
        sent("moved-308", S.MOVED, same, ARTICLE, 308),
        sent("moved-unverified", S.MOVED_UNVERIFIED, "/2024/02/fishermen-count-herring", ok(other), 301),
        sent("slash", S.ALIVE, f"{DEEP}/", ARTICLE, 301),
        sent("temporary-same", S.ALIVE, same, ARTICLE),
        sent("loop", S.LOOP, "/round", redirect(DEEP)),
        Case("chain-of-five", S.ALIVE, {**chain, "/hop/4": redirect(same), same: ARTICLE}),
        Case("too-many-hops", S.LOOP, endless),
        here("metadata-address", S.UNSAFE_TARGET, redirect("http://169.254.169.254/latest/")),
        here("file-scheme", S.UNSAFE_TARGET, redirect("file:///etc/passwd")),
        Case("parked-elsewhere", S.PARKED, {DEEP: redirect("http://www.hugedomains.com:ZOO/offer")},
             elsewhere={("www.hugedomains.com", "/offer"): ok(offer)}),
    )  # fmt: skip


def _wire() -> tuple[Case, ...]:
    return (
        here("silent", S.TIMEOUT, hangs()),
        here("cut", S.RESET, resets()),
        here("closed-at-once", S.EMPTY_REPLY, sends(b"", then=CLOSED)),
        here("not-http", S.GARBAGE, sends(b"220 mail.zoo.example ready\r\n\r\n", then=CLOSED)),
        here("short-body", S.TRUNCATED, sends(answer(200, b"<p>half", length=9000), then=CLOSED)),
        here("first-503-then-fine", S.SERVER_ERROR, in_turn(ok(html("Busy"), status=503), ARTICLE)),
    )


def _languages() -> tuple[Case, ...]:
    return tuple(
        here(f"soft-404-{language}", S.SOFT_404, ok(message(title, heading, sentence, language)))
        for language, title, heading, sentence in NOT_FOUND
    )


def zoo() -> tuple[Case, ...]:
    """All cases, built anew: behaviours that take turns start afresh."""
    return (*_bodies(), *_statuses(), *_walls(), *_redirects(), *_wire(), *_languages())
