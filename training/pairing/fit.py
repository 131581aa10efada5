"""Fits src/citecheck/extract/weights.py: a conditional random field over the sentences of each list.

    python training/pairing/fit.py TUNE.jsonl      # rows as `citecheck eval align` takes them

Needs numpy and scipy. Prints both sets of weights; "publisher", "date", "passage", "back", "back_step" and
"direction" are then set by hand, for the reason that weights.py gives.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from citecheck.evals.align import align_row
from citecheck.evals.rows import rows
from citecheck.extract import Listing, pair_features
from citecheck.extract.clues import FEATURES
from citecheck.settings import load_publishers
from citecheck.text import language_of

RIDGE = 1.0
STEPS = 150
LONGEST_BACK = 40  # sentences, as in order.py
ORDER_TERMS = ("same", "forward", "back", "back_step")


@dataclass(frozen=True)
class Example:
    """One list: clues[url, sentence, feature], steps[term, before, here], place[url, sentence]."""

    clues: np.ndarray
    gold: np.ndarray
    steps: np.ndarray
    place: np.ndarray


def example(clues: np.ndarray, gold: np.ndarray) -> Example:
    """A list with its order terms, as order.py counts them."""
    count, length, _ = clues.shape
    usual = max(length / count, 1.0)
    distance = np.arange(length)[None, :] - np.arange(length)[:, None]
    back = np.minimum(np.maximum(-distance, 0), LONGEST_BACK)
    steps = np.stack(
        [
            (distance == 0) * 1.0,
            -np.log1p(np.maximum(distance, 0) / usual),
            (distance < 0) * -1.0,
            -np.log1p(back / usual),
        ]
    )
    even = (np.arange(count) + 0.5) / count
    place = -np.abs(even[:, None] - ((np.arange(length) + 0.5) / length)[None, :])
    return Example(clues, gold, steps, place)


def loss_in_order(weights: np.ndarray, examples: list[Example]) -> tuple[float, np.ndarray]:
    """Negative log likelihood of the gold paths and its gradient."""
    n = len(FEATURES)
    total, gradient = RIDGE * float(weights @ weights), 2 * RIDGE * weights
    for each in examples:
        urls = np.arange(len(each.gold))
        scores = each.clues @ weights[:n] + weights[n + 4] * each.place
        steps = np.tensordot(weights[n : n + 4], each.steps, 1)
        ahead, behind = _sums(scores, steps)
        whole = logsumexp(ahead[-1])
        share = 1 / np.sqrt(len(urls))
        path = scores[urls, each.gold].sum() + steps[each.gold[:-1], each.gold[1:]].sum()
        total += share * (whole - path)
        beliefs = np.exp(ahead + behind - whole)
        gradient[:n] += share * (
            np.einsum("us,usf->f", beliefs, each.clues) - each.clues[urls, each.gold].sum(0)
        )
        gradient[n + 4] += share * ((beliefs * each.place).sum() - each.place[urls, each.gold].sum())
        for url in urls[1:]:
            joint = np.exp(ahead[url - 1][:, None] + steps + (scores[url] + behind[url])[None, :] - whole)
            gradient[n : n + 4] += share * (joint[None] * each.steps).sum((1, 2))
        gradient[n : n + 4] -= share * each.steps[:, each.gold[:-1], each.gold[1:]].sum(1)
    return total, gradient


def loss_alone(weights: np.ndarray, examples: list[Example]) -> tuple[float, np.ndarray]:
    """The same without any order."""
    total, gradient = RIDGE * float(weights @ weights), 2 * RIDGE * weights
    for each in examples:
        urls = np.arange(len(each.gold))
        scores = each.clues @ weights
        whole = logsumexp(scores, axis=1)
        share = 1 / np.sqrt(len(urls))
        total += share * float((whole - scores[urls, each.gold]).sum())
        beliefs = np.exp(scores - whole[:, None])
        gradient += share * (np.einsum("us,usf->f", beliefs, each.clues) - each.clues[urls, each.gold].sum(0))
    return total, gradient


def _sums(scores: np.ndarray, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = scores[0]
    for url in range(1, len(scores)):
        ahead[url] = scores[url] + logsumexp(ahead[url - 1][:, None] + steps, axis=0)
    for url in range(len(scores) - 2, -1, -1):
        behind[url] = logsumexp(steps + (scores[url + 1] + behind[url + 1])[None, :], axis=1)
    return ahead, behind


def main(path: Path) -> None:
    """Fit both sets of weights and print them."""
    publishers = load_publishers()
    examples = []
    for row in map(align_row, rows(path)):
        language = language_of(" ".join(row.sentences)[:4000])
        clues = pair_features(row.sentences, Listing(row.urls), publishers, language)
        examples.append(example(np.array(clues), np.array(row.gold)))
    options = {"maxiter": STEPS}
    n = len(FEATURES)
    ordered = minimize(
        loss_in_order, np.zeros(n + 5), (examples,), jac=True, method="L-BFGS-B", options=options
    ).x
    alone = minimize(loss_alone, np.zeros(n), (examples,), jac=True, method="L-BFGS-B", options=options).x
    print("ORDERED", dict(zip((*FEATURES, *ORDER_TERMS, "place"), ordered.round(3).tolist(), strict=True)))
    print("UNORDERED", dict(zip(FEATURES, alone.round(3).tolist(), strict=True)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
