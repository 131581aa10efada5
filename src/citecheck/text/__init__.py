"""Sentences, language, words and scripts: shared by the stages, pure."""

from citecheck.text.charset import Decoded, codec_named, decode
from citecheck.text.language import language_of
from citecheck.text.lines import Lines
from citecheck.text.one_of import one_of
from citecheck.text.sentences import sentences
from citecheck.text.tokens import tokens, word_spans
from citecheck.text.transliteration import fold, russian_to_latin, serbian_to_cyrillic, serbian_to_latin

__all__ = [
    "Decoded",
    "Lines",
    "codec_named",
    "decode",
    "fold",
    "language_of",
    "one_of",
    "russian_to_latin",
    "sentences",
    "serbian_to_cyrillic",
    "serbian_to_latin",
    "tokens",
    "word_spans",
]
