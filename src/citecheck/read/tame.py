"""HTML that no parser should be given as it is: parse time grows with the square of some of its counts.

The HTML standard's algorithm looks through all open elements at most start tags, and through all
attributes of a tag at each further one. Two hundred thousand nested elements take minutes, and a worker
with them.
"""

import re

_TAGS_LOOKED_AT = 10_000  # pages with fewer tags cannot nest deep enough to matter
_DEPTH = 4_000  # open elements; pages people make stay below a hundred
_TAG_LENGTH = 16_000  # characters of one tag above which its attributes are counted
_ATTRIBUTES = 1_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9-]{{0,30}})[\s/][^>]{{{_TAG_LENGTH},}}>?")
_NOT_NESTING = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
        ),
        *(
            "wbr",
            "p",
            "li",
            "option",
            "dd",
            "dt",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
        ),  # closed by the next one
        *("path", "use", "circle", "rect", "line", "polygon", "g"),
    }
)


def tame(html: str) -> str:
    """`html`, cut where it nests deeper than any page does, and without attributes of tags that have
    more than any tag does. Pages that people make come back as they are."""
    if _may_hold_long_tag(html):
        html = _LONG_TAG.sub(_shorn, html)
    if html.count("<") > _TAGS_LOOKED_AT:
        html = html[: _too_deep(html)]
    return html


def _may_hold_long_tag(html: str) -> bool:
    """Whether some stretch has no end of a tag: a tag too long covers one of these windows as a whole."""
    window = _TAG_LENGTH // 2
    starts = range(0, len(html) - window + 1, window)
    return any(html.find(">", start, start + window) < 0 for start in starts)


def _shorn(match: re.Match[str]) -> str:
    tag = match.group()
    return tag if len(tag.split(None, _ATTRIBUTES)) <= _ATTRIBUTES else f"<{match.group(1)}>"


def _too_deep(html: str) -> int | None:
    """Where the nesting exceeds its limit, None where it never does."""
    depth = 0
    for match in _TAG.finditer(html):
        closing, name = match.groups()
        if name.lower() in _NOT_NESTING:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > _DEPTH:
            return match.start()
    return None
