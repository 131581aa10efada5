"""suggest(...): a better address for a citation, where the capture or the publisher's row names one."""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from citecheck.classify.places import Place, place, same_place, share
from citecheck.model import (
    LinkClass,
    LinkState,
    LinkStatus,
    PageFacts,
    Publisher,
    Suggestion,
    SuggestionKind,
)

SAME = 0.6  # share of the cited slug's words that make another address the same document
_FAILED = frozenset({LinkClass.GONE, LinkClass.TRANSIENT})


@dataclass(frozen=True, slots=True)
class SuggestContext:
    """What a suggestion may rest on besides the link's state."""

    facts: PageFacts | None = None
    publisher: Publisher | None = None
    twin_alive: bool = False  # the same address over https was seen alive


def suggest(url: str, link: LinkStatus, context: SuggestContext) -> Suggestion | None:
    """A better link for the cited `url`; the surest kind first. None where the cited one is as good."""
    cited = place(url)
    if cited is None:
        return None
    if link.link_class in _FAILED:
        return _by_publisher(cited, context.publisher)
    if link.link_class is not LinkClass.ALIVE:
        return None
    final = place(link.final_url) if link.final_url else None
    return (
        _moved(link, final)
        or _https(cited, final, link, context)
        or _canonical(cited, final or cited, link, context)
    )


def _moved(link: LinkStatus, final: Place | None) -> Suggestion | None:
    if link.state is not LinkState.MOVED or final is None or final.is_front or final.is_section:
        return None
    reason = "The page was moved there for good, under the same title or address."
    return Suggestion(final.url, SuggestionKind.MOVED, reason, link.similarity)


def _https(cited: Place, final: Place | None, link: LinkStatus, context: SuggestContext) -> Suggestion | None:
    if not cited.url.lower().startswith("http://"):
        return None
    if final is not None and final.url.startswith("https://") and same_place(cited, final):
        reason = "The site answers the cited address over https."
        return Suggestion(final.url, SuggestionKind.HTTPS, reason, link.similarity)
    if context.twin_alive:
        reason = "The same address answers over https."
        return Suggestion("https://" + cited.url[7:], SuggestionKind.HTTPS, reason, None)
    return None


def _canonical(cited: Place, final: Place, link: LinkStatus, context: SuggestContext) -> Suggestion | None:
    """The page's own address, where it is another deep address of the same document and publisher."""
    facts = context.facts
    named = place(facts.canonical) if facts is not None and facts.canonical else None
    if named is None or named.is_front or named.is_section or cited.is_front:
        return None
    if not _same_house(final, named, context.publisher) or (
        same_place(cited, named) and cited.host == named.host
    ):
        return None
    if cited.slug and share(cited.slug, named.slug) < SAME and not same_place(cited, named):
        return None  # some sites name one address for all their pages
    reason = "The page itself gives this as its address."
    return Suggestion(named.url, SuggestionKind.CANONICAL, reason, link.similarity)


def _same_house(one: Place, other: Place, publisher: Publisher | None) -> bool:
    domains = frozenset(publisher.domains) if publisher is not None else frozenset[str]()
    return one.domain == other.domain or {one.domain, other.domain} <= domains


def _by_publisher(cited: Place, publisher: Publisher | None) -> Suggestion | None:
    """Where the publisher's pages of this host went, as config/sources.toml has it."""
    moves = publisher.moves if publisher is not None else ()
    move = next((one for one in moves if one.origin == cited.host), None)
    if move is None or publisher is None:
        return None
    parts = urlsplit(cited.url)
    if move.mode == "same_path":
        target = urlunsplit(("https", move.target, parts.path, parts.query, parts.fragment))
        reason = (
            f"{publisher.name} moved its pages from {move.origin} to {move.target}, under the same paths."
        )
    else:
        target = f"https://{move.target}/"
        reason = (
            f"{publisher.name} gave up {move.origin} for {move.target}; look for the page there, its path "
            "may be another."
        )
    return Suggestion(target, SuggestionKind.MOVED, reason, None)
