"""The pages as one ASGI application: routes, what they share, and what goes out when something fails."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from citecheck.entrypoints.web import assets, captures, citations, documents, health, queue, reports
from citecheck.entrypoints.web.faults import on_fault, on_http_error, on_invalid, on_user_error
from citecheck.entrypoints.web.guard import HostGuard, allowed_names
from citecheck.entrypoints.web.size import SizeLimit
from citecheck.entrypoints.web.templating import Pages, build_environment
from citecheck.errors import UserError
from citecheck.flows.tools import Tools

ROUTERS = tuple(module.router for module in (queue, citations, documents, captures, reports, health, assets))


def build_app(tools: Tools) -> ASGIApp:
    """The application over `tools`. The guard stands outermost, so that even our own faults go out with
    safe headers."""
    app = FastAPI(title="citecheck", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.tools = tools
    app.state.pages = Pages(build_environment())
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(UserError, on_user_error)
    app.add_exception_handler(Exception, on_fault)
    return HostGuard(SizeLimit(app), allowed_names(tools.settings.serve))
