import pytest
from tests.badweb.zoo_languages import NOT_FOUND
from tests.unit.classify.wordings_seen import HEADINGS, HEADLINES, STATEMENTS

from citecheck.classify.not_found import (
    heading_says_not_found,
    statement_says_not_found,
    title_says_not_found,
)
from citecheck.classify.not_found_words import WORDINGS
from citecheck.classify.withdrawn import heading_says_withdrawn


@pytest.mark.parametrize("entry", NOT_FOUND, ids=lambda entry: entry[0])
def test_every_language_is_understood(entry: tuple[str, str, str, str]) -> None:
    _, title, heading, sentence = entry
    assert title_says_not_found(f"{title} - Quay Courier")
    assert title_says_not_found(f"Quay Courier | {title}")
    assert heading_says_not_found(heading)
    assert statement_says_not_found(sentence)


def test_more_than_twenty_languages() -> None:
    assert len(WORDINGS) >= 30


@pytest.mark.parametrize(
    "heading",
    [
        "404",
        "Error 404",
        "404 - Not Found",
        "HTTP 404",
        "404!",
        "Oops! 404",
        "Sorry, page not found",
        "PAGE NOT FOUND",
        "Page not found (404)",
        "404 エラー",
        "Ошибка 404",
        "Fehler 404: Seite nicht gefunden",
        "Hoppla!  Seite nicht gefunden",
    ],
)
def test_numbers_and_noise(heading: str) -> None:
    assert heading_says_not_found(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Page not found: the story of the web's most famous error",
        "Why we see 404 pages",
        "404 million euros for the schools of the coast",
        "Missing page of the ship's log found in an attic",
        "Article removed from the exhibition after protests by fishermen",
        "The content of the treaty",
        "Sorry, Mr President",
        "Error",
        "Oops",
        "",
        "Site unavailable as strangers attack the ministry",
        "Seite an Seite",
        "Nicht gefunden, aber gesucht: die Glocke von Sankt Olaf",
        "Post office closed",
        "Lost and found",
        "Страница истории",
        "Una página de la historia no escrita",
    ],
)
def test_headlines_are_left_alone(heading: str) -> None:
    assert not heading_says_not_found(heading)
    assert not title_says_not_found(heading)
    assert not title_says_not_found(f"{heading} - Quay Courier")


def test_a_part_of_a_title_counts_beside_a_site_name_only() -> None:
    assert not title_says_not_found(
        "Page not found - how three words became the most read sentence of the web"
    )
    assert title_says_not_found("Page not found · Quay Courier · News")


def test_long_headings_are_cut() -> None:
    assert not heading_says_not_found("Oops " * 100_000)


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_of_not_found_pages(heading: str) -> None:
    assert heading_says_not_found(heading)


@pytest.mark.parametrize("line", STATEMENTS)
def test_sentences_of_not_found_pages(line: str) -> None:
    assert statement_says_not_found(line)


@pytest.mark.parametrize("headline", HEADLINES)
def test_more_headlines_are_left_alone(headline: str) -> None:
    assert not title_says_not_found(headline)


@pytest.mark.parametrize(
    "said", ["Page not found on this server", "File not found on our server", "Este post não existe mais"]
)
def test_what_is_said_around_it_is_not_cut_off(said: str) -> None:
    assert heading_says_not_found(said) or heading_says_withdrawn(said)


def test_a_line_may_go_on_after_it() -> None:
    assert statement_says_not_found("Cette page est introuvable. Retour à l'accueil")
    assert statement_says_not_found("Bu sayfa bulunamadı. Ana sayfa")
    assert not statement_says_not_found("Das Produkt ist nicht „bio“, urteilte das Gericht")
