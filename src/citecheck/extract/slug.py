"""What a URL says in words: its slug, its host's name, its numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from citecheck.text import fold, tokens
from citecheck.text.names import name_key

_SCHEME = re.compile(r"^[a-z]+://", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_EXTENSION = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|cfm|pdf|ece|cms|story|amp)$", re.I)
_IDENTIFIER = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9]{6,}$|\d{5,}$|[0-9a-f]{8,}$")
_ARCHIVED = re.compile(
    r"^https?://(?:web\.)?archive\.(?:org|ph|is|today)/(?:web/)?\d+\w*/(?=https?:|www\.)", re.I
)
_UMLAUT = re.compile(r"([aou])e(?=[^aeiou])")
_STOP_WORDS = (
    "the a an of and or in on to for with at by from is are was be as it its this that how why what who "
    "when which after over into about not no you your we our his her their has have will can new news "
    "article articles story stories post posts blog blogs index page pages html htm php amp www com org "
    "net en eng english www2 le la les de des du et un une en dans pour sur au aux qui que der die das und "
    "von zu im mit den dem ein eine i u na za se je da od su o iz sa do po id content section category tag "
    "archive archives default aspx utm source medium campaign ref fbclid p"
)
_STOP = frozenset(_STOP_WORDS.split())
_QUERY_WORDS = frozenset({"q", "title", "query", "search", "s", "name", "topic", "subject"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "gouv"})


@dataclass(frozen=True, slots=True)
class Slug:
    """A URL as words. `words` are name keys in order without repeats, the last segment's first."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]  # short numbers and years, as written
    host: str  # the name in the host, letters and digits only: "nytimes" for www.nytimes.com


def read_slug(url: str, label: str = "") -> Slug:
    """The words of `url` and of the `label` that stands beside it in a list."""
    plain = _SCHEME.sub("", _ARCHIVED.sub("", url))
    plain = plain.partition("#")[0]
    before, _, query = plain.partition("?")
    host, _, path = before.partition("/")
    raw = list(_raw_words(path, query))
    keys = dict.fromkeys(word_key(word) for word in (*tokens(label), *raw) if _tells(word))
    numbers = dict.fromkeys(word for word in (*tokens(label), *raw) if word.isdigit() and len(word) <= 4)
    return Slug(tuple(keys), tuple(numbers), _host_name(host))


def word_key(word: str) -> str:
    """The key by which words of URLs and of sentences are compared: slugs write ü as u or as ue."""
    return _UMLAUT.sub(r"\1", name_key(word))


def _raw_words(path: str, query: str) -> Iterator[str]:
    """Folded words of the path, last segment first, then those of telling query values."""
    for segment in reversed(unquote(path).split("/")):
        plain = _EXTENSION.sub("", segment)
        yield from (word for part in _CAMEL.split(plain) for word in tokens(part.replace("_", " ")))
    for name, value in parse_qsl(query)[:20]:
        if name.lower() in _QUERY_WORDS:
            yield from tokens(value)


def _tells(word: str) -> bool:
    """Whether a word of a URL can say what its page is about."""
    return (
        len(word) > 1
        and word not in _STOP
        and not word.isdigit()
        and not _IDENTIFIER.fullmatch(word)
        and len(word) <= 40
    )


def _host_name(host: str) -> str:
    """The part of the host that names it."""
    labels = fold(host.rpartition("@")[2].partition(":")[0]).split(".")
    if len(labels) >= 2:
        labels = labels[:-1]
    if len(labels) >= 2 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return re.sub(r"[^a-z0-9]", "", labels[-1]) if labels else ""
