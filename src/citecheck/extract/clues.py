"""How well each sentence fits each URL of a list: one row of features for every pair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from citecheck.extract.slug import Slug
from citecheck.text import fold, tokens
from citecheck.text.names import name_key, same_word

FEATURES = (
    "overlap",  # IDF-weighted slug words in the sentence, damped
    "share",  # of all that any sentence of the document matches
    "best",  # 1 where no sentence matches more
    "rival",  # how much more than this sentence the best other sentence matches, relative
    "column",  # this URL's part of all matches that the URLs have in this sentence
    "neighbour",  # matches in the sentences before and after, damped
    "phrase",  # neighbouring slug words that are neighbours in the sentence
    "host",  # the host's name is written in the sentence
    "publisher",  # the publisher's name or alias is
    "number",  # a number of the URL is
    "date",  # the sentence's dates fit the URL's (-1: they contradict)
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
    matcher = _Matcher(read)
    matches = [[matcher.overlap(url, index) for index in range(len(read))] for url in urls]
    columns = [sum(row[index] for row in matches) for index in range(len(read))]
    shapes = [_shape(sentence) for sentence in read]
    return [
        [
            _pair(url, read[index], _Around(row, index, columns[index]))
            + (dates[number][index] if dates else 0.0,)
            + shapes[index]
            for index in range(len(read))
        ]
        for number, (url, row) in enumerate(zip(urls, matches, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Around:
    """A pair's overlap among the URL's other overlaps."""

    row: Sequence[float]
    index: int
    column: float


def _pair(url: ListedUrl, sentence: _Words, around: _Around) -> tuple[float, ...]:
    """The features before "date", in their order."""
    row, index = around.row, around.index
    own = row[index]
    top = max(row)
    others = max((value for place, value in enumerate(row) if place != index), default=0.0)
    beside = max(row[index - 1] if index else 0.0, row[index + 1] if index + 1 < len(row) else 0.0)
    return (
        log(1 + own),
        own / top if top else 0.0,
        1.0 if top and own == top else 0.0,
        (others - own) / max(others, own) if own or others else 0.0,
        own / around.column if around.column else 0.0,
        log(1 + beside),
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


class _Matcher:
    """Counts slug words in sentences, rare words more than common ones."""

    def __init__(self, sentences: Sequence[_Words]) -> None:
        self._sentences = sentences
        self._vocabulary = sorted(set().union(*(sentence.key_set for sentence in sentences)))
        self._forms: dict[str, frozenset[str]] = {}
        self._weights: dict[str, float] = {}

    def overlap(self, url: ListedUrl, index: int) -> float:
        """Sum of the weights of the URL's words that the sentence has."""
        found = self._sentences[index].key_set
        words = dict.fromkeys((*url.slug.words, *url.extra))
        return sum(self._weight(word) for word in words if not self._known(word).isdisjoint(found))

    def _known(self, word: str) -> frozenset[str]:
        """The forms of `word` that the document uses."""
        forms = self._forms.get(word)
        if forms is None:
            forms = frozenset(key for key in self._vocabulary if same_word(word, key))
            self._forms[word] = forms
        return forms

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word)
        if weight is None:
            forms = self._known(word)
            having = sum(not forms.isdisjoint(sentence.key_set) for sentence in self._sentences)
            weight = log((len(self._sentences) + 1) / (having + 0.5)) if having else 0.0
            self._weights[word] = weight
        return weight


def _read(sentence: str) -> _Words:
    words = tokens(sentence)
    keys = tuple(name_key(word) for word in words)
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
