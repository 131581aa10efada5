"""Documents: the list, adding one, the article with its citations marked, checking again, deleting."""

import re
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.faults import Unfit, found, sentence
from citecheck.entrypoints.web.filters import query_of
from citecheck.entrypoints.web.forms import Form, Posted, see
from citecheck.entrypoints.web.shared import WithPages, WithTools, pages_of
from citecheck.errors import InputError
from citecheck.flows.article import fetch_article
from citecheck.flows.intake import intake
from citecheck.flows.recheck import recheck_document
from citecheck.flows.submission import Submission
from citecheck.flows.tools import Tools
from citecheck.model import DocumentId
from citecheck.render import RenderOptions, Tone, page_of

router = APIRouter(prefix="/documents")

PAGE = 50
PASTED = "pasted text"
OWN_PAGE = re.compile(r"/(?:documents|citations)/[^/\\\s]*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a visitor typed, and what is wrong with it in one sentence."""

    text: str = ""
    url: str = ""
    published: str = ""
    problem: str = ""


@router.get("")
async def listed(request: Request, tools: WithTools, pages: WithPages) -> Response:
    """Documents, newest first."""
    page = query_of(request.query_params).page
    rows = await tools.reviews.documents(page, PAGE)
    return pages.page(request, "documents.html.j2", rows=rows, page=page, more=len(rows) == PAGE)


@router.get("/new")
async def blank(request: Request, pages: WithPages) -> Response:
    """The form for a new document."""
    return pages.page(request, "new_document.html.j2", draft=Draft())


@router.post("/new")
async def add(request: Request, tools: WithTools, pages: WithPages, form: Posted) -> Response:
    """Take a document in; its sources are fetched at once."""
    try:
        document_id = await intake(await _submission(form, tools), tools)
    except InputError as error:
        draft = Draft(_typed(form), form.text("url"), form.text("published"), sentence(str(error)))
        return pages.page(request, "new_document.html.j2", 422, draft=draft)
    await recheck_document(document_id, tools)
    return see(f"/documents/{document_id}")


@router.get("/{document_id}")
async def show(document_id: str, request: Request, tools: WithTools) -> Response:
    """The article with its citations marked."""
    key = DocumentId(document_id)
    result = await found(tools.views.document(key, True))
    return pages_of(request).page(
        request,
        "document.html.j2",
        shown=page_of(result, 0, 1, RenderOptions()),
        waiting=await tools.catalog.pending([key]),
        tones=list(Tone),
    )


@router.get("/{document_id}/progress")
async def progress(document_id: str, back: str, request: Request, tools: WithTools) -> Response:
    """How many sources still wait; `back` is the page of ours that asks."""
    if not OWN_PAGE.fullmatch(back):
        raise Unfit("back: that is not one of these pages.")
    waiting = await tools.catalog.pending([DocumentId(document_id)])
    return pages_of(request).page(
        request, "progress.html.j2", document_id=document_id, waiting=waiting, back=back
    )


@router.post("/{document_id}/check")
async def check_now(document_id: str, request: Request, tools: WithTools, form: Posted) -> Response:
    """Fetch every source of the document again now."""
    await found(recheck_document(DocumentId(document_id), tools))
    return see(f"/documents/{document_id}")


@router.get("/{document_id}/delete")
async def ask(document_id: str, request: Request, tools: WithTools, pages: WithPages) -> Response:
    """Nothing is deleted without being asked."""
    document, citations = await found(tools.catalog.cited(DocumentId(document_id)))
    return pages.page(request, "delete_document.html.j2", document=document, count=len(citations))


@router.post("/{document_id}/delete")
async def delete(document_id: str, request: Request, tools: WithTools, form: Posted) -> Response:
    """Forget the document. Snapshots stay on record."""
    await tools.catalog.delete_document(DocumentId(document_id))
    return see("/documents")


async def _submission(form: Form, tools: Tools) -> Submission:
    """The one of three ways that was used; InputError for none, or for more than one."""
    text, url, file = _typed(form), form.text("url"), await form.upload("file")
    published = _day(form.text("published"))
    used = sum((bool(text.strip()), bool(url), file is not None))
    if used == 0:
        raise InputError("paste a text, choose a file, or give an address")
    if used > 1:
        raise InputError("give one document at a time: a text, a file or an address")
    if file is not None:
        return Submission(file[1], file[0], published)
    if url:
        if not url.startswith(("http://", "https://")):
            raise InputError(f"{url}: write the address with http:// or https:// in front")
        return await fetch_article(url, published, tools)
    return Submission(text.encode("utf-8", "replace"), PASTED, published)


def _typed(form: Form) -> str:
    """The pasted text as it was typed, with the line ends of a text file."""
    value = form.fields.get("text")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"date of publication '{text}': write it as 2026-01-31") from error
