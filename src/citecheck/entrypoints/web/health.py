"""For whoever watches the process, and the page that explains the keys."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from citecheck.entrypoints.web.forms import Posted, see
from citecheck.entrypoints.web.shared import WithPages, WithTools
from citecheck.entrypoints.web.templating import KEYS_COOKIE, YEAR

router = APIRouter()


@router.api_route("/livez", methods=["GET", "HEAD"])
async def livez() -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


@router.api_route("/readyz", methods=["GET", "HEAD"])
async def readyz(tools: WithTools) -> Response:
    """The tables answer, too."""
    await tools.reports.days(1)
    return PlainTextResponse("ok\n")


@router.get("/help")
async def explain(request: Request, pages: WithPages) -> Response:
    """Keys, decisions and what the words mean."""
    return pages.page(request, "help.html.j2")


@router.post("/help")
async def choose(request: Request, form: Posted) -> Response:
    """Switch the single-letter keys off or on."""
    answer = see("/help")
    keys = "off" if form.text("keys") == "off" else "on"
    answer.set_cookie(KEYS_COOKIE, keys, max_age=YEAR, httponly=True, samesite="strict", path="/")
    return answer
