"""Snapshots: a safe view of one (text and wire facts, never the web's own markup), and files to take away."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from citecheck.entrypoints.web.faults import found
from citecheck.entrypoints.web.passages import Stretch, stretches
from citecheck.entrypoints.web.shared import WithPages, WithTools
from citecheck.flows.pull import Wanted, pull
from citecheck.flows.tools import Tools
from citecheck.model import Capture, CaptureId, Citation, CitationId, Document, DocumentId, Evidence, Reading
from citecheck.render.as_manifest import MANIFEST_TYPES, manifest_text

router = APIRouter()

LONGEST_TEXT = 60_000  # characters of a reading that one page shows


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything on a snapshot's page."""

    capture: Capture
    reading: Reading | None
    cited: tuple[tuple[Document, Citation], ...]
    text: tuple[Stretch, ...]
    cut: bool  # the text is longer than the page shows
    marked: bool  # evidence was found in it


@router.get("/captures/{capture_id}")
async def show(capture_id: str, request: Request, tools: WithTools, pages: WithPages) -> Response:
    """One snapshot, safe to look at."""
    seen = await _seen(CaptureId(capture_id), tools)
    return pages.page(request, "capture.html.j2", it=seen)


@router.get("/captures/{capture_id}/capture.warc.gz")
async def capture_file(capture_id: str, tools: WithTools) -> Response:
    """One snapshot as a WARC file that stands alone."""
    return await _file(Wanted(capture_id=CaptureId(capture_id)), tools)


@router.get("/captures/{capture_id}/manifest.{kind}")
async def capture_manifest(capture_id: str, kind: str, tools: WithTools) -> Response:
    """What is in that file, with digests."""
    return await _manifest(Wanted(capture_id=CaptureId(capture_id)), kind, tools)


@router.get("/citations/{citation_id}/captures.warc.gz")
async def citation_file(citation_id: str, tools: WithTools) -> Response:
    """Every snapshot of a citation's source."""
    return await _file(Wanted(citation_id=CitationId(citation_id)), tools)


@router.get("/citations/{citation_id}/manifest.{kind}")
async def citation_manifest(citation_id: str, kind: str, tools: WithTools) -> Response:
    """What is in that file, with digests."""
    return await _manifest(Wanted(citation_id=CitationId(citation_id)), kind, tools)


@router.get("/documents/{document_id}/captures.warc.gz")
async def document_file(document_id: str, tools: WithTools) -> Response:
    """Every snapshot of everything that a document cites."""
    return await _file(Wanted(document_id=DocumentId(document_id)), tools)


@router.get("/documents/{document_id}/manifest.{kind}")
async def document_manifest(document_id: str, kind: str, tools: WithTools) -> Response:
    """What is in that file, with digests."""
    return await _manifest(Wanted(document_id=DocumentId(document_id)), kind, tools)


async def _seen(key: CaptureId, tools: Tools) -> Seen:
    capture = await found(tools.catalog.capture(key))
    reading = await tools.views.reading(key)
    cited = tuple(await tools.catalog.citations_of(capture.source_key))
    evidence = await _evidence(cited, tools)
    shown = reading.text[:LONGEST_TEXT] if reading else ""
    text = stretches(shown, key, evidence)
    cut = reading is not None and len(reading.text) > LONGEST_TEXT
    return Seen(capture, reading, cited, text, cut, any(piece.evidence for piece in text))


async def _evidence(cited: Sequence[tuple[Document, Citation]], tools: Tools) -> list[Evidence]:
    rested: list[Evidence] = []
    for _, citation in cited:
        _, result = await tools.views.citation(citation.id)
        rested += result.verdict.evidence if result.verdict else ()
    return rested


async def _file(wanted: Wanted, tools: Tools) -> Response:
    pulled = await found(pull(wanted, tools))
    name = f"{wanted.id}.warc.gz"
    digest = f'"{pulled.manifest.sha256}"'
    return FileResponse(
        pulled.path,
        media_type="application/warc",
        filename=name,
        headers={"ETag": digest},
        background=BackgroundTask(pulled.discard),
    )


async def _manifest(wanted: Wanted, kind: str, tools: Tools) -> Response:
    if kind not in MANIFEST_TYPES:
        raise HTTPException(404)
    pulled = await found(pull(wanted, tools))
    pulled.discard()
    name = f"{wanted.id}-manifest.{kind}"
    return Response(
        manifest_text(pulled.manifest, f"{wanted.id}.warc.gz", kind),
        media_type=MANIFEST_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
