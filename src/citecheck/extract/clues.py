"""How well each sentence fits each URL of a list: one row of features for every pair."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from citecheck.extract.slug import Slug, word_key
from citecheck.text import fold, tokens
from citecheck.text.names import same_word

FEATURES = (
    "overlap",  # IDF-weighted slug words in the sentence, damped
    "share",  # of all that any sentence of the document matches
    "best",  # 1 where no sentence matches more
    "rival",  # how much more than this sentence the best other sentence matches, relative
    "column",  # this URL's part of all matches that the URLs have in this sentence
    "own",  # slug words that no other URL of the list has, damped
    "parts",  # slug words that are parts of the sentence's words, or hold them, damped
    "neighbour",  # matches in the sentences before and after, damped
    "phrase",  # neighbouring slug words that are neighbours in the sentence
    "host",  # the host's name is written in the sentence
    "publisher",  # the publisher's name or alias is
    "number",  # a number of the URL is
    "date",  # the sentence's dates fit the URL's (-1: they contradict)
    "passage",  # the best passage of the page, once read, has the sentence's rare words
    "reports",  # the sentence reports what somebody said or found
    "quote",  # it quotes
    "digits",  # it has figures
    "names",  # it has capitalised words beyond the first, damped
    "short",  # fewer than six words
    "long",  # words, damped
    "question",  # it asks
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|according|report\w*|announc\w*|wrote|writes|found|finds|show\w*|claim\w*|study|survey|poll|"
    r"argu\w*|publish\w*|reveal\w*|interview\w*|statement|warn\w*|confirm\w*|rekao|rekla|kaže|izjavi\w*|navod\w*|"
    r"prema|objavi\w*|istraživanj\w*|saopšti\w*|сказал\w*|заяви\w*|сообщи\w*|согласно|рекао|изјави\w*|према|"
    r"selon|annonc\w*|déclar\w*|laut|sagte|erklärte|berichte\w*|studie|étude)\b",
    re.I,
)
_QUOTE = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class ListedUrl:
    """One URL of a list as the pairing sees it."""

    slug: Slug
    publisher_names: tuple[str, ...] = ()  # folded, as they would be written
    extra: tuple[str, ...] = ()  # keys of words read from the page: title, lede
    passages: tuple[frozenset[str], ...] = ()  # keys of the words in each passage of the page


@dataclass(frozen=True, slots=True)
class _Words:
    """A candidate sentence as keys."""

    text: str
    keys: tuple[str, ...]
    key_set: frozenset[str]
    joined: str  # letters and digits of the folded sentence without spaces


def features(
    sentences: Sequence[str], urls: Sequence[ListedUrl], dates: Sequence[Sequence[float]] | None = None
) -> list[list[tuple[float, ...]]]:
    """For each URL, for each sentence, one value for each of FEATURES.

    `dates[u][s]` says how the sentence's dates fit the URL's: 1, 0 or -1.
    """
    read = [_read(sentence) for sentence in sentences]
    matcher = _Matcher(read, urls)
    overlaps = [[matcher.overlap(url, index) for index in range(len(read))] for url in urls]
    matches = [[overlap.all for overlap in row] for row in overlaps]
    tops = [sorted((0.0, 0.0, *row))[-2:] for row in matches]
    columns = [sum(row[index] for row in matches) for index in range(len(read))]
    told = [matcher.told(url.passages) for url in urls]
    shapes = [_shape(sentence) for sentence in read]
    return [
        [
            _around(row[index], tops[number], columns[index])
            + _beside(overlaps[number][index], row, index)
            + _named(url, read[index])
            + (dates[number][index] if dates else 0.0, told[number][index])
            + shapes[index]
            for index in range(len(read))
        ]
        for number, (url, row) in enumerate(zip(urls, matches, strict=True))
    ]


def _around(own: float, tops: Sequence[float], column: float) -> tuple[float, ...]:
    """ "overlap" to "column": a pair's overlap among the URL's and the sentence's others.

    `tops` are the URL's second best and best overlap with any sentence.
    """
    second, top = tops
    others = second if own == top else top
    return (
        log(1 + own),
        own / top if top else 0.0,
        1.0 if top and own == top else 0.0,
        (others - own) / max(others, own) if own or others else 0.0,
        own / column if column else 0.0,
    )


def _beside(overlap: "_Overlap", row: Sequence[float], index: int) -> tuple[float, ...]:
    """ "own" to "neighbour"."""
    beside = max(row[index - 1] if index else 0.0, row[index + 1] if index + 1 < len(row) else 0.0)
    return log(1 + overlap.own), log(1 + overlap.parts), log(1 + beside)


def _named(url: ListedUrl, sentence: _Words) -> tuple[float, ...]:
    """ "phrase" to "number"."""
    return (
        log(1 + _phrases(url.slug.words, sentence.keys)),
        1.0 if _names_host(url.slug.host, sentence) else 0.0,
        1.0 if any(name in sentence.joined for name in url.publisher_names) else 0.0,
        1.0 if any(number in sentence.key_set for number in url.slug.numbers) else 0.0,
    )


def _shape(sentence: _Words) -> tuple[float, ...]:
    """The features after "date": what the sentence is like, whatever the URL."""
    text, count = sentence.text, len(sentence.keys)
    capitals = len(re.findall(r"(?<=[\s\"“„«(])[^\W\d_a-zа-яё][^\W\d_]+", text))
    return (
        1.0 if _REPORTING.search(text) else 0.0,
        1.0 if _QUOTE.search(text) else 0.0,
        1.0 if any(letter.isdigit() for letter in text) else 0.0,
        log(1 + capitals),
        1.0 if count < 6 else 0.0,
        log(1 + count),
        1.0 if text.rstrip('"”’)').endswith("?") else 0.0,
    )


@dataclass(frozen=True, slots=True)
class _Overlap:
    """The summed weights of a URL's words in a sentence."""

    all: float
    own: float  # of words that only this URL of the list has
    parts: float  # of words found only inside other words


class _Matcher:
    """Counts slug words in sentences, rare words more than common ones."""

    def __init__(self, sentences: Sequence[_Words], urls: Sequence[ListedUrl]) -> None:
        self._sentences = sentences
        self._vocabulary = sorted(set().union(*(sentence.key_set for sentence in sentences)))
        self._having = Counter(key for sentence in sentences for key in sentence.key_set)
        self._shared = Counter(word for url in urls for word in set(url.slug.words))
        self._words: dict[str, _Known] = {}

    def overlap(self, url: ListedUrl, index: int) -> _Overlap:
        """How much of the URL's words sentence `index` has."""
        found = self._sentences[index].key_set
        whole = own = parts = 0.0
        for word in dict.fromkeys((*url.slug.words, *url.extra)):
            known = self._words.get(word) or self._look_up(word)
            if not known.forms.isdisjoint(found):
                whole += known.weight
                own += known.weight if self._shared[word] <= 1 else 0.0
            elif not known.parts.isdisjoint(found):
                parts += known.part_weight
        return _Overlap(whole, own, parts)

    def told(self, passages: Sequence[frozenset[str]]) -> list[float]:
        """For each sentence, how much of its rare words the best passage has, 0 to 1."""
        if not passages:
            return [0.0] * len(self._sentences)
        return [
            max(self._share(sentence.key_set, passage) for passage in passages)
            for sentence in self._sentences
        ]

    def _share(self, keys: frozenset[str], passage: frozenset[str]) -> float:
        total = sum(self._key_weight(key) for key in keys)
        return sum(self._key_weight(key) for key in keys & passage) / max(total, 1.0)

    def _key_weight(self, key: str) -> float:
        having = self._having[key]
        return log((len(self._sentences) + 1) / (having + 0.5)) if len(key) > 2 else 0.0

    def _look_up(self, word: str) -> "_Known":
        """The forms of `word` that the document uses, weighed by how few sentences have them."""
        forms = frozenset(key for key in self._vocabulary if same_word(word, key))
        parts = frozenset(key for key in self._vocabulary if _part(word, key)) - forms
        known = _Known(forms, self._rarity(forms), parts, self._rarity(parts))
        self._words[word] = known
        return known

    def _rarity(self, forms: frozenset[str]) -> float:
        having = sum(not forms.isdisjoint(sentence.key_set) for sentence in self._sentences) if forms else 0
        return log((len(self._sentences) + 1) / (having + 0.5)) if having else 0.0


@dataclass(frozen=True, slots=True)
class _Known:
    """A slug word's forms in the document and the words that it is part of or holds."""

    forms: frozenset[str]
    weight: float
    parts: frozenset[str]
    part_weight: float


def _part(word: str, key: str) -> bool:
    """Whether one of two words of five letters or more stands inside the other."""
    return len(word) >= 5 and len(key) >= 5 and (word in key or key in word)


def _read(sentence: str) -> _Words:
    words = tokens(sentence)
    keys = tuple(word_key(word) for word in words)
    joined = re.sub(r"[^a-z0-9]", "", fold(sentence))
    return _Words(sentence, keys, frozenset(keys) | frozenset(words), joined)


def _phrases(slug: Sequence[str], keys: Sequence[str]) -> int:
    pairs = set(pairwise(slug))
    return sum((one, other) in pairs for one, other in pairwise(keys))


def _names_host(host: str, sentence: _Words) -> bool:
    """A long name anywhere in the letters of the sentence, a short one as a word."""
    if len(host) >= 6:
        return host in sentence.joined
    return len(host) >= 2 and host in sentence.key_set
