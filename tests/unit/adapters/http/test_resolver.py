"""DnsResolver against a name server of our own on loopback."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest

from citecheck.adapters.http import DnsResolver
from citecheck.errors import ConfigError

Script = Callable[[str, str], object]  # (name, type) -> addresses, an rcode, or None for silence


class NameServer(asyncio.DatagramProtocol):
    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[tuple[str, str]] = []
        self.transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        query = dns.message.from_wire(data)
        question = query.question[0]
        name, kind = question.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind))
        found = self.script(name, kind)
        if found is None or self.transport is None:
            return
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        if isinstance(found, list):
            if found:
                response.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *found))
        else:
            response.set_rcode(found)  # type: ignore[arg-type]
        self.transport.sendto(response.to_wire(), addr)


@asynccontextmanager
async def name_server(script: Script) -> AsyncIterator[tuple[NameServer, str]]:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(
        lambda: NameServer(script), local_addr=("127.0.0.1", 0)
    )
    try:
        yield server, f"127.0.0.1:{transport.get_extra_info('sockname')[1]}"
    finally:
        transport.close()
        await asyncio.sleep(0)


def script(name: str, kind: str) -> object:
    answers: dict[str, dict[str, object]] = {
        "both.example": {"A": ["8.8.8.8", "8.8.4.4"], "AAAA": ["2001:4860:4860::8888"]},
        "four.example": {"A": ["8.8.8.8"], "AAAA": []},
        "half.example": {"A": ["8.8.8.8"], "AAAA": dns.rcode.SERVFAIL},
        "none.example": {"A": [], "AAAA": []},
        "broken.example": {"A": dns.rcode.SERVFAIL, "AAAA": dns.rcode.SERVFAIL},
        "doubt.example": {"A": dns.rcode.NXDOMAIN, "AAAA": dns.rcode.SERVFAIL},
        "silent.example": {"A": None, "AAAA": None},
    }
    return answers.get(name, {}).get(kind, dns.rcode.NXDOMAIN)


@pytest.mark.parametrize(
    ("name", "addresses", "failure"),
    [
        ("both.example", {"8.8.8.8", "8.8.4.4", "2001:4860:4860::8888"}, None),
        ("BOTH.example.", {"8.8.8.8", "8.8.4.4", "2001:4860:4860::8888"}, None),
        ("four.example", {"8.8.8.8"}, None),
        ("half.example", {"8.8.8.8"}, None),
        ("none.example", set(), "no_address"),
        ("broken.example", set(), "servfail"),
        ("doubt.example", set(), "servfail"),
        ("silent.example", set(), "timeout"),
        ("gone.example", set(), "nxdomain"),
        (f"{'a' * 64}.example", set(), "nxdomain"),
    ],
)
async def test_answers_are_told_apart(name: str, addresses: set[str], failure: str | None) -> None:
    async with name_server(script) as (_, address):
        found = await DnsResolver([address], timeout=0.6).resolve(name)
    assert (set(found.addresses), found.failure) == (addresses, failure)
    assert found.detail or not failure


@pytest.mark.parametrize(
    ("second", "failure"),
    [
        (lambda name, kind: dns.rcode.NXDOMAIN, "nxdomain"),
        (lambda name, kind: dns.rcode.SERVFAIL, "servfail"),
        (lambda name, kind: None, "timeout"),
        (lambda name, kind: ["8.8.8.8"] if kind == "A" else [], None),
    ],
    ids=["agrees", "fails", "is silent", "knows it"],
)
async def test_a_name_is_gone_when_two_name_servers_agree(second: Script, failure: str | None) -> None:
    async with (
        name_server(lambda name, kind: dns.rcode.NXDOMAIN) as (_, one),
        name_server(second) as (other, two),
    ):
        found = await DnsResolver([one, two], timeout=0.6).resolve("gone.example")
    assert found.failure == failure
    assert other.asked != []


@pytest.mark.parametrize(
    ("second", "failure"),
    [
        (lambda name, kind: [], "no_address"),
        (lambda name, kind: dns.rcode.NXDOMAIN, "servfail"),
        (lambda name, kind: dns.rcode.SERVFAIL, "servfail"),
        (lambda name, kind: None, "timeout"),
        (lambda name, kind: ["8.8.8.8"] if kind == "A" else [], None),
        (lambda name, kind: ["2001:4860:4860::8888"] if kind == "AAAA" else [], None),
    ],
    ids=["agrees", "knows no such name", "fails", "is silent", "knows it", "knows its IPv6 address"],
)
async def test_a_name_has_no_address_when_two_name_servers_agree(second: Script, failure: str | None) -> None:
    async with name_server(lambda name, kind: []) as (_, one), name_server(second) as (other, two):
        found = await DnsResolver([one, two], timeout=0.6).resolve("none.example")
    assert found.failure == failure
    assert other.asked != []
    assert "does not exist" not in found.detail


async def test_a_single_name_server_is_asked_twice_before_it_is_believed() -> None:
    asked: list[str] = []

    def forgetful(name: str, kind: str) -> object:
        asked.append(kind)
        return dns.rcode.NXDOMAIN if len(asked) <= 2 else ["8.8.8.8"] if kind == "A" else []

    async with name_server(forgetful) as (_, address):
        found = await DnsResolver([address], timeout=0.6).resolve("back.example")
    assert found.addresses == ("8.8.8.8",)


async def test_a_fresh_answer_is_none_that_was_kept() -> None:
    async with name_server(script) as (server, address):
        resolver = DnsResolver([address], timeout=0.6)
        for _ in range(3):
            await resolver.resolve("both.example")
        assert len(server.asked) == 2
        assert (await resolver.resolve("both.example", fresh=True)).addresses
        assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("8.8.8.8", "8.8.8.8"),
        ("[::1]", "::1"),
        ("2001:DB8::1", "2001:db8::1"),
        ("localhost", "127.0.0.1"),
        ("app.localhost.", "127.0.0.1"),
        ("Wiki", "10.0.0.5"),
        ("wiki.desk.example", "10.0.0.5"),
    ],
)
async def test_what_needs_no_name_server(tmp_path: Path, name: str, expected: str) -> None:
    hosts = tmp_path / "hosts"
    hosts.write_text("# ours\n10.0.0.5\twiki wiki.desk.example # the wiki\nnonsense wiki\n\n")
    async with name_server(script) as (server, address):
        found = await DnsResolver([address], hosts_file=hosts).resolve(name)
    assert (found.addresses, found.failure, server.asked) == ((expected,), None, [])


async def test_a_changed_hosts_file_is_read_again(tmp_path: Path) -> None:
    hosts = tmp_path / "hosts"
    resolver = DnsResolver(["127.0.0.1:9"], hosts_file=hosts)
    hosts.write_text("10.0.0.5 wiki")
    assert (await resolver.resolve("wiki")).addresses == ("10.0.0.5",)
    hosts.write_text("10.0.0.6 wiki")
    assert (await resolver.resolve("wiki")).addresses == ("10.0.0.6",)


async def test_names_under_invalid_never_exist() -> None:
    assert (await DnsResolver(["127.0.0.1:9"]).resolve("x.invalid")).failure == "nxdomain"


async def test_a_good_name_does_not_wait_behind_dead_ones() -> None:
    async with name_server(script) as (_, address):
        resolver = DnsResolver([address], timeout=2.0)
        dead = [asyncio.create_task(resolver.resolve("silent.example")) for _ in range(60)]
        good = await resolver.resolve("both.example")
        assert good.addresses
        assert not any(task.done() for task in dead)
        for task in dead:
            task.cancel()
        await asyncio.gather(*dead, return_exceptions=True)


@pytest.mark.parametrize("text", ["dns.example", "1.2.3.4:x", ""])
def test_a_name_server_that_is_none_is_the_operators_mistake(text: str) -> None:
    with pytest.raises(ConfigError, match="name server"):
        DnsResolver([text])
