import pytest

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


@pytest.mark.parametrize(
    "page",
    [
        "<svg>" + "<g>" * 500_000 + "</x>" * 500_000,
        "<svg>" + "<link>" * 500_000,
        "<math>" + "<td>" * 500_000,
        "<select>" + "<option>" * 600_000,
        "<select>" + "<option>x</option>" * 300_000,
        "<div>" * 3_900 + "</p>" * 1_200_000,
        "<span>" * 3_900 + "<li>" * 1_000_000,
        "<p>x</p>" * 500_000,
        "<dd><li>" * 300_000,
    ],
    ids=["svg", "svg-link", "math", "options", "closed", "ends", "items", "many", "mixed"],
)
def test_what_costs_parsers_too_much_is_cut(page: str) -> None:
    cut = tame(page)
    assert page.startswith(cut)
    assert cut.count("<") <= 200_000


def test_attributes_behind_a_bracket_in_quotes_are_attributes() -> None:
    many = " ".join(f"a{n}=1" for n in range(100_000))
    for page in (f"<p q='>' {many}>words", f'<p q = "<b>" {many}>words', f"<p q='>' {many}"):
        assert len(tame(page)) < 100


def test_tags_without_an_end_are_one_tag_with_too_many_attributes() -> None:
    page = ("<a " * 5_333)[:15_990] + ">"
    assert tame(page * 300) == "<a>" * 300


@pytest.mark.parametrize(
    "page",
    [
        "<p>a</p><script>" + "var a = 'b'; " * 5_000 + "</script><p>z</p>",
        "<p title='x'>" + "plain words without any markup " * 2_000 + "</p>",
        '<svg><path d="' + "M 10 10 L 20 20 " * 2_000 + '"/></svg><p>words',
        '<div data-a=\'{"b": [' + '"c", ' * 3_000 + "]}'>words</div>",
        "<svg>" + "<path d='M0 0'/>" * 20_000 + "</svg><p>words",
        "<table>" + "<tr><td>a<td>b" * 20_000 + "</table>",
        "<dl>" + "<dt>a<dd><p>b" * 10_000 + "</dl>",
        "<select>" + "<option>x" * 3_000 + "</select>" + "<br><img>" * 10_000,
    ],
    ids=["script", "text", "path", "json", "icons", "cells", "terms", "void"],
)
def test_large_pages_of_people_come_back_as_they_are(page: str) -> None:
    assert tame(page) == page


def test_one_long_attribute_stays() -> None:
    page = '<img src="data:image/png;base64,' + "A" * 90_000 + '"><p>words'
    assert tame(page) == page


def test_the_decoder_hands_out_tamed_pages_and_untouched_bytes() -> None:
    payload = b"<!doctype html>" + b"<div>" * 50_000 + b"<p>deep"
    body = decode(payload, [("Content-Type", "text/html")], FetchLimits(), "https://e.example/")
    assert body.data == payload
    assert body.text is not None
    assert 4_000 <= body.text.count("<div>") <= 4_001
