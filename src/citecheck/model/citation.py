"""A citation: a URL in a document and the claim it is there to support."""

from dataclasses import dataclass

from citecheck.model.document import AnchorHow
from citecheck.model.ids import CitationId, DocumentId, HostKey, SourceKey
from citecheck.model.spans import FilePlace, Span

PairingHow = AnchorHow  # a pairing is as good as the mark that it was read from


@dataclass(frozen=True, slots=True)
class Claim:
    """The passage of the document that a citation supports."""

    text: str  # white space folded
    spans: tuple[Span, ...]  # where it stands in the document; empty when given from outside
    context: str = ""  # the sentence before it
    heading: str = ""  # the heading above it, or the document's title


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another claim the citation may belong to, with its probability between 0 and 1."""

    claim: Claim
    confidence: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """How claim and URL were brought together, and how sure that is (0 to 1)."""

    how: PairingHow
    confidence: float
    inferred: bool  # a guess with a low margin: shown as such, never judged harshly
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One normalised URL that citations share (RFC 7089 "original resource")."""

    key: SourceKey
    url: str  # what is fetched: the cited URL without trackers and fragment
    host: HostKey
    publisher: str | None  # id of its row in config/sources.toml, None for the defaults


@dataclass(frozen=True, slots=True)
class Citation:
    """(document, span, claim, source) and how the pair was found."""

    id: CitationId
    document_id: DocumentId
    n: int  # 1-based order of appearance
    url: str  # verbatim
    source: Source
    span: Span  # of the anchor in the document's text
    claim: Claim | None
    pairing: Pairing
    place: FilePlace | None = None  # where the file writes the URL; None where that is not known
