import pytest
from pdf_writer import Line, Link, write_pdf

from citecheck.errors import InputError
from citecheck.ingest import IngestHints, ingest
from citecheck.model import AnchorHow

WIDE = 7.2  # points of a Courier letter of 12 points


def _read(lines, links=()):
    return ingest(write_pdf(lines, links), "a.pdf", IngestHints())


def _box(line, phrase):
    left = line.x + WIDE * line.text.index(phrase)
    return (left, line.y - 3, left + WIDE * len(phrase), line.y + 10)


def test_a_link_comes_out_as_the_words_under_it():
    line = Line(40, 600, "Wheat fell by a fifth last year, the board said.")
    document = _read([line], [Link("https://a.example/w", _box(line, "by a fifth"))])
    (anchor,) = document.anchors
    assert anchor.span.of(document.text) == "by a fifth"
    assert (anchor.url, anchor.how) == ("https://a.example/w", AnchorHow.ANCHOR)


def test_a_rectangle_with_top_and_bottom_swapped():
    line = Line(40, 600, "Wheat fell by a fifth last year.")
    left, bottom, right, top = _box(line, "a fifth")
    document = _read([line], [Link("https://a.example/w", (left, top, right, bottom))])
    assert [anchor.span.of(document.text) for anchor in document.anchors] == ["a fifth"]


def test_a_link_over_two_lines_is_one():
    first, second = Line(40, 600, "Wheat fell by"), Line(40, 586, "a fifth last year.")
    boxes = [_box(first, "fell by"), _box(second, "a fifth")]
    document = _read([first, second], [Link("https://a.example/w", box) for box in boxes])
    (anchor,) = document.anchors
    assert anchor.span.of(document.text) == "fell by a fifth"


def test_a_url_over_three_lines_is_joined():
    lines = [
        Line(40, 600, "The board's report is at https://a.example/archive/"),
        Line(40, 586, "a-very-long-part-of-the-path/that-goes-on-and-on-2/"),
        Line(40, 572, "final_report.html and was read by few of us, alas."),
    ]
    text = _read(lines).text
    assert (
        "https://a.example/archive/a-very-long-part-of-the-path/that-goes-on-and-on-2/final_report.html and"
        in text
    )


def test_a_url_at_a_line_end_with_room_left_is_whole():
    lines = [
        Line(40, 600, "The board wrote https://a.example/wheat/"),
        Line(40, 586, "2019 was a bad year for wheat and for everybody else."),
    ]
    assert "https://a.example/wheat/ 2019 was" in _read(lines).text


def test_raised_numbers_lead_to_their_notes():
    sentence = Line(40, 600, "Wheat fell by a fifth last year.")
    lines = [
        sentence,
        Line(40 + WIDE * len(sentence.text), 604, "1", 7),
        Line(40, 500, "1. Board of wheat, https://a.example/w"),
    ]
    document = _read(lines)
    (anchor,) = document.anchors
    assert (anchor.url, anchor.how) == ("https://a.example/w", AnchorHow.REFERENCE_LIST)
    assert document.text[: anchor.span.start].endswith("last year.")


def test_larger_letters_are_headings():
    document = _read(
        [Line(40, 640, "On wheat", 20), *(Line(40, 600 - 14 * n, "Wheat fell.") for n in range(4))]
    )
    assert document.title == "On wheat"
    assert [span.of(document.text) for span in document.headings] == ["On wheat"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 and then nothing", "damaged"),
        (write_pdf([Line(40, 600, "Wheat")])[:150], "damaged"),
        (write_pdf([]), "no text"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_fix(data, message):
    with pytest.raises(InputError, match=f"^a.pdf: .*{message}"):
        ingest(data, "a.pdf", IngestHints())
