"""Dates of a page as they are found, with the circumstances that tell how far to trust each."""

from dataclasses import dataclass, replace

from citecheck.model import ClueFamily, ClueKind, DateClue
from citecheck.read.stamps import Stamp

# How often a clue of this kind, taken alone, names the day of publication (1,000 pages); clues about
# a modification are measured as if they stood for the publication.
RELIABILITY: dict[ClueKind, float] = {
    ClueKind.JSONLD_PUBLISHED: 0.92,
    ClueKind.JSONLD_CREATED: 0.85,
    ClueKind.JSONLD_MODIFIED: 0.79,
    ClueKind.META_PUBLISHED: 0.94,
    ClueKind.META_MODIFIED: 0.74,
    ClueKind.META_DATE: 0.84,
    ClueKind.MICRODATA: 0.94,
    ClueKind.MICRODATA_MODIFIED: 0.74,
    ClueKind.TIME_ELEMENT: 0.82,
    ClueKind.TIME_PUBLISHED: 0.97,
    ClueKind.BYLINE: 0.80,
    ClueKind.TEXT: 0.30,
    ClueKind.EXTRACTOR: 0.82,
    ClueKind.HTTP_LAST_MODIFIED: 0.20,
    ClueKind.PDF_METADATA: 0.60,
}
FAMILIES: dict[ClueKind, ClueFamily] = {
    ClueKind.JSONLD_PUBLISHED: ClueFamily.JSONLD,
    ClueKind.JSONLD_CREATED: ClueFamily.JSONLD,
    ClueKind.JSONLD_MODIFIED: ClueFamily.JSONLD,
    ClueKind.META_PUBLISHED: ClueFamily.META,
    ClueKind.META_MODIFIED: ClueFamily.META,
    ClueKind.META_DATE: ClueFamily.META,
    ClueKind.MICRODATA: ClueFamily.META,
    ClueKind.MICRODATA_MODIFIED: ClueFamily.META,
    ClueKind.TIME_ELEMENT: ClueFamily.VISIBLE,
    ClueKind.TIME_PUBLISHED: ClueFamily.VISIBLE,
    ClueKind.BYLINE: ClueFamily.VISIBLE,
    ClueKind.TEXT: ClueFamily.VISIBLE,
    ClueKind.EXTRACTOR: ClueFamily.VISIBLE,
    ClueKind.HTTP_LAST_MODIFIED: ClueFamily.HTTP,
    ClueKind.PDF_METADATA: ClueFamily.FILE,
}
_ASIDE = frozenset(
    {
        "in-comments",
        "in-others",
        f"{ClueKind.JSONLD_PUBLISHED}:aside",
        f"{ClueKind.JSONLD_CREATED}:aside",
        f"{ClueKind.JSONLD_MODIFIED}:aside",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """One date of a page. `marks` name its circumstances: the arbitration's weights speak of them."""

    kind: ClueKind
    stamp: Stamp
    where: str
    marks: frozenset[str] = frozenset()

    @property
    def is_aside(self) -> bool:
        """Whether it belongs to a comment, a related article or another thing than the page itself."""
        return not _ASIDE.isdisjoint(self.marks)

    @property
    def as_text(self) -> "Found":
        """The same, as a date that merely stands in the text."""
        return replace(self, kind=ClueKind.TEXT)

    @property
    def clue(self) -> DateClue:
        """The same as a clue for people and for comparing."""
        stamp = self.stamp
        return DateClue(
            self.kind, FAMILIES[self.kind], stamp.value, stamp.precision, self.where, RELIABILITY[self.kind]
        )
