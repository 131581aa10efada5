"""When something fails: a page in plain words, never a bare status or a trace."""

import logging
from collections.abc import Awaitable
from typing import TypeVar

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from citecheck.entrypoints.web.shared import pages_of
from citecheck.entrypoints.web.size import TooLarge
from citecheck.errors import StoreError, UserError

T = TypeVar("T")

log = logging.getLogger(__name__)

HEADINGS = {
    400: "That request could not be read",
    403: "That form is out of date",
    404: "There is no such page",
    405: "That is not something this page does",
    422: "That cannot be done",
    500: "We failed",
}
ADVICE = {
    403: "Go back, reload the page, and send it again. Nothing was changed.",
    404: "It may have been deleted, or the address may have been cut short.",
    500: "The fault is ours, not yours, and it is in the log. Nothing that was on record is lost. Try again.",
}


class Unfit(HTTPException):
    """A value in an address or a form that we cannot take; the message names it and the fix."""

    def __init__(self, message: str) -> None:
        super().__init__(422, message)


async def found(looked_up: Awaitable[T]) -> T:
    """What a look-up by an id gave; 404 where there is none."""
    try:
        return await looked_up
    except StoreError as error:
        log.info("looked up in vain: %s", error)
        raise HTTPException(404) from error


async def on_http_error(request: Request, error: Exception) -> Response:
    """A refusal with its reason."""
    assert isinstance(error, HTTPException)
    told = error.detail if error.detail and error.status_code in (400, 422) else ""
    return _page(request, error.status_code, told)


async def on_invalid(request: Request, error: Exception) -> Response:
    """A value of the wrong kind in an address."""
    assert isinstance(error, RequestValidationError)
    names = ", ".join(str(one["loc"][-1]) for one in error.errors())
    return _page(request, 422, f"Check {names} in the address.")


async def on_user_error(request: Request, error: Exception) -> Response:
    """Something that a person asked for and that cannot be: the error says why in one sentence."""
    assert isinstance(error, UserError)
    return _page(request, 422, sentence(str(error)))


async def on_fault(request: Request, error: Exception) -> Response:
    """Our own fault."""
    if isinstance(error, TooLarge):
        raise error
    return _page(request, 500, "")


def sentence(message: str) -> str:
    """A message as a sentence: a capital first, a stop at the end."""
    text = message.strip()
    return (text[:1].upper() + text[1:]).rstrip(".") + "." if text else ""


def _page(request: Request, status: int, told: str) -> Response:
    heading = HEADINGS.get(status, "That did not work")
    return pages_of(request).page(
        request, "fault.html.j2", status, heading=heading, told=told or ADVICE.get(status, "")
    )
