"""Measured relations between a claim and a page, by name: what support models may weigh."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citecheck.model import FactCheck, FactKind, FactResult, Signal, Span
from citecheck.verify.backing import Presence, WordBacking
from citecheck.verify.claims import Anatomy
from citecheck.verify.page import Page
from citecheck.verify.words import STOP


@dataclass(frozen=True, slots=True)
class Laid:
    """A claim laid on a page: everything that was worked out so far."""

    anatomy: Anatomy
    page: Page
    presence: Presence
    backing: tuple[WordBacking, ...]
    ranked: tuple[int, ...]  # sentences, best first
    facts: tuple[FactCheck, ...]
    title: frozenset[str]  # stems of the page's title


def measure(laid: Laid) -> tuple[Signal, ...]:
    """All signals of a claim and its page. Shares are 0 to 1."""
    values = {
        **_coverage(laid),
        **_words(laid),
        **_facts(laid.facts),
        **_order(laid),
        **_sizes(laid),
    }
    return tuple(Signal(name, round(value, 6)) for name, value in values.items())


def _coverage(laid: Laid) -> dict[str, float]:
    windows, lone = laid.presence.windows, laid.presence.lone
    clauses = [clause_cover(laid, clause) for clause in laid.anatomy.clauses]
    return {
        "cover_page": _held(laid, None),
        "cover_exact": _exact(laid),
        "cover_top12": _held(laid, laid.ranked[:12]),
        "cover_top5": _held(laid, laid.ranked[:5]),
        "cover_top3": _held(laid, laid.ranked[:3]),
        "cover_window": max(windows.values(), default=0.0),
        "cover_sentence": max(lone.values(), default=0.0),
        "cover_clause_min": min(clauses, default=0.0),
        "cover_clause_mean": sum(clauses) / max(1, len(clauses)),
        "window_second": sorted(windows.values())[-4] if len(windows) > 3 else 0.0,
    }


def _held(laid: Laid, sentences: Sequence[int] | None) -> float:
    """Share of the claim's weight that stands in these sentences (None: anywhere on the page)."""
    wanted = None if sentences is None else set(sentences)
    at = laid.page.sentence_at
    weights = laid.anatomy.weights
    held = (
        weight
        for weight, places in zip(weights, laid.presence.places, strict=True)
        if (places if wanted is None else any(at[place] in wanted for place in places))
    )
    return sum(held) / (sum(weights) or 1.0)


def _exact(laid: Laid) -> float:
    weights = laid.anatomy.weights
    return sum(w for w, exact in zip(weights, laid.presence.exact, strict=True) if exact) / (
        sum(weights) or 1.0
    )


def clause_cover(laid: Laid, clause: Span) -> float:
    """Largest share of a clause's weight that one sentence and its neighbours hold."""
    at = laid.page.sentence_at
    held: dict[int, float] = {}
    total = 0.0
    for index, word in enumerate(laid.anatomy.words):
        if not clause.start <= word.start < clause.end:
            continue
        weight = laid.anatomy.weights[index]
        total += weight
        near = {at[place] + step for place in laid.presence.places[index] for step in (-1, 0, 1)}
        for sentence in near:
            held[sentence] = held.get(sentence, 0.0) + weight
    return max(held.values(), default=0.0) / total if total else 1.0


def _words(laid: Laid) -> dict[str, float]:
    doubts = sorted((1 - word.backed for word in laid.backing), reverse=True) or [1.0]
    absent = [w for w, b in zip(laid.anatomy.weights, laid.backing, strict=True) if not b.found]
    logs = [math.log(max(1e-3, 1 - doubt)) for doubt in doubts]
    context = [word.measures[5] for word in laid.backing] or [0.0]
    return {
        "doubt_max": doubts[0],
        "doubt_top3": sum(doubts[:3]) / 3,
        "doubt_mean": sum(doubts) / len(doubts),
        "doubt_log_sum": max(-20.0, sum(logs)) / 10,
        "doubt_log_mean": sum(logs) / len(logs),
        "doubt_share": sum(doubt > 0.5 for doubt in doubts) / len(doubts),
        "absent_count": math.log1p(len(absent)),
        "absent_weight": sum(absent) / 9,
        "absent_max": max(absent, default=0.0) / 9,
        "context_mean": sum(context) / len(context),
        "context_min": min(context),
    }


def _facts(facts: tuple[FactCheck, ...]) -> dict[str, float]:
    signals = {}
    for kind in (FactKind.NUMBER, FactKind.DATE, FactKind.NAME, FactKind.QUOTE):
        of_kind = [fact for fact in facts if fact.kind is kind]
        found = sum(fact.result is FactResult.FOUND for fact in of_kind)
        signals[f"{kind}_recall"] = found / len(of_kind) if of_kind else 1.0
        signals[f"{kind}_missing"] = math.log1p(len(of_kind) - found)
        signals[f"{kind}_any"] = float(bool(of_kind))
    signals["conflicts"] = float(sum(fact.result is FactResult.CONFLICT for fact in facts))
    return signals


def _order(laid: Laid) -> dict[str, float]:
    """How the claim's words hang together on the page: side by side, in one run, to its end."""
    links = [word.measures[10] for word in laid.backing][:-1]
    stems = [token.stem for token in laid.anatomy.tokens]
    return {
        "link_mean": sum(links) / max(1, len(links)),
        "link_broken": math.log1p(sum(link == 0 for link in links)),
        "pairs": _pairs(stems, laid),
        "run": _longest_run(stems, laid.page) / max(1, len(stems)),
        "tail_backed": sum(word.backed for word in laid.backing[-3:]) / 3,
    }


def _longest_run(stems: list[str], page: Page) -> int:
    """Length of the longest stretch of the claim's words that stands on the page word for word."""
    best = 0
    active: dict[int, int] = {}
    for word in stems:
        active = {place: active.get(place - 1, 0) + 1 for place in page.same(word)}
        best = max(best, max(active.values(), default=0))
    return best


def _pairs(stems: list[str], laid: Laid) -> float:
    """Share of neighbouring words of the claim that stand side by side on the page, grammar words too."""
    pairs = [(a, b) for a, b in pairwise(stems) if a not in STOP or b not in STOP]
    if not pairs:
        return 0.0
    return sum(not {p + 1 for p in laid.page.same(a)}.isdisjoint(laid.page.same(b)) for a, b in pairs) / len(
        pairs
    )


def _sizes(laid: Laid) -> dict[str, float]:
    words = len(laid.anatomy.words)
    return {
        "claim_words": math.log1p(words),
        "page_sentences": math.log1p(len(laid.page.passages)),
        "page_words": math.log1p(len(laid.page.stems)) / 10,
        "claim_names": math.log1p(len(laid.anatomy.names)),
        "claim_digits": math.log1p(sum(word.digit for word in laid.anatomy.words)),
        "claim_rarity": sum(laid.anatomy.weights) / (9 * max(1, words)),
    }
