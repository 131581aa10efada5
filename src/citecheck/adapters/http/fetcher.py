"""HttpFetcher: the Fetcher port over the open web."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from citecheck.adapters.http.guard import is_public
from citecheck.adapters.http.marks import Marks
from citecheck.adapters.http.pacing import Pacer
from citecheck.adapters.http.session import Gear, HttpSession
from citecheck.adapters.http.tls import Trust
from citecheck.model import HostKey
from citecheck.ports import Clock, Resolver
from citecheck.settings import NetworkSettings


class HttpFetcher:
    """Fetches over HTTP/1.1, through the address guard, politely, keeping every byte.

    `interval_of` gives a host's own interval in seconds; without it the network's holds for all.
    `marks` are shared with other processes that may ask the same hosts.
    One fetcher serves the whole process: its sessions share the pace of hosts and their robots.txt.
    """

    def __init__(
        self,
        network: NetworkSettings,
        resolver: Resolver,
        clock: Clock,
        *,
        interval_of: Callable[[str], float] | None = None,
        marks: Marks | None = None,
    ) -> None:
        self._gear = Gear(
            network=network,
            resolver=resolver,
            clock=clock,
            pacer=Pacer(clock, marks),
            trust=Trust(network.ca_file),
            interval_of=interval_of or (lambda host: network.interval),
        )

    @asynccontextmanager
    async def session(self, host: HostKey) -> AsyncIterator[HttpSession]:
        """A conversation with `host`; its connections are closed at the end."""
        session = HttpSession(self._gear, host)
        try:
            with self._gear.reached.asking(host):
                yield session
        finally:
            await session.aclose()

    async def online(self) -> bool:
        """Whether any canary name resolves to public addresses. No connection and no errno says more."""
        tasks = [asyncio.create_task(self._resolves(name)) for name in self._gear.network.canaries]
        try:
            for answer in asyncio.as_completed(tasks):
                if await answer:
                    return True
            return False
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _resolves(self, name: str) -> bool:
        answer = await self._gear.resolver.resolve(name, fresh=True)
        return bool(answer.addresses) and all(is_public(address) for address in answer.addresses)
