"""A support model that says what it is told."""

from collections.abc import Sequence

from citecheck.model import PreparedClaim, Thresholds


class FixedSupport:
    """Gives every claim the same score, and keeps what it was asked."""

    name = "fixed"
    version = "1"
    thresholds = Thresholds(supported=0.5, partial=0.2, margin=0.05)

    def __init__(self, score: float = 0.9) -> None:
        self.score = score
        self.asked: list[PreparedClaim] = []

    async def scores(self, claims: Sequence[PreparedClaim]) -> Sequence[float]:
        """The fixed score for each claim."""
        self.asked.extend(claims)
        return [self.score for _ in claims]
