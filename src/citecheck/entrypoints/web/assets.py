"""Style, script and icon: our own files, read once, named with their digest so that they may be kept."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from citecheck.render import report_style

HERE = Path(__file__).parent / "static"
TYPES = {
    "pages.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "htmx.min.js": "text/javascript; charset=utf-8",
    "htmx.LICENSE.txt": "text/plain; charset=utf-8",
    "icon.svg": "image/svg+xml",
}

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asset:
    """One file with its address."""

    data: bytes
    media_type: str
    address: str


@cache
def asset(name: str) -> Asset:
    """One of the files of this package; KeyError for any other name."""
    media_type = TYPES[name]
    data = (HERE / name).read_bytes()
    if name == "pages.css":
        data = report_style().encode() + data
    return Asset(data, media_type, f"/static/{name}?v={sha256(data).hexdigest()[:12]}")


def address_of(name: str) -> str:
    """Where a page finds a file."""
    return asset(name).address


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """One file."""
    if name not in TYPES:
        raise HTTPException(404)
    one = asset(name)
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(one.data, media_type=one.media_type, headers=kept)


@router.get("/favicon.ico")
async def favicon() -> Response:
    """What browsers ask for without being told to."""
    one = asset("icon.svg")
    return Response(one.data, media_type=one.media_type)
