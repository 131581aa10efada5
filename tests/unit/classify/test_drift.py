import pytest
from tests.badweb.zoo_pages import PARAGRAPHS

from citecheck.classify import drift, similarity
from citecheck.model import Drift

TEXT = " ".join(PARAGRAPHS)
OTHER = (
    "Herring catches fell for the third year in a row, and the crews of the smaller boats say that the nets "
    "come up empty before noon. A biologist blames warmer currents; the owners blame the seals, and ask the "
    "ministry for permission to fish further out, beyond the bank where the old wrecks lie."
)


def test_the_same_text_is_alike() -> None:
    assert similarity(TEXT, TEXT) == 1.0
    assert similarity(TEXT, TEXT.upper().replace(",", " ;")) == 1.0
    assert similarity("", "") == 1.0
    assert similarity("", TEXT) == 0.0


def test_it_is_symmetric() -> None:
    assert similarity(TEXT, OTHER) == similarity(OTHER, TEXT)


def test_other_texts_are_not_alike() -> None:
    assert similarity(TEXT, OTHER) < 0.15


def test_a_correction_leaves_a_text_unchanged() -> None:
    words = TEXT.split()
    words[::25] = ["corrected"] * len(words[::25])
    assert similarity(TEXT, " ".join(words)) > 0.9
    assert drift(similarity(TEXT, TEXT + " " + PARAGRAPHS[0])) is Drift.UNCHANGED


def test_half_a_text_is_a_change() -> None:
    assert drift(similarity(TEXT, " ".join(PARAGRAPHS[:2]))) is Drift.CHANGED
    assert drift(similarity(TEXT, " ".join((*PARAGRAPHS[:3], OTHER, OTHER)))) is Drift.CHANGED


def test_order_of_paragraphs_hardly_counts() -> None:
    assert similarity(TEXT, " ".join(PARAGRAPHS[::-1])) > 0.95


def test_scripts_without_spaces_are_compared() -> None:
    one = "港町の評議会は夏の暑さのあと岸壁に一万本の木を植えることを決めた"
    assert similarity(one, one.replace("一万本", "二万本")) > 0.8
    assert similarity(one, "漁師たちは三年続けて鰊が少ないと数えている") < 0.3


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        (None, Drift.UNKNOWN),
        (1.0, Drift.UNCHANGED),
        (0.80, Drift.UNCHANGED),
        (0.79, Drift.CHANGED),
        (0.30, Drift.CHANGED),
        (0.29, Drift.REPLACED),
    ],
)
def test_bands(alike: float | None, expected: Drift) -> None:
    assert drift(alike) is expected


def test_title_and_date_make_another_document() -> None:
    assert drift(0.5, title_changed=True, date_changed=True) is Drift.REPLACED
    assert drift(0.5, title_changed=True) is Drift.CHANGED
    assert drift(0.95, title_changed=True, date_changed=True) is Drift.UNCHANGED
