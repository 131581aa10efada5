"""An HTML page, parsed once: everything that reads it shares this."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)\s*+;?+\s*+$"
)
# Half of an escaped character beyond the first plane: no text that can be stored or shown.
_LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|"
    r"(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_NODES = 400  # JSON-LD objects looked at
_DEPTH = 12
_SCRIPT = 500_000  # characters of one JSON-LD block that are read
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"]


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its element tree (scripts and styles taken out) and its JSON-LD objects."""

    tree: LexborHTMLParser
    html: str
    url: str
    nodes: tuple[Mapping[str, object], ...]  # every JSON-LD object, @graph and nesting undone, in order
    loose_json: str  # JSON-LD blocks that are not JSON, for what can still be picked out

    @property
    def host(self) -> str:
        """The host name of the page's address, lower case, "" without one."""
        try:
            return urlsplit(self.url).hostname or ""
        except ValueError:
            return ""

    @property
    def language(self) -> str | None:
        """The language that the page declares, as written ("en-GB")."""
        root = self.tree.css_first("html")
        declared = attribute(root, "lang") or attribute(root, "xml:lang") if root else ""
        return declared or meta_content(self, "content-language") or meta_content(self, "og:locale") or None


def parse_page(html: str, url: str) -> Page:
    """Parse `html`. The parser builds a tree of anything, as browsers do."""
    tree = LexborHTMLParser(html)
    nodes: list[Mapping[str, object]] = []
    loose: list[str] = []
    for script in tree.css('script[type*="ld+json" i]'):
        block = script.text()[:_SCRIPT]
        parsed = _parsed(block)
        if parsed is None:
            loose.append(block)
        else:
            nodes.extend(_flat(parsed, 0))
        if len(nodes) > _NODES:
            break
    tree.strip_tags(_UNSEEN)
    return Page(tree, html, url, tuple(nodes[:_NODES]), "\n".join(loose))


def _parsed(block: str) -> object | None:
    """The JSON of a block, forgiving comment marks, raw line breaks and a trailing semicolon."""
    for text in (block, _COMMENT.sub("", _COMMENT.sub("", block)).strip().rstrip(";")):
        try:
            value: object = json.loads(_LONE.sub(r"\\ufffd", text), strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _flat(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    """Every object within `value`, outer ones first."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value[:_NODES]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, list | dict):
                yield from _flat(inner, depth + 1)


def types_of(node: Mapping[str, object]) -> frozenset[str]:
    """The schema.org types of a JSON-LD object, lower case, without their prefix."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rpartition("/")[2].lower() for kind in listed if isinstance(kind, str))


def attribute(node: LexborNode | None, name: str) -> str:
    """The attribute's value without outer white space, "" where there is none."""
    return ((node.attributes.get(name) if node else None) or "").strip()


def meta_content(page: Page, name: str) -> str:
    """The content of the first meta element of this name or property that has one."""
    quoted = f'meta[name="{name}" i], meta[property="{name}" i], meta[http-equiv="{name}" i]'
    return next((text for node in page.tree.css(quoted) if (text := attribute(node, "content"))), "")


def folded(text: str) -> str:
    """`text` with each run of white space as one space."""
    return " ".join(text.split())
