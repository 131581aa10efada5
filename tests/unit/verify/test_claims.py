from citecheck.verify.claims import take_apart, without_marks


def test_marks_are_blanked_and_spans_stay() -> None:
    text = "The dam broke[12] in **May**<|cit|>, they say [citation needed]."
    clean = without_marks(text)
    assert len(clean) == len(text)
    assert "12" not in clean
    assert "cit" not in clean
    assert clean.index("May") == text.index("May")


def test_names_run_over_small_words_and_stop_at_commas() -> None:
    found = take_apart("He met Anna Lind, Piet van Dyke and the Bank of Norrland in Velmar.").names
    assert [name.text for name in found] == [
        "He",
        "Anna Lind",
        "Piet van Dyke and the Bank of Norrland",
        "Velmar",
    ][1:]


def test_a_capital_at_the_start_is_no_sure_name() -> None:
    names = take_apart("Timber exports fell.").names
    assert [name.sure for name in names] == [False]
    assert take_apart("NATO met.").names[0].sure


def test_clauses_need_words_of_their_own() -> None:
    text = "The mayor called for calm, and the union rejected the latest offer, he said"
    assert [span.of(text).strip(" ,") for span in take_apart(text).clauses] == [
        "The mayor called for calm",
        "and the union rejected the latest offer, he said",
    ]


def test_numbers_inside_dates_are_dates() -> None:
    anatomy = take_apart("On 4 March 2024 some 14 ships waited.")
    assert [number.text for number in anatomy.numbers] == ["14"]
    assert [date.text for date in anatomy.dates] == ["4 March 2024"]


def test_quotes_of_one_word_are_not_quotations() -> None:
    anatomy = take_apart('The "deal" was called "the best of all offers so far".')
    assert [span.of(anatomy.text) for span in anatomy.quotes] == ["the best of all offers so far"]
