"""Which sentence each URL of a list belongs to: a hidden path through the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from citecheck.extract.weights import ORDERED, UNORDERED, Weights

Matrix = Sequence[Sequence[float]]
_ALL_STATES = 150  # sentences; of longer texts only the likelier ones are looked at
_BEST_STATES = 60
_SURENESS = 4  # power by which sure pairs of URLs count more than unsure ones
_BACK_FLOOR = 40  # sentences; a longer jump back costs no more


@dataclass(frozen=True, slots=True)
class Path:
    """For each URL: its sentence, and the probability of every sentence."""

    chosen: tuple[int, ...]
    beliefs: tuple[tuple[float, ...], ...]
    ordered: bool  # whether the list was taken to follow the text


def best_path(rows: Sequence[Sequence[tuple[float, ...]]]) -> Path:
    """The likeliest sentences, given features[url][sentence] (clues.FEATURES).

    First without any order; where those guesses run mostly forwards, again with an order term.
    """
    free = _scores(rows, UNORDERED)
    alone = [_softmax(row) for row in free]
    if not follows_text(alone):
        return Path(tuple(_top(row) for row in alone), tuple(alone), ordered=False)
    return _in_order(_scores(rows, ORDERED), ORDERED)


def follows_text(beliefs: Matrix) -> bool:
    """Whether, weighing every pair of URLs by how sure their places are, more run forwards."""
    forwards = backwards = 0.0
    for index, first in enumerate(beliefs):
        for second in beliefs[index + 1 :]:
            ahead = behind = below = 0.0
            total = 1.0
            for place, chance in enumerate(second):
                ahead += chance * below
                total -= first[place]
                behind += chance * max(total, 0.0)
                below += first[place]
            forwards += ahead**_SURENESS
            backwards += behind**_SURENESS
    return forwards >= ORDERED.direction * (forwards + backwards)


def step_score(before: int, here: int, size: tuple[int, int], weights: Weights) -> float:
    """The order term: from one URL's sentence to the next URL's. `size` is (sentences, URLs)."""
    distance = here - before
    if distance == 0:
        return weights.same
    usual = max(size[0] / size[1], 1.0)
    if distance > 0:
        return -weights.forward * log(1 + distance / usual)
    return -weights.back - weights.back_step * log(1 + min(-distance, _BACK_FLOOR) / usual)


def place_score(url: int, sentence: int, size: tuple[int, int], weights: Weights) -> float:
    """How far a sentence lies from where an even spread would put the URL."""
    expected, actual = (url + 0.5) / size[1], (sentence + 0.5) / size[0]
    return -weights.place * abs(expected - actual)


def _scores(rows: Sequence[Sequence[tuple[float, ...]]], weights: Weights) -> list[list[float]]:
    return [
        [sum(weight * value for weight, value in zip(weights.clues, pair, strict=True)) for pair in row]
        for row in rows
    ]


def _in_order(scores: Matrix, weights: Weights) -> Path:
    """Forward and backward sums over all paths; each URL gets its likeliest sentence."""
    size = (len(scores[0]), len(scores))
    table = [
        [score + place_score(url, sentence, size, weights) for sentence, score in enumerate(row)]
        for url, row in enumerate(scores)
    ]
    step = {d: exp(step_score(0, d, size, weights)) for d in range(1 - size[0], size[0])}
    beliefs = _beliefs(table, _states(table), step)
    return Path(tuple(_top(row) for row in beliefs), beliefs, ordered=True)


def _states(table: Matrix) -> list[list[int]]:
    """The sentences looked at for each URL: all of a short text; of a long one its best, and those
    at and after the best of the URLs beside it."""
    count = len(table[0])
    if count <= _ALL_STATES:
        return [list(range(count))] * len(table)
    ranked = [sorted(range(count), key=row.__getitem__, reverse=True)[:_BEST_STATES] for row in table]
    found = []
    for url, own in enumerate(ranked):
        states = set(own)
        for beside in ranked[max(url - 1, 0) : url + 2]:
            states.update(min(best + more, count - 1) for best in beside[:5] for more in range(3))
        found.append(sorted(states))
    return found


def _beliefs(
    table: Matrix, states: Sequence[Sequence[int]], step: dict[int, float]
) -> tuple[tuple[float, ...], ...]:
    """The probability of every sentence for each URL; 0 for sentences that were not looked at."""
    emit = [[exp(row[state] - max(row)) for state in own] for row, own in zip(table, states, strict=True)]
    ahead = [_normal(emit[0])]
    for url in range(1, len(table)):
        before = list(zip(states[url - 1], ahead[-1], strict=True))
        sums = [sum(chance * step[here - last] for last, chance in before) for here in states[url]]
        ahead.append(_normal([a * b for a, b in zip(emit[url], sums, strict=True)]))
    behind = [[1.0] * len(states[-1])]
    for url in range(len(table) - 1, 0, -1):
        after = [(s, e * b) for s, e, b in zip(states[url], emit[url], behind[-1], strict=True)]
        behind.append(
            _normal([sum(step[to - here] * chance for to, chance in after) for here in states[url - 1]])
        )
    behind.reverse()
    found = []
    for own, one, other in zip(states, ahead, behind, strict=True):
        row = [0.0] * len(table[0])
        for state, chance in zip(own, _normal([a * b for a, b in zip(one, other, strict=True)]), strict=True):
            row[state] = chance
        found.append(tuple(row))
    return tuple(found)


def _softmax(row: Sequence[float]) -> tuple[float, ...]:
    top = max(row)
    return tuple(_normal([exp(score - top) for score in row]))


def _normal(row: Sequence[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row] if total > 0 else [1 / len(row)] * len(row)


def _top(row: Sequence[float]) -> int:
    return max(range(len(row)), key=row.__getitem__)
