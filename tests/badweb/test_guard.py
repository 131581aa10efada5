"""Nothing reaches an address that is not the public web, by whatever road."""

from ipaddress import ip_address, ip_network

import pytest
from tests.badweb.server import CLOSED, BadServer, answer, redirect, sends
from tests.badweb.world import LOOPBACK, drain, fetch, network

from citecheck.adapters.http.targets import parse_target
from citecheck.model import FailureKind, Fetched, FetchFailure, Resolution
from citecheck.settings import Override
from citecheck.testing.web import FakeResolver

CLOSED_WORLD = network(allowed_networks=())


def kind(got: Fetched) -> FailureKind | None:
    return got.outcome.failure.kind if got.outcome.failure else None


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "10.0.0.1",
        "192.168.1.1",
        "224.0.0.1",
        "１２７。０。０。１",
        "①②⑦.0.0.1",
        "127.0.0.1.",
    ],
)
async def test_a_private_address_is_refused_before_any_connection(host: str) -> None:
    async with BadServer() as server:
        got = await fetch(f"http://{host}:{server.port}/", CLOSED_WORLD)
    assert kind(got) is FailureKind.UNSAFE_TARGET
    assert (got.outcome.hops, got.exchanges, server.connections) == ((), (), 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1@example.org/",
        "http://example.org:80@127.0.0.1/",
        "http://example.org\\@127.0.0.1/",
        "http://127.0.0.1%2f@example.org/",
        "http://%31%32%37.0.0.1/",
        "http://[::1%25lo]/",
        "http://1.2.3.256/",
        "http:///etc/passwd",
        "http://",
        "http://a b/",
        "http:127.0.0.1/",
        "file:///etc/passwd",
        "gopher://x/",
        "http://exa\x00mple.org/",
        "http://example.org:99999/",
        "http://example.org:8a/",
        "http://..",
        "",
        "x",
    ],
)
async def test_a_url_that_parsers_read_differently_is_not_fetched(url: str) -> None:
    resolver = FakeResolver()
    assert kind(await fetch(url, CLOSED_WORLD, resolver)) is FailureKind.BAD_URL
    assert resolver.asked == []


@pytest.mark.parametrize("port", [1, 9, 81, 8080])
def test_a_port_where_nothing_can_be_harmed_is_tried(port: int) -> None:
    assert not isinstance(parse_target(f"http://paper.example:{port}/"), FetchFailure)


@pytest.mark.parametrize("port", [22, 25, 6000, 6667])
async def test_ports_that_serve_no_pages_are_refused(port: int) -> None:
    assert kind(await fetch(f"http://127.0.0.1:{port}/")) is FailureKind.UNSAFE_TARGET


async def test_a_name_with_one_forbidden_address_is_refused_whole(server: BadServer) -> None:
    opened = network(allowed_networks=(ip_network("127.0.0.1/32"),))
    resolver = FakeResolver()
    resolver.has("mixed.example", "127.0.0.1", "10.0.0.1")
    got = await fetch(f"http://mixed.example:{server.port}/", opened, resolver)
    assert kind(got) is FailureKind.UNSAFE_TARGET
    assert server.connections == 0


async def test_what_was_judged_is_what_is_connected_to(server: BadServer) -> None:
    """DNS rebinding: the second answer would be another address, and is never asked for."""
    opened = network(allowed_networks=(ip_network("127.0.0.1/32"),))
    answers = [Resolution(("127.0.0.1",), None), Resolution(("10.0.0.1",), None)]
    resolver = FakeResolver({"rebind.example": answers})
    server.serve("/", sends(answer(302, b"", [("Location", "/b")]), then=CLOSED))
    server.serve("/b", sends(answer(200, b"here")))
    got = await fetch(f"http://rebind.example:{server.port}/", opened, resolver)
    assert [hop.address for hop in got.outcome.hops] == ["127.0.0.1", "127.0.0.1"]
    assert (resolver.asked, server.connections) == (["rebind.example"], 2)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://169.254.169.254/latest/meta-data/", FailureKind.UNSAFE_TARGET),
        ("http://10.0.0.1/", FailureKind.UNSAFE_TARGET),
        ("//[::ffff:10.0.0.1]/", FailureKind.UNSAFE_TARGET),
        ("http://private.example/", FailureKind.UNSAFE_TARGET),
        ("http://0x0a000001/", FailureKind.UNSAFE_TARGET),
        ("http://127.0.0.1:22/", FailureKind.UNSAFE_TARGET),
        ("file:///etc/passwd", FailureKind.UNSAFE_TARGET),
        ("javascript:alert(1)", FailureKind.UNSAFE_TARGET),
        ("http://user:secret@127.0.0.1/", FailureKind.BAD_URL),
        ("http://[::1", FailureKind.BAD_URL),
    ],
)
async def test_every_hop_goes_through_the_guard(
    server: BadServer, location: str, expected: FailureKind
) -> None:
    server.serve("/", redirect(location))
    resolver = FakeResolver()
    resolver.has("127.0.0.1", "127.0.0.1")
    resolver.has("private.example", "192.168.0.1")
    for literal in ("169.254.169.254", "10.0.0.1", "::ffff:a00:1", "::ffff:10.0.0.1"):
        resolver.has(literal, literal)
    got = await fetch(server.url(), resolver=resolver)
    assert kind(got) is expected
    assert (len(got.outcome.hops), got.outcome.status) == (1, 302)
    assert len(got.exchanges) == 1


async def test_an_override_replaces_the_look_up_and_the_port(server: BadServer) -> None:
    server.serve("/", sends(answer(200, b"here")))
    entries = (
        Override("*", 80, ip_address("127.0.0.9"), 1),
        Override("there.example", 80, ip_address("127.0.0.1"), server.port),
    )
    resolver = FakeResolver()
    got = await fetch("http://there.example/", network(overrides=entries), resolver)
    assert (got.outcome.status, resolver.asked) == (200, [])
    assert server.log[0].header("Host") == "there.example"


async def test_an_override_for_any_host(server: BadServer) -> None:
    entries = (Override("*", 80, ip_address("127.0.0.1"), server.port),)
    got = await drain(["http://a.example/", "http://b.example/x"], network(overrides=entries))
    assert [one.outcome.status for one in got] == [404, 404]
    assert [seen.header("Host") for seen in server.log] == ["a.example", "b.example"]


async def test_an_override_alone_opens_no_private_address(server: BadServer) -> None:
    entries = (Override("there.example", 80, ip_address("127.0.0.1"), server.port),)
    got = await fetch("http://there.example/", network(overrides=entries, allowed_networks=()))
    assert kind(got) is FailureKind.UNSAFE_TARGET
    assert server.connections == 0


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        ("nxdomain", FailureKind.DNS_NXDOMAIN),
        ("no_address", FailureKind.DNS_NO_ADDRESS),
        ("servfail", FailureKind.DNS_SERVFAIL),
        ("timeout", FailureKind.DNS_TIMEOUT),
    ],
)
async def test_a_failed_look_up_is_a_value(failure: str, expected: FailureKind) -> None:
    resolver = FakeResolver()
    resolver.fails("gone.example", failure)
    got = await fetch("http://gone.example/", resolver=resolver)
    assert (kind(got), got.outcome.hops) == (expected, ())


async def test_a_dead_address_does_not_hide_a_good_one() -> None:
    async with BadServer(address="127.0.0.2") as server:
        resolver = FakeResolver()
        resolver.has("two.example", "127.0.0.1", "127.0.0.2")
        got = await fetch(f"http://two.example:{server.port}/", resolver=resolver)
    assert (got.outcome.status, got.outcome.hops[0].address) == (404, "127.0.0.2")


async def test_ipv6_and_international_names() -> None:
    async with BadServer(address="::1") as server:
        server.serve("*", sends(answer(200, b"here")))
        resolver = FakeResolver()
        resolver.has("::1", "::1")
        resolver.has("xn--mnchen-3ya.example", "::1")
        literal = await fetch(f"http://[::1]:{server.port}/", resolver=resolver)
        named = await fetch(f"http://München.example:{server.port}/straße?q=é", resolver=resolver)
    assert [literal.outcome.status, named.outcome.status] == [200, 200]
    assert [seen.header("Host") for seen in server.log] == [
        f"[::1]:{server.port}",
        f"xn--mnchen-3ya.example:{server.port}",
    ]
    assert server.log[1].path == "/stra%C3%9Fe?q=%C3%A9"
    assert LOOPBACK[1] == ip_network("::1/128")


async def test_an_entry_for_any_name_leads_no_literal_address_elsewhere(server: BadServer) -> None:
    here = ip_address("127.0.0.1")
    opened = network(overrides=(Override("*", 80, here, server.port),))
    for url in ("http://169.254.169.254/latest/", "http://[fd00:ec2::254]/", "http://2852039166/"):
        assert kind(await fetch(url, opened)) is FailureKind.UNSAFE_TARGET
    assert server.connections == 0
    assert (await fetch("http://paper.example/", opened)).outcome.status == 404
    itself = network(overrides=(Override("192.0.2.1", 80, here, server.port),))
    assert (await fetch("http://192.0.2.1/", itself)).outcome.status == 404
