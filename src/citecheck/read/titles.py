"""The title of a page: the heading that page and metadata agree on."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citecheck.read.page import Page, folded, meta_content

_SPLIT = re.compile(r"\s+[|–—·•»«/-]\s+|\s*\|\s*|\s+::?\s+|\s·\s")
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}
)
_HEADINGS = 12  # of one level that are looked at
_LONGEST = 300  # characters: a longer heading is a paragraph
_SHORTEST = 3
_MARKED = (
    "[itemprop=headline], .entry-title, .post-title, .article-title, .headline, .page-title, "
    "[class*=article__title], [class*=article-headline]"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the head of a page calls it."""

    heads: tuple[str, ...]  # og:title, twitter:title, title and headlines, plain, in order of trust
    headlines: tuple[str, ...]  # JSON-LD headlines, plain
    sites: frozenset[str]  # what the site calls itself, plain


def plain(text: str) -> str:
    """For comparing: one kind of quote and dash, soft hyphens out, lower case."""
    return folded(html.unescape(text).translate(_PLAIN).replace("\xad", "")).casefold()


def _named(page: Page) -> _Named:
    headlines = [node["headline"] for node in page.nodes[:50] if isinstance(node.get("headline"), str)]
    told = [
        meta_content(page, "og:title"),
        meta_content(page, "twitter:title"),
        _title_element(page),
    ]
    heads = tuple(text for text in map(plain, told) if text)
    sites = {plain(meta_content(page, "og:site_name")), plain(meta_content(page, "application-name"))}
    for head in heads:
        parts = _SPLIT.split(head)
        if len(parts) > 1 and len(parts[-1]) <= 40:
            sites.add(parts[-1])
    label = page.host.removeprefix("www.").split(".")[0]
    sites |= {page.host, page.host.removeprefix("www."), label}
    return _Named(heads, tuple(plain(str(text)) for text in headlines if text), frozenset(sites - {""}))


def _title_element(page: Page) -> str:
    node = page.tree.css_first("head > title") or page.tree.css_first("title")
    return folded(node.text()) if node else ""


def _headings(page: Page, selector: str) -> Iterator[str]:
    for node in page.tree.css(selector)[:_HEADINGS]:
        text = folded(node.text())
        if _SHORTEST <= len(text) <= _LONGEST:
            yield text


def _agreement(heading: str, named: _Named) -> int:
    """How well the page's head bears a heading out: 0 not at all, higher is better."""
    text = plain(heading)
    if text in named.sites:
        return 0
    if text in named.headlines:
        return 5
    if text in named.heads:
        return 4
    if any(head.startswith(text) for head in named.heads):
        return 3
    if any(text in head for head in named.heads):
        return 2
    return 0


def _best(headings: Sequence[str], named: _Named) -> tuple[int, str]:
    """The heading that agrees best; of equals the first."""
    scored = [(_agreement(heading, named), heading) for heading in headings]
    return max(scored, key=lambda pair: pair[0], default=(0, ""))


def title_of(page: Page) -> str | None:
    """The page's title, None where it has none.

    An h1 that the page's head repeats; else an h2 or marked heading that it repeats; else the part of a
    longer h1 that the head gives as the title; else a lone h1; else what the head says, without the
    site's name.
    """
    named = _named(page)
    first = list(_headings(page, "h1"))
    score, heading = _best(first, named)
    if score >= 2:
        return heading
    inner = _inner(first, page, named)
    if inner:
        return inner
    score, heading = _best([*_headings(page, _MARKED), *_headings(page, "h2")], named)
    if score >= 3:
        return heading
    lone = [heading for heading in first if plain(heading) not in named.sites]
    head = meta_content(page, "og:title") or _title_element(page)
    if lone and (not head or _related(lone[0], head) or len(lone) == 1):
        return lone[0]
    return without_site(head, named.sites) or (first[0] if first else None)


def _related(heading: str, head: str) -> bool:
    """Whether two wordings share most of their words."""
    one, other = set(plain(heading).split()), set(plain(head).split())
    return len(one & other) * 2 >= min(len(one), len(other))


def _inner(headings: Sequence[str], page: Page, named: _Named) -> str | None:
    """The title at the end of a heading that begins with a kicker ("Local news | ...")."""
    told = [str(node["headline"]) for node in page.nodes[:50] if isinstance(node.get("headline"), str)]
    told.append(without_site(meta_content(page, "og:title"), named.sites))
    for heading in headings:
        for text in filter(None, map(folded, told)):
            if len(text) > 12 and plain(heading) != plain(text) and plain(heading).endswith(plain(text)):
                return heading[-len(text) :] if plain(heading[-len(text) :]) == plain(text) else text
    return None


def without_site(head: str, sites: frozenset[str]) -> str:
    """`head` without the site's name at its end or beginning."""
    text = folded(html.unescape(head))
    parts = list(_SPLIT.finditer(text))
    if parts and plain(text[parts[-1].end() :]) in sites:
        text = text[: parts[-1].start()]
    elif parts and plain(text[: parts[0].start()]) in sites:
        text = text[parts[0].end() :]
    return text.strip()
