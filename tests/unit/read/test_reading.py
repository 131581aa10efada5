import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from citecheck.model import ClueKind, DateConfidence, DecodedBody, DecodeProblem, Publisher, Reading
from citecheck.read import read
from citecheck.read.reading import count_words, read_dates, read_text

ReadingOf = Callable[..., Reading | None]


def page(article: str, head: str = "", around: str = "") -> str:
    return (
        f"<html lang=en-GB><head><title>Snow order passed | Mill Post</title>{head}</head><body>"
        f"<nav><ul><li>Home<li>Weather<li>Sport</ul></nav><main><h1>Snow order passed</h1>{article}</main>"
        f"{around}<footer>Imprint, privacy, contact</footer></body></html>"
    )


def test_a_page_is_read_with_everything_that_it_says(reading_of: ReadingOf, article: str) -> None:
    head = (
        '<link rel=canonical href="/a/1"><meta name=author content="Ana Petrov">'
        '<meta property="article:published_time" content="2019-10-22T08:00:00Z">'
    )
    reading = reading_of(page(article, head), sent="Tue, 22 Oct 2019 13:17:00 GMT")
    assert reading is not None
    assert reading.title == "Snow order passed"
    assert reading.authors == ("Ana Petrov",)
    assert reading.language == "en"
    assert reading.canonical_url == "https://news.example/a/1"
    assert reading.dates.published == date(2019, 10, 22)
    assert ClueKind.HTTP_LAST_MODIFIED in {clue.kind for clue in reading.dates.clues}
    assert "The council of the town met in the old mill" in reading.text
    assert "Weather" not in reading.text
    assert "Imprint" not in reading.text
    assert 70 < reading.words < 110
    assert not reading.partial
    assert reading.text_sha256 == hashlib.sha256(reading.text.encode()).hexdigest()


def test_the_lead_that_the_description_quotes_is_put_before_the_text(
    reading_of: ReadingOf, article: str
) -> None:
    lead = "After a winter of quarrels the town knows at last who clears the snow, and when the plough comes."
    head = f'<meta property="og:description" content="{lead[:90]}…">'
    html = page(article, head).replace("<main>", f'<header><div class="teaser">{lead}</div></header><main>')
    reading = reading_of(html)
    assert reading is not None
    assert reading.text.count(lead) == 1
    assert reading.text.startswith(lead)


def test_soft_hyphens_and_invisible_marks_are_left_out(reading_of: ReadingOf, article: str) -> None:
    reading = reading_of(page(article.replace("pavements", "pave\u00adments\u200b")))
    assert reading is not None
    assert "pavements" in reading.text


def test_the_text_in_json_ld_is_read_where_the_page_shows_none(reading_of: ReadingOf) -> None:
    words = "The plough passes the school first and the market second, says the new order. " * 5
    node = f'{{"@type":"NewsArticle","articleBody":"&lt;p&gt;{words}"}}'
    block = f'<script type="application/ld+json">{node}</script>'
    reading = reading_of(f"<html><head>{block}</head><body><div id=app></div></body></html>")
    assert reading is not None
    assert reading.text.startswith("The plough passes the school first")


@pytest.mark.parametrize(
    ("head", "tail", "partial"),
    [
        ("", "", False),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
            "",
            True,
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":"False"}</script>',
            "",
            True,
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true,'
            '"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false}}</script>',
            "",
            False,
        ),
        ('<meta property="article:content_tier" content="locked">', "", True),
        ("", "<p>Subscribe now to continue reading this story about the snow, and many others.</p>", True),
    ],
)
def test_a_page_that_shows_only_a_part_is_partial(
    reading_of: ReadingOf, article: str, head: str, tail: str, partial: bool
) -> None:
    reading = reading_of(page(article + tail, head))
    assert reading is not None
    assert reading.partial is partial


def test_plain_text_is_read_as_it_is(reading_of: ReadingOf) -> None:
    reading = reading_of("Snow order\n\nThe plough passes\tthe school first.\n", "text/plain")
    assert reading is not None
    assert reading.text == "Snow order\nThe plough passes the school first."
    assert (reading.title, reading.words) == ("Snow order", 8)
    assert reading.dates.published is None


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (b"", "text/html"),
        (b"   \n ", "text/plain"),
        (b"<html><body></body></html>", "text/html"),
        (b"<html><body><div id=app></div><script>run()</script></body></html>", "text/html"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b'{"a": 1}', "application/json"),
        (b"%PDF-1.7 broken", "application/pdf"),
    ],
)
def test_what_holds_no_text_gives_no_reading(reading_of: ReadingOf, payload: bytes, kind: str) -> None:
    assert reading_of(payload, kind) is None


def test_a_body_that_could_only_be_decoded_in_part_is_partial(nobody: Publisher, article: str) -> None:
    html = page(article)
    body = DecodedBody(html.encode(), "text/html", "utf-8", html, DecodeProblem.CORRUPT, "cut")
    reading = read(body, "https://news.example/a", nobody, None)
    assert reading is not None
    assert reading.partial


def test_dates_and_text_can_be_read_alone(nobody: Publisher, article: str) -> None:
    html = page(article, '<meta name="date" content="2019-10-22">')
    body = DecodedBody(html.encode(), "text/html", "utf-8", html)
    reading = read(body, "https://news.example/a", nobody, None)
    assert reading is not None
    assert read_dates(body, "https://news.example/a", nobody, None) == reading.dates
    assert read_text(body, "https://news.example/a") == reading.text
    image = DecodedBody(b"GIF89a", "image/gif", None, None)
    assert read_dates(image, "https://news.example/a", nobody, None).clues == ()


def test_words_are_counted_in_scripts_without_spaces_too() -> None:
    assert count_words("one two  three") == 3
    assert count_words("日本語の記事です") == 3
    assert count_words("") == 0


SENTENCE = "The council met on 5 March 2019 and agreed on a new budget for clearing snow. "
HOSTILE = {
    "deep": "<div class=date>" * 200_000 + SENTENCE,
    "deep formatting": "<b><i>" * 50_000 + SENTENCE,
    "one line": "<p>" + SENTENCE * 60_000,
    "no spaces": "<p>" + "a1" * 2_000_000,
    "years": "<p>" + "2019 " * 300_000,
    "dotted digits": "<p>" + "1.1." * 500_000,
    "cells": "<table>" + "<tr><td>5 March 2019<td>x" * 60_000 + "</table>",
    "entities": "<p>" + "&amp;&lt;&#55296;" * 200_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{SENTENCE * 9}",
    "times": "<h1>t</h1>" + "<time datetime=2019-03-05>x</time>" * 100_000,
    "metas": "<meta name=date content=2019-03-05>" * 30_000,
    "json depth": '<script type="application/ld+json">' + "[" * 200_000 + f"</script><p>{SENTENCE * 9}",
    "json width": '<script type="application/ld+json">['
    + '{"datePublished":"2019-03-05"},' * 30_000
    + "{}]</script>",
    "open comment": "<!--" * 200_000,
    "headings": "<h1>abc</h1>" * 20_000 + SENTENCE,
    "nul": "<p>" + "\x00" * 10_000 + SENTENCE,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_come_back(reading_of: ReadingOf, name: str) -> None:
    reading = reading_of(HOSTILE[name])
    assert reading is None or len(reading.text) <= 3_000_000


def pdf(content: str, info: str) -> bytes:
    """A PDF of one page with these text operators and this document information."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("latin-1")


LINES = "BT /F1 12 Tf 50 700 Td (Report on snow clearing) Tj 0 -20 Td (%s) Tj ET"
INFO = "/Title (Snow clearing) /Author (Ana Petrov) /CreationDate (D:20191022131700+02'00')"


def test_a_pdf_is_read_whatever_it_was_sent_as(reading_of: ReadingOf) -> None:
    reading = reading_of(pdf(LINES % "Published 22 October 2019 by the town", INFO), "text/html")
    assert reading is not None
    assert "Report on snow clearing" in reading.text
    assert (reading.title, reading.authors) == ("Snow clearing", ("Ana Petrov",))
    assert reading.dates.published == date(2019, 10, 22)
    assert reading.dates.confidence is DateConfidence.MEDIUM
    made = next(clue for clue in reading.dates.clues if clue.kind is ClueKind.PDF_METADATA)
    assert made.value == datetime(2019, 10, 22, 11, 17, tzinfo=UTC)


def test_a_pdf_s_own_date_alone_is_of_low_confidence(reading_of: ReadingOf) -> None:
    reading = reading_of(pdf(LINES % "for the town", INFO + " /ModDate (D:20200105)"), "application/pdf")
    assert reading is not None
    assert reading.dates.published == date(2019, 10, 22)
    assert reading.dates.modified == date(2020, 1, 5)
    assert reading.dates.confidence is DateConfidence.LOW


def test_a_pdf_without_information_takes_its_first_line_as_title(reading_of: ReadingOf) -> None:
    reading = reading_of(pdf(LINES % "for the town", "/Title (Microsoft Word - a.docx)"), "application/pdf")
    assert reading is not None
    assert reading.title == "Report on snow clearing"
    assert reading.dates.published is None


def test_half_characters_in_json_do_not_get_out(reading_of: ReadingOf, article: str) -> None:
    told = (
        '{"@type": "NewsArticle", "headline": "Snow \\ud83d\\ude00 order \\ud800 in town", '
        '"author": {"name": "Jo \\udfff Hn"}, "datePublished": "2019-10-22"}'
    )
    reading = reading_of(f'<script type="application/ld+json">{told}</script><h1>Snow</h1>{article}')
    assert reading is not None
    assert reading.authors == ("Jo \ufffd Hn",)
    repr(reading).encode()
    assert reading.dates.published == date(2019, 10, 22)


@pytest.mark.parametrize(
    "piece",
    [
        '<script type="application/ld+json">{-->' + " " * 300_000 + "x</script>",
        "<p>5" + " " * 300_000 + "x",
        "<p>5 de" + "\u00a0" * 300_000 + "x",
        "<p>" + "字" * 300_000,
        "<title>a" + " " * 300_000 + "b</title>",
        "<p>" + "." * 300_000,
        "<p>" + "1" * 300_000,
        "<p>" + "1," * 150_000,
        "<p>" + "a@" * 150_000,
    ],
    ids=["json", "spaces", "wide-spaces", "no-spaces", "title", "dots", "digits", "commas", "signs"],
)
def test_no_text_keeps_a_reader_busy(reading_of: ReadingOf, article: str, piece: str) -> None:
    # Where a pattern tried every pair of places, this would not end.
    reading = reading_of(f"<html><head></head><body>{article}{piece}</body></html>")
    assert reading is not None
