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


# "publisher", "date", "passage" and the costs of going back are set by hand: the lists to fit on come from
# links in the order of their text, before any page is read, and seldom name a publisher that we know.
ORDERED = Weights(
    clues=(
        0.07, 0.211, 0.578, -0.49, 0.823, 0.998, 0.9, 0.337, 0.453, 1.211,
        1.5, 0.913, 0.6, 4.0, 0.248, -0.284, 0.315, 0.47, -0.307, -0.063, -0.55,
    ),
    same=-0.684,
    forward=1.182,
    back=2.5,
    back_step=1.5,
    place=0.005,
    direction=0.58,
)  # fmt: skip
UNORDERED = Weights(
    clues=(
        0.348, 0.145, 0.447, -0.767, 0.567, 0.942, 1.029, 0.512, 0.511, 1.53,
        1.5, 1.04, 0.6, 4.0, 0.267, -0.336, 0.367, 0.463, -0.391, 0.029, -0.653,
    ),
)  # fmt: skip
