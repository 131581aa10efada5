"""Lists of URLs as people keep them."""

import pytest

from citecheck.ingest.plain import is_url_list, read_url_list

LIST = (
    "https://a.example/x  # the first\r\n"
    "<https://b.example/y>\r\n"
    "\r\n"
    "# https://not.example/\r\n"
    "https://c.example/z A label\r\n"
    "mailto:d@e.example"
)


def test_each_url_is_found_where_it_stands() -> None:
    draft = read_url_list(LIST)
    urls = ["https://a.example/x", "https://b.example/y", "https://c.example/z", "mailto:d@e.example"]
    assert [anchor.url for anchor in draft.anchors] == urls
    assert [anchor.span.of(draft.text) for anchor in draft.anchors] == urls


JUNK = [
    "mailto:d@e.example",
    "javascript:alert(1)",
    "notaurl",
    "http://",
    "/a/path",
    "d.example/path",
    "ftp://f.example/",
]


@pytest.mark.parametrize("line", [*JUNK, "http://exa mple.com/a", "https://a.example/the report.pdf"])
def test_every_line_of_a_list_is_cited_whole(line: str) -> None:
    text = f"https://a.example/x\n{line}\n# a comment\nhttps://b.example/y # the second\n"
    assert is_url_list(text)
    assert [anchor.url for anchor in read_url_list(text).anchors] == [
        "https://a.example/x",
        line,
        "https://b.example/y",
    ]


def test_more_junk_than_urls_is_still_a_list() -> None:
    text = "\n".join([*JUNK, "https://a.example/"])
    assert is_url_list(text)
    assert [anchor.url for anchor in read_url_list(text).anchors] == [*JUNK, "https://a.example/"]


def test_all_kinds_of_lines_stand_in_one_list() -> None:
    text = (
        "# ours\nhttps://a.example/x\nhttps://a.example/y\tA report\n"
        "mailto:d@e.example\nhttp://exa mple.org/x\n"
    )
    assert is_url_list(text)
    assert [anchor.url for anchor in read_url_list(text).anchors] == [
        "https://a.example/x",
        "https://a.example/y",
        "mailto:d@e.example",
        "http://exa mple.org/x",
    ]


@pytest.mark.parametrize("text", ["http://exa mple.com/a\n", "mailto:d@e.example\n", "http://\n"])
def test_a_list_of_one_bad_url_is_a_list(text: str) -> None:
    assert is_url_list(text)
    assert [anchor.url for anchor in read_url_list(text).anchors] == [text.strip()]


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("https://a.example/x A label", "https://a.example/x"),
        ("https://a.example/x and/or what it says", "https://a.example/x"),
        ("https://a.example/x Example.com", "https://a.example/x"),
        ("https://a.example/x\tthe report.pdf", "https://a.example/x"),
        ("http://localhost the start page", "http://localhost"),
        ("http://intranet/x the start page", "http://intranet/x"),
    ],
)
def test_a_label_is_no_part_of_the_url(line: str, url: str) -> None:
    text = f"{line}\nhttps://b.example/y The second\n"
    assert is_url_list(text)
    assert read_url_list(text).anchors[0].url == url


@pytest.mark.parametrize(
    "text",
    [
        "notaurl\n",
        "Hello\n\nhttps://a.example/\n",
        "a\nb\nc\n",
        "See https://a.example/ for it.\n",
        "https://a.example/x https://b.example/y\nhttps://c.example/z\n",
    ],
)
def test_a_text_is_no_list(text: str) -> None:
    assert not is_url_list(text)
