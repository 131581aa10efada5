"""refine(citations): the pairing of listed URLs again, once their pages have been read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citecheck.extract.anchors import find_anchors
from citecheck.extract.blocks import Block, find_blocks
from citecheck.extract.pairing import Paired, SourceText, pair_block
from citecheck.extract.passages import Reader
from citecheck.model import Anchor, AnchorHow, Citation, Document, Publishers, SourceKey

Facts = Mapping[SourceKey, SourceText]


def refine(
    document: Document, citations: Sequence[Citation], facts: Facts, publishers: Publishers
) -> tuple[Citation, ...]:
    """The citations, those of lists of URLs paired again with title, lede and passages of their pages.

    `facts` holds what was read, by source; lists of which nothing was read stay as they are, and so
    does what a person has corrected. The pairing's reason says what changed.
    """
    anchors = find_anchors(document)
    blocks = find_blocks(document, anchors)
    reader = Reader(document, anchors, blocks)
    pages = {each.url: facts[each.source.key] for each in citations if each.source.key in facts}
    again: dict[Anchor, Paired] = {}
    for block in blocks:
        if _read_any(block, pages):
            again |= pair_block(reader, block, blocks, publishers, pages)
    found = {(anchor.span, anchor.url): paired for anchor, paired in again.items()}
    return tuple(_refined(each, found.get((each.span, each.url)), each.url in pages) for each in citations)


def _read_any(block: Block, pages: Mapping[str, SourceText]) -> bool:
    return any(item.anchor.url in pages for item in block.items)


def _refined(citation: Citation, paired: Paired | None, read: bool) -> Citation:
    """The citation with its new pairing, and the reason in words."""
    if paired is None or citation.pairing.how is AnchorHow.CORRECTED:
        return citation
    claim, pairing = paired
    by = "its page" if read else "the other pages of the list"
    before = citation.claim.text if citation.claim else None
    if claim is not None and claim.text == before:
        reason = f"{pairing.reason}; after reading {by} it stays there"
    elif before is None:
        reason = f"{pairing.reason}; found after reading {by}, no sentence before"
    else:
        reason = f"{pairing.reason}; changed after reading {by}, before: “{_short(before)}”"
    return replace(citation, claim=claim, pairing=replace(pairing, reason=reason))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
