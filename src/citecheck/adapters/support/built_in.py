"""The built-in support model: a logistic regression over the measured signals. No download."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from citecheck.errors import InternalError
from citecheck.model import PreparedClaim, Thresholds


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights with the thresholds read off held-out curves (training/support/fit.py)."""

    version: str
    bias: float
    by_signal: tuple[tuple[str, float], ...]
    thresholds: Thresholds
    corpora: tuple[str, ...]  # "name:sha256" of the files fitted on
    rows: frozenset[str]  # eight hex digits for each row fitted on (evals/support.py, Row.digest)

    @classmethod
    def from_json(cls, text: str) -> "Weights":
        """Read a weights file; InternalError where it is not one."""
        try:
            raw = json.loads(text)
            return cls(
                version=raw["version"],
                bias=float(raw["bias"]),
                by_signal=tuple((name, float(value)) for name, value in raw["signals"].items()),
                thresholds=Thresholds(**raw["thresholds"]),
                corpora=tuple(f"{name}:{digest}" for name, digest in raw["corpora"].items()),
                rows=frozenset(raw["rows"][at : at + 8] for at in range(0, len(raw["rows"]), 8)),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InternalError(f"the support weights are damaged: {error!r}") from error


class BuiltInSupport:
    """Scores a prepared claim by its signals: pure Python, no network, no download."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    @classmethod
    def shipped(cls) -> "BuiltInSupport":
        """With the weights that come with citecheck."""
        path = files("citecheck.adapters.support").joinpath("weights/built_in.json")
        return cls(Weights.from_json(path.read_text(encoding="utf-8")))

    @property
    def name(self) -> str:
        """The backend's name, stored with every verdict."""
        return "built-in"

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self.weights.version

    @property
    def thresholds(self) -> Thresholds:
        """Where this backend's scores turn into words."""
        return self.weights.thresholds

    def saw(self, digest: str) -> bool:
        """Whether the weights were fitted on the row of this digest."""
        return digest in self.weights.rows

    async def scores(self, claims: Sequence[PreparedClaim]) -> Sequence[float]:
        """P(supported), 0 to 1, for each claim."""
        return [self._score(claim) for claim in claims]

    def _score(self, claim: PreparedClaim) -> float:
        values = {signal.name: signal.value for signal in claim.signals}
        logit = self.weights.bias + sum(weight * values[name] for name, weight in self.weights.by_signal)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
