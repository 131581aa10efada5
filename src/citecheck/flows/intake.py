"""intake(document): bytes in; Citations and Sources in the tables, due now.

The pure part, take(), is also what `citecheck extract` shows: the same document and citations before
any fetch.
"""

from dataclasses import dataclass, replace
from datetime import date

from citecheck.dates import infer_publication, url_clues
from citecheck.errors import InputError
from citecheck.extract import extract
from citecheck.flag import before_fetch
from citecheck.flows.submission import Submission
from citecheck.flows.tools import Tools
from citecheck.ingest import IngestHints, ingest
from citecheck.model import (
    Citation,
    CitationId,
    DateWindow,
    Document,
    DocumentId,
    FlagFinding,
    PoolFailure,
    Precision,
    Publication,
    PublishedHow,
    Publishers,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A document with its citations, and the flags that need no fetch."""

    document: Document
    citations: tuple[Citation, ...]
    findings: tuple[tuple[CitationId, tuple[FlagFinding, ...]], ...]


def take(submission: Submission, publishers: Publishers, today: date) -> Taken:
    """Ingest, date and extract one document; InputError when it cannot be taken."""
    hints = IngestHints(media_type=submission.media_type, published=submission.published)
    document = _dated(ingest(submission.data, submission.origin, hints), publishers, today)
    citations = extract(document, publishers)
    findings = tuple(
        (citation.id, before_fetch(document, citation, publishers.for_host(host_of(citation)), today))
        for citation in citations
    )
    return Taken(document, citations, findings)


async def take_in_pool(submission: Submission, tools: Tools) -> Taken:
    """take() in the pool: a document that hangs a parser or eats memory ends as an InputError."""
    today = tools.clock.now().date()
    taken = await tools.pool.run(take, submission, tools.settings.publishers, today)
    if isinstance(taken, PoolFailure):
        raise InputError(
            f"{submission.origin}: reading it was stopped ({taken.detail}); "
            "give its text as plain text or Markdown instead"
        )
    return taken


async def intake(submission: Submission, tools: Tools) -> DocumentId:
    """Store a document with its citations and the flags that need no fetch; its sources become due.

    Idempotent: the same text from the same origin is the same document.
    """
    taken = await take_in_pool(submission, tools)
    now = tools.clock.now()
    document_id = await tools.catalog.add_document(taken.document, taken.citations, now)
    await tools.catalog.set_findings(taken.findings, now)
    return document_id


def _dated(document: Document, publishers: Publishers, today: date) -> Document:
    """The document with its publication: given or in its metadata, else its URL's, else inferred."""
    if document.publication is not None:
        return document
    publication = _from_url(document.origin, publishers) or infer_publication(
        document.text, document.language, today
    )
    return replace(document, publication=publication)


def _from_url(origin: str, publishers: Publishers) -> Publication | None:
    if not origin.startswith(("http://", "https://")):
        return None
    publisher = publishers.for_host(origin.split("/")[2].partition(":")[0])
    for clue in url_clues(origin, publisher):
        if clue.precision in (Precision.INSTANT, Precision.DAY):
            return Publication(PublishedHow.URL, DateWindow(clue.day, clue.day), clue.where)
    return None


def host_of(citation: Citation) -> str:
    """The host of a citation's source, without its port."""
    return citation.source.host.rpartition(":")[0]
