"""The passages of a page that answer a claim best: BM25 over sentences, neighbours, coverage."""

import math
from collections import defaultdict

from citecheck.verify.backing import Presence
from citecheck.verify.claims import Anatomy
from citecheck.verify.page import Page

_K1, _B = 0.5, 0.2
_NEIGHBOUR = 0.15  # share of its neighbours' score that a sentence gets
_RELATIVE = 0.6  # what a relative of a word counts, against the word itself
_SEEN = 0.45  # what a word counts again once a better passage has it


def term_hits(found: Presence, page: Page) -> list[dict[int, float]]:
    """For each word of the claim: sentence -> BM25 score (without the word's weight)."""
    average = max(1.0, sum(page.lengths) / max(1, len(page.lengths)))
    hits = []
    for places, exact in zip(found.places, found.exact, strict=True):
        counts: defaultdict[int, float] = defaultdict(float)
        for place in places:
            counts[page.sentence_at[place]] += 1.0 if exact else _RELATIVE
        hits.append(
            {
                sentence: count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * page.lengths[sentence] / average))
                for sentence, count in counts.items()
            }
        )
    return hits


def rank(anatomy: Anatomy, page: Page, found: Presence, wanted: int) -> list[tuple[int, float]]:
    """Up to `wanted` (sentence, score), best first: each next one is worth most for what is still open."""
    total = len(page.passages)
    hits = term_hits(found, page)
    rarity = [
        weight * (0.3 + math.log1p(total / (1 + len(scored))) / math.log1p(total + 1))
        for weight, scored in zip(anatomy.weights, hits, strict=True)
    ]
    own: defaultdict[int, float] = defaultdict(float)
    for value, scored in zip(rarity, hits, strict=True):
        for sentence, score in scored.items():
            own[sentence] += value * score
    scores = {
        sentence: score + _NEIGHBOUR * (own.get(sentence - 1, 0.0) + own.get(sentence + 1, 0.0))
        for sentence, score in list(own.items())
    }
    return _greedy(scores, hits, rarity, wanted)


def _greedy(
    scores: dict[int, float], hits: list[dict[int, float]], rarity: list[float], wanted: int
) -> list[tuple[int, float]]:
    pool = sorted(scores, key=lambda sentence: (-scores[sentence], sentence))[: 4 * wanted]
    taken: list[tuple[int, float]] = []
    seen: set[int] = set()
    while pool and len(taken) < wanted:
        gains = {
            sentence: scores[sentence]
            - (1 - _SEEN)
            * sum(rarity[term] * hits[term].get(sentence, 0.0) for term in seen if sentence in hits[term])
            for sentence in pool
        }
        best = max(pool, key=lambda sentence: (gains[sentence], -sentence))
        taken.append((best, scores[best]))
        pool.remove(best)
        seen |= {term for term, found in enumerate(hits) if best in found}
    return taken
