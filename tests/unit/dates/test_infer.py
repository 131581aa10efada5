from datetime import date

import pytest

from citecheck.dates import infer_publication
from citecheck.model import DateWindow, PublishedHow

TODAY = date(2026, 11, 22)
HISTORY = (
    "The crisis of 2008 changed the region, as the wars of the 1990s had. Crowds came in January 2019. "
    "On the seventy-fifth anniversary of the liberation a parade was held.\n"
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Slavic Shield 2019, a joint exercise during\nOctober 24–29, was a first."),
        ("sr", "Vežba „Slovenski štit 2019“, održana od 24. do 29. oktobra, privukla je pažnju."),
        ("sr", "Вежба „Словенски штит 2019“, одржана од 24. до 29. октобра, привукла је пажњу."),
        ("ru", "Учения «Славянский щит — 2019», прошедшие с 24 по 29 октября, привлекли внимание."),
        ("de", "Das Manöver Slawischer Schild 2019, das vom 24. bis 29. Oktober stattfand, war das erste."),
        ("fr", "L'exercice Bouclier slave 2019, tenu du 24 au 29 octobre, était une première."),
    ],
)
def test_the_edition_of_an_event_binds_the_year(language: str, sentence: str) -> None:
    publication = infer_publication(f"{sentence} {HISTORY}", language, TODAY)
    assert publication is not None
    assert publication.how is PublishedHow.INFERRED
    assert publication.window == DateWindow(date(2019, 10, 29), date(2020, 4, 29))
    assert "2019" in publication.reason
    assert "29 October 2019" in publication.reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing here has a date.",
        HISTORY,
        "The war began on 28 July 1914. Treaties followed on 28 June 1919 and 10 January 1920.",
        "On 5 May 2018 the law passed. It has been praised since.",
        "Expo 2027 will be held from May 15 to August 15.",
        "The Vision 2030 plan, due to begin on October 5, is bold.",
        "Slavic Shield 2019 was held during October 24–29. In 2023 everyone had forgotten it.",
        "In 2019, on October 24, the minister left.",
        "See https://example.org/2018/07/26/x and https://example.org/2018/07/27/y, read on Monday.",
    ],
)
def test_nothing_to_go_on(text: str) -> None:
    assert infer_publication(text, "en", TODAY) is None


def test_full_dates_told_as_recent() -> None:
    text = "The minister spoke on 12 March 2021. On Monday he left; the vote is of 14 March 2021."
    publication = infer_publication(text, "en", TODAY)
    assert publication is not None
    assert publication.window == DateWindow(date(2021, 3, 14), date(2021, 9, 14))
    assert "On Monday" in publication.reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A title\nPublished: 19 October 2019\nThe text, since 2008."),
        ("sr", "Naslov\nObjavljeno 19. oktobra 2019.\nTekst."),
        ("ru", "Заголовок\nОпубликовано: 19 октября 2019 года\nТекст."),
        ("de", "Titel\nVeröffentlicht am 19. Oktober 2019\nText."),
        ("fr", "Titre\nPublié le 19 octobre 2019\nTexte."),
    ],
)
def test_a_labelled_date_is_taken_at_its_word(language: str, text: str) -> None:
    publication = infer_publication(text, language, TODAY)
    assert publication is not None
    assert publication.window.day == date(2019, 10, 19)


def test_the_window_ends_today_at_the_latest() -> None:
    text = "The Trieste Games 2026, held during October 24-29, were a success."
    publication = infer_publication(text, "en", TODAY)
    assert publication is not None
    assert publication.window == DateWindow(date(2026, 10, 29), TODAY)
