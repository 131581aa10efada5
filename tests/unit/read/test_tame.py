from citecheck.read import decode
from citecheck.read.tame import tame
from citecheck.settings.values import FetchLimits


def test_pages_that_people_make_come_back_as_they_are() -> None:
    page = "<div><ul>" + "<li><a href='x'>y</a><br><p>z" * 8_000 + "</ul></div>"
    assert tame(page) == page


def test_nesting_is_cut_where_it_becomes_unreasonable() -> None:
    cut = tame("<p>kept</p>" + "<div>" * 200_000)
    assert cut.startswith("<p>kept</p>")
    assert len(cut) < 25_000


def test_a_tag_with_a_hundred_thousand_attributes_loses_them() -> None:
    page = "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">words"
    assert tame(page) == "<p>words"


def test_one_long_attribute_stays() -> None:
    page = '<img src="data:image/png;base64,' + "A" * 90_000 + '"><p>words'
    assert tame(page) == page


def test_the_decoder_hands_out_tamed_pages_and_untouched_bytes() -> None:
    payload = b"<!doctype html>" + b"<div>" * 50_000 + b"<p>deep"
    body = decode(payload, [("Content-Type", "text/html")], FetchLimits(), "https://e.example/")
    assert body.data == payload
    assert body.text is not None
    assert body.text.count("<div>") == 4_000
