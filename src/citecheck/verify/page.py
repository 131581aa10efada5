"""A source's sentences laid out for look-up: where each word stands, its numbers and dates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from citecheck.model import Passage
from citecheck.verify.claims import Anatomy
from citecheck.verify.numbers import Quantity, quantities
from citecheck.verify.when import Dated, dated
from citecheck.verify.words import kin, stems

_PLACES = 2000  # places kept of one word: a page of one word over and over must not cost more
_NUMBERS = 5000  # numbers kept of a page
_PREFIX = 5  # letters that two forms of one word share at least


@dataclass(frozen=True, slots=True)
class Page:
    """The sentences of a source and the places of its words, numbers and dates.

    A place is a word's position in the whole page; `sentence_at` tells the sentence of a position.
    """

    passages: tuple[Passage, ...]
    lengths: tuple[int, ...]  # words per sentence
    stems: tuple[str, ...]  # all of the page, in order
    sentence_at: tuple[int, ...]
    places: dict[str, list[int]]
    relatives: dict[str, list[str]]  # first letters -> stems of the page
    quantities: tuple[tuple[Quantity, int], ...]  # with the sentence; empty when not asked for
    dates: tuple[tuple[Dated, int], ...]

    def same(self, word: str) -> list[int]:
        """Where the word itself stands, in any ending."""
        return self.places.get(word, [])

    def like(self, word: str) -> list[int]:
        """Where a relative of the word stands: an irregular form, a people's country, a shared root."""
        found: list[int] = []
        for other in kin().get(word, ()):
            found.extend(self.places.get(other, ()))
        if len(word) >= _PREFIX and word.isalpha():
            for other in self.relatives.get(word[:_PREFIX], ()):
                if other != word and _shares_root(word, other):
                    found.extend(self.places[other])
        return found

    def any_of(self, word: str) -> list[int]:
        """Where the word stands, or else where a relative of it does."""
        return self.same(word) or self.like(word)


def _shares_root(one: str, other: str) -> bool:
    """Whether two stems differ in their ending only: at most four letters, fewer than they share."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return max(len(one), len(other)) - shared <= min(4, shared - 1)


def lay_out(passages: Sequence[Passage], anatomy: Anatomy, language: str | None) -> Page:
    """Index the sentences of a source; its numbers and dates only where the claim has some."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    page_stems: list[str] = []
    sentence_at: list[int] = []
    lengths = []
    for sentence, passage in enumerate(passages):
        found = stems(passage.text)
        for position, word in enumerate(found, len(page_stems)):
            at = places[word]
            if len(at) < _PLACES:
                at.append(position)
        page_stems.extend(found)
        sentence_at.extend([sentence] * len(found))
        lengths.append(len(found))
    relatives: defaultdict[str, list[str]] = defaultdict(list)
    for word in places:
        if len(word) >= _PREFIX and word.isalpha():
            relatives[word[:_PREFIX]].append(word)
    wanted = bool(anatomy.numbers or anatomy.dates)
    dates = tuple((date, n) for n, p in enumerate(passages) for date in dated(p.text)) if wanted else ()
    return Page(
        passages=tuple(passages),
        lengths=tuple(lengths),
        stems=tuple(page_stems),
        sentence_at=tuple(sentence_at),
        places=dict(places),
        relatives=dict(relatives),
        quantities=_quantities(passages, dates, language) if anatomy.numbers else (),
        dates=dates,
    )


def _quantities(
    passages: Sequence[Passage], dates: tuple[tuple[Dated, int], ...], language: str | None
) -> tuple[tuple[Quantity, int], ...]:
    """Numbers that are not part of a date, the first ones of a very long page."""
    taken = {(sentence, index) for date, sentence in dates for index in range(date.span.start, date.span.end)}
    found = (
        (quantity, sentence)
        for sentence, passage in enumerate(passages)
        for quantity in quantities(passage.text, language)
        if (sentence, quantity.span.start) not in taken
    )
    return tuple(islice(found, _NUMBERS))
