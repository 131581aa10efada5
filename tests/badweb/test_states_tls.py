"""Certificates: the page is there with a warning; no session at all is a failure that may pass."""

import asyncio
from datetime import UTC, datetime

import pytest
import trustme
from tests.badweb.server import BadServer
from tests.badweb.test_states import judged
from tests.badweb.world import Authority, fetch, network, server_context
from tests.badweb.zoo_pages import ARTICLE

from citecheck.model import LinkState

STORY = "/2019/10/harbour-town-plants-ten-thousand-trees"


async def state_at(server: BadServer, authority: Authority) -> LinkState:
    server.serve(STORY, ARTICLE)
    return judged(await fetch(server.url(STORY), network(ca_file=authority.file))).state


async def test_a_valid_certificate_is_nothing_to_speak_of(authority: Authority) -> None:
    async with BadServer(tls=authority.context("127.0.0.1")) as server:
        assert await state_at(server, authority) is LinkState.ALIVE


@pytest.mark.parametrize("fault", ["wrong name", "expired", "unknown authority"])
async def test_an_invalid_certificate_is_a_warning(fault: str, authority: Authority) -> None:
    contexts = {
        "wrong name": lambda: authority.context("another.example"),
        "expired": lambda: authority.context("127.0.0.1", not_after=datetime(2020, 1, 1, tzinfo=UTC)),
        "unknown authority": lambda: server_context(trustme.CA().issue_cert("127.0.0.1")),
    }
    async with BadServer(tls=contexts[fault]()) as server:
        assert await state_at(server, authority) is LinkState.TLS_INVALID


async def test_tls_to_a_plain_port_is_a_failure(authority: Authority) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        fetched = await fetch(f"https://127.0.0.1:{port}{STORY}", network(ca_file=authority.file))
    assert judged(fetched).state is LinkState.TLS_FAILED
