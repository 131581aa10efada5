import pytest

from citecheck.read.authors import authors_of
from citecheck.read.page import parse_page

BLOCK = (
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":%s},'
    '{"@id":"#p","name":"Ivo Brk"}]}</script>'
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (BLOCK % '"Ana Petrov"', ("Ana Petrov",)),
        (BLOCK % '{"name": "Ana Petrov"}', ("Ana Petrov",)),
        (BLOCK % '[{"name": "Ana Petrov"}, {"name": ["Jo Li", "Ana Petrov"]}]', ("Ana Petrov", "Jo Li")),
        (BLOCK % '{"@id": "#p"}', ("Ivo Brk",)),
        ("<meta name=author content='Ana Petrov'><p class=byline>By Jo Li</p>", ("Ana Petrov",)),
        ("<p class=byline>By  Jo Li</p>", ("Jo Li",)),
        ("<a rel=author href=/x>von Jo Li</a>", ("Jo Li",)),
        ("<span itemprop=author><b>Text:</b><i itemprop=name>Jo Li</i></span>", ("Jo Li",)),
        ("<meta name=author content='admin'><meta name=author content='https://x.example/jo'>", ()),
        (BLOCK % '{"name": 7}', ()),
        ("<p>nobody", ()),
    ],
)
def test_authors_are_the_names_that_the_markup_gives(html: str, expected: tuple[str, ...]) -> None:
    assert authors_of(parse_page(html, "https://a.example/")) == expected
