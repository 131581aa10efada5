"""TLS: an invalid certificate is a fact about a page that was fetched; no session at all is a failure."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from tests.badweb.server import CLOSED, BadServer, answer, hangs, resets, sends
from tests.badweb.world import Authority, drain, fetch, network, server_context

from citecheck.adapters.http.tls import Trust
from citecheck.errors import ConfigError
from citecheck.model import FailureKind, Fetched, Hop
from citecheck.settings import NetworkSettings

PAST = datetime.now(UTC) - timedelta(days=2)


async def serve_page(context: ssl.SSLContext, settings: NetworkSettings) -> tuple[Fetched, Hop]:
    async with BadServer(tls=context) as server:
        server.serve("/", sends(answer(200, b"hello")))
        got = await fetch(server.url(), settings)
    assert got.outcome.failure is None
    return got, got.outcome.hops[-1]


async def test_a_valid_certificate(authority: Authority) -> None:
    _, hop = await serve_page(authority.context("127.0.0.1"), network(ca_file=authority.file))
    assert hop.tls is not None
    assert (hop.tls.verified, hop.tls.error) == (True, None)
    assert hop.tls.version.startswith("TLSv1.")
    assert hop.tls.cipher
    assert hop.tls.certificate_sha256 is not None
    assert len(hop.tls.certificate_sha256) == 64


async def test_plain_http_has_no_tls_facts(server: BadServer) -> None:
    assert (await fetch(server.url())).outcome.hops[0].tls is None


def incomplete_chain(authority: Authority) -> ssl.SSLContext:
    leaf = authority.ca.create_child_ca().issue_cert("127.0.0.1")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with leaf.private_key_pem.tempfile() as key, leaf.cert_chain_pems[0].tempfile() as alone:
        context.load_cert_chain(alone, key)
    return context


@pytest.mark.parametrize(
    ("context", "words"),
    [
        (lambda known: known.context("127.0.0.1", not_after=PAST), "expired"),
        (lambda known: known.context("other.example"), "mismatch"),
        (lambda known: server_context(trustme.CA().issue_cert("127.0.0.1")), "issuer"),
        (incomplete_chain, "issuer"),
    ],
    ids=["expired", "wrong name", "unknown issuer", "incomplete chain"],
)
async def test_an_invalid_certificate_is_told_and_the_page_is_fetched(
    authority: Authority, context: object, words: str
) -> None:
    got, hop = await serve_page(context(authority), network(ca_file=authority.file))  # type: ignore[operator]
    assert hop.tls is not None
    assert hop.tls.verified is False
    assert hop.tls.error is not None
    assert words in hop.tls.error
    assert hop.tls.certificate_sha256
    assert got.exchanges[0].payload == b"hello"


async def test_an_invalid_certificate_is_remembered_for_the_session(authority: Authority) -> None:
    async with BadServer(tls=authority.context("other.example")) as server:
        server.serve("*", sends(answer(200, b"hello"), then=CLOSED))
        got = await drain([server.url(f"/{n}") for n in range(2)], network(ca_file=authority.file))
        assert server.connections == 2
    facts = [one.outcome.hops[0].tls for one in got]
    assert [tls.verified for tls in facts if tls] == [False, False]


async def test_no_session_with_a_host_that_shares_no_cipher(authority: Authority) -> None:
    context = authority.context("127.0.0.1")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256")  # the certificate's key is ECDSA
    async with BadServer(tls=context) as server:
        got = await fetch(server.url(), network(ca_file=authority.file))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.TLS
    assert (got.outcome.hops[0].status, got.exchanges) == (None, ())


async def test_tls_to_a_plain_port() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer(400, b"speak HTTP"))
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        got = await fetch(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.TLS


async def test_a_handshake_that_never_ends_has_the_time_of_a_connection() -> None:
    async with silent_peer() as port:
        got = await fetch(f"https://127.0.0.1:{port}/", network(connect=0.3))
    assert got.outcome.failure is not None
    assert got.outcome.failure.kind is FailureKind.CONNECT_TIMEOUT


@asynccontextmanager
async def silent_peer() -> AsyncIterator[int]:
    """Accepts connections (the kernel does) and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


async def test_failures_inside_a_session_have_their_own_names(
    tls_server: BadServer, authority: Authority
) -> None:
    settings = network(ca_file=authority.file)
    tls_server.serve("/reset", resets())
    tls_server.serve("/hang", hangs())
    reset = await fetch(tls_server.url("/reset"), settings)
    hang = await fetch(tls_server.url("/hang"), settings)
    kinds = [one.outcome.failure.kind for one in (reset, hang) if one.outcome.failure]
    assert kinds == [FailureKind.RESET, FailureKind.READ_TIMEOUT]
    assert reset.outcome.hops[0].tls is not None


def test_a_file_that_holds_no_certificates_is_the_operators_mistake(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    with pytest.raises(ConfigError, match=r"ca\.pem"):
        Trust(tmp_path / "ca.pem")
