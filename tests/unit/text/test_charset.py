import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text import decode

SERBIAN = "Председник општине рекао је јуче да мост неће бити затворен."
LATIN = "Predsednik opštine rekao je juče da će most biti zatvoren, kaže Đorđe."
RUSSIAN = "Глава города сказал вчера, что мост закрывать не будут."
FRENCH = "Le préfet a déclaré hier à la presse que le pont était sûr."


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (SERBIAN, "utf-8"),
        (SERBIAN, "utf-8-sig"),
        (SERBIAN, "utf-16"),
        (SERBIAN, "utf-16-le"),
        (LATIN, "utf-16-be"),
        (SERBIAN, "cp1251"),
        (LATIN, "cp1250"),
        (LATIN, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
    ],
)
def test_read_back_without_being_told(text, charset):
    decoded = decode(text.encode(charset))
    assert decoded is not None
    assert decoded.text == text


def test_the_declared_encoding_is_believed_where_it_fits():
    decoded = decode("naïve façade".encode("latin-1"), "iso-8859-1")
    assert decoded is not None
    assert (decoded.text, decoded.charset) == ("naïve façade", "iso8859-1")


def test_an_unknown_declaration_is_passed_over():
    decoded = decode(SERBIAN.encode("cp1251"), "no-such-charset")
    assert decoded is not None
    assert decoded.text == SERBIAN


def test_damaged_utf8_keeps_what_is_whole():
    decoded = decode((SERBIAN * 5).encode() + b"\xff end")
    assert decoded is not None
    assert decoded.text == SERBIAN * 5 + "\ufffd end"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00", bytes(range(32)) * 40])
def test_binary_is_no_text(data):
    assert decode(data) is None


@given(st.binary(max_size=400))
def test_any_bytes_are_taken(data):
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.text, str)


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back(text):
    decoded = decode(text.encode("utf-8"))
    assert decoded is None or decoded.text == text
