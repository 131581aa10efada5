import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Publisher, Publishers, Source
from citecheck.urls import BadUrl, host_of, make_source, tracking_parameters

DEFAULTS = Publisher(id="default", name="", domains=())
SHOP = Publisher(id="shop", name="Shop", domains=("shop.test",), keep_params=("ref",))
PUBLISHERS = Publishers(rows=(SHOP,), defaults=DEFAULTS, by_domain={"shop.test": SHOP})


def source(url: str) -> Source:
    made = make_source(url, PUBLISHERS)
    assert isinstance(made, Source), made
    return made


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("HTTP://Example.ORG:80", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a/./b/../c%7euser%2fx", "https://example.org/a/c~user%2Fx"),
        ("https://example.org/a//b/", "https://example.org/a//b/"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        ("https://example.org/a?b=2&utm_source=x&a=1&fbclid=q", "https://example.org/a?b=2&a=1"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a#:~:text=some%20words", "https://example.org/a"),
        ("https://example.org/a?x=1#part", "https://example.org/a?x=1"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://пример.срб/страна", "https://xn--e1afmkfd.xn--90a3ac/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B0"),
        ("https://[2001:DB8:0::1]:8080/x", "https://[2001:db8::1]:8080/x"),
        ("www.example.org/x", "http://www.example.org/x"),
        ("//example.org/x", "http://example.org/x"),
        ("  https://example.org/a\n b ", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://good.test\\@evil.test/", "https://good.test/@evil.test/"),
        ("https://example.org/?ref=rss&source=annual", "https://example.org/?source=annual"),
        ("https://shop.test/?ref=rss", "https://shop.test/?ref=rss"),
    ],
)
def test_key(url: str, key: str) -> None:
    assert source(url).key == key


def test_fetched_url_keeps_the_cited_spelling() -> None:
    made = source("https://example.org/a/../%7eb?utm_medium=mail&id=7#top")
    assert made.url == "https://example.org/a/../%7eb?id=7"
    assert made.key == "https://example.org/~b?id=7"


def test_host_and_publisher() -> None:
    made = source("https://www.SHOP.test/x")
    assert (made.host, made.publisher) == ("www.shop.test:443", "shop")
    assert source("http://[::1]/").host == "[::1]:80"
    assert source("http://other.test/").publisher is None
    assert host_of("https://Other.Test./x") == "other.test"
    assert host_of("mailto:a@b.test") is None


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "empty"),
        ("mailto:desk@example.org", "not mailto"),
        ("javascript:alert(1)", "not javascript"),
        ("https://", "no host"),
        ("https://exa mple.org/", "not a host name"),
        ("https://example.org:99999/", "not a port number"),
        ("https://example.org:http/", "not a port number"),
        ("https://[::1/", "not a host name"),
        ("https://a..b/", "not a host name"),
        ("https://example.org/" + "a" * 20_000, "characters long"),
    ],
)
def test_bad_urls_say_why(url: str, says: str) -> None:
    made = make_source(url, PUBLISHERS)
    assert isinstance(made, BadUrl)
    assert says in made.reason
    assert made.url == url


def test_tracking_parameters_are_named_once_and_decoded() -> None:
    url = "https://example.org/a?id=3&utm_source=a&utm_source=b&FBCLID=z&utm%5Fterm=q#utm_campaign=no"
    assert tracking_parameters(url, DEFAULTS) == ("utm_source", "FBCLID", "utm_term")
    assert tracking_parameters("https://example.org/a", DEFAULTS) == ()


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_gives_a_value_and_a_key_is_its_own_key(path: str, query: str) -> None:
    for url in (f"https://example.org/{path}?{query}", path + query):
        made = make_source(url, PUBLISHERS)
        if isinstance(made, Source):
            assert source(made.key).key == made.key
            assert source(made.url).key == made.key
            assert made.key.isascii()
