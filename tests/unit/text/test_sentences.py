from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text import sentences


def _read(text, language=None):
    return [span.of(text) for span in sentences(text, language)]


def test_serbian_ordinal_before_a_small_letter_does_not_end_a_sentence():
    text = "Došao je 19. oktobra 2019. godine u Niš. Otišao je sutradan."
    assert _read(text, "sr") == ["Došao je 19. oktobra 2019. godine u Niš.", "Otišao je sutradan."]


def test_russian_abbreviations_do_not_end_a_sentence():
    text = "Он родился в г. Туле на ул. Садовой. Потом уехал."
    assert _read(text, "ru") == ["Он родился в г. Туле на ул. Садовой.", "Потом уехал."]


def test_serbian_abbreviation_before_a_small_letter():
    text = "Uvozimo voće, npr. banane i limun. Izvozimo maline."
    assert _read(text, "sr") == ["Uvozimo voće, npr. banane i limun.", "Izvozimo maline."]


def test_blank_line_always_ends_a_sentence():
    assert _read("A heading without a stop\n\nthen small letters.") == [
        "A heading without a stop",
        "then small letters.",
    ]


def test_closing_quote_stays_with_its_sentence():
    assert _read("She said: “We won’t go.” Then she went.") == ["She said: “We won’t go.”", "Then she went."]


@pytest.mark.parametrize("text", ["", " \n\n ", "."])
def test_nothing_to_read(text):
    assert all(span.of(text).strip() for span in sentences(text, None))


@given(st.text(max_size=300), st.sampled_from(["en", "sr", "ru", "de", None]))
def test_spans_lie_inside_in_order_and_apart(text, language):
    spans = sentences(text, language)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
