"""Weights of the pairing, fitted by training/fit_pairing.py."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each of clues.FEATURES, and the costs of the order term."""

    clues: tuple[float, ...]
    same: float = 0.0  # the sentence of the URL before
    forward: float = 0.0  # per log distance forwards, in usual distances
    back: float = 0.0  # any jump back
    back_step: float = 0.0  # per log distance back
    place: float = 0.0  # away from an even spread, per whole text
    direction: float = 0.0  # share of pairs that must run forwards


ORDERED = Weights(
    clues=(1.0, 1.0, 0.5, -0.5, 0.5, 0.1, 0.5, 1.0, 1.0, 0.3, 1.0, 0.2, 0.1, 0.1, 0.2, -0.5, 0.1, -0.2),
    same=-1.5,
    forward=0.8,
    back=2.5,
    back_step=0.5,
    place=1.0,
    direction=0.55,
)
UNORDERED = Weights(
    clues=(1.0, 1.0, 0.5, -0.5, 0.5, 0.1, 0.5, 1.0, 1.0, 0.3, 1.0, 0.2, 0.1, 0.1, 0.2, -0.5, 0.1, -0.2),
)
