"""What an HTML document says about itself: title, language, publication date, base URL."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

_PUBLISHED = (
    'meta[property="article:published_time"]',
    'meta[name="article:published_time"]',
    'meta[property="og:article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="datePublished"]',
    'meta[name="publish-date"]',
    'meta[name="pubdate"]',
    'meta[name="parsely-pub-date"]',
    'meta[name="sailthru.date"]',
    'meta[name="dc.date.issued"]',
    'meta[name="DC.date.issued"]',
    'meta[name="dcterms.created"]',
    'meta[name="date"]',
)
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")
_LANGUAGE = re.compile(r"\s*([a-zA-Z]{2})(?:[-_]|\s*$)")


@dataclass(frozen=True, slots=True)
class Head:
    """Facts from head, html element and JSON-LD."""

    title: str | None
    language: str | None
    published: date | None
    published_where: str
    base: str | None


def read_head(tree: LexborHTMLParser) -> Head:
    """Title (the h1 that appears in the head's titles, else those), language, date, base."""
    published, where = _published(tree)
    html = tree.css_first("html")
    base = tree.css_first("base[href]")
    return Head(
        title=_title(tree),
        language=_language(html.attributes.get("lang") if html else None),
        published=published,
        published_where=where,
        base=base.attributes.get("href") if base else None,
    )


def _title(tree: LexborHTMLParser) -> str | None:
    graph = tree.css_first('meta[property="og:title"]')
    heads = [
        _folded(graph.attributes.get("content") if graph else None),
        _folded(node.text() if (node := tree.css_first("head title")) else None),
    ]
    tops = [_folded(node.text()) for node in tree.css("h1")[:5]]
    for top in tops:
        if top and any(top.lower() in head.lower() for head in heads):
            return top
    return next((title for title in (*heads, *tops) if title), None)


def _published(tree: LexborHTMLParser) -> tuple[date | None, str]:
    for selector in _PUBLISHED:
        node = tree.css_first(selector)
        day = _day(node.attributes.get("content") if node else None)
        if day:
            return day, selector
    for value in _json_ld_dates(tree):
        day = _day(value)
        if day:
            return day, "datePublished in JSON-LD"
    node = tree.css_first("time[pubdate], time[itemprop=datePublished]")
    day = _day(node.attributes.get("datetime") if node else None)
    return day, "time element" if day else ""


def _json_ld_dates(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            yield from _dates_in(json.loads(node.text()), 0)
        except (ValueError, RecursionError):
            continue


def _dates_in(value: object, depth: int) -> Iterator[str]:
    """datePublished values, outermost first, a few levels deep."""
    if depth > 4:
        return
    if isinstance(value, dict):
        found = value.get("datePublished")
        if isinstance(found, str):
            yield found
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _dates_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:50]:
            yield from _dates_in(inner, depth + 1)


def _day(written: str | None) -> date | None:
    match = _DAY.match(written or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _language(written: str | None) -> str | None:
    match = _LANGUAGE.match(written or "")
    return match[1].lower() if match else None


def _folded(written: str | None) -> str:
    return " ".join((written or "").split())
