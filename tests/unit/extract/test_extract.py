from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.extract import NO_HOST, SourceText, extract, refine
from citecheck.ingest import IngestHints, ingest
from citecheck.model import AnchorHow, DateWindow, PublishedHow, Publisher, Publishers

PUBLISHERS = Publishers((), Publisher("defaults", "", ()))


def _document(text, origin="text.txt"):
    return ingest(text.encode(), origin, IngestHints())


def _citations(text, origin="text.txt"):
    return extract(_document(text, origin), PUBLISHERS)


def _claims(text, origin="text.txt"):
    return [(each.url, each.claim.text if each.claim else None) for each in _citations(text, origin)]


def test_bare_urls_lose_the_punctuation_around_them():
    text = (
        "Wheat fell by a fifth (https://a.example/x_(y)), the board said. "
        "Maize rose, says <https://b.example/q?a=1&b=2>! "
        "Rye stood still: see https://пример.рф/путь."
    )
    assert [each.url for each in _citations(text)] == [
        "https://a.example/x_(y)",
        "https://b.example/q?a=1&b=2",
        "https://пример.рф/путь",
    ]


def test_the_span_is_the_url_and_the_claim_the_sentence_without_it():
    text = (
        "The dam was closed in 1971. Wheat fell by a fifth (https://a.example/x), the board said. It rained."
    )
    document = _document(text)
    (citation,) = extract(document, PUBLISHERS)
    assert citation.span.of(document.text) == "https://a.example/x"
    assert citation.claim is not None
    assert citation.claim.text == "Wheat fell by a fifth, the board said."
    assert citation.claim.context == "The dam was closed in 1971."
    assert citation.pairing.how is AnchorHow.BARE_URL
    assert not citation.pairing.inferred


def test_two_links_in_one_sentence_share_it_by_clause():
    text = (
        "[Wheat fell by a fifth](https://a.example/w) last year, "
        "but [maize rose to a record](https://b.example/m) in May."
    )
    assert _claims(text, "a.md") == [
        ("https://a.example/w", "Wheat fell by a fifth last year"),
        ("https://b.example/m", "but maize rose to a record in May."),
    ]


def test_a_sentence_that_only_points_takes_the_one_before():
    assert _claims("Wheat fell by a fifth last year. See https://a.example/w.") == [
        ("https://a.example/w", "Wheat fell by a fifth last year. See.")
    ]


def test_footnotes_stand_at_the_sentence_with_the_mark():
    text = "Wheat fell by a fifth.[^w] Nobody knew why.\n\n[^w]: Board, <https://a.example/w>, https://b.example/w2\n"
    citations = _citations(text, "a.md")
    assert [(each.url, each.claim.text) for each in citations if each.claim] == [
        ("https://a.example/w", "Wheat fell by a fifth."),
        ("https://b.example/w2", "Wheat fell by a fifth."),
    ]
    assert {each.pairing.how for each in citations} == {AnchorHow.FOOTNOTE}


def test_a_numbered_list_belongs_to_its_marks():
    text = (
        "Wheat fell by a fifth.[1] Maize rose to a record [2].\n\nReferences\n"
        "[1] Board of wheat. https://a.example/w\n[2] Maize report, https://b.example/m\n"
    )
    citations = _citations(text)
    assert [(each.url, each.claim.text) for each in citations if each.claim] == [
        ("https://a.example/w", "Wheat fell by a fifth."),
        ("https://b.example/m", "Maize rose to a record."),
    ]
    assert {each.pairing.how for each in citations} == {AnchorHow.REFERENCE_LIST}


BLOCK = """The mayor opened a library in the old mill on Friday. Rain had flooded the harbour twice in April.
The ferry company dismissed forty sailors in spring, and the union

https://news.example/harbour-flooded-again
https://paper.example/union-protests-as-ferry-company-dismisses-sailors
https://news.example/library-in-old-mill


took the case to court in Lisbon. Nobody else was dismissed that year.
"""


def test_a_pasted_block_in_any_order_finds_its_sentences():
    claims = dict(_claims(BLOCK))
    assert (
        claims["https://news.example/harbour-flooded-again"] == "Rain had flooded the harbour twice in April."
    )
    assert claims["https://news.example/library-in-old-mill"].startswith("The mayor opened a library")


def test_the_sentence_that_a_block_cut_is_read_as_one():
    document = _document(BLOCK)
    citation = extract(document, PUBLISHERS)[1]
    assert citation.pairing.how is AnchorHow.PASTED_BLOCK
    assert citation.claim is not None
    assert citation.claim.text == (
        "The ferry company dismissed forty sailors in spring, and the union took the case to court in Lisbon."
    )
    assert [span.of(document.text)[:9] for span in citation.claim.spans] == ["The ferry", "took the "]


def test_alternatives_are_three_and_the_choice_is_the_first():
    for citation in extract(_document(BLOCK), PUBLISHERS):
        assert len(citation.pairing.alternatives) == 3
        assert citation.pairing.alternatives[0].claim == citation.claim
        assert citation.pairing.alternatives[0].confidence == citation.pairing.confidence


def test_a_url_that_says_nothing_is_a_guess():
    text = BLOCK.replace("https://news.example/harbour-flooded-again", "https://x.example/a8f31c9")
    guess = next(each for each in _citations(text) if each.url.endswith("a8f31c9"))
    assert guess.pairing.inferred


def test_a_dated_url_goes_to_the_sentence_of_its_day():
    text = (
        "The council met on 3 May 2018 and voted. On 14 March 2019 it met once more.\n\n"
        "https://a.example/2019/03/15/\nhttps://a.example/2018/05/04/\n"
    )
    assert [claim for _, claim in _claims(text)] == [
        "On 14 March 2019 it met once more.",
        "The council met on 3 May 2018 and voted.",
    ]


def test_reading_the_page_moves_a_guess():
    text = BLOCK.replace("https://news.example/harbour-flooded-again", "https://x.example/a8f31c9")
    document = _document(text)
    before = extract(document, PUBLISHERS)
    key = next(each.source.key for each in before if each.url.endswith("a8f31c9"))
    page = SourceText(
        "High water in the harbour",
        "",
        "For the second time in April rain flooded the harbour, and cellars too.",
    )
    after = refine(document, before, {key: page}, PUBLISHERS)
    refined = next(each for each in after if each.source.key == key)
    assert refined.claim is not None
    assert refined.claim.text == "Rain had flooded the harbour twice in April."
    assert "reading its page" in refined.pairing.reason
    assert [each.id for each in after] == [each.id for each in before]


def test_without_facts_nothing_changes():
    document = _document(BLOCK)
    citations = extract(document, PUBLISHERS)
    assert refine(document, citations, {}, PUBLISHERS) == citations


def test_a_list_of_urls_has_no_claims():
    citations = _citations("# mine\nhttps://a.example/1\nhttps://b.example/2  # later\n", "urls.txt")
    assert [(each.url, each.claim, each.pairing.how) for each in citations] == [
        ("https://a.example/1", None, AnchorHow.GIVEN),
        ("https://b.example/2", None, AnchorHow.GIVEN),
    ]


def test_a_bad_url_is_a_citation_all_the_same():
    (citation,) = _citations("Wheat fell by a fifth, [says the board](htp://board.example/w).", "a.md")
    assert citation.source.host == NO_HOST
    assert citation.source.key == "htp://board.example/w"


def test_mail_scripts_and_places_in_the_page_are_no_citations():
    text = "[Mail](mailto:a@b.example), [run](javascript:alert(1)), [see](data:text/html,x) and [top](#top)."
    assert _citations(text, "a.md") == ()


def test_a_document_without_links_has_no_citations():
    assert _citations("Nothing is cited here.") == ()


def test_ids_tell_occurrences_apart_and_stay():
    text = "Wheat fell (https://a.example/w). Maize rose (https://a.example/w)."
    first, second = _citations(text)
    assert first.id != second.id
    assert [each.id for each in _citations(text)] == [first.id, second.id]


def test_headings_come_with_the_claim():
    (citation,) = _citations(
        "# Harvest\n\n## Wheat\n\nIt fell [by a fifth](https://a.example/w) in a year.\n", "a.md"
    )
    assert citation.claim is not None
    assert citation.claim.heading == "Wheat"


_PIECES = st.sampled_from(
    [
        *(
            "https://a.example/x-y",
            "www.b.example",
            "https://",
            "](https://c.example)",
            "[",
            "<",
            ">",
            "(",
            ")",
        ),
        *(
            "A sentence here.",
            "\n",
            "\n\n",
            "[1]",
            "1. ",
            "- ",
            "[^a]",
            "[^a]: ",
            "# ",
            "Sources:",
            "19. maja",
        ),
        *("небо", "\u2028", "\x0b", "<a href='https://d.example/'>", "</a>", "<sup>", "<!--", "```"),
    ]
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(_PIECES | st.text(max_size=12), max_size=25).map(" ".join),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_any_text_gives_citations_with_spans_inside(text, origin):
    if not text.strip() or "\x00" in text:
        return
    try:
        document = ingest(text.encode("utf-8", "replace"), origin, IngestHints())
    except Exception as error:
        assert type(error).__name__ == "InputError"
        return
    for citation in extract(document, PUBLISHERS):
        spans = (citation.span, *(citation.claim.spans if citation.claim else ()))
        assert all(span.end <= len(document.text) for span in spans)
        assert 0 <= citation.pairing.confidence <= 1


@pytest.mark.parametrize("origin", ["a.md", "a.html"])
def test_metadata_gives_the_publication(origin):
    texts = {
        "a.md": "---\ndate: 2021-02-03\n---\n\nText of the article.",
        "a.html": '<meta itemprop="datePublished" content="2021-02-03T09:00:00Z"><p>Text of the article.</p>',
    }
    publication = _document(texts[origin], origin).publication
    assert publication is not None
    assert publication.how is PublishedHow.METADATA
    assert publication.window == DateWindow(date(2021, 2, 3), date(2021, 2, 3))
