import pytest

from citecheck.urls import registrable_domain


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("WWW.Example.org.", "example.org"),
        ("rs.n1info.com", "n1info.com"),
        ("www.rts.rs", "rts.rs"),
        ("xn--80aaaa.xn--p1ai", "xn--80aaaa.xn--p1ai"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::1"),
        ("co.uk", "co.uk"),
    ],
)
def test_registrable_domain(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain
