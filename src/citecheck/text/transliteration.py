"""Serbian in both scripts, Russian in Latin letters, and folding for comparison."""

import re
import unicodedata

_SERBIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i",
    "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
# Folding maps each letter by itself, Serbian first, so that one word folds alike in every context.
_FOLD = {letter: _SERBIAN.get(letter, "") for letter in _SERBIAN} | {
    "ё": "e", "й": "j", "щ": "sc", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "і": "i",
    "ї": "i", "є": "e", "ґ": "g", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "đ": "dj", "ђ": "dj", "ł": "l",
    "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'",
}  # fmt: skip
_LATIN_UNITS = {latin: letter for letter, latin in _SERBIAN.items()}
_LATIN_PATTERN = re.compile("|".join(sorted(_LATIN_UNITS, key=len, reverse=True)), re.IGNORECASE)
# Words in which n+j or d+ž are two letters of Serbian, not one.
_SPLIT = re.compile(r"(?<=in)(?=jekci)|(?<=kon)(?=jun)|(?<=tan)(?=jug)|(?<=nad)(?=živ)|(?<=pod)(?=žel)", re.I)


def serbian_to_latin(text: str) -> str:
    """Serbian Cyrillic letters of `text` in Serbian Latin (ђ to đ, Љ to Lj or LJ); the rest stays."""
    return _transliterate(text, _SERBIAN)


def russian_to_latin(text: str) -> str:
    """Russian letters of `text` in the Latin letters that English newspapers and slugs use."""
    return _transliterate(text, _RUSSIAN)


def serbian_to_cyrillic(text: str) -> str:
    """Serbian Latin letters of `text` in Serbian Cyrillic; q, w, x, y and all else stays."""
    parts = _SPLIT.split(unicodedata.normalize("NFC", text))
    return "".join(_LATIN_PATTERN.sub(_cyrillic_unit, part) for part in parts)


def fold(text: str) -> str:
    """`text` for comparison: lower case, no diacritics, Latin letters for Cyrillic ones.

    Letter by letter, so equal words fold alike everywhere; the length may change.
    """
    folded = _folded(text)
    return folded if folded.isascii() else _folded(folded)  # a letter without its accent may be another


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFC", text).casefold()
    latin = "".join(_FOLD.get(letter, letter) for letter in lowered)
    decomposed = unicodedata.normalize("NFKD", latin)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def _transliterate(text: str, table: dict[str, str]) -> str:
    letters = unicodedata.normalize("NFC", text)
    found = []
    for index, letter in enumerate(letters):
        latin = table.get(letter.lower())
        if latin is None:
            found.append(letter)
        elif letter.islower() or not latin:
            found.append(latin)
        else:
            shouting = (
                letters[index + 1 : index + 2].isupper() or letters[max(index - 1, 0) : index].isupper()
            )
            found.append(latin.upper() if shouting else latin.capitalize())
    return "".join(found)


def _cyrillic_unit(match: re.Match[str]) -> str:
    unit = match.group()
    letter = _LATIN_UNITS[unit.lower()]
    return letter.upper() if unit[0].isupper() else letter
