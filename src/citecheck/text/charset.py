"""Bytes to characters, legacy encodings included."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SERBIAN_LATIN = frozenset("čćžšđČĆŽŠĐ")
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÙÚÛÜŒ")
_CENTRAL = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉÍŇŘŠŤÚŮÝŽäöüßőűăâîșțşţđĐ")
_CYRILLIC = re.compile("[\u0400-\u045f]")
_CYRILLIC_CAMEL = re.compile("[\u0430-\u045f][\u0400-\u042f]")  # a capital after a small letter
_NO_CHARSETS = frozenset({"utf_7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_SAMPLE = 65_536  # bytes looked at
_TYPOGRAPHIC = frozenset("‘’“”„–—…•«»‹›°§©®™€£ \u00a0\u00ad·×¿¡ºª½¼¾¹²³")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and the encoding they were read with."""

    text: str
    charset: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The characters of `data`, or None where it is not text.

    Order: byte order mark, UTF-16 by its pattern of zero bytes, UTF-8, the `declared` encoding, then
    the likeliest legacy encoding. Bytes that do not fit become U+FFFD.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(name, "replace"), name)
    wide = _wide(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    if _binary(data):
        return None
    for claimed in ("utf-8", declared):
        text = _strictly(data, claimed)
        if text is not None and claimed is not None:
            return Decoded(text, codecs.lookup(claimed).name)
    likeliest = _legacy(data)
    return Decoded(data.decode(likeliest, "replace"), likeliest)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte names the Latin, Cyrillic or punctuation page."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or 0 not in head:
        return None
    even, odd = (sum(byte in (0, 1, 4, 0x20) for byte in head[side::2]) / (len(head) / 2) for side in (0, 1))
    if odd > 0.95 and even < 0.5:
        return "utf-16-le"
    return "utf-16-be" if even > 0.95 and odd < 0.5 else None


def _binary(data: bytes) -> bool:
    """Text has no zero bytes and next to no control characters."""
    head = data[:_SAMPLE]
    if b"\x00" in head:
        return True
    controls = sum(head.count(byte) for byte in (*range(1, 9), 11, *range(14, 27), *range(28, 32), 127))
    return controls > 0.02 * len(head)


def codec_named(label: str) -> str | None:
    """The Python codec for characters that `label` names, None for an unknown one and for one that is no
    charset of texts: Python has codecs that unpack files, or that make any character of plain letters."""
    try:
        name = codecs.lookup(label).name
        "a".encode(name)  # refuses codecs that are not for characters, such as "zlib"
    except (LookupError, ValueError, TypeError):
        return None
    return None if name.replace("-", "_") in _NO_CHARSETS else name


def _strictly(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(name) if name and codec_named(name) else None
    except (LookupError, UnicodeError):
        return None


def _legacy(data: bytes) -> str:
    """The likeliest 8-bit encoding: a rule for our own languages first, then charset-normalizer."""
    sample = _around_high_bytes(data)
    if not sample:
        return "utf-8"  # the damage lies elsewhere: keep what can be kept
    best = max(("cp1251", "koi8-r", "iso8859-5", "cp866"), key=lambda name: _cyrillic(sample, name))
    if _cyrillic(sample, best) > 0.8:
        return best
    if _broken_utf8(data):
        return "utf-8"
    for name, letters in (("cp1250", _SERBIAN_LATIN), ("iso8859-2", _SERBIAN_LATIN), ("cp1252", _WESTERN)):
        if _fits(sample, name, letters):
            return name
    for name in ("cp1250", "iso8859-2"):
        if _fits(sample, name, _CENTRAL):
            return name
    guess = from_bytes(sample, enable_fallback=False).best()
    return guess.encoding if guess is not None else "cp1252"


def _around_high_bytes(data: bytes) -> bytes:
    """The lines that hold bytes above 127, up to the sample size."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]


def _broken_utf8(data: bytes) -> bool:
    """Mostly valid UTF-8 with a few damaged places."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    good = sum(ord(letter) > 127 and letter != "\ufffd" for letter in text)
    return good > 0 and text.count("\ufffd") <= 0.1 * good


def _cyrillic(sample: bytes, name: str) -> float:
    """How much of the high bytes reads as Cyrillic words in `name`, from below 0 to 1."""
    text = sample.decode(name, "replace")
    high = [letter for letter in text if ord(letter) > 127 and letter not in _TYPOGRAPHIC]
    if len(high) < 4:
        return 0.0
    letters = sum(bool(_CYRILLIC.match(letter)) for letter in high)
    small = sum(letter.islower() for letter in high)
    odd = len(_CYRILLIC_CAMEL.findall(text)) * 4 + (0 if small * 2 >= letters else letters)
    alone = sum(
        len(run) == 1
        for run in re.findall("(?<=[A-Za-z])[\u0400-\u045f]+|[\u0400-\u045f]+(?=[A-Za-z])", text)
    )
    return (letters - odd - 4 * alone) / len(high)


def _fits(sample: bytes, name: str, expected: frozenset[str]) -> bool:
    """Whether nearly all high bytes become letters that the language has."""
    text = sample.decode(name, "replace")
    letters = [letter for letter in text if ord(letter) > 127 and letter not in _TYPOGRAPHIC]
    strange = sum(letter not in expected for letter in letters)
    controls = any("\x80" <= letter <= "\x9f" for letter in letters)
    return strange <= 0.03 * max(len(letters), 1) and not controls
