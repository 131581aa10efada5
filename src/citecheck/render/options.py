"""What a caller may choose about an output."""

from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import CitationResult, DocumentResult, Flag, FlagId, ItemError, Severity


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices that several formats share."""

    fail_on: Severity | None = Severity.MEDIUM  # flags at or above it are failures; None: none is
    accepted: frozenset[FlagId] = frozenset()  # flags of a baseline: shown, never failures
    width: int = 100  # columns of the text table
    colour: bool = False  # only for a terminal that wants it
    not_taken: tuple[ItemError, ...] = ()  # targets that no document came of
    online: bool = True  # what a result without any document says

    def fails(self, flag: Flag) -> bool:
        """Whether `flag` counts as a failure."""
        if self.fail_on is None or flag.cleared_at is not None or flag.id in self.accepted:
            return False
        return flag.severity.rank <= self.fail_on.rank


def open_flags(result: CitationResult) -> list[Flag]:
    """The flags that hold now, worst first."""
    found = [flag for flag in result.flags if flag.cleared_at is None]
    return sorted(found, key=lambda flag: (flag.severity.rank, flag.code.value))


def host_flags(results: Sequence[DocumentResult]) -> list[tuple[int, Flag]]:
    """The flags of hosts that hold now, each once, with the place of the first document that cites the
    host: an outage is one, however many documents it touches."""
    found: dict[FlagId, tuple[int, Flag]] = {}
    for place, result in enumerate(results):
        for host in result.hosts:
            for flag in host.flags:
                if flag.cleared_at is None:
                    found.setdefault(flag.id, (place, flag))
    return list(found.values())


def worst_rank(result: CitationResult) -> int:
    """0 for a citation with a high flag, growing; a citation without flags comes last."""
    return min((flag.severity.rank for flag in open_flags(result)), default=len(Severity))


def worst_first(citations: tuple[CitationResult, ...]) -> list[CitationResult]:
    """Citations by their worst open flag, then in the order of the document."""
    return sorted(citations, key=lambda result: (worst_rank(result), result.citation.n))
