import pytest

from citecheck.read.page import parse_page
from citecheck.read.titles import title_of

URL = "https://www.mill-post.example/a/1"


def title(html: str) -> str | None:
    return title_of(parse_page(html, URL))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<title>Snow order passed | Mill Post</title><h1>Snow order passed</h1>", "Snow order passed"),
        # the first h1 is the site's name
        (
            "<title>Snow order passed - Mill Post</title><h1>Mill Post</h1><h1>Snow order passed</h1>",
            "Snow order passed",
        ),
        # the title stands in an h2
        (
            "<title>Snow order passed</title><h1>The Miller</h1><h2>Snow order passed</h2>",
            "Snow order passed",
        ),
        # quotes and dashes are set differently in head and heading
        ("<meta property=og:title content='\"Yes\" - to snow'><h1>“Yes” – to snow</h1>", "“Yes” – to snow"),
        # a kicker before the title
        (
            "<meta property=og:title content='Plough passes school first'>"
            "<h1><span>Local news: </span>Plough passes school first</h1>",
            "Plough passes school first",
        ),
        # only the head has one
        ("<meta property=og:title content='Snow order passed | Mill Post'><p>x", "Snow order passed"),
        ("<title>Mill-Post.example: the town's paper</title><p>x", "Mill-Post.example: the town's paper"),
        ("<h1></h1><h1>Snow order</h1>", "Snow order"),
        ("<p>no title at all", None),
        ("", None),
    ],
)
def test_the_title_is_what_heading_and_head_agree_on(html: str, expected: str | None) -> None:
    assert title(html) == expected


def test_a_headline_in_json_ld_vouches_for_a_heading() -> None:
    block = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Snow order"}</script>'
    assert title(f"<title>Mill Post</title>{block}<h1>Mill Post</h1><h1>Snow order</h1>") == "Snow order"
