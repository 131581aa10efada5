"""What keeps the pages safe without accounts: loopback only, a checked Host header, a CSRF token, and a
content security policy that lets nothing in from elsewhere.
"""

import hmac
import ipaddress
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from citecheck.errors import ConfigError
from citecheck.settings import ServeSettings

CSRF_COOKIE = "citecheck_csrf"
CSRF_FIELD = "csrf"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def refuse_open_binding(settings: ServeSettings) -> None:
    """ConfigError unless `serve` binds to loopback: without accounts, everybody who reaches it may decide."""
    try:
        loopback = ipaddress.ip_address(settings.host).is_loopback
    except ValueError:
        loopback = settings.host == "localhost"
    if not loopback:
        raise ConfigError(
            f"--host {settings.host}: there are no accounts, so anyone who reaches this address could read "
            "and decide; bind to 127.0.0.1 and put a proxy that asks for a login before it"
        )


class HostGuard:
    """Answers only requests whose Host names this machine (against DNS rebinding), with safe headers."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")
        if name_of(host) not in self._names:
            refusal = PlainTextResponse("This service answers only to its own name.", status_code=421)
            await refusal(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


def name_of(host: str) -> str:
    """The name in a Host header, without its port and the brackets of an IPv6 address."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def allowed_names(settings: ServeSettings) -> frozenset[str]:
    """Names that the Host header may carry."""
    own = {"localhost", "127.0.0.1", "::1", settings.host.lower()}
    return frozenset(own | {name.lower() for name in settings.hosts})


def csrf_token(request: Request) -> str:
    """The visitor's token: the cookie's, or a new one that the response must set."""
    kept = request.cookies.get(CSRF_COOKIE, "")
    return kept if len(kept) >= 32 else secrets.token_urlsafe(32)


def csrf_holds(request: Request, given: str) -> bool:
    """Whether a form carries the token of the visitor's cookie, and comes from our own pages."""
    kept = request.cookies.get(CSRF_COOKIE, "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    same = hmac.compare_digest(kept.encode(), given.encode())
    return bool(kept) and same and site in ("same-origin", "none")
