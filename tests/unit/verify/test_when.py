import pytest

from citecheck.verify.when import agrees, covers, dated, pieced


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 4 March 2024", (2024, 3, 4)),
        ("on March 4, 2024", (2024, 3, 4)),
        ("on March 4th", (None, 3, 4)),
        ("in March 2024", (2024, 3, None)),
        ("in 2024", (2024, None, None)),
        ("2024-03-04", (2024, 3, 4)),
        ("4. marta 2024.", (2024, 3, 4)),
        ("4. марта 2024.", (2024, 3, 4)),
        ("in March", (None, 3, None)),
    ],
)
def test_reads_what_is_given(text: str, parts: tuple[int | None, ...]) -> None:
    (date,) = dated(text)
    assert (date.year, date.month, date.day) == parts
    assert date.span.of(text) == date.text


@pytest.mark.parametrize("text", ["he may go", "the march of 70,000", "1,998 people", "no date"])
def test_leaves_other_words_alone(text: str) -> None:
    assert dated(text) == ()


def test_a_coarser_date_agrees_but_does_not_cover() -> None:
    (day,), (month,) = dated("4 March 2024"), dated("March 2024")
    assert agrees(day, month)
    assert not covers(day, month)
    assert covers(month, day)


def test_a_date_without_year_takes_the_year_beside_it() -> None:
    (claimed,) = dated("4 March 2024")
    assert pieced(claimed, dated("On March 4 it rained. Posted 2024-03-05.")) is not None
    assert pieced(claimed, dated("On March 4 it rained. Posted 2023-03-05.")) is None
