"""Figures of merit over labels and scores; pure, no numerics library."""

from collections.abc import Sequence


def balanced_accuracy(gold: Sequence[bool], said: Sequence[bool]) -> float | None:
    """Mean of the hit rates on either side; None where one side is empty."""
    right = [(truth, truth == answer) for truth, answer in zip(gold, said, strict=True)]
    yes = [hit for truth, hit in right if truth]
    no = [hit for truth, hit in right if not truth]
    return (sum(yes) / len(yes) + sum(no) / len(no)) / 2 if yes and no else None


def auroc(gold: Sequence[bool], scores: Sequence[float]) -> float | None:
    """Chance that a true row scores above a false one, ties counted half; None where one side is empty."""
    ordered = sorted(zip(scores, gold, strict=True))
    positives = sum(gold)
    negatives = len(gold) - positives
    if not positives or not negatives:
        return None
    wins, below, at = 0.0, 0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        tied = sum(truth for _, truth in ordered[at:end])
        wins += tied * (below + (end - at - tied) / 2)
        below += end - at - tied
        at = end
    return wins / (positives * negatives)


def f1(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """F1 of the true side; 0.0 where nothing was right."""
    hits = sum(truth and answer for truth, answer in zip(gold, said, strict=True))
    return 2 * hits / (sum(gold) + sum(said)) if hits else 0.0


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """Mean F1 over the classes that `gold` has."""
    classes = sorted(set(gold))
    return sum(f1([g == c for g in gold], [s == c for s in said]) for c in classes) / max(1, len(classes))


def accuracy_at(coverage: float, gold: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    """Accuracy on the share `coverage` of rows whose score lies farthest from the threshold, each side
    measured by what it could be at most."""
    sure = [
        (s - threshold) / (1 - threshold) if s >= threshold else (threshold - s) / threshold for s in scores
    ]
    order = sorted(range(len(gold)), key=lambda n: -sure[n])[: max(1, round(coverage * len(gold)))]
    return sum(gold[n] == (scores[n] >= threshold) for n in order) / len(order)
