"""Who stands between us and the page: vendors of bot walls, told by headers, status and markup."""

from collections.abc import Callable

from citecheck.classify.wordings import says_challenge, shows_challenge
from citecheck.model import Hop, PageFacts

_REFUSALS = frozenset({401, 403, 405, 406, 418, 429, 503})
LITTLE = 1_500  # visible characters; a challenge shows no more
LITTLE_RUNNING = 600
FEW_LINKS = 6  # a challenge leads nowhere else
SHORT = 300  # characters of running text; what stands around a captcha
WORDLESS = 60  # visible characters; a page with so few says nothing itself


def _has(name: str) -> Callable[[Hop], bool]:
    return lambda hop: hop.header(name) is not None


def _refuses(hop: Hop) -> bool:
    return hop.status in _REFUSALS


def _begins(prefix: str) -> Callable[[Hop], bool]:
    return lambda hop: _refuses(hop) and any(name.lower().startswith(prefix) for name, _ in hop.headers)


def _server(name: str) -> Callable[[Hop], bool]:
    return lambda hop: hop.status == 403 and name in (hop.header("server") or "").lower()


# (vendor, what in the final response gives it away, whatever its body says)
BY_HEADERS: tuple[tuple[str, Callable[[Hop], bool]], ...] = (
    ("Cloudflare", _has("cf-mitigated")),
    ("Vercel", lambda hop: (hop.header("x-vercel-mitigated") or "") in {"challenge", "deny"}),
    ("AWS WAF", _has("x-amzn-waf-action")),
    ("DataDome", lambda hop: _refuses(hop) and hop.header("x-datadome") is not None),
    ("DataDome", lambda hop: _refuses(hop) and hop.header("x-dd-b") is not None),
    ("HUMAN (PerimeterX)", _begins("x-px-")),
    ("Kasada", _begins("x-kpsdk-")),
    ("Sucuri", _has("x-sucuri-block")),
    ("SiteGround", _has("sg-captcha")),
    ("Akamai", _server("akamaighost")),
    ("DDoS-Guard", _server("ddos-guard")),
    ("LinkedIn", lambda hop: hop.status == 999),
)


def bot_wall(hop: Hop | None, facts: PageFacts | None) -> str | None:
    """The vendor whose wall answered, "a bot check" where it has no name, None where none did."""
    if hop is not None:
        vendor = next((name for name, gives_away in BY_HEADERS if gives_away(hop)), None)
        if vendor is not None:
            return vendor
    refused = hop is not None and hop.status in _REFUSALS
    if refused and facts is not None and shows_challenge(*facts.statements):
        return "a bot check"
    if facts is None or facts.visible_length > LITTLE or facts.running_length > LITTLE_RUNNING:
        return None
    if facts.article_marked and facts.running_length >= SHORT:
        return None
    named = sorted(mark.partition(":")[2] for mark in facts.markers if mark.startswith("challenge:"))
    if named:
        return named[0]
    alone = facts.links < FEW_LINKS  # a story about such checks stands on a site
    said = says_challenge(facts.title, *facts.headings) or shows_challenge(*facts.statements)
    if said and (refused or (alone and not facts.article_marked)):
        return "a bot check"
    suspects = sorted(mark.partition(":")[2] for mark in facts.markers if mark.startswith("suspect:"))
    if suspects and (refused or facts.visible_length < WORDLESS):
        return suspects[0]
    captcha = "captcha" in facts.markers and (refused or (alone and facts.running_length < SHORT))
    return "a captcha" if captcha and not facts.article_marked else None
