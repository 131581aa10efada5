"""Lists of URLs as people keep them."""

from citecheck.ingest.plain import read_url_list

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
