"""Every setting as a frozen value. Durations are seconds, sizes are bytes."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from pathlib import Path

from citecheck.model import Publishers

MB = 1024 * 1024
Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Override:
    """One --resolve entry: connections to host:port go to address:to_port. Host "*" is any host."""

    host: str
    port: int
    address: Address
    to_port: int


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds of one fetch."""

    connect: float = 10.0
    read: float = 15.0
    deadline: float = 45.0  # one fetch with all its hops; waiting for the host's turn not counted
    redirects: int = 10
    wire: int = 20 * MB
    wire_pdf: int = 50 * MB
    decoded: int = 50 * MB
    encodings: int = 2  # layers of content encoding
    ratio: int = 200  # decoded to encoded, once above ratio_floor
    ratio_floor: int = 5 * MB
    head: int = 64 * 1024


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """How and where we may fetch."""

    limits: FetchLimits = FetchLimits()
    interval: float = 2.0  # start to start, per host:port, for every request
    obey_robots: bool = True
    user_agent: str = "citecheck/0.1 (+https://github.com/citecheck/citecheck; citation check)"
    contact: str | None = None  # operator's address or page, added to the User-Agent
    overrides: tuple[Override, ...] = ()
    ca_file: Path | None = None
    allowed_networks: tuple[Network, ...] = ()  # reachable although private
    nameservers: tuple[str, ...] = ()  # empty: the system's
    canaries: tuple[str, ...] = ("example.com", "wikipedia.org", "iana.org")
    concurrent_hosts: int = 64
    retry_after_cap: float = 86_400.0

    @property
    def redirected_hosts(self) -> frozenset[str]:
        """Hosts of `overrides`: what they answer says nothing of the network."""
        return frozenset(override.host for override in self.overrides)


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where the daily report is sent. No recipients: it is not sent, only frozen as a page."""

    host: str = "localhost"
    port: int = 25
    sender: str = "citecheck@localhost"
    recipients: tuple[str, ...] = ()
    username: str | None = None
    password: str | None = None
    start_tls: bool | None = None  # None: when the server offers it
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """The web pages and the clock of `citecheck serve`."""

    host: str = "127.0.0.1"
    port: int = 8400
    report_hour: int = 6  # in the operator's timezone
    base_url: str | None = None  # how people reach the pages, for links in mails
    hosts: tuple[str, ...] = ()  # further names that the Host header may carry


@dataclass(frozen=True, slots=True)
class Settings:
    """All there is to set, read once at start and passed on in parts."""

    data_dir: Path
    publishers: Publishers
    network: NetworkSettings = NetworkSettings()
    database_url: str | None = None  # None: SQLite in data_dir
    timezone: str = "UTC"
    cpu_workers: int = 2
    cpu_memory: int = 1024 * MB  # per worker
    cpu_timeout: float = 30.0
    mail: MailSettings = MailSettings()
    serve: ServeSettings = ServeSettings()
