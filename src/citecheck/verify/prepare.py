"""prepare: lay a claim beside its page. Pure; every support model is given the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from citecheck.model import (
    CannotTell,
    Claim,
    Clause,
    Passage,
    PreparedClaim,
    RankedPassage,
    Reading,
    Span,
    Unbacked,
)
from citecheck.text import sentences
from citecheck.verify.backing import WordBacking, backing, presence
from citecheck.verify.claims import Anatomy, take_apart, without_marks
from citecheck.verify.facts import check_facts
from citecheck.verify.page import Page, lay_out
from citecheck.verify.retrieve import rank
from citecheck.verify.signals import Laid, clause_cover, measure
from citecheck.verify.words import stems

CONSIDERED = 12  # passages handed to a support model
FEWEST_WORDS = 20  # of a page, to say anything about it
_AROUND = 32  # characters of prefix and suffix to find a quote again
_UNBACKED_BELOW = 0.6  # P(backed) of a word; best F1 on the marked words of other articles
_ONE_LANGUAGE = (frozenset({"sr", "hr", "bs", "sh", "cnr"}), frozenset({"no", "nb", "nn"}))


@dataclass(frozen=True, slots=True)
class PrepareContext:
    """What is known besides claim and reading."""

    language: str | None = None  # of the claim, ISO 639-1
    title: str | None = None  # of the page, where the reading has none
    published: date | None = None  # of the page, where the reading has none
    sentences: tuple[Span, ...] | None = None  # of the reading, where they are known already
    fewest_words: int = FEWEST_WORDS  # a page with fewer says nothing


def prepare(
    claim: Claim | None, reading: Reading | None, context: PrepareContext
) -> PreparedClaim | CannotTell:
    """Take the claim apart, find what the page has of it, and measure how they relate."""
    if claim is None or not any(letter.isalpha() for letter in without_marks(claim.text)):
        return CannotTell("no claim was found for this link")
    if reading is None or not reading.text.strip():
        return CannotTell("nothing on the page could be read")
    if not _same_language(context.language, reading.language):
        return CannotTell(
            f"other language: the claim is in {context.language}, the page is in {reading.language}"
        )
    anatomy = take_apart(without_marks(claim.text), context.language)
    if not anatomy.words:
        return CannotTell("the claim says too little to be checked")
    page = lay_out(_passages(reading, context), anatomy, reading.language)
    if len(page.stems) < context.fewest_words:
        return CannotTell("too little of the page could be read")
    return _prepared(claim, reading, context, anatomy, page)


def _same_language(claim: str | None, page: str | None) -> bool:
    if claim is None or page is None or claim == page:
        return True
    return any({claim, page} <= family for family in _ONE_LANGUAGE)


def _passages(reading: Reading, context: PrepareContext) -> tuple[Passage, ...]:
    spans: Sequence[Span] = context.sentences or sentences(reading.text, reading.language)
    return tuple(Passage(span.of(reading.text), span) for span in spans)


def _prepared(
    claim: Claim, reading: Reading, context: PrepareContext, anatomy: Anatomy, page: Page
) -> PreparedClaim:
    title = reading.title or context.title
    title_stems = frozenset(stems(title or ""))
    found = presence(anatomy, page)
    words = backing(anatomy, page, found, title_stems)
    facts = check_facts(anatomy, page, found)
    ranked = rank(anatomy, page, found, CONSIDERED)
    laid = Laid(anatomy, page, found, words, tuple(n for n, _ in ranked), facts, title_stems)
    return PreparedClaim(
        claim=claim,
        text=anatomy.text,
        clauses=tuple(Clause(c.of(anatomy.text).strip(), c, clause_cover(laid, c)) for c in anatomy.clauses),
        passages=tuple(_ranked(page, reading.text, n, score) for n, score in ranked),
        facts=facts,
        unbacked=_unbacked(anatomy, words),
        signals=measure(laid),
        title=title,
        published=reading.dates.published or context.published,
        partial=reading.partial,
    )


def _ranked(page: Page, text: str, n: int, score: float) -> RankedPassage:
    passage = page.passages[n]
    span = passage.span
    return RankedPassage(
        passage=passage,
        score=score,
        n=n,
        before=text[max(0, span.start - _AROUND) : span.start],
        after=text[span.end : span.end + _AROUND],
    )


def _unbacked(anatomy: Anatomy, words: tuple[WordBacking, ...]) -> tuple[Unbacked, ...]:
    """Runs of words that the page does not back; grammar words between two of them belong to the run."""
    doubtful = {
        word.start for word, back in zip(anatomy.words, words, strict=True) if back.backed < _UNBACKED_BELOW
    }
    content = {word.start for word in anatomy.words}
    runs: list[Span] = []
    open_run = False
    for token in anatomy.tokens:
        if token.start in doubtful:
            start = runs.pop().start if open_run else token.start
            runs.append(Span(start, token.end))
            open_run = True
        elif token.start in content:
            open_run = False
    return tuple(Unbacked(run.of(anatomy.text), run) for run in runs)
