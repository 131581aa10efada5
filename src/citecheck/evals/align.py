"""How often the URLs of a pasted list find their sentences, by what the URLs say alone."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citecheck.errors import InputError
from citecheck.evals.pages import Stopwatch
from citecheck.evals.rows import text_of, texts_of
from citecheck.extract import Listing, pair
from citecheck.model import Publishers
from citecheck.settings import load_publishers
from citecheck.text import language_of


@dataclass(frozen=True, slots=True)
class AlignRow:
    """A document's sentences, the URLs it cites, and the index of each URL's sentence."""

    id: str
    sentences: tuple[str, ...]
    urls: tuple[str, ...]
    gold: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AlignResult:
    """Shares over all URLs. `shuffled_exact` has each list in an order that says nothing."""

    documents: int
    n: int
    exact: float
    within_one: float
    shuffled_exact: float
    ms_per_document: float  # CPU, one list each


def evaluate_align(rows: Iterable[Mapping[str, object]], publishers: Publishers | None = None) -> AlignResult:
    """Pair each row's list as it stands and shuffled; `publishers` are the bundled ones if not given.

    Raises InputError for a row that does not fit.
    """
    known = publishers or load_publishers()
    watch = Stopwatch()
    documents = n = exact = near = shuffled = 0
    for row in map(align_row, rows):
        documents += 1
        n += len(row.urls)
        with watch:
            chosen = _chosen(row, row.urls, known)
        distances = [abs(one - gold) for one, gold in zip(chosen, row.gold, strict=True)]
        exact += distances.count(0)
        near += sum(distance <= 1 for distance in distances)
        shuffled += sum(_shuffled_hits(row, known))
    return AlignResult(
        documents=documents,
        n=n,
        exact=_share(exact, n),
        within_one=_share(near, n),
        shuffled_exact=_share(shuffled, n),
        ms_per_document=watch.ms_per(documents),
    )


def align_row(row: Mapping[str, object]) -> AlignRow:
    """A row as a value; InputError where it does not fit."""
    name = str(row.get("id", "?"))
    sentences, urls = texts_of(row, "sentences"), texts_of(row, "urls")
    gold = row.get("gold")
    if not isinstance(gold, list) or not all(isinstance(place, int) for place in gold):
        raise InputError(f"row {name}: 'gold' is not a list of whole numbers; mend it.")
    if len(gold) != len(urls) or not all(0 <= place < len(sentences) for place in gold):
        raise InputError(f"row {name}: 'gold' must name one of the sentences for each URL; mend it.")
    return AlignRow(text_of(row, "id") if "id" in row else name, sentences, urls, tuple(gold))


def _chosen(row: AlignRow, urls: tuple[str, ...], publishers: Publishers) -> tuple[int, ...]:
    if not urls:
        return ()
    language = language_of(" ".join(row.sentences)[:4000])
    return pair(row.sentences, Listing(urls), publishers, language).chosen


def _shuffled_hits(row: AlignRow, publishers: Publishers) -> Iterator[bool]:
    """Hits with the list in an order drawn from the row's id."""
    order = list(range(len(row.urls)))
    random.Random(row.id).shuffle(order)  # noqa: S311 - a repeatable order, not a secret
    chosen = _chosen(row, tuple(row.urls[index] for index in order), publishers)
    yield from (place == row.gold[index] for index, place in zip(order, chosen, strict=True))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
