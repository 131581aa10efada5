"""How much a page's main text changed: a score between 0 and 1, and three bands."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from citecheck.model import Drift
from citecheck.text import tokens

UNCHANGED = 0.80  # from here on a text is the same
REPLACED = 0.30  # below this it is another text
MOST = 50_000  # words compared; what a very long text changed later on is not seen
_WIDE = range(0x2E80, 0x10000)


def similarity(one: str, other: str) -> float:
    """Share of neighbouring word pairs that two texts have in common (Dice, with repetitions), 0 to 1.

    Word pairs stand small corrections well: a text in which one word in twenty changed still scores 0.9,
    unrelated texts of one language score below 0.15. Two empty texts are alike, an empty and another are not.
    """
    if one == other:
        return 1.0
    first, second = _pairs(one), _pairs(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else float(one.strip() == other.strip())


def drift(alike: float | None, *, title_changed: bool = False, date_changed: bool = False) -> Drift:
    """The band of a similarity; title and date both changed make another document of any text."""
    if alike is None:
        return Drift.UNKNOWN
    if alike < REPLACED or (title_changed and date_changed and alike < UNCHANGED):
        return Drift.REPLACED
    return Drift.UNCHANGED if alike >= UNCHANGED else Drift.CHANGED


def _pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(["", *_units(tokens(text[: MOST * 12]))[:MOST]]))


def _units(words: Sequence[str]) -> list[str]:
    """Words; in scripts that set no spaces, characters."""
    units: list[str] = []
    for word in words:
        if len(word) > 1 and ord(word[0]) in _WIDE:
            units.extend(word)
        else:
            units.append(word)
    return units
