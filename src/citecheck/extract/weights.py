"""Weights of the pairing, fitted by training/pairing/fit.py."""

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


# "publisher", "passage" and the costs of going back are set by hand: the lists to fit on come from links in
# the order of their text, before any page is read, and seldom name a publisher that we know.
ORDERED = Weights(
    clues=(
        0.363, 0.345, 0.649, -0.386, 0.397, 0.957, 1.073, 0.356, 0.134, 0.751,
        1.2, 0.759, 0.839, 4.0, 0.137, -0.229, 0.371, 0.469, -0.381, -0.115, -0.756,
    ),
    same=-0.799,
    forward=1.158,
    back=2.5,
    back_step=1.5,
    place=0.202,
    direction=0.58,
)  # fmt: skip
UNORDERED = Weights(
    clues=(
        0.543, 0.187, 0.634, -0.673, 0.452, 0.886, 1.113, 0.491, 0.24, 0.893,
        1.2, 0.633, 0.991, 4.0, 0.187, -0.33, 0.407, 0.439, -0.471, -0.093, -0.759,
    ),
)  # fmt: skip
