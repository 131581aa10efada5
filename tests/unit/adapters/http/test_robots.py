import pytest

from citecheck.adapters.http.robots import (
    ALLOW_ALL,
    DISALLOW_ALL,
    MAX_PATH,
    MAX_RULES,
    parse_robots,
    product_token,
)


def allows(text: str, path: str, token: str = "citecheck") -> bool:
    return parse_robots(text.encode(), token).allows(path)


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("Disallow: /", "/", False),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow:", "/x", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a", "/b/a", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*.pdf", "/x/y.pdf?z", False),
        ("Disallow: /a*b*c$", "/axxbxxc", False),
        ("Disallow: /a*b*c$", "/axxcxxb", True),
        ("Disallow: /a*bc$", "/abcbc", False),
        ("Disallow: /ab*b$", "/ab", True),
        ("Disallow: *q=", "/x?q=1", False),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/x", True),
        ("Disallow: /%7Ejoe", "/~joe", False),
        ("Disallow: /~joe", "/%7ejoe", False),
        ("Disallow: /ü", "/%C3%BC", False),
        ("Disallow: /%c3%bc", "/%C3%BC", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /a # not /", "/b", True),
        ("  dIsAllow :  /a  ", "/a", False),
        ("Crawl-delay: 9\nDisallow: /a", "/a", False),
        ("Sitemap: /", "/a", True),
        ("Disallow /a", "/a", True),
        ("Disallow: /a-%2A.html", "/a-*.html", False),
        ("Disallow: /a-%2A.html", "/a-b.html", True),
        ("Disallow: /a-%24", "/a-$", False),
        ("Disallow: /a-%24", "/a-$b", False),
        ("Disallow: /a$b", "/a$bc", False),
        ("Disallow: /a b", "/a%20bc", False),
        ("Disallow: /|a", "/%7Ca", False),
        ('Disallow: /"a', "/%22a", False),
        ("Disallow: /{a}", "/%7Ba%7D", False),
        ("Disallow: /%7Ba%7D", "/{a}", False),
        ("Disallow: /a;b", "/a%3Bb", False),
        ("Disallow: /a%", "/a%25", False),
        ("Disallow: /a/b", "/a%2Fb", True),
        ("Disallow: /a?b", "/a%3Fb", True),
        ("Disallow: /a**b", "/axb", False),
        ("Disallow: /" + "a" * 3000, "/" + "a" * 3001, True),
    ],
)
def test_rules(rules: str, path: str, expected: bool) -> None:
    assert allows(f"User-agent: *\n{rules}", path) is expected


GROUPS = """
User-agent: other
User-agent: CiteCheck/2.0
Disallow: /own
Crawl-delay: 4

User-agent: *
Disallow: /general

User-agent: citecheck
Disallow: /more
"""


def test_our_own_groups_are_joined_and_the_general_one_left_out() -> None:
    assert [allows(GROUPS, path) for path in ("/own", "/more", "/general")] == [False, False, True]
    assert [allows(GROUPS, path, "third") for path in ("/own", "/general")] == [True, False]


def test_a_name_is_matched_whole() -> None:
    assert allows("User-agent: cite\nDisallow: /\n", "/")
    assert allows("User-agent: citechecker\nDisallow: /\n", "/")


def test_our_own_group_without_rules_allows_all() -> None:
    assert (
        allows("User-agent: citecheck\n\nUser-agent: *\nDisallow: /", "/x") is False
    )  # one group: two names
    assert allows("User-agent: *\nDisallow: /\nUser-agent: citecheck\nDisallow:", "/x") is True


def test_rules_before_any_name_are_nobodys() -> None:
    assert allows("Disallow: /\nUser-agent: *\nDisallow: /a", "/b")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_mark_at_the_start(end: str) -> None:
    body = "\ufeff" + end.join(["User-agent: *", "Disallow: /a"])
    assert not parse_robots(body.encode(), "citecheck").allows("/a")


def test_only_the_first_500_kb_count() -> None:
    body = b"User-agent: *\n" + b"#" * 500 * 1024 + b"\nDisallow: /"
    assert parse_robots(body, "citecheck").allows("/")


def test_octets_that_are_no_utf_8_are_what_their_escapes_are() -> None:
    rules = parse_robots(b"User-agent: *\nDisallow: /caf\xe9", "citecheck")
    assert [rules.allows(path) for path in ("/caf%E9/menu", "/caf%C3%A9")] == [False, True]


def test_a_group_of_any_size_gives_so_many_rules() -> None:
    body = b"User-agent: *\n" + b"".join(b"Disallow: /%d\n" % number for number in range(9_000))
    rules = parse_robots(body, "citecheck")
    assert len(rules.rules) == MAX_RULES
    assert not rules.allows(f"/{MAX_RULES - 1}")


def test_very_many_names_of_one_group_are_read_once() -> None:
    """A line for each name and a line for each rule: neither is gone through for every one of the other."""
    names = b"".join(b"User-agent: a%d\n" % number for number in range(15_000))
    looked_at = []

    class Token(str):
        def __eq__(self, other: object) -> bool:
            looked_at.append(other)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    parse_robots(names + b"Disallow: /a\n" * 10_000, Token("citecheck"))
    assert len(looked_at) <= 15_000


def test_rules_with_many_stars_are_looked_for_in_part_of_a_path() -> None:
    rules = parse_robots(b"User-agent: *\nDisallow: /*a*b$\nDisallow: /*c", "citecheck")
    assert not rules.allows("/" + "a" * 60_000 + "b")
    assert rules.allows("/" + "d" * MAX_PATH + "c")


def test_noise_forbids_nothing() -> None:
    assert parse_robots(bytes(range(256)) * 50, "citecheck") == ALLOW_ALL
    assert not DISALLOW_ALL.allows("/")


@pytest.mark.parametrize(
    ("agent", "token"), [("citecheck/0.1 (+https://x)", "citecheck"), ("My-Bot", "my-bot"), ("/x", "*")]
)
def test_product_token(agent: str, token: str) -> None:
    assert product_token(agent) == token
