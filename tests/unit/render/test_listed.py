"""A list of links as a build's log and a comment show it."""

from dataclasses import replace
from types import ModuleType

import pytest

from citecheck.model import FlagId
from citecheck.render import RenderOptions, as_markdown, as_text
from citecheck.render.plain import without_scheme

SAID_ONCE = "low    link_http_only: The link is not encrypted."


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_each_link_is_told_by_its_address(samples: ModuleType, width: int) -> None:
    lines = as_text([samples.listed()], RenderOptions(width=width)).splitlines()
    header = next(line for line in lines if line.split()[:2] == ["n", "url"])
    assert header.split() == ["n", "url", "link", "flags"]
    rows = [line for line in lines if "example.org/" in line]
    assert len(rows) == 2
    assert all(len(row) <= width for row in rows)
    assert ["one.html" in rows[0], "two.html" in rows[1]] == [True, True]


def test_nothing_is_said_of_claims_and_dates(samples: ModuleType) -> None:
    for shown in (as_text, as_markdown):
        text = shown([samples.listed()], RenderOptions())
        assert "verdict" not in text and "2021-06-01" not in text and "Published" not in text
        assert "verdict" in shown([samples.bridge()], RenderOptions())


def test_a_low_flag_of_several_links_comes_once(samples: ModuleType) -> None:
    text = as_text([samples.listed()], RenderOptions())
    assert text.count(SAID_ONCE) == 1
    assert text.splitlines()[text.splitlines().index("    " + SAID_ONCE) + 1].split() == ["[1]", "[2]", "[3]"]
    assert "medium link_not_found: Page not found (404), seen once." in text
    assert "Flags: 1 medium, 3 low\n" in text
    markdown = as_markdown([samples.listed()], RenderOptions())
    assert markdown.count("The link is not encrypted.") == 1
    assert "\\[1\\] \\[2\\] \\[3\\]" in markdown


def test_an_accepted_flag_is_not_said_with_the_others(samples: ModuleType) -> None:
    listed = samples.listed()
    known = frozenset({FlagId(listed.citations[0].flags[0].id)})
    lines = as_text([listed], RenderOptions(accepted=known)).splitlines()
    assert [line.strip() for line in lines if "not encrypted" in line] == [
        SAID_ONCE + " (accepted)",
        SAID_ONCE,
    ]


def test_a_better_link_is_shown_where_its_flags_are_shared(samples: ModuleType) -> None:
    listed = samples.listed()
    last = listed.citations[2]
    low = replace(listed, citations=(*listed.citations[:2], replace(last, flags=last.flags[:1])))
    for shown in (as_text, as_markdown):
        assert "example.com/archive/minutes/ferry" in shown([low], RenderOptions())


def test_an_address_links_to_all_of_it(samples: ModuleType) -> None:
    listed = samples.listed()
    text = as_markdown([listed], RenderOptions())
    assert f"]({listed.citations[0].citation.url})" in text
    assert "| [example.com/council/minutes/ferry](https://www.example.com/council/minutes/ferry) |" in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a?b=c#d", "example.org/a?b=c#d"),
        ("https://example.org/a/long/way/down/to/page.html", "example.org/a/lon…own/to/page.html"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("ftp://example.org/", "ftp://example.org/"),
    ],
)
def test_the_middle_of_an_address_gives_way(url: str, shown: str) -> None:
    assert without_scheme(url, 34) == shown
