"""No request may be larger than the largest document with its form around it."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from citecheck.ingest import MAX_DOCUMENT_BYTES

LARGEST = MAX_DOCUMENT_BYTES + 64 * 1024  # the other fields of the form
REFUSAL = "That is more than 50 MB. Hand in a smaller file, or split it."


class TooLarge(Exception):
    """More came than was announced, or than is allowed."""


class SizeLimit:
    """Refuses a request by its announced length, and one that announces none as soon as it grows past."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdigit() or int(announced) > self._largest:
            await PlainTextResponse(REFUSAL, status_code=413)(scope, receive, send)
            return
        came, answered = 0, False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._largest:
                raise TooLarge
            return message

        async def watched(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            await self._app(scope, counted, watched)
        except TooLarge:
            if not answered:
                await PlainTextResponse(REFUSAL, status_code=413)(scope, receive, send)
