"""What every route is handed."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from citecheck.entrypoints.web.templating import Pages
from citecheck.flows.tools import Tools


def tools_of(request: Request) -> Tools:
    """The ports and settings that the application was built over."""
    tools = request.app.state.tools
    assert isinstance(tools, Tools)
    return tools


def pages_of(request: Request) -> Pages:
    """The templates."""
    pages = request.app.state.pages
    assert isinstance(pages, Pages)
    return pages


WithTools = Annotated[Tools, Depends(tools_of)]
WithPages = Annotated[Pages, Depends(pages_of)]
