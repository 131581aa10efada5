from datetime import timedelta

from tests.unit.classify.making import hop, outcome

from citecheck.classify import host_incident, unreached_domains, we_are_offline
from citecheck.model import FailureKind, FetchOutcome

K = FailureKind


def failing(host: str, kind: FailureKind, path: str = "/x") -> FetchOutcome:
    return outcome(url=f"https://{host}{path}", failure=kind)


def fine(host: str, path: str = "/x", status: int = 200) -> FetchOutcome:
    return outcome(hop(f"https://{host}{path}", status))


def many(count: int, kind: FailureKind = K.CONNECT_TIMEOUT) -> list[FetchOutcome]:
    return [failing("paper.example", kind, f"/{n}") for n in range(count)]


def test_fifty_urls_that_fail_together_are_one_incident() -> None:
    assert host_incident(many(50))
    assert host_incident([*many(40), *(fine("paper.example", f"/ok{n}") for n in range(10))])
    assert not host_incident([*many(39), *(fine("paper.example", f"/ok{n}") for n in range(11))])


def test_5xx_is_an_outage_and_404_is_an_answer() -> None:
    assert host_incident([fine("paper.example", f"/{n}", 503) for n in range(10)])
    assert not host_incident([fine("paper.example", f"/{n}", 404) for n in range(10)])
    assert not host_incident(many(10, K.DNS_NXDOMAIN))
    assert not host_incident(many(10, K.DNS_NO_ADDRESS))


def test_failing_in_different_ways_is_no_incident() -> None:
    mixed = [
        *many(3, K.REFUSED),
        *(failing("paper.example", K.GARBAGE, f"/g{n}") for n in range(3)),
        *(fine("paper.example", f"/5{n}", 500) for n in range(3)),
    ]
    assert not host_incident(mixed)


def test_few_urls_say_nothing_about_a_host() -> None:
    assert not host_incident(many(4))
    assert not host_incident(many(1) * 50)
    assert not host_incident([])


def test_an_old_incident_explains_nothing() -> None:
    assert host_incident(many(9), timedelta(days=13))
    assert not host_incident(many(9), timedelta(days=14))


def test_offline_needs_every_host_unreached_and_a_silent_canary() -> None:
    dead_ends = [failing("a.example.org", K.DNS_NXDOMAIN), failing("b.example.net", K.CONNECT_TIMEOUT)]
    assert we_are_offline(dead_ends, canary_ok=False)
    assert not we_are_offline(dead_ends, canary_ok=True)
    assert not we_are_offline([*dead_ends, fine("c.example.com")], canary_ok=False)
    assert not we_are_offline([*dead_ends, fine("c.example.com", status=503)], canary_ok=False)


def test_one_url_needs_the_canary_alone() -> None:
    one = [failing("a.example.org", K.DNS_NXDOMAIN)]
    assert we_are_offline(one, canary_ok=False)
    assert we_are_offline([failing("a.example.org", K.DNS_NO_ADDRESS)], canary_ok=False)
    assert not we_are_offline(one, canary_ok=True)


def test_an_accepted_connection_proves_nothing() -> None:
    silent = outcome(hop("https://a.example.org/x", None), failure=K.READ_TIMEOUT)
    assert we_are_offline([silent], canary_ok=False)


def test_hosts_under_resolve_and_private_addresses_do_not_count() -> None:
    reached = [fine("demo.example"), fine("127.0.0.1"), fine("localhost")]
    lost = [failing("a.example.org", K.DNS_SERVFAIL)]
    assert we_are_offline([*reached, *lost], canary_ok=False, redirected_hosts={"demo.example"})
    assert not we_are_offline(reached, canary_ok=False, redirected_hosts={"demo.example"})
    assert not we_are_offline(lost, canary_ok=False, redirected_hosts={"*"})


def test_names_that_never_exist_tell_nothing_of_our_network() -> None:
    assert not we_are_offline([failing("paper.invalid", K.DNS_NXDOMAIN)], canary_ok=False)


def test_what_we_refuse_was_not_tried() -> None:
    ours = [failing("a.example.org", kind) for kind in (K.ROBOTS, K.BAD_URL, K.UNSAFE_TARGET)]
    assert not we_are_offline(ours, canary_ok=False)
    assert not we_are_offline([], canary_ok=False)


def test_unreached_domains() -> None:
    seen = [
        failing("news.bbc.co.uk", K.REFUSED),
        failing("www.bbc.co.uk", K.REFUSED),
        failing("a.example.org", K.REFUSED),
        fine("b.example.org"),
        failing("c.example.net", K.DNS_NO_ADDRESS),
    ]
    assert unreached_domains(seen) == {"bbc.co.uk", "example.net"}
