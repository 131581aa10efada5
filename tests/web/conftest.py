import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.types import ASGIApp
from tests.web.fills import Newsroom, filled

from citecheck.entrypoints.web import build_app

# axe-core is no part of citecheck: its file is named by CITECHECK_AXE where it is at hand.
collect_ignore = [] if os.environ.get("CITECHECK_AXE") else ["test_access.py"]

HOME = "http://127.0.0.1:8400"
TOKEN = re.compile(r'name="csrf" value="([^"]+)"')

Post = Callable[..., httpx.Response]


class Client:
    """A visitor without a browser: keeps cookies, follows nothing by itself."""

    def __init__(self, app: ASGIApp, portal: BlockingPortal) -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._http = httpx.AsyncClient(transport=transport, base_url=HOME)
        self._portal = portal

    @property
    def cookies(self) -> httpx.Cookies:
        return self._http.cookies

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self._portal.call(partial(self._http.get, path, **more))

    def head(self, path: str) -> httpx.Response:
        return self._portal.call(self._http.head, path)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self._portal.call(partial(self._http.post, path, **more))

    def form(self, page: str, path: str, **fields: str) -> httpx.Response:
        """A form sent as its page would: with the token of that page."""
        return self.post(path, data={"csrf": self.token(page), **fields})

    def token(self, page: str) -> str:
        found = TOKEN.search(self.get(page).text)
        assert found is not None
        return found[1]


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return filled(tmp_path)


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal() as running:
        yield running


@pytest.fixture
def client(room: Newsroom, portal: BlockingPortal) -> Client:
    return Client(build_app(room.tools), portal)


@pytest.fixture
def post(client: Client) -> Post:
    return client.form
