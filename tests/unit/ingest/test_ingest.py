from datetime import date

import pytest

from citecheck.errors import InputError
from citecheck.extract import extract
from citecheck.ingest import MAX_DOCUMENT_BYTES, IngestHints, check_size, ingest
from citecheck.model import AnchorHow, PublishedHow, Publisher, Publishers

NOTHING_KNOWN = IngestHints()
NO_PUBLISHERS = Publishers((), Publisher("defaults", "", ()))


def _read(text, origin="a.txt", hints=NOTHING_KNOWN):
    return ingest(text.encode(), origin, hints)


def _links(document):
    return [(anchor.span.of(document.text), anchor.url) for anchor in document.anchors]


@pytest.mark.parametrize(
    ("text", "origin", "media_type"),
    [
        ("Plain words stand here.", "a.txt", "text/plain"),
        ("Plain words stand here.", "-", "text/plain"),
        ("Words with [a link](https://a.example/).", "a.txt", "text/markdown"),
        ("Plain words in a named file.", "a.md", "text/markdown"),
        ("<!doctype html><p>Words</p>", "-", "text/html"),
        ("<p>Words</p><p>more</p>", "a.txt", "text/html"),
        ("https://a.example/\n\n# note\nhttps://b.example/\n", "a.txt", "text/uri-list"),
        ("https://a.example/ The first one\n<https://b.example/>\n", "a.txt", "text/uri-list"),
        ("https://a.example/ says so.\nhttps://b.example/ says it too.\n", "a.txt", "text/plain"),
        ("https://a.example/ says so", "a.txt", "text/plain"),
        ("https://a.example/ and https://b.example/\nhttps://c.example/\n", "a.txt", "text/plain"),
        ("https://a.example/ says this.", "a.txt", "text/plain"),
    ],
)
def test_formats_are_told_by_content_and_name(text, origin, media_type):
    assert _read(text, origin).media_type == media_type


def test_the_media_type_of_the_answer_counts():
    assert (
        _read("Just words.", "https://a.example/x", IngestHints("text/html; charset=utf-8")).media_type
        == "text/html"
    )


def test_id_and_digest_are_the_same_every_time():
    one, two = _read("Words stand here."), _read("Words stand here.")
    assert (one.id, one.digest) == (two.id, two.digest)
    assert one.id.startswith("d")
    assert len(one.id) == 17
    elsewhere = _read("Words stand here.", "b.txt")
    assert elsewhere.id != one.id
    assert elsewhere.digest == one.digest


def test_a_given_date_wins_over_metadata():
    text = "---\ndate: 2021-02-03\n---\n\nWords."
    publication = _read(text, "a.md", IngestHints(published=date(2020, 1, 2))).publication
    assert publication is not None
    assert (publication.how, publication.window.day) == (PublishedHow.GIVEN, date(2020, 1, 2))


def test_without_metadata_the_publication_is_left_to_others():
    assert _read("Written on 3 February 2021.", "https://a.example/2021/02/03/x").publication is None


def test_plain_text_title_over_two_lines():
    text = "The Long and Winding\nRoad to Nowhere Special\nIt was raining when the council met on the hill.\n"
    assert _read(text).title == "The Long and Winding Road to Nowhere Special"


def test_plain_text_headings():
    text = "A first paragraph ends here.\n\nWhat came after\n\nThe second one ends too.\n"
    document = _read(text)
    assert [span.of(document.text) for span in document.headings] == ["What came after"]


def test_markdown_links_of_every_kind():
    text = (
        "Wheat [fell](https://a.example/x_y_z), see [the board][b], <https://c.example/>, "
        'https://d.example/q_r_s. <a href="https://e.example/">Rye</a> rose.\n\n'
        '[b]: https://b.example/ "Board"\n'
    )
    assert _links(_read(text, "a.md")) == [
        ("fell", "https://a.example/x_y_z"),
        ("the board", "https://b.example/"),
        ("https://c.example/", "https://c.example/"),
        ("https://d.example/q_r_s", "https://d.example/q_r_s"),
        ("Rye", "https://e.example/"),
    ]


def test_markdown_footnote_used_twice_and_a_definition_right_after_it():
    text = "Wheat fell.[^w] Maize [rose][m].[^w]\n\n[^w]: https://a.example/w\n[m]: https://b.example/m\n"
    document = _read(text, "a.md")
    assert [(anchor.url, anchor.how) for anchor in document.anchors] == [
        ("https://a.example/w", AnchorHow.FOOTNOTE),
        ("https://b.example/m", AnchorHow.ANCHOR),
        ("https://a.example/w", AnchorHow.FOOTNOTE),
    ]


CODE = """Wheat [fell](https://a.example/wheat), says `https://b.example/span` and ``c`https://c.example/two``.

```sh
curl https://d.example/fence  # see [e](https://e.example/fence)
```

~~~
https://f.example/tilde
~~~

- An item:

  ```
  https://g.example/in-item
  ```

<code>https://h.example/html</code>, <pre>https://i.example/pre</pre>

    https://j.example/indented

[Rye](https://k.example/rye) rose.
"""


def test_urls_in_markdown_code_are_no_citations():
    document = _read(CODE, "a.md")
    cited = [citation.url for citation in extract(document, NO_PUBLISHERS)]
    assert cited == ["https://a.example/wheat", "https://k.example/rye"]


def test_an_indented_paragraph_of_a_text_with_markdown_links_is_no_code():
    text = "Wheat [fell](https://a.example/w).\n\n    Rye rose, says https://b.example/r too.\n"
    assert [url for _, url in _links(_read(text, "a.txt"))] == ["https://a.example/w", "https://b.example/r"]
    assert [url for _, url in _links(_read(text, "a.md"))] == ["https://a.example/w"]
    named = IngestHints("text/markdown; charset=utf-8")
    assert [url for _, url in _links(_read(text, "-", named))] == ["https://a.example/w"]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (
            "Ask [me](mailto:a@b.example) or [call](tel:+1234), <mailto:c@d.example>, mailto:e@f.example.",
            "a.md",
        ),
        ("Rye rose, says the board (mailto:a@b.example, tel:+1234).\n\nNobody asked.", "a.txt"),
        (
            "<!doctype html><p>Rye <a href='mailto:a@b.example'>rose</a>, <a href='tel:+1'>call</a>.</p>",
            "a.html",
        ),
    ],
)
def test_mail_and_telephone_are_no_citations_of_an_article(text, origin):
    assert extract(_read(text, origin), NO_PUBLISHERS) == ()


def test_mail_is_cited_by_a_list():
    document = _read("https://a.example/\nmailto:a@b.example\ntel:+1234\nftp://c.example/d\n")
    cited = [citation.url for citation in extract(document, NO_PUBLISHERS)]
    assert cited == ["https://a.example/", "mailto:a@b.example", "tel:+1234", "ftp://c.example/d"]


PAGE = """<!doctype html><html lang="en"><head><title>Wheat falls | The Paper</title>
<script type="application/ld+json">
{"@graph": [{"@type": "Article", "datePublished": "2020-05-06"}]}</script>
</head><body><nav><a href="https://paper.example/home">Home</a></nav>
<article><h1>Wheat falls</h1>
<p>Wheat <a href="/archive/wheat">fell by a fifth</a> last year, the board of the farmers said on Monday.<sup>
<a href="#n1">1</a></sup></p>
<p>Maize rose to a record, <a href="https://maize.example/record">a paper says</a>,
and rye stood still for once.
Nobody knows <a href="mailto:a@b.example">why</a>.</p>
<ol><li id="n1">Board of wheat, <a href="https://board.example/report">report</a>.</li></ol></article>
<footer><a href="https://paper.example/imprint">Imprint</a></footer></body></html>"""


def test_an_article_page():
    document = _read(PAGE, "https://paper.example/2020/wheat")
    assert document.title == "Wheat falls"
    assert document.language == "en"
    assert document.publication is not None
    assert document.publication.window.day == date(2020, 5, 6)
    assert _links(document) == [
        ("fell by a fifth", "https://paper.example/archive/wheat"),
        ("1", "https://board.example/report"),
        ("a paper says", "https://maize.example/record"),
    ]


def test_relative_links_of_a_file_lead_nowhere():
    assert "archive" not in " ".join(url for _, url in _links(_read(PAGE, "page.html")))


def test_a_page_in_a_legacy_encoding():
    page = '<html><head><meta charset="windows-1250"></head><p>Žito je pojeftinilo za petinu.</p></html>'
    document = ingest(page.encode("cp1250"), "a.html", NOTHING_KNOWN)
    assert "Žito je pojeftinilo" in document.text


def test_a_very_deep_page_is_read():
    document = _read("<html><body>" + "<div>" * 5000 + "<p>Wheat fell by a fifth.</p>", "a.html")
    assert "Wheat fell by a fifth." in document.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"PK\x03\x04 and so on", "Office"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"<html><body><script>x()</script></body></html>", "no text"),
    ],
)
def test_one_sentence_names_the_file_and_the_fix(data, message):
    with pytest.raises(InputError, match=f"^notes: .*{message}.*; ") as caught:
        ingest(data, "notes", NOTHING_KNOWN)
    assert "\n" not in str(caught.value)


def test_standard_input_is_called_so():
    with pytest.raises(InputError, match=r"^standard input: empty"):
        ingest(b"", "-", NOTHING_KNOWN)


def test_size_is_refused_before_reading():
    check_size(MAX_DOCUMENT_BYTES, "a.txt")
    with pytest.raises(InputError, match=r"^a\.txt: larger than 50 MB"):
        check_size(MAX_DOCUMENT_BYTES + 1, "a.txt")


def test_line_ends_are_one_kind_and_spans_fit_them():
    document = ingest(b"\xef\xbb\xbfWheat fell.\r\nhttps://a.example/\r\n", "a.txt", NOTHING_KNOWN)
    assert document.text == "Wheat fell.\nhttps://a.example/\n"
