import pytest

from citecheck.verify.numbers import Quantity, differs, quantities, same_value


def one(text: str, language: str | None = None) -> Quantity:
    (found,) = quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("70,000 people", 70_000, "peopl"),
        ("2.5 million votes", 2_500_000, "vote"),
        ("$3bn", 3e9, "dollar"),
        ("€4 million", 4e6, "euro"),
        ("8 percent", 8, "%"),
        ("12%", 12, "%"),
        ("twenty-one boats", 21, "boat"),
        ("1,234,567 votes", 1_234_567, "vote"),
        ("0.75 miles", 0.75, "mile"),
        ("2 million euros", 2e6, "euro"),
    ],
)
def test_quantity_has_value_and_unit(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert found.value == pytest.approx(value)
    assert found.units[0] == unit


@pytest.mark.parametrize("text", ["in 1998", "the Q3 figures", "version 22H2", "Room B12", "no figures here"])
def test_years_and_codes_are_not_quantities(text: str) -> None:
    assert list(quantities(text)) == []


def test_language_tells_the_decimal_comma() -> None:
    assert one("2,5 miliona evra", "sr").value == pytest.approx(2.5e6)
    assert one("12.500 ljudi", "sr").value == 12_500
    assert one("12.5 tonnes", "en").value == 12.5


@pytest.mark.parametrize(
    ("claimed", "given"),
    [
        ("1.2 million people", "1,234,567 people"),
        ("70,000 people", "70,000 people"),
        ("eight people", "8 people"),
        ("more than 100,000 people", "120,000 people"),
        ("3,500 people", "about 3,512 people"),
    ],
)
def test_same_number_in_another_writing(claimed: str, given: str) -> None:
    assert same_value(one(claimed), one(given))
    assert not differs(one(claimed), one(given))


@pytest.mark.parametrize(
    ("claimed", "given"),
    [("120,000 people", "70,000 people"), ("8 percent", "12 percent"), ("four ships", "14 ships")],
)
def test_other_numbers_differ(claimed: str, given: str) -> None:
    assert not same_value(one(claimed), one(given))
    assert differs(one(claimed), one(given))


def test_bounds_that_allow_each_other_do_not_differ() -> None:
    assert not differs(one("120,000 people"), one("more than 100,000 people"))
    assert not differs(one("up to 500 people"), one("320 people"))
