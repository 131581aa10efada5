"""Templates of the pages: autoescaped, strict about names, with the words and filters of render/."""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from citecheck import __version__
from citecheck.entrypoints.web.guard import CSRF_COOKIE, csrf_token
from citecheck.render import page_environment

HERE = Path(__file__).parent


def build_environment() -> Environment:
    """The environment of render's page, which also finds the pages' own templates."""
    environment = page_environment().overlay()
    own = FileSystemLoader(HERE / "templates")
    shared = environment.loader
    environment.loader = ChoiceLoader([own, shared] if shared is not None else [own])
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
            reviewer=request.cookies.get("citecheck_reviewer", ""),
            path=request.url.path,
            partial=request.headers.get("hx-request") == "true",
            version=__version__,
            **values,
        )
        response = HTMLResponse(html, status_code=status)
        if request.cookies.get(CSRF_COOKIE) != token:
            response.set_cookie(CSRF_COOKIE, token, httponly=True, samesite="strict", path="/")
        return response
