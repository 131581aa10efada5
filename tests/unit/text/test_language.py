import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The committee will publish its findings on the new railway next week.", "en"),
        ("Odbor će sledeće nedelje objaviti izveštaj o novoj pruzi kroz Srbiju.", "sr"),
        ("Одбор ће следеће недеље објавити извештај о новој прузи.", "sr"),
        ("Комитет опубликует выводы о новой железной дороге на следующей неделе.", "ru"),
        ("Der Ausschuss veröffentlicht seinen Bericht über die neue Bahn nächste Woche.", "de"),
        ("Le comité publiera la semaine prochaine ses conclusions sur la ligne.", "fr"),
    ],
)
def test_languages(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 345", "https://example.org/the-whole-text", "Hm."])
def test_too_little_to_tell(text):
    assert language_of(text) is None


def test_urls_do_not_count():
    urls = "https://example.org/der-die-das-und-nicht-auch " * 20
    assert language_of(f"{urls} The committee will publish its findings next week.") == "en"


def test_no_connection_is_ever_opened(monkeypatch):
    def refuse(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert language_of("Nothing of this sentence may leave the machine.") == "en"


@given(st.text(max_size=200))
def test_any_text_is_taken(text):
    code = language_of(text)
    assert code is None or len(code) == 2
