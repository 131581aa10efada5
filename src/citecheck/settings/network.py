"""--resolve and --allow-network entries, and the same in the environment."""

import re
from ipaddress import ip_address, ip_network

from citecheck.errors import ConfigError
from citecheck.settings.values import Address, Network, Override

_ENTRY = re.compile(
    r"(?P<host>\*|\[[0-9A-Fa-f:.]+\]|[^:\[\]\s]+):(?P<port>[0-9]{1,5}):"
    r"(?P<address>\[[0-9A-Fa-f:.]+\]|[^:\[\]\s]+)(?::(?P<to>[0-9]{1,5}))?"
)
_FORM = "HOST:PORT:ADDRESS[:PORT], with * for any host and IPv6 addresses in brackets"


def parse_override(entry: str) -> Override:
    """One --resolve entry; ConfigError when it does not fit. Without a second port the first is used."""
    match = _ENTRY.fullmatch(entry.strip())
    if match is None:
        raise ConfigError(f"--resolve '{entry}': write it as {_FORM}")
    port = _port(match["port"], entry)
    to_port = port if match["to"] is None else _port(match["to"], entry)
    host = match["host"].strip("[]").lower().removesuffix(".")
    return Override(host, port, _address(match["address"].strip("[]"), entry), to_port)


def parse_network(entry: str) -> Network:
    """One --allow-network entry, a CIDR block or a single address; ConfigError when it does not fit."""
    try:
        return ip_network(entry.strip())
    except ValueError as error:
        raise ConfigError(
            f"--allow-network '{entry}': {_reason(entry, error)}; write it as 127.0.0.0/8 or fd00::/8"
        ) from error


def _reason(entry: str, error: ValueError) -> str:
    return "the address has bits beyond its prefix" if "host bits" in str(error) else "that is not a network"


def _port(digits: str, entry: str) -> int:
    port = int(digits)
    if not 0 < port < 65_536:
        raise ConfigError(f"--resolve '{entry}': {digits} is not a port; ports are 1 to 65535")
    return port


def _address(text: str, entry: str) -> Address:
    try:
        return ip_address(text)
    except ValueError as error:
        raise ConfigError(
            f"--resolve '{entry}': '{text}' is not an IP address; write it as {_FORM}"
        ) from error
