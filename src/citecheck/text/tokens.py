"""Words of a text, folded for comparison or with their place."""

import re

from citecheck.model import Span
from citecheck.text.transliteration import fold

# Letters and digits; inner apostrophes, and dots or commas between digits, belong to the word.
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+|(?<=\d)[.,](?=\d)[^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")


def word_spans(text: str) -> tuple[Span, ...]:
    """Where each word or number of `text` stands, in order."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of `text` in order, folded, the English possessive taken off."""
    return tuple(_POSSESSIVE.sub("", fold(word)) for word in _WORD.findall(text))
