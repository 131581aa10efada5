"""Words of claim and page: folded, stemmed, with their place, and how much each one says."""

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from citecheck.text import fold
from citecheck.verify.lexicon import GRAMMAR_WORDS, KIN

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_DOUBLE = re.compile(r"([bdfglmnprt])\1$")
_UNKNOWN = 9.0  # the weight of a word that the table of common words does not have
_SHORT = 3.0  # the same for a word of up to three small letters: likely a grammar word of any language


class Token(NamedTuple):
    """One word: its comparable form, its place, and whether it starts with a capital."""

    stem: str
    start: int
    end: int
    capital: bool
    digit: bool


def tokenise(text: str) -> list[Token]:
    """The words and numbers of `text` in order, with spans in `text`."""
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        first = raw[0]
        found.append(Token(_stem_of(raw), match.start(), match.end(), first.isupper(), first.isdigit()))
    return found


def stems(text: str) -> list[str]:
    """The comparable forms of the words of `text`, in order."""
    return [_stem_of(raw) for raw in _WORD.findall(text)]


@lru_cache(maxsize=100_000)
def _stem_of(raw: str) -> str:
    return stem(fold(raw).replace(".", "") if not raw[0].isdigit() else raw.rstrip(".,").replace(",", ""))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its commonest English endings; other words stay whole."""
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) <= 3 or word[0].isdigit():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
    for ending, least in (("ing", 6), ("edly", 7), ("ied", 5), ("ed", 5), ("ly", 6)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + ("y" if ending == "ied" else "")
            word = _DOUBLE.sub(r"\1", word)
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


STOP = frozenset(form for word in GRAMMAR_WORDS.split() for form in (fold(word), stem(fold(word))))


@cache
def kin() -> dict[str, frozenset[str]]:
    """Stems that stand for one another: irregular forms, peoples and their countries, near synonyms."""
    table: dict[str, set[str]] = {}
    for family in KIN.split("|"):
        stems = {stem(word) for word in family.split()}
        for member in stems:
            table.setdefault(member, set()).update(stems - {member})
    return {member: frozenset(others) for member, others in table.items()}


@cache
def _common() -> dict[str, float]:
    """Weights of common English stems: inverse document frequency over news and web pages."""
    text = files("citecheck.verify").joinpath("weights/common.json").read_text(encoding="utf-8")
    return {word: tenths / 10 for word, tenths in json.loads(text)["idf"].items()}


def weight(word: str) -> float:
    """How much a stem says, 0 (in every text) to about 9 (rare)."""
    known = _common().get(word)
    if known is not None:
        return known
    return _SHORT if len(word) <= 3 and word.isalpha() else _UNKNOWN
