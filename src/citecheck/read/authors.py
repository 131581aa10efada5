"""Who wrote a page, as its markup says."""

import re
from collections.abc import Iterator, Mapping

from citecheck.read.page import Page, attribute, folded, types_of

_ARTICLES = re.compile(r"article|posting|report|webpage|creativework|book|review")
_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "byl",
)
_BYLINES = "[rel~=author], [itemprop~=author], .byline, .author-name, .author"
_LEADING = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|od|piše|autor(?:in)?|author|text|auteur|автор|пише)\b[:\s]+",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"https?:|www\.|@|^admin$|^(?:redaktion|editor|staff|administrator|unknown)$|\d{4}|\|", re.I
)
_MOST = 10  # names


def authors_of(page: Page) -> tuple[str, ...]:
    """Names in the order given: JSON-LD's, else the meta elements', else the visible byline's."""
    for source in (_stated(page), _metas(page), _bylines(page)):
        names = list(dict.fromkeys(filter(None, map(_name, source))))
        if names:
            return tuple(names[:_MOST])
    return ()


def _stated(page: Page) -> Iterator[str]:
    for node in page.nodes:
        if any(map(_ARTICLES.search, types_of(node))):
            yield from _people(node.get("author") or node.get("creator"), page)


def _people(value: object, page: Page) -> Iterator[str]:
    """Names within an author value: a string, an object, or a list of either."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value[:_MOST]:
            if not isinstance(item, list):
                yield from _people(item, page)
    elif isinstance(value, Mapping):
        name = value.get("name")
        if name is None and isinstance(value.get("@id"), str):
            name = next(
                (n.get("name") for n in page.nodes if n.get("@id") == value["@id"] and n.get("name")), None
            )
        for one in name if isinstance(name, list) else [name]:
            if isinstance(one, str):
                yield one


def _metas(page: Page) -> Iterator[str]:
    wanted = frozenset(_METAS)
    for node in page.tree.css("meta[content]"):
        if (attribute(node, "name") or attribute(node, "property")).lower() in wanted:
            yield attribute(node, "content")


def _bylines(page: Page) -> Iterator[str]:
    for node in page.tree.css(_BYLINES)[:_MOST]:
        inner = node.css_first("[itemprop=name]")
        yield (inner or node).text(separator=" ")


def _name(text: str) -> str | None:
    name = _LEADING.sub("", folded(text)).strip(" ,;:–-")
    return name if 2 < len(name) <= 60 and not _NOT_NAMES.search(name) else None
