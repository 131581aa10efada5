"""When many failures are one: a host in trouble, or our own network down."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import lru_cache
from ipaddress import ip_address

from citecheck.model import FailureKind, FetchOutcome
from citecheck.urls import host_of, registrable_domain

TOGETHER = 0.8  # share of a host's URLs that fail in the same way
AT_LEAST = 5  # URLs; fewer say nothing about the host
LONGEST = timedelta(days=14)  # an incident this old is none any more: strikes count again

_OUTAGE = {
    FailureKind.DNS_SERVFAIL: "lookup",
    FailureKind.DNS_TIMEOUT: "lookup",
    FailureKind.REFUSED: "connect",
    FailureKind.UNREACHABLE: "connect",
    FailureKind.CONNECT_TIMEOUT: "connect",
    FailureKind.READ_TIMEOUT: "silent",
    FailureKind.DEADLINE: "silent",
    FailureKind.RESET: "cut",
    FailureKind.EMPTY_REPLY: "cut",
    FailureKind.TLS: "tls",
    FailureKind.GARBAGE: "garbage",
    FailureKind.ROBOTS_UNREADABLE: "5xx",
}
# What we decide ourselves, before or instead of going anywhere, says nothing about any network.
_NOT_TRIED = frozenset(
    {
        FailureKind.ROBOTS,
        FailureKind.ROBOTS_UNREADABLE,  # also where the answer is an earlier one
        FailureKind.BAD_URL,
        FailureKind.UNSAFE_TARGET,
    }
)


def host_incident(outcomes: Sequence[FetchOutcome], open_for: timedelta = timedelta(0)) -> bool:
    """Whether the outcomes of draining one host are one failure of the host: no strike counts then.

    80% of at least five URLs fail in the same way: connection, silence, TLS, look-up, or 5xx. Honest
    answers (404, 410, a name without host or address) and walls are no outage. `open_for` is how long the
    host's incident has been open; after two weeks it explains nothing any more.
    """
    if open_for >= LONGEST:
        return False
    by_url = {outcome.url: outcome for outcome in outcomes}
    if len(by_url) < AT_LEAST:
        return False
    ways = Counter(way for way in map(_outage, by_url.values()) if way is not None)
    return bool(ways) and ways.most_common(1)[0][1] >= TOGETHER * len(by_url)


def is_hosts_failure(outcome: FetchOutcome) -> bool:
    """Whether an outcome may be part of its host's trouble: neither an honest answer nor our own refusal."""
    return _outage(outcome) is not None


def shows_network(outcome: FetchOutcome, redirected_hosts: Collection[str] = ()) -> bool:
    """Whether an outcome proves that we reach the network."""
    return _reached(outcome) and _counts(outcome, redirected_hosts)


def failing_since(outcomes: Sequence[FetchOutcome], redirected_hosts: Collection[str] = ()) -> int:
    """Where the run of outcomes at the end begins that show no network: an outage of ours may begin in the
    middle of a drain."""
    ends = range(len(outcomes), 0, -1)
    return next((end for end in ends if shows_network(outcomes[end - 1], redirected_hosts)), 0)


def we_are_offline(
    outcomes: Sequence[FetchOutcome], canary_ok: bool, redirected_hosts: Collection[str] = ()
) -> bool:
    """Whether the failures are our own: nothing tried was reached, and the DNS canary is silent too.

    Only an HTTP answer proves that a host was reached: an isolated machine may get NXDOMAIN for every
    name, and accept a connection to anywhere. Hosts in `redirected_hosts` (--resolve; "*" for all) and
    private addresses do not count. Where nothing that counts was tried, we cannot tell, and say no.
    """
    if canary_ok or "*" in redirected_hosts:
        return False
    tried = [outcome for outcome in outcomes if _counts(outcome, redirected_hosts)]
    return bool(tried) and not any(_reached(outcome) for outcome in tried)


def unreached_domains(
    outcomes: Sequence[FetchOutcome], redirected_hosts: Collection[str] = ()
) -> frozenset[str]:
    """Registrable domains that were tried and gave no HTTP answer: two unrelated ones call for the canary."""
    counted = [outcome for outcome in outcomes if _counts(outcome, redirected_hosts)]
    reached = {_domain(outcome) for outcome in counted if _reached(outcome)}
    return frozenset(_domain(outcome) for outcome in counted) - reached


def _outage(outcome: FetchOutcome) -> str | None:
    if outcome.failure is not None:
        return _OUTAGE.get(outcome.failure.kind)
    return "5xx" if outcome.status is not None and outcome.status >= 500 and outcome.status < 600 else None


def _counts(outcome: FetchOutcome, redirected_hosts: Collection[str]) -> bool:
    if outcome.failure is not None and outcome.failure.kind in _NOT_TRIED:
        return False
    host = host_of(outcome.url)
    return (
        host is not None and host not in redirected_hosts and not _is_private(host) and not _is_nowhere(host)
    )


@lru_cache(maxsize=4096)  # asked several times of each fetch
def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_nowhere(host: str) -> bool:
    """Names under .invalid do not exist anywhere (RFC 6761): nobody is asked for them."""
    return host == "invalid" or host.endswith(".invalid")


def _reached(outcome: FetchOutcome) -> bool:
    return any(hop.status is not None for hop in outcome.hops)


def _domain(outcome: FetchOutcome) -> str:
    return registrable_domain(host_of(outcome.url) or outcome.url)
