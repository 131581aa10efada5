"""Templates of the pages: autoescaped, strict about names, with the words and filters of render/."""

from pathlib import Path
from urllib.parse import quote, unquote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from citecheck import __version__
from citecheck.entrypoints.web.assets import address_of
from citecheck.entrypoints.web.guard import CSRF_COOKIE, csrf_token
from citecheck.entrypoints.web.words import DECISION_PHRASES, KEYS, STANDING_TONES, size_words
from citecheck.render import page_environment, tone_of

HERE = Path(__file__).parent
REVIEWER_COOKIE = "citecheck_reviewer"
KEYS_COOKIE = "citecheck_keys"
YEAR = 365 * 24 * 3600  # seconds
LONGEST_NAME = 80


def build_environment() -> Environment:
    """The environment of render's page, which also finds the pages' own templates."""
    environment = page_environment().overlay()
    own = FileSystemLoader(HERE / "templates")
    shared = environment.loader
    environment.loader = ChoiceLoader([own, shared] if shared is not None else [own])
    environment.filters = {**environment.filters, "size": size_words, "path": _segment, "tone_of": tone_of}
    environment.globals = {
        **environment.globals,
        "asset": address_of,
        "DECISIONS": DECISION_PHRASES,
        "STANDING_TONES": STANDING_TONES,
        "KEYS": KEYS,
    }
    return environment


class Pages:
    """Renders a template for a request, with the CSRF token and the reviewer's name at hand."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def page(self, request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """The template as a response. Sets the CSRF cookie where the visitor has none."""
        token = csrf_token(request)
        html = self._environment.get_template(template).render(
            csrf=token,
            reviewer=unquote(request.cookies.get(REVIEWER_COOKIE, "")),
            keys_on=request.cookies.get(KEYS_COOKIE, "on") != "off",
            path=request.url.path,
            version=__version__,
            **values,
        )
        response = HTMLResponse(html, status_code=status)
        if request.cookies.get(CSRF_COOKIE) != token:
            response.set_cookie(CSRF_COOKIE, token, httponly=True, samesite="strict", path="/")
        return response


def remember_reviewer(response: Response, name: str) -> None:
    """Keep the name for the next form; cookies hold ASCII only."""
    kept = quote(name[:LONGEST_NAME])
    response.set_cookie(REVIEWER_COOKIE, kept, max_age=YEAR, httponly=True, samesite="strict", path="/")


def _segment(text: str) -> str:
    return quote(text, safe="")
