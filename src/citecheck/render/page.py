"""What a page shows, worked out before the template: nothing is decided in the template."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import (
    Alternative,
    CitationResult,
    Document,
    DocumentResult,
    Flag,
    HostResult,
    ItemError,
    Severity,
)
from citecheck.render.coverage import Coverage, coverage, is_partly_read, is_read
from citecheck.render.marked import Block, Words, article, matched, unbacked
from citecheck.render.options import RenderOptions, open_flags, worst_first
from citecheck.render.phrases import NEXT_STEPS, link_phrase
from citecheck.render.plain import host_of, plain
from citecheck.render.tones import Tone, tone_of

_WORTH_NAMING = 0.01  # a candidate less likely than this helps nobody


@dataclass(frozen=True, slots=True)
class Card:
    """One citation on a page."""

    anchor: str  # id of the element
    result: CitationResult
    tone: Tone
    flags: tuple[Flag, ...]
    accepted: frozenset[str]  # ids of flags in the baseline
    claim: tuple[Words, ...]
    quotes: tuple[tuple[Words, ...], ...]  # one for each piece of evidence
    claim_in_text: bool
    alternatives: tuple[Alternative, ...]  # other claims it may belong to, worth naming


@dataclass(frozen=True, slots=True)
class Page:
    """One document on a page."""

    prefix: str  # keeps ids of several documents apart
    document: Document
    online: bool
    errors: tuple[ItemError, ...]
    hosts: tuple[HostResult, ...]  # those in trouble
    coverage: Coverage
    severities: tuple[tuple[Severity, int], ...]
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]  # in the order of the document
    triage: tuple[Card, ...]  # those with flags, worst first
    unknowns: tuple[str, ...]  # sentences on what we do not know
    backends: tuple[str, ...]


def page_of(result: DocumentResult, index: int, documents: int, options: RenderOptions) -> Page:
    """The page of one of several documents."""
    prefix = f"d{index + 1}" if documents > 1 else ""
    cards = {item.citation.id: _card(item, prefix, options) for item in result.citations}
    flags = [flag for card in cards.values() for flag in card.flags]
    counts = Counter(flag.severity for flag in flags)
    ordered = [cards[item.citation.id] for item in worst_first(result.citations)]
    return Page(
        prefix=prefix,
        document=result.document,
        online=result.online,
        errors=result.errors,
        hosts=result.hosts,
        coverage=coverage([result]),
        severities=tuple((severity, counts[severity]) for severity in Severity),
        blocks=tuple(article(result.document, result.citations)),
        cards=tuple(cards.values()),
        triage=tuple(card for card in ordered if card.flags),
        unknowns=tuple(_unknowns(result)),
        backends=tuple(_backends(result.citations)),
    )


def _card(result: CitationResult, prefix: str, options: RenderOptions) -> Card:
    claim, verdict = result.citation.claim, result.verdict
    text = claim.text if claim else ""
    return Card(
        anchor=f"{prefix}c{result.citation.n}",
        result=result,
        tone=tone_of(result),
        flags=tuple(open_flags(result)),
        accepted=frozenset(options.accepted),
        claim=tuple(unbacked(text, verdict)),
        quotes=tuple(tuple(matched(item.quote, text, verdict)) for item in verdict.evidence)
        if verdict
        else (),
        claim_in_text=bool(claim and claim.spans),
        alternatives=tuple(
            other
            for other in result.citation.pairing.alternatives
            if other.claim.text != text and other.confidence >= _WORTH_NAMING
        ),
    )


def _unknowns(result: DocumentResult) -> list[str]:
    """What the reader must not conclude from this page, sentence by sentence."""
    found = []
    publication = result.document.publication
    if publication is None:
        found.append("When the document was published is not known, so no source date was held against it.")
    elif publication.window.day is None:
        found.append(
            "The document's day of publication is not known, only the stretch of time given above; "
            "dates are held against that stretch."
        )
    if result.online:
        found += [_unread(item) for item in result.citations if not is_read(item)]
    else:
        found.append("We are offline: what became of the links and what the pages say is not known.")
    guesses = [str(item.citation.n) for item in result.citations if item.citation.pairing.inferred]
    if guesses:
        found.append(
            f"Which passage citation {_listed(guesses)} belongs to was worked out, not marked in the "
            "document. The other candidates are given with each."
        )
    return found


def _unread(item: CitationResult) -> str:
    n, link = item.citation.n, item.link
    if is_partly_read(item):
        return f"Citation {n}: only the open part could be read; the rest may say more."
    words = f"{plain(host_of(item.citation.url))}, {link_phrase(link)}"
    return f"Citation {n} ({words}): nothing could be read. {NEXT_STEPS[link.link_class]}"


def _backends(citations: Sequence[CitationResult]) -> list[str]:
    found = {
        f"{item.verdict.backend.name} {item.verdict.backend.version}" for item in citations if item.verdict
    }
    return sorted(found)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
