from ipaddress import ip_network

import pytest

from citecheck.adapters.http.guard import is_public, refusal

PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.215.14",
    "2606:4700:4700::1111",
    "2a00:1450:4001::1",
    "64:ff9b::808:808",
]
FORBIDDEN = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.8",
    "192.0.0.9",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2001:10::1",
    "2002:7f00:1::",
    "2002:808:808::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "4000::1",
    "8000::1",
    "2620:4f:8000::1",
    "not-an-address",
    "8.8.8",
    "8.8.8.8.8",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_web_may_be_reached(address: str) -> None:
    assert refusal(address) is None
    assert is_public(address)


@pytest.mark.parametrize("address", FORBIDDEN)
def test_nothing_else_may(address: str) -> None:
    assert refusal(address)
    assert not is_public(address)


@pytest.mark.parametrize(
    ("network", "address"),
    [
        ("10.0.0.0/8", "10.1.2.3"),
        ("10.0.0.0/8", "::ffff:10.1.2.3"),
        ("10.0.0.0/8", "64:ff9b::a01:203"),
        ("fd00::/8", "fd12::1"),
        ("169.254.169.254/32", "169.254.169.254"),
    ],
)
def test_an_opened_network_may_be_reached(network: str, address: str) -> None:
    assert refusal(address, [ip_network(network)]) is None


@pytest.mark.parametrize(
    ("network", "address"),
    [
        ("10.0.0.0/8", "192.168.0.1"),
        ("169.254.0.0/16", "169.254.169.254"),
        ("0.0.0.0/0", "169.254.169.254"),
        ("0.0.0.0/0", "::ffff:169.254.169.254"),
        ("fd00::/8", "fd00:ec2::254"),
        ("::/0", "127.0.0.1"),
        ("::ffff:0:0/96", "::ffff:10.0.0.1"),
    ],
)
def test_an_opened_network_opens_nothing_else(network: str, address: str) -> None:
    assert refusal(address, [ip_network(network)])
