"""What someone wrote or uploaded, as text with the links that its format marks."""

from dataclasses import dataclass

from citecheck.model.ids import DocumentId
from citecheck.model.spans import DateWindow, FilePlace, Span
from citecheck.model.words import Word


class PublishedHow(Word):
    """How we know when a document was published."""

    GIVEN = "given", "the user said so (--published)"
    METADATA = "metadata", "the document's own metadata says so"
    URL = "url", "the address it was fetched from says so"
    INFERRED = "inferred", "worked out from dated events in its text; always a window with its reason"


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published: a window of days, and the reason for it in words."""

    how: PublishedHow
    window: DateWindow
    reason: str


class AnchorHow(Word):
    """What in a document's format marks a link."""

    ANCHOR = "anchor", "linked words"
    FOOTNOTE = "footnote", "a note mark in the text whose note holds the URL"
    REFERENCE_LIST = "reference_list", "an entry of a numbered reference list"
    BARE_URL = "bare_url", "a URL written out in running text"
    PASTED_BLOCK = "pasted_block", "one of several URLs that stand together, cut off from their sentences"
    BIBLIOGRAPHY = "bibliography", "a bibliography entry (BibTeX, RIS, CSL-JSON)"
    GIVEN = "given", "the input gives claim and URL side by side, or a list of URLs"
    CORRECTED = "corrected", "a person set or removed the claim"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One link of a document: where it is marked in the extracted text, and its URL verbatim."""

    span: Span  # the linked words, the note's mark, or the URL itself
    url: str  # as written, never cleaned
    how: AnchorHow
    claim: str | None = None  # only for GIVEN input: the claim as the input states it
    place: FilePlace | None = None  # where the file writes the URL, where its reader can tell


@dataclass(frozen=True, slots=True)
class Document:
    """A document: extracted text, its digest, language, publication date and marked links."""

    id: DocumentId
    title: str | None
    language: str | None  # ISO 639-1, None where it could not be told
    text: str  # spans everywhere count code points of this text
    digest: str  # "sha256:" + hex of the text in UTF-8
    origin: str  # file name, "-" or URL it came from
    media_type: str  # what it was read as, e.g. "text/markdown"
    publication: Publication | None
    anchors: tuple[Anchor, ...]
    headings: tuple[Span, ...] = ()  # spans of headings within the text, in order
    code: tuple[Span, ...] = ()  # spans of code: a URL in them is an example, no citation
    text_is_file: bool = False  # line for line, so that a place in the text is one in the file
