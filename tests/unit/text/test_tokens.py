from hypothesis import given
from hypothesis import strategies as st

from citecheck.text import tokens, word_spans
from citecheck.text.names import name_key, same_word


def test_words_are_folded_and_lose_the_possessive():
    assert tokens("Vučić’s S-400s cost 1,200.50") == ("vucic", "s", "400s", "cost", "1,200.50")


def test_peoples_and_countries_share_a_key():
    assert len({name_key(word) for word in ("serbia", "serbian", "serbs", "srbije")}) == 1
    assert name_key("russia") != name_key("serbia")


def test_nicknames_share_a_key():
    assert name_key("ric") == name_key("richard")


def test_inflected_words_are_the_same_word():
    assert same_word(name_key("predsednika"), name_key("predsednik"))
    assert not same_word("minister", "ministration")


@given(st.text(max_size=200))
def test_word_spans_hold_words(text):
    assert all(span.of(text).strip() == span.of(text) != "" for span in word_spans(text))
