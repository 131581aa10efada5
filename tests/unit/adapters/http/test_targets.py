import pytest

from citecheck.adapters.http.targets import Target, parse_target
from citecheck.model import FailureKind, FetchFailure


@pytest.mark.parametrize(
    ("url", "host", "port", "asked"),
    [
        ("http://example.org", "example.org", 80, "/"),
        ("  https://Example.ORG/Path?q=1#fragment\n", "example.org", 443, "/Path?q=1"),
        ("HTTP://example.org:8080?q", "example.org", 8080, "/?q"),
        ("http://example.org:/x", "example.org", 80, "/x"),
        ("http://example.org./x", "example.org", 80, "/x"),
        ("http://under_score.example.org/", "under_score.example.org", 80, "/"),
        ("http://bücher.example/", "xn--bcher-kva.example", 80, "/"),
        ("http://пример。рф/", "xn--e1afmkfd.xn--p1ai", 80, "/"),
        ("http://ｅｘａｍｐｌｅ.org/", "example.org", 80, "/"),
        ("http://i❤.example/", "xn--i-7iq.example", 80, "/"),
        ("http://💩.example/", "xn--ls8h.example", 80, "/"),
        ("http://xn--ls8h.example/", "xn--ls8h.example", 80, "/"),
        ("http://8.8.8.8/", "8.8.8.8", 80, "/"),
        ("http://0x08080808/", "8.8.8.8", 80, "/"),
        ("http://010.8.8.8/", "8.8.8.8", 80, "/"),
        ("http://8.526344/", "8.8.8.8", 80, "/"),
        ("http://[2001:0DB8::1]:81/", "2001:db8::1", 81, "/"),
        ("http://example.org/a b/ü?x=ü y", "example.org", 80, "/a%20b/%C3%BC?x=%C3%BC%20y"),
        ("http://example.org/a%2Fb%zz", "example.org", 80, "/a%2Fb%zz"),
        ("http://example.org/a\\b", "example.org", 80, "/a\\b"),
        ("http://example.org/@user:x", "example.org", 80, "/@user:x"),
    ],
)
def test_where_a_url_points(url: str, host: str, port: int, asked: str) -> None:
    target = parse_target(url)
    assert isinstance(target, Target)
    assert (target.host, target.port, target.url.raw_path.decode()) == (host, port, asked)


def test_the_unit_of_politeness_is_host_and_port() -> None:
    keys = [parse_target(url) for url in ("http://a.example/x", "https://a.example/", "http://[::1]/")]
    assert [target.key for target in keys if isinstance(target, Target)] == [
        "a.example:80",
        "a.example:443",
        "[::1]:80",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org\\@127.0.0.1/",
        "http://example.org@127.0.0.1/",
        "http://user:secret@example.org/",
        "http://@example.org/",
        "http://exa%6dple.org/",
        "http://example.org:80:80/",
        "http://[::1]x/",
        "http://[1.2.3.4]/",
        "http://1.2.3.4.5/",
        "http://1.2.3.256/",
        "http://256.1.1.1/",
        "http://09.1.1.1/",
        "http://a..b/",
        "http://-/\x7f",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 127}example/",
        "http://abcdefghij.onion/",
        "http://exa<mple.org/",
        "http://example.org/\udcff",
        "http://xn--a-0000h/",
        "http://www.xn--zzzz-99999999.example/",
        "http://xn--/",
        "http://xn--abc-.example/",
        "mailto:a@example.org",
        "ftp://example.org/",
        "//example.org/",
        "example.org",
    ],
)
def test_what_is_not_fetched(url: str) -> None:
    failure = parse_target(url)
    assert isinstance(failure, FetchFailure)
    assert failure.kind is FailureKind.BAD_URL
    assert failure.detail


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("http://example.org:80/x", "example.org"),
        ("https://example.org:80/x", "example.org:80"),
        ("http://[2001:DB8::1]/", "[2001:db8::1]"),
        ("https://[2001:DB8::1]:8443/", "[2001:db8::1]:8443"),
        ("http://i❤.example:81/", "xn--i-7iq.example:81"),
    ],
)
def test_what_the_host_header_says(url: str, authority: str) -> None:
    target = parse_target(url)
    assert isinstance(target, Target)
    assert target.authority == authority


@pytest.mark.parametrize("url", ["http://user:secret@example.org/", "http://user:secret/1@example.org/"])
def test_a_password_is_not_told_on(url: str) -> None:
    failure = parse_target(url)
    assert isinstance(failure, FetchFailure)
    assert "secret" not in failure.detail
