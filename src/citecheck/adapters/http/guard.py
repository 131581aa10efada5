"""Where we never go: addresses that are not the public web."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from citecheck.settings import Address, Network

NAT64 = ip_network("64:ff9b::/96")
GLOBAL_UNICAST = ip_network("2000::/3")

# Addresses that `ipaddress.is_global` lets pass (IANA special-purpose registries, RFC 6890 and later).
SPECIAL = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "192.0.0.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.175.48.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b:1::/48",
        "100::/63",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)

# Where clouds hand out credentials: opening a network around one of these does not open it.
METADATA = frozenset(
    ip_address(text)
    for text in ("169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "fd00:ec2::254")
)


def refusal(address: str, allowed: Sequence[Network] = ()) -> str | None:
    """Why `address` may not be connected to, in words, or None where it may.

    `allowed` opens networks although they are private; a metadata address only if it is named alone.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return f"{address!r} is not an IP address"
    if isinstance(parsed, IPv6Address) and parsed.scope_id is not None:
        return f"{address} has a zone"
    inner = _embedded(parsed)
    if inner is not None:
        reason = refusal(str(inner), allowed)
        return reason and f"{address} stands for {inner}: {reason}"
    return _judged(parsed, allowed)


def is_public(address: str) -> bool:
    """Whether `address` belongs to the public internet."""
    return refusal(address) is None


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to (mapped, or translated by NAT64)."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None


def _judged(address: Address, allowed: Sequence[Network]) -> str | None:
    opened = [network for network in allowed if address.version == network.version and address in network]
    if address in METADATA:
        alone = any(network.num_addresses == 1 for network in opened)
        return None if alone else f"{address} serves a cloud's machine metadata"
    if opened:
        return None
    if not address.is_global or any(address in network for network in SPECIAL):
        return f"{address} is a private or special address"
    if isinstance(address, IPv6Address) and address not in GLOBAL_UNICAST:
        return f"{address} is not a public address"
    return None
