"""Where in a page the article stands: trafilatura says what it reads, the tree says where that is."""

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PARTS = "p, li, blockquote, h1, h2, h3, td, dd"
_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "dialog"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|social|newsletter|subscribe|promo|advert\w*|ads?|"
    r"cookie\w*|related|recommended|comments?|sidebar|banner|pagination|byline-links|tags?|toolbar|popup)(?:$|[\s_-])",
    re.I,
)
_NOTES = re.compile(r"foot-?notes?|references|reflist|endnotes?|bibliograph|citations?|sources", re.I)
_SPACE = re.compile(r"\s+")
_ENOUGH = 0.8  # of what trafilatura read must stand inside the article's element
_SHORT = 40  # characters; shorter pieces do not place the article


def article_root(tree: LexborHTMLParser, markup: str) -> LexborNode | None:
    """The smallest element that holds nearly all that trafilatura reads as the article, else the body.

    The whole element is taken, not only what trafilatura kept: a dropped paragraph would lose its
    citations. Notes at the page's foot are in by their marks wherever they stand.
    """
    import trafilatura  # when it is called: starting takes less where only workers read

    body = tree.body or tree.root
    if body is None:
        return None
    read = _SPACE.sub("", trafilatura.extract(markup, favor_recall=True, include_comments=False) or "")
    parts = [node for node in body.css(_PARTS) if len(node.text(strip=True)) >= _SHORT]
    kept = [node for node in parts if _SPACE.sub("", node.text())[:200] in read]
    everything = sum(len(node.text(strip=True)) for node in body.css("p, li, blockquote"))
    if not kept or sum(len(node.text(strip=True)) for node in kept) < 0.25 * everything:
        return _main(body)
    return _holder(kept, body)


def is_furniture(node: LexborNode) -> bool:
    """Whether an element is navigation, sharing, advertising and the like rather than article."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _NOTES.search(names):
        return False
    if node.tag in _FURNITURE_TAGS or attributes.get("role") in {"navigation", "complementary", "dialog"}:
        return True
    if "hidden" in attributes or node.tag in {"article", "main", "body", "html", "p"}:
        return "hidden" in attributes
    return (
        bool(names.strip()) and bool(_FURNITURE.search(names)) and node.tag not in {"a", "span", "sup", "em"}
    )


def prose(node: LexborNode) -> int:
    """How many characters of paragraphs the element holds."""
    return sum(len(part.text(strip=True)) for part in node.css("p, blockquote"))


def _main(body: LexborNode) -> LexborNode:
    """Without trafilatura's help: the one article or main element, else the body."""
    for selector in ("article", "main", "[role=main]"):
        found = body.css(selector)
        if len(found) == 1 and len(found[0].text(strip=True)) > 0.3 * len(body.text(strip=True)):
            return found[0]
    return body


def _holder(kept: list[LexborNode], body: LexborNode) -> LexborNode:
    """The deepest element that holds enough of the kept pieces, by characters."""
    weights: Counter[int] = Counter()
    nodes: dict[int, tuple[int, LexborNode]] = {}
    total = 0
    for piece in kept:
        weight = len(piece.text(strip=True))
        total += weight
        for depth, node in enumerate(reversed(_above(piece))):
            weights[node.mem_id] += weight
            nodes[node.mem_id] = (depth, node)
    enough = [nodes[key] for key, weight in weights.items() if weight >= _ENOUGH * total]
    return max(enough, key=lambda found: found[0])[1] if enough else body


def _above(node: LexborNode) -> list[LexborNode]:
    """The element's ancestors, nearest first."""
    found = []
    parent = node.parent
    while parent is not None and parent.tag not in {"-document", "html"}:
        found.append(parent)
        parent = parent.parent
    return found
