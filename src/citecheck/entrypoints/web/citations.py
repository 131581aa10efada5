"""One citation: claim and evidence side by side, why it is flagged, and a person's decision."""

from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.faults import Unfit, found
from citecheck.entrypoints.web.filters import address_of, query_of
from citecheck.entrypoints.web.forms import Form, Posted, see
from citecheck.entrypoints.web.neighbours import Place, place_of
from citecheck.entrypoints.web.shared import WithTools, pages_of
from citecheck.entrypoints.web.templating import remember_reviewer
from citecheck.entrypoints.web.timeline import Timeline, timeline
from citecheck.errors import InputError
from citecheck.flows.judge import RULES_VERSION
from citecheck.flows.recheck import recheck
from citecheck.flows.review import Decided, review
from citecheck.flows.tools import Tools
from citecheck.model import (
    CitationId,
    Decision,
    Document,
    DocumentResult,
    Flag,
    Observation,
    QueueQuery,
    Review,
    ReviewId,
    Standing,
    in_force,
)
from citecheck.render import RenderOptions, page_of
from citecheck.render.marked import Block
from citecheck.render.page import Card

router = APIRouter(prefix="/citations/{citation_id}")

STAYS = frozenset({Decision.NOTE, Decision.UNDO, Decision.WRONG_PAIRING})
LONGEST_NOTE = 4_000  # characters


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything on a citation's page."""

    document: Document
    card: Card
    paragraphs: tuple[Block, ...]  # of the document, those that hold the claim
    standing: Standing
    place: Place
    dates: Timeline | None
    history: tuple[Observation, ...]  # newest first
    past_flags: tuple[Flag, ...]
    reviews: tuple[Review, ...]  # newest first
    last: Review | None  # the newest decision in force: what an undo takes back
    undone: frozenset[ReviewId]
    waiting: int  # sources of its document that wait for a fetch or a judging


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the form when it was refused."""

    problem: str = ""
    note: str = ""
    claim: str | None = None


async def asked_query(request: Request) -> QueueQuery:
    """The queue that the visitor comes from."""
    return query_of(request.query_params)


Asked = Annotated[QueueQuery, Depends(asked_query)]


@router.get("")
async def show(citation_id: str, request: Request, tools: WithTools, query: Asked) -> Response:
    """The citation with all that a decision needs."""
    return await _page(request, CitationId(citation_id), query, tools)


@router.post("/reviews")
async def decide(
    citation_id: str, request: Request, tools: WithTools, query: Asked, form: Posted
) -> Response:
    """A decision: on record, then on to the next citation."""
    key = CitationId(citation_id)
    await found(tools.views.citation(key))
    decision = _decision(form)
    typed = Typed(_problem(form, decision), form.text("note"), form.text("claim") or None)
    if typed.problem:
        return await _page(request, key, query, tools, typed)
    where = await place_of(key, query, tools)
    try:
        await review(_decided(form, key, decision), tools)
    except InputError as error:
        return await _page(request, key, query, tools, Typed(str(error), typed.note, typed.claim))
    answer = see(_next(key, decision, query, where))
    remember_reviewer(answer, form.text("reviewer"))
    return answer


@router.post("/check")
async def check_now(
    citation_id: str, request: Request, tools: WithTools, query: Asked, form: Posted
) -> Response:
    """Fetch the source again now."""
    _, result = await found(tools.views.citation(CitationId(citation_id)))
    await recheck([result.citation.source.key], tools)
    where = f"/citations/{citation_id}{address_of(query)}"
    return see(f"{where}{'&' if '?' in where else '?'}asked=1")


async def _page(
    request: Request, key: CitationId, query: QueueQuery, tools: Tools, typed: Typed | None = None
) -> Response:
    shown = await gather(key, query, tools)
    decided = request.query_params.get("decided")
    return pages_of(request).page(
        request,
        "citation.html.j2",
        422 if typed and typed.problem else 200,
        it=shown,
        here=address_of(query),
        typed=typed or Typed(),
        asked=request.query_params.get("asked") == "1",
        once=token_hex(16),
        rules_version=RULES_VERSION,
        before=await _just_decided(CitationId(decided), tools) if decided else None,
    )


async def gather(key: CitationId, query: QueueQuery, tools: Tools) -> Shown:
    """Everything on the page of one citation; 404 where there is none."""
    document, result = await found(tools.views.citation(key))
    page = page_of(DocumentResult(document, True, (result,)), 0, 1, RenderOptions())
    reviews = tuple(await tools.reviews.reviews(key))
    standing_ones = in_force(reviews)
    history = await tools.catalog.observations(result.citation.source.key)
    return Shown(
        document=document,
        card=page.cards[0],
        paragraphs=tuple(
            block for block in page.blocks if any(piece.tone or piece.link for piece in block.pieces)
        ),
        standing=await tools.reviews.standing(key),
        place=await place_of(key, query, tools),
        dates=timeline(document, result),
        history=tuple(reversed(history)),
        past_flags=tuple(flag for flag in result.flags if flag.cleared_at is not None),
        reviews=tuple(reversed(reviews)),
        last=standing_ones[-1] if standing_ones else None,
        undone=frozenset(one.undoes for one in reviews if one.undoes is not None),
        waiting=await tools.catalog.pending([document.id]),
    )


async def _just_decided(key: CitationId, tools: Tools) -> tuple[Document, int, Review] | None:
    """The decision that led to this page, so that it can be taken back from here."""
    standing = in_force(await tools.reviews.reviews(key))
    if not standing:
        return None
    document, result = await found(tools.views.citation(key))
    return document, result.citation.n, standing[-1]


def _decision(form: Form) -> Decision:
    asked = form.text("decision")
    for decision in Decision:
        if decision.value == asked:
            return decision
    raise Unfit("Choose one of the decisions on the page.")


def _problem(form: Form, decision: Decision) -> str:
    """What is missing, in one sentence; "" where nothing is."""
    if decision is Decision.NOTE and not form.text("note"):
        return "Write something into the note first."
    if len(form.text("note")) > LONGEST_NOTE:
        return f"A note holds up to {LONGEST_NOTE} characters; this one has {len(form.text('note'))}."
    if decision is Decision.WRONG_PAIRING and not form.text("remove") and not form.text("claim"):
        return "Paste the claim that the URL belongs to, or choose that it belongs to none."
    if decision is Decision.UNDO and not form.text("undoes"):
        return "There is no decision to take back."
    return ""


def _decided(form: Form, key: CitationId, decision: Decision) -> Decided:
    claim = form.text("claim") if decision is Decision.WRONG_PAIRING and not form.text("remove") else None
    undoes = form.text("undoes") if decision is Decision.UNDO else ""
    return Decided(
        review_id=_review_id(form, decision),
        citation_id=key,
        decision=decision,
        reviewer=form.text("reviewer"),
        note=form.text("note"),
        claim=claim,
        undoes=ReviewId(undoes) if undoes else None,
    )


def _review_id(form: Form, decision: Decision) -> ReviewId:
    """The same for the same form sent twice, another for another decision from it."""
    said = "\n".join(
        (form.text("once"), decision, form.text("note"), form.text("claim"), form.text("undoes"))
    )
    return ReviewId("r" + sha256(said.encode()).hexdigest()[:32])


def _next(key: CitationId, decision: Decision, query: QueueQuery, where: Place) -> str:
    """The next citation of the queue, with the decision just made at hand; else this one."""
    if decision in STAYS or where.after is None:
        return f"/citations/{key}{address_of(query)}"
    return f"{where.after}{'&' if '?' in where.after else '?'}decided={key}"
