import pytest

from citecheck.classify import missing_fragments
from citecheck.model import DateReading, DecodedBody, Reading

HTML = '<h2 id="costs">Costs</h2><a name="old">x</a><p id="user-content-note-1">n</p><p id="größe">g</p>'
TEXT = "The council paid for the  bridge, “in full”, last March. Nobody disagreed."
PAGE = DecodedBody(HTML.encode(), "text/html", "utf-8", HTML)
READING = Reading(TEXT, None, (), "en", 12, DateReading(()))


def missing(fragment: str, body: DecodedBody = PAGE) -> list[str]:
    return [words for _, words in missing_fragments((f"https://a.example/x{fragment}",), body, READING)]


@pytest.mark.parametrize(
    "fragment",
    ["", "#", "#costs", "#old", "#note-1", "#gr%C3%B6%C3%9Fe", "#top", "#!/route", "#/app/route", "#page=3"],
)
def test_parts_that_are_there_or_that_no_page_names(fragment: str) -> None:
    assert missing(fragment) == []


def test_a_part_that_is_gone_is_named() -> None:
    assert missing("#figures") == ["The page has no part named 'figures' any more."]


@pytest.mark.parametrize(
    "fragment",
    [
        "#:~:text=paid%20for%20the%20bridge",
        "#:~:text=The%20council-,paid%20for,last%20March,-Nobody",
        "#costs:~:text=nobody%20DISAGREED",
    ],
)
def test_quoted_words_that_are_there(fragment: str) -> None:
    assert missing(fragment) == []


def test_quoted_words_that_are_gone_are_named() -> None:
    assert missing("#:~:text=refused%20to%20pay") == [
        "The quoted words 'refused to pay' are not in the page's text."
    ]
    assert missing("#:~:text=paid%20for,next%20June") == [
        "The quoted words 'next June' are not in the page's text."
    ]


def test_files_have_no_parts() -> None:
    assert missing("#figures", DecodedBody(b"x", "application/pdf", None, None)) == []
