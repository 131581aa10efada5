"""Which sentence each URL of a list belongs to: a hidden path through the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from citecheck.extract.weights import ORDERED, UNORDERED, Weights

Matrix = Sequence[Sequence[float]]
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
            forwards += ahead * ahead
            backwards += behind * behind
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
    """Viterbi for the path, forward and backward sums for the beliefs."""
    size = (len(scores[0]), len(scores))
    table = [
        [score + place_score(u, s, size, weights) for s, score in enumerate(row)]
        for u, row in enumerate(scores)
    ]
    steps = {d: step_score(0, d, size, weights) for d in range(1 - size[0], size[0])}
    beliefs = _beliefs(table, steps)
    return Path(_viterbi(table, steps), beliefs, ordered=True)


def _viterbi(table: Matrix, steps: dict[int, float]) -> tuple[int, ...]:
    count = len(table[0])
    best = list(table[0])
    back: list[list[int]] = []
    for row in table[1:]:
        came = [_top([best[p] + steps[here - p] for p in range(count)]) for here in range(count)]
        best = [best[came[here]] + steps[here - came[here]] + row[here] for here in range(count)]
        back.append(came)
    path = [_top(best)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return tuple(reversed(path))


def _beliefs(table: Matrix, steps: dict[int, float]) -> tuple[tuple[float, ...], ...]:
    count = len(table[0])
    weight = {distance: exp(step) for distance, step in steps.items()}
    emit = [[exp(score - max(row)) for score in row] for row in table]
    ahead = [_normal(emit[0])]
    for row in emit[1:]:
        last = ahead[-1]
        ahead.append(
            _normal([row[h] * sum(last[p] * weight[h - p] for p in range(count)) for h in range(count)])
        )
    behind = [[1.0] * count]
    for row in reversed(emit[1:]):
        following = behind[-1]
        behind.append(
            _normal([sum(weight[n - h] * row[n] * following[n] for n in range(count)) for h in range(count)])
        )
    behind.reverse()
    return tuple(
        tuple(_normal([a * b for a, b in zip(one, other, strict=True)]))
        for one, other in zip(ahead, behind, strict=True)
    )


def _softmax(row: Sequence[float]) -> tuple[float, ...]:
    top = max(row)
    return tuple(_normal([exp(score - top) for score in row]))


def _normal(row: Sequence[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row] if total > 0 else [1 / len(row)] * len(row)


def _top(row: Sequence[float]) -> int:
    return max(range(len(row)), key=row.__getitem__)
