"""Which addresses a host may be reached at: resolved once, judged, and kept for the session."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from citecheck.adapters.http.guard import refusal
from citecheck.model import FailureKind, FetchFailure, Resolution
from citecheck.ports import Resolver
from citecheck.settings import NetworkSettings, Override

DNS_KINDS = {
    "nxdomain": FailureKind.DNS_NXDOMAIN,
    "no_address": FailureKind.DNS_NO_ADDRESS,
    "servfail": FailureKind.DNS_SERVFAIL,
    "timeout": FailureKind.DNS_TIMEOUT,
}


@dataclass(frozen=True, slots=True)
class Pinned:
    """Addresses that passed the guard, in the order to try them, and the port to connect to."""

    addresses: tuple[str, ...]
    port: int


class AddressBook:
    """Resolves each host:port once, so that what was judged is what is connected to."""

    def __init__(self, network: NetworkSettings, resolver: Resolver) -> None:
        self._network = network
        self._resolver = resolver
        self._pinned: dict[tuple[str, int], Pinned] = {}

    async def find(self, host: str, port: int) -> Pinned | FetchFailure:
        """Where to connect for host:port, or why nowhere. Refused if *any* address is forbidden."""
        known = self._pinned.get((host, port))
        if known is not None:
            return known
        override = _override(self._network.overrides, host, port)
        if override is not None:
            found: Pinned | FetchFailure = Pinned((str(override.address),), override.to_port)
        else:
            found = _answer(host, port, await self._resolver.resolve(host))
        if isinstance(found, FetchFailure):
            return found
        for address in found.addresses:
            reason = refusal(address, self._network.allowed_networks)
            if reason is not None:
                return FetchFailure(FailureKind.UNSAFE_TARGET, f"{host}: {reason}")
        self._pinned[host, port] = found
        return found


def _answer(host: str, port: int, resolution: Resolution) -> Pinned | FetchFailure:
    if resolution.failure is not None or not resolution.addresses:
        kind = DNS_KINDS[resolution.failure or "no_address"]
        return FetchFailure(kind, f"{host}: {resolution.detail or kind.value}")
    # IPv4 first: a host's IPv6 address is dead more often than the other way round.
    ordered = sorted(dict.fromkeys(resolution.addresses), key=lambda address: ":" in address)
    return Pinned(tuple(ordered), port)


def _override(overrides: Sequence[Override], host: str, port: int) -> Override | None:
    """The entry for this very host, else the one for any name. A literal address is nobody's name: it goes
    where it says, and through the guard, unless it is entered itself."""
    for wanted in (host,) if _is_literal(host) else (host, "*"):
        for entry in overrides:
            if entry.port == port and entry.host.lower().strip("[]") == wanted:
                return entry
    return None


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
