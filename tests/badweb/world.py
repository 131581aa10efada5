"""What tests of the fetcher share: settings that reach loopback, and one-line fetches."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import trustme

from citecheck.adapters.clock import SystemClock
from citecheck.adapters.http import HttpFetcher
from citecheck.model import Fetched, FetchRequest, HostKey, Resolution, SourceKey
from citecheck.ports import Clock, Resolver
from citecheck.settings import FetchLimits, NetworkSettings
from citecheck.testing.web import FakeResolver

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
# Reads and connections end soon, so that a test of them does; whole fetches have time on a busy machine.
LIMITS = FetchLimits(connect=5.0, read=0.5, deadline=30.0)
NETWORK = NetworkSettings(limits=LIMITS, interval=0.0, obey_robots=False, allowed_networks=LOOPBACK)


class LiteralResolver(FakeResolver):
    """Scripted names; literal addresses are their own answer, as every resolver has it."""

    def answers(self, name: str, *answers: Resolution) -> None:
        """Answer `name` with these one after the other; the last one stays."""
        self._answers[name] = list(answers)

    async def resolve(self, host: str, *, fresh: bool = False) -> Any:
        if host not in self._answers and not host[-1].isalpha():
            self.has(host, host)
        return await super().resolve(host, fresh=fresh)


def network(**changes: Any) -> NetworkSettings:
    """Settings that reach loopback, without interval and robots; limits may be given by name."""
    limits = {key: changes.pop(key) for key in list(changes) if key in FetchLimits.__slots__}
    return replace(NETWORK, limits=replace(LIMITS, **limits), **changes)


def fetcher(
    settings: NetworkSettings = NETWORK, resolver: Resolver | None = None, clock: Clock | None = None
) -> HttpFetcher:
    return HttpFetcher(settings, resolver or LiteralResolver(), clock or SystemClock())


def asks(url: str, **changes: Any) -> FetchRequest:
    return FetchRequest(SourceKey(url), url, **changes)


async def fetch(
    url: str, settings: NetworkSettings = NETWORK, resolver: Resolver | None = None, **changes: Any
) -> Fetched:
    """One URL in a session of its own."""
    async with fetcher(settings, resolver).session(HostKey("host:80")) as session:
        return await session.fetch(asks(url, **changes))


async def drain(urls: list[str], settings: NetworkSettings = NETWORK) -> list[Fetched]:
    """URLs one after another in one session."""
    async with fetcher(settings).session(HostKey("host:80")) as session:
        return [await session.fetch(asks(url)) for url in urls]


class Authority:
    """A throw-away certificate authority whose root the fetcher is told of."""

    def __init__(self, folder: Path) -> None:
        self.ca = trustme.CA()
        self.file = folder / "ca.pem"
        self.ca.cert_pem.write_to_path(str(self.file))

    def context(self, *names: str, **options: Any) -> ssl.SSLContext:
        """A server's context with a certificate for `names`."""
        return server_context(self.ca.issue_cert(*names, **options))


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


@asynccontextmanager
async def session(settings: NetworkSettings = NETWORK) -> AsyncIterator[Any]:
    async with fetcher(settings).session(HostKey("host:80")) as opened:
        yield opened
