"""How much of what a document cites could be read: the figure that every output starts or ends with."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import CitationResult, DocumentResult, LinkClass, LinkState
from citecheck.render.phrases import REASON_NOUNS

THIN = 0.5  # below this share of sources read in whole, a page warns that little can be concluded


@dataclass(frozen=True, slots=True)
class Coverage:
    """Citations counted by how much of their source could be read.

    `reasons` counts the link states of the unread ones, most frequent first.
    """

    citations: int
    read: int
    partly: int
    unread: int
    reasons: tuple[tuple[LinkState, int], ...]

    @property
    def thin(self) -> bool:
        """Whether too little was read to conclude anything about the document as a whole."""
        return self.citations > 0 and self.read / self.citations < THIN

    def sentence(self) -> str:
        """One line for a person, e.g. "6 of 9 read; 1 partly; 2 unread: 1 bot wall, 1 paywall"."""
        if not self.citations:
            return "no citations"
        parts = [f"{self.read} of {self.citations} read"]
        if self.partly:
            parts.append(f"{self.partly} partly")
        if self.unread:
            parts.append(f"{self.unread} unread")
        line = "; ".join(parts)
        return f"{line}: {self.why_unread()}" if self.reasons else line

    def why_unread(self) -> str:
        """The reasons with their counts, e.g. "1 bot wall, 1 paywall"."""
        return ", ".join(_counted(state, count) for state, count in self.reasons)


def coverage(results: Sequence[DocumentResult]) -> Coverage:
    """The coverage over all citations of `results`."""
    citations = [citation for result in results for citation in result.citations]
    read = [citation for citation in citations if is_read(citation)]
    partly = [citation for citation in citations if is_partly_read(citation)]
    reasons = Counter(
        citation.link.state for citation in citations if not (is_read(citation) or is_partly_read(citation))
    )
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0].value))
    return Coverage(
        citations=len(citations),
        read=len(read),
        partly=len(partly),
        unread=len(citations) - len(read) - len(partly),
        reasons=tuple(ordered),
    )


def is_read(result: CitationResult) -> bool:
    """Whether the source's text is there in whole."""
    return _has_text(result) and result.link.state is not LinkState.PAYWALLED


def is_partly_read(result: CitationResult) -> bool:
    """Whether only the open part of a paywalled source is there."""
    return _has_text(result) and result.link.state is LinkState.PAYWALLED


def _has_text(result: CitationResult) -> bool:
    readable = result.link.link_class is LinkClass.ALIVE
    return readable and result.reading is not None and result.reading.words > 0


def _counted(state: LinkState, count: int) -> str:
    return f"{count} {REASON_NOUNS[state]}"
