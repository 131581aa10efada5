"""What a form handed in, taken only with the token of the visitor's own cookie."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from citecheck.entrypoints.web.guard import CSRF_FIELD, csrf_holds
from citecheck.entrypoints.web.size import LARGEST


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one form."""

    fields: FormData

    def text(self, name: str) -> str:
        """A field's text without the white space around it; "" where it is missing."""
        value = self.fields.get(name)
        return value.strip() if isinstance(value, str) else ""

    async def upload(self, name: str) -> tuple[str, bytes] | None:
        """A file's name and bytes; None where none was chosen."""
        value = self.fields.get(name)
        if not isinstance(value, UploadFile) or not value.filename:
            return None
        return value.filename, await value.read()


async def posted(request: Request) -> AsyncIterator[Form]:
    """The form of a request, its uploads closed afterwards; 403 unless it carries the visitor's token."""
    async with request.form(max_files=1, max_fields=40, max_part_size=LARGEST) as fields:
        form = Form(fields)
        if not csrf_holds(request, form.text(CSRF_FIELD)):
            raise HTTPException(403)
        yield form


Posted = Annotated[Form, Depends(posted)]


def see(path: str) -> Response:
    """Go and look there: a reload then repeats nothing."""
    return RedirectResponse(path, status_code=303)
