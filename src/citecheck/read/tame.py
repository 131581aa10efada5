"""HTML that no parser should be given as it is: parse time grows with the square of some of its counts.

The HTML standard's algorithm looks through all open elements at most tags, and through all attributes of
a tag at each further one. Two hundred thousand nested elements take minutes, and a worker with them. So
what no page has is cut: tags beyond a number, depth beyond a number, and depth times tags, which is what
parsing costs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

_TAGS_LOOKED_AT = 10_000  # pages with fewer tags cannot nest deep enough to matter
_TAGS = 200_000
_DEPTH = 4_000  # open elements; pages people make stay below a hundred
_WORK = 10_000_000  # open elements looked through, over all tags: fifty at each of 200,000 tags
_OPTIONS_A_STEP = 10  # each option has its parser look through all before it, ten in the time of one element
_TAG_LENGTH = 4_000  # characters of one tag from which its attributes are counted
_ATTRIBUTES = 300
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})")
_TAG_START = re.compile(r"<[a-zA-Z][^\s/>]{0,30}")
# As the standard reads them: a quoted value may hold anything. Nothing is tried twice.
_ATTRIBUTE = re.compile(r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+""")
# fmt: off
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "frame", "keygen", "basefont",
])
# fmt: on
_FOREIGN = ("svg", "math")  # within them any element may stay open
# What a start tag closes where it stands at the end of what is open.
_CLOSES = {
    "p": ("p",),
    "li": ("p", "li"),
    "dd": ("p", "dd", "dt"),
    "dt": ("p", "dd", "dt"),
    "option": ("option",),
    "tr": ("p", "td", "th", "tr"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "thead": ("p", "td", "th", "tr", "thead", "tbody"),
    "tbody": ("p", "td", "th", "tr", "thead", "tbody"),
}


def tame(html: str) -> str:
    """`html`, cut where it has more tags or nests deeper than any page does, and without attributes of tags
    that have more than any tag does. Pages that people make come back as they are."""
    if any(_windows(html)):
        html = "".join(_shorn(html))
    if html.count("<") > _TAGS_LOOKED_AT:
        html = html[: _end_of_reason(html)]
    return html


def _windows(html: str, after: int = 0) -> Iterator[int]:
    """Where stretches begin that have no end of a tag: a tag too long covers one of them as a whole."""
    window = _TAG_LENGTH // 2
    starts = range(after + window, len(html) - window + 1, window)
    return (start for start in starts if html.find(">", start, start + window) < 0)


def _shorn(html: str) -> Iterator[str]:
    """The pieces of `html`, tags with too many attributes without them."""
    kept = place = 0
    while (inside := next(_windows(html, place), None)) is not None:
        before = html.rfind(">", place, inside) + 1 or place
        place = html.find(">", inside) + 1 or len(html)
        tag = _tag_in(html, before, place)
        if tag is not None and place - tag.start() >= _TAG_LENGTH and _overloaded(html, tag.end(), place):
            yield html[kept : tag.start()] + tag[0] + ">"
            kept = place
    yield html[kept:]


def _tag_in(html: str, before: int, end: int) -> re.Match[str] | None:
    """The start tag that a stretch without ">" belongs to: the one it begins within, where the ">" before
    it stands in a quoted value, else the first that begins in it."""
    for quote in "\"'":
        opening = html.rfind(quote, 0, before)
        if opening > 0 and html[max(0, opening - 20) : opening].rstrip().endswith("="):
            start = html.rfind("<", 0, opening)
            if start >= 0 and (match := _TAG_START.match(html, start)):
                return match
    return _TAG_START.search(html, before, end)


def _overloaded(html: str, start: int, end: int) -> bool:
    attributes = islice(_ATTRIBUTE.finditer(html, start, end), _ATTRIBUTES + 1)
    return sum(1 for _ in attributes) > _ATTRIBUTES


def _end_of_reason(html: str) -> int | None:
    """Where tags, nesting or both together exceed their limits, None where they never do."""
    stack: list[str] = []
    count: Counter[str] = Counter()
    work = options = 0
    for number, match in enumerate(_TAG.finditer(html), start=1):
        closing, name = match[1], match[2].lower()
        work += len(stack)
        if name == "option":
            options += 1
            work += options // _OPTIONS_A_STEP
        if number > _TAGS or work > _WORK or len(stack) > _DEPTH:
            return match.start()
        if closing:
            if count[name]:
                while _close(stack, count) != name:
                    pass
        elif any(count[one] for one in _FOREIGN):
            if not _closes_itself(html, match.end()):
                _open(name, stack, count)
        elif name not in _VOID:
            for closed in _CLOSES.get(name, ()):
                if stack and stack[-1] == closed:
                    _close(stack, count)
            _open(name, stack, count)
    return None


def _open(name: str, stack: list[str], count: Counter[str]) -> None:
    stack.append(name)
    count[name] += 1


def _close(stack: list[str], count: Counter[str]) -> str:
    name = stack.pop()
    count[name] -= 1
    return name


def _closes_itself(html: str, place: int) -> bool:
    return html[html.find(">", place) - 1] == "/"
