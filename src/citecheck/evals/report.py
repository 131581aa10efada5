"""What every evaluation of pages gives: counts as shares, and itself as JSON."""

import re
from dataclasses import asdict, dataclass

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def share(part: int, whole: int) -> float:
    """`part` of `whole` to four places, 0.0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def comparable(text: str) -> str:
    """`text` with white space folded and without soft hyphens: how a page is set is not measured."""
    return " ".join(_INVISIBLE.sub("", text).split())


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers that are right, wrong, and those that are missing."""

    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float:
        """Right answers of all that were given."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right answers of all that there are."""
        return share(self.right, self.right + self.missing)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return share(2 * self.right, 2 * self.right + self.wrong + self.missing)


@dataclass(frozen=True, slots=True)
class EvalReport:
    """Base of the results: frozen figures that print as one JSON object."""

    def as_json(self) -> dict[str, object]:
        """The fields by name; parts of them as objects of their own."""
        return asdict(self)
