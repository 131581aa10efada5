"""extract(document) -> Citations: every URL it cites, with the claim each is there to support."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from citecheck.extract.anchors import find_anchors
from citecheck.extract.blocks import Block, find_blocks
from citecheck.extract.claims import claim_at
from citecheck.extract.pairing import Paired, pair_block
from citecheck.extract.passages import Reader
from citecheck.model import (
    Anchor,
    AnchorHow,
    Citation,
    CitationId,
    Claim,
    Document,
    HostKey,
    Pairing,
    Publishers,
    Source,
    SourceKey,
)
from citecheck.text import Lines
from citecheck.urls import BadUrl, make_source

NO_HOST = HostKey("invalid:0")  # of a source whose URL cannot be fetched
_CONFIDENCE = {
    AnchorHow.ANCHOR: 0.97,
    AnchorHow.FOOTNOTE: 0.95,
    AnchorHow.REFERENCE_LIST: 0.9,
    AnchorHow.BARE_URL: 0.9,
    AnchorHow.GIVEN: 1.0,
}
_REASON = {
    AnchorHow.ANCHOR: "the linked words stand in this sentence",
    AnchorHow.FOOTNOTE: "the note's mark stands at this sentence",
    AnchorHow.REFERENCE_LIST: "the number of the list's entry stands at this sentence",
    AnchorHow.BARE_URL: "the URL stands in or right after this sentence",
    AnchorHow.GIVEN: "as the input gives it",
}


def extract(document: Document, publishers: Publishers) -> tuple[Citation, ...]:
    """The document's citations in the order of the text; empty when it cites nothing.

    A URL that cannot be fetched is a citation too: its source has the URL as its key and NO_HOST.
    """
    anchors = find_anchors(document)
    if not anchors:
        return ()
    blocks = find_blocks(document, anchors)
    reader = Reader(document, anchors, blocks)
    paired = _paired_lists(reader, blocks, publishers)
    marks = [anchor for anchor in anchors if anchor not in paired]
    places = {anchor: reader.at(anchor.span.start) for anchor in marks}
    sharing: dict[int | None, list[Anchor]] = defaultdict(list)
    for anchor, index in places.items():
        sharing[index].append(anchor)
    for anchor, index in places.items():
        paired[anchor] = _at_mark(reader, anchor, index, sharing[index])
    return _numbered(document, [(anchor, *paired[anchor]) for anchor in anchors], publishers)


def source_of(url: str, publishers: Publishers) -> Source:
    """The source that `url` cites; for a bad URL one that says so."""
    made = make_source(url, publishers)
    if isinstance(made, BadUrl):
        return Source(key=SourceKey(url), url=url, host=NO_HOST, publisher=None)
    return made


def _paired_lists(reader: Reader, blocks: Sequence[Block], publishers: Publishers) -> dict[Anchor, Paired]:
    paired: dict[Anchor, Paired] = {}
    for block in blocks:
        paired |= pair_block(reader, block, blocks, publishers, {})
    return paired


def _at_mark(reader: Reader, anchor: Anchor, index: int | None, others: Sequence[Anchor]) -> Paired:
    pairing = Pairing(anchor.how, _CONFIDENCE.get(anchor.how, 0.9), False, (), _REASON.get(anchor.how, ""))
    if anchor.how is AnchorHow.GIVEN:
        claim = Claim(anchor.claim, (), heading=reader.title) if anchor.claim else None
        return claim, pairing
    if index is None:
        return None, Pairing(anchor.how, 0.0, True, (), "the document has no sentence for this URL")
    return claim_at(reader, index, anchor, others), pairing


def _numbered(
    document: Document, found: Sequence[tuple[Anchor, Claim | None, Pairing]], publishers: Publishers
) -> tuple[Citation, ...]:
    seen: Counter[str] = Counter()
    lines = Lines(document.text) if document.text_is_file else None
    citations = []
    for n, (anchor, claim, pairing) in enumerate(found, start=1):
        seen[anchor.url] += 1
        citations.append(
            Citation(
                id=_id(document, anchor.url, seen[anchor.url]),
                document_id=document.id,
                n=n,
                url=anchor.url,
                source=source_of(anchor.url, publishers),
                span=anchor.span,
                claim=claim,
                pairing=pairing,
                place=anchor.place or (lines.place(anchor.span.start) if lines else None),
            )
        )
    return tuple(citations)


def _id(document: Document, url: str, occurrence: int) -> CitationId:
    identity = f"{document.id}\n{url}\n{occurrence}".encode("utf-8", "surrogatepass")
    return CitationId("c" + hashlib.sha256(identity).hexdigest()[:16])
