"""Every place in a document where a URL is cited: what its format marks, and URLs in its text."""

import re
from collections.abc import Iterator, Sequence

from citecheck.model import Anchor, AnchorHow, Document, Span

_URL = re.compile(r"(?:\b(?:https?|htt?ps?|ttps?|ftps?)://|\bwww\.(?=[^\s.]))[^\s<>\"“”„«»…|\\^`]+", re.I)
_TRAILING = ".,;:!?'’*_~•·–—"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_NOTE_KINDS = frozenset({AnchorHow.FOOTNOTE, AnchorHow.REFERENCE_LIST})


def find_anchors(document: Document) -> tuple[Anchor, ...]:
    """The document's marked links and its bare URLs outside code, in the order of the text.

    A URL that stands in a note is left out where its note's mark already cites it.
    """
    marked = document.anchors
    if marked and all(anchor.how is AnchorHow.GIVEN for anchor in marked):
        return marked
    noted = {anchor.url: anchor.span.start for anchor in marked if anchor.how in _NOTE_KINDS}
    bare = [
        Anchor(span, span.of(document.text), AnchorHow.BARE_URL)
        for span in bare_urls(document.text)
        if not _touches(span, marked) and not _in_code(span, document)
    ]
    free = [anchor for anchor in bare if noted.get(anchor.url, anchor.span.start) >= anchor.span.start]
    return tuple(sorted((*marked, *free), key=lambda anchor: (anchor.span.start, anchor.span.end)))


def bare_urls(text: str) -> Iterator[Span]:
    """Spans of the URLs written out in `text`, without the punctuation that follows them."""
    for match in _URL.finditer(text):
        url = _without_tail(match.group())
        host = url.partition("://")[2] or url
        if len(host.strip("./?#:@-_[](){}")) >= 3:
            yield Span(match.start(), match.start() + len(url))


def _without_tail(url: str) -> str:
    """The URL up to where the sentence goes on: brackets that it does not open, then punctuation."""
    while url:
        last = url[-1]
        unopened = last in _PAIRS and url.count(last) > url.count(_PAIRS[last])
        if last not in _TRAILING and not unopened:
            return url
        url = url[:-1]
    return url


def _in_code(span: Span, document: Document) -> bool:
    return any(code.start <= span.start and span.end <= code.end for code in document.code)


def _touches(span: Span, anchors: Sequence[Anchor]) -> bool:
    return any(anchor.span.start < span.end and span.start < anchor.span.end for anchor in anchors)
