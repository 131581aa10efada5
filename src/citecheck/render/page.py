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
from citecheck.render.listed import Shared, flagged, is_link_list
from citecheck.render.marked import Block, Words, article, matched, unbacked
from citecheck.render.options import RenderOptions, open_flags
from citecheck.render.phrases import NEXT_STEPS, link_phrase, offline_words
from citecheck.render.plain import host_of, plain, without_scheme
from citecheck.render.tones import Tone, tone_of

_NAME = 60  # characters of an address
_WORTH_NAMING = 0.01  # a candidate less likely than this helps nobody


@dataclass(frozen=True, slots=True)
class Card:
    """One citation on a page."""

    anchor: str  # id of the element
    result: CitationResult
    name: str  # what tells it from the others: its host, in a list of links its address
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
    offline: str  # what that means, where we are
    errors: tuple[ItemError, ...]
    hosts: tuple[HostResult, ...]  # those in trouble
    coverage: Coverage
    severities: tuple[tuple[Severity, int], ...]
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]  # in the order of the document
    triage: tuple[tuple[Card, tuple[Flag, ...]], ...]  # those with flags of their own, worst first
    shared: tuple[Shared, ...]  # flags of no weight that many links of a list have
    unknowns: tuple[str, ...]  # sentences on what we do not know
    backends: tuple[str, ...]


def page_of(result: DocumentResult, index: int, documents: int, options: RenderOptions) -> Page:
    """The page of one of several documents."""
    prefix = f"d{index + 1}" if documents > 1 else ""
    listed = is_link_list(result)
    cards = {item.citation.id: _card(item, prefix, listed, options) for item in result.citations}
    flags = [flag for card in cards.values() for flag in card.flags]
    counts = Counter(flag.severity for flag in flags)
    found = flagged(result, options)
    return Page(
        prefix=prefix,
        document=result.document,
        online=result.online,
        offline=offline_words(result),
        errors=result.errors,
        hosts=result.hosts,
        coverage=coverage([result]),
        severities=tuple((severity, counts[severity]) for severity in Severity),
        blocks=tuple(article(result.document, result.citations)),
        cards=tuple(cards.values()),
        triage=tuple((cards[item.citation.id], own) for item, own in found.single),
        shared=found.shared,
        unknowns=tuple(_unknowns(result)),
        backends=tuple(_backends(result.citations)),
    )


def _card(result: CitationResult, prefix: str, listed: bool, options: RenderOptions) -> Card:
    claim, verdict = result.citation.claim, result.verdict
    text = claim.text if claim else ""
    return Card(
        anchor=f"{prefix}c{result.citation.n}",
        result=result,
        name=without_scheme(result.citation.url, _NAME) if listed else host_of(result.citation.url),
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
        found.append(f"We are offline: what has become of the links is not known. {offline_words(result)}")
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
