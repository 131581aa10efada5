"""Name look-ups of our own: bounded, and telling NXDOMAIN, SERVFAIL and timeouts apart."""

import asyncio
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

import dns.asyncresolver
import dns.exception
import dns.name
import dns.nameserver
import dns.rdatatype
import dns.resolver

from citecheck.errors import ConfigError
from citecheck.model import Resolution

HOSTS_FILE = Path("/etc/hosts")
CACHED_ANSWERS = 10_000
FINAL = {"nxdomain": "no such name", "no_address": "no address"}  # what is believed when it is said twice


class DnsResolver:
    """Resolver port over DNS, with /etc/hosts read first.

    `nameservers` are IP addresses, each with a port if it is not 53; none means the system's.
    At most `concurrency` look-ups run at once, each for at most `timeout` seconds. A name does not
    exist, or has no address, only if it is said twice: by a second configured name server, where there is
    one, else by the first once more.
    """

    def __init__(
        self,
        nameservers: Sequence[str] = (),
        *,
        timeout: float = 8.0,
        concurrency: int = 128,
        hosts_file: Path = HOSTS_FILE,
    ) -> None:
        self._timeout = timeout
        self._slots = asyncio.Semaphore(concurrency)
        self._hosts = _HostsFile(hosts_file)
        self._dns = _stub([_server(text) for text in nameservers], timeout)
        others = self._dns.nameservers[1:]
        self._second = _stub(others or self._dns.nameservers, timeout, cached=False)
        self._uncached = _stub(self._dns.nameservers, timeout, cached=False)

    async def resolve(self, host: str, *, fresh: bool = False) -> Resolution:
        """All addresses of `host`. Literal addresses are their own answer, localhost is loopback.
        `fresh`: not from what name servers said earlier."""
        name = host.strip("[]").rstrip(".").lower()
        known = _literal(name) or _special(name) or self._hosts.addresses(name)
        if known:
            return Resolution(known, None)
        if name.endswith(".invalid") or name == "invalid":
            return Resolution((), "nxdomain", "names under .invalid never exist (RFC 6761)")
        if not self._dns.nameservers:
            return Resolution((), "timeout", "no name server is configured")
        async with self._slots:
            return await self._look_up(name, self._uncached if fresh else self._dns)

    async def _look_up(self, name: str, stub: dns.asyncresolver.Resolver) -> Resolution:
        try:
            full = dns.name.from_text(name, None if "." not in name else dns.name.root)
        except dns.exception.DNSException as error:
            return Resolution((), "nxdomain", f"not a name DNS can hold: {error}")
        first = await self._both(stub, full)
        if first.failure not in FINAL:
            return first
        second = await self._both(self._second, full)
        if second.failure == first.failure or second.failure not in FINAL:
            return second
        said = f"{FINAL[first.failure]}, then {FINAL[second.failure]}"
        return Resolution((), "servfail", f"name servers disagree: {said}")

    async def _both(self, stub: dns.asyncresolver.Resolver, name: dns.name.Name) -> Resolution:
        """All addresses of both families."""
        four, six = await asyncio.gather(self._ask(stub, name, "A"), self._ask(stub, name, "AAAA"))
        if four.addresses or six.addresses:
            return Resolution(four.addresses + six.addresses, None)
        return _telling(four, six)

    async def _ask(self, stub: dns.asyncresolver.Resolver, name: dns.name.Name, kind: str) -> Resolution:
        try:
            answer = await stub.resolve(name, kind, raise_on_no_answer=True, search=not name.is_absolute())
        except dns.resolver.NXDOMAIN:
            return Resolution((), "nxdomain", f"{name} does not exist")
        except dns.resolver.NoAnswer:
            return Resolution((), "no_address", f"{name} exists but has no address")
        except dns.exception.Timeout:
            return Resolution((), "timeout", f"no name server answered within {self._timeout:g} s")
        except (dns.exception.DNSException, OSError) as error:
            return Resolution((), "servfail", str(error) or type(error).__name__)
        return Resolution(tuple(row.to_text() for row in answer), None)


def _server(text: str) -> dns.nameserver.Nameserver:
    """A name server from "address", "address:port" or "[address]:port"."""
    bare = _literal(text.strip("[]"))
    if bare:
        return dns.nameserver.Do53Nameserver(bare[0])
    address, _, port = text.rpartition(":")
    literal = _literal(address.strip("[]"))
    if not literal or not port.isdecimal():
        raise ConfigError(f"name server {text!r} is not an IP address, or one with a port")
    return dns.nameserver.Do53Nameserver(literal[0], int(port))


def _stub(
    servers: Sequence[str | dns.nameserver.Nameserver], timeout: float, *, cached: bool = True
) -> dns.asyncresolver.Resolver:
    """A stub resolver that asks `servers`, or the system's where there are none."""
    try:
        stub = dns.asyncresolver.Resolver(configure=not servers)
    except dns.resolver.NoResolverConfiguration:
        stub = dns.asyncresolver.Resolver(configure=False)
    if servers:
        stub.nameservers = list(servers)
    stub.lifetime = timeout
    stub.timeout = timeout / 3
    stub.cache = dns.resolver.LRUCache(CACHED_ANSWERS) if cached else None
    return stub


def _telling(four: Resolution, six: Resolution) -> Resolution:
    """Of two failed look-ups the one that says more about the name; never "gone" on a half answer."""
    for failure in ("timeout", "servfail", "no_address", "nxdomain"):
        for answer in (four, six):
            if answer.failure == failure:
                return answer
    return four


def _literal(name: str) -> tuple[str, ...]:
    try:
        return (str(ip_address(name)),)
    except ValueError:
        return ()


def _special(name: str) -> tuple[str, ...]:
    """localhost (RFC 6761) is the IPv4 loopback alone: opening 127.0.0.0/8 has to be enough for it."""
    return ("127.0.0.1",) if name == "localhost" or name.endswith(".localhost") else ()


class _HostsFile:
    """The operator's own names, read again when the file changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at: float | None = None
        self._names: dict[str, tuple[str, ...]] = {}

    def addresses(self, name: str) -> tuple[str, ...]:
        try:
            changed_at = self._path.stat().st_mtime
            if changed_at != self._read_at:
                self._names = _parse_hosts(self._path.read_text(encoding="utf-8", errors="replace"))
                self._read_at = changed_at
        except OSError:
            return ()
        return self._names.get(name, ())


def _parse_hosts(text: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        address, *aliases = line.partition("#")[0].split() or [""]
        if not _literal(address):
            continue
        for alias in aliases:
            key = alias.lower().rstrip(".")
            names[key] = (*names.get(key, ()), address)
    return names
