"""Which words of the claim the page backs: each word with what the page has of it and around it."""

import json
import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citecheck.verify.claims import Anatomy
from citecheck.verify.numbers import same_value
from citecheck.verify.page import Page
from citecheck.verify.when import agrees, covers, pieced

_NEAR = 6  # words between two neighbours of the claim for the page to hold them together
MEASURES = (
    "same", "like", "absent", "value", "value_absent", "context", "context_squared", "best", "best3",
    "link_before", "link_after",
    "linked", "name", "name_absent", "digit", "weight", "weight_absent", "in_title", "position",
    "frequency", "run", "claim_cover", "context_name", "bound_before", "before_absent", "after_absent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordBacking:
    """How well the page backs one word of the claim."""

    measures: tuple[float, ...]  # in the order of MEASURES
    backed: float  # 0 to 1
    found: bool  # the page has the word, or a relative, or the number in another writing


@dataclass(frozen=True, slots=True)
class Presence:
    """The places of each word of the claim on the page, and the best stretch of the page for it all."""

    places: tuple[list[int], ...]  # positions, sorted; per word of the claim
    exact: tuple[bool, ...]
    by_value: tuple[bool | None, ...]  # for numbers and dates: whether the value is on the page
    windows: dict[int, float]  # sentence -> share of the claim's weight that it and its neighbours hold
    lone: dict[int, float]  # sentence -> the same, by itself


def presence(anatomy: Anatomy, page: Page) -> Presence:
    """Look every word of the claim up."""
    by_value, extra = _values(anatomy, page)
    places, exact = [], []
    for index, word in enumerate(anatomy.words):
        same = page.same(word.stem)
        exact.append(bool(same))
        found = {*same, *page.like(word.stem), *extra.get(index, ())}
        places.append(sorted(found))
    lone: dict[int, set[int]] = {}
    for index, found_places in enumerate(places):
        for place in found_places:
            lone.setdefault(page.sentence_at[place], set()).add(index)
    total = sum(anatomy.weights) or 1.0
    share = {n: sum(anatomy.weights[i] for i in held) / total for n, held in lone.items()}
    windows = {}
    for n in lone:
        held = lone[n] | lone.get(n - 1, set()) | lone.get(n + 1, set())
        windows[n] = sum(anatomy.weights[i] for i in held) / total
    return Presence(tuple(places), tuple(exact), by_value, windows, share)


def _values(anatomy: Anatomy, page: Page) -> tuple[tuple[bool | None, ...], dict[int, list[int]]]:
    """Numbers and dates by value rather than by their writing, with the places where they stand."""
    starts: dict[int, int] = {}
    for position, sentence in enumerate(page.sentence_at):
        starts.setdefault(sentence, position)
    verdicts: list[bool | None] = []
    extra: dict[int, list[int]] = {}
    for index, word in enumerate(anatomy.words):
        verdict: bool | None = None
        for number in anatomy.numbers:
            if number.span.start <= word.start < number.span.end:
                at = [starts[n] for given, n in page.quantities if n in starts and same_value(number, given)]
                verdict = bool(at)
                extra[index] = at
        for date in anatomy.dates:
            if date.span.start <= word.start < date.span.end:
                full = [n for given, n in page.dates if covers(date, given)]
                part = [n for given, n in page.dates if agrees(date, given)]
                verdict = bool(full) or pieced(date, (given for given, _ in page.dates)) is not None
                extra[index] = [starts[n] for n in (full or part) if n in starts]
        verdicts.append(verdict)
    return tuple(verdicts), extra


def backing(anatomy: Anatomy, page: Page, found: Presence, title: frozenset[str]) -> tuple[WordBacking, ...]:
    """Every word of the claim that says something, with how well the page backs it."""
    total = sum(anatomy.weights) or 1.0
    best = max(found.lone, key=lambda n: (found.lone[n], -n), default=-1)
    best3 = set(sorted(found.windows, key=lambda n: (-found.windows[n], n))[:1])
    best3 |= {n + step for n in best3 for step in (-1, 1)}
    cover = sum(w for w, p in zip(anatomy.weights, found.places, strict=True) if p) / total
    in_name = [
        any(name.span.start <= word.start < name.span.end for name in anatomy.names) for word in anatomy.words
    ]
    links = _links(found)
    rows = []
    for index, word in enumerate(anatomy.words):
        weight = anatomy.weights[index]
        places = found.places[index]
        present = bool(places)
        at = {page.sentence_at[place] for place in places}
        context = max(
            ((found.windows[n] * total - weight) / max(total - weight, 1e-9) for n in at), default=0.0
        )
        before, after = links[index], links[index + 1]
        value = found.by_value[index]
        rows.append(
            (
                float(found.exact[index]), float(present and not found.exact[index]), float(not present),
                float(value is True), float(value is False), context, context * context, float(best in at),
                float(bool(at & best3)), before, after, float(before > 0 and after > 0),
                float(in_name[index]),
                float(in_name[index] and not present), float(word.digit), weight / 9,
                weight / 9 * (not present),
                float(word.stem in title), index / max(1, len(anatomy.words)), math.log1p(len(places)) / 4,
                max(before, after), cover, context * in_name[index], float(before > 0.6),
                float(index > 0 and not found.places[index - 1]),
                float(index + 1 < len(anatomy.words) and not found.places[index + 1]),
            )
        )  # fmt: skip
    model = word_model()
    return tuple(
        WordBacking(row, model.chance(row), bool(places))
        for row, places in zip(rows, found.places, strict=True)
    )


def _links(found: Presence) -> list[float]:
    """Between each word of the claim and the next: 1 side by side on the page, less apart, 0 far off."""
    links = [0.0]
    for left, right in zip(found.places, found.places[1:], strict=False):
        links.append(_closeness(left, right))
    return [*links, 0.0]


def _closeness(left: list[int], right: list[int]) -> float:
    best = _NEAR + 1
    for place in left:
        at = bisect_left(right, place)
        for near in right[max(0, at - 1) : at + 2]:
            if near != place:
                best = min(best, abs(near - place))
    return max(0.0, 1 - (best - 1) / _NEAR)


@dataclass(frozen=True, slots=True)
class WordModel:
    """A logistic regression over MEASURES."""

    bias: float
    weights: tuple[float, ...]

    def chance(self, row: tuple[float, ...]) -> float:
        """P(backed), 0 to 1."""
        return 1 / (1 + math.exp(-self.bias - sum(w * x for w, x in zip(self.weights, row, strict=True))))


@cache
def word_model() -> WordModel:
    """The fitted weights (training/support/fit_words.py)."""
    text = files("citecheck.verify").joinpath("weights/words.json").read_text(encoding="utf-8")
    fitted = json.loads(text)["weights"]
    return WordModel(fitted["bias"], tuple(fitted[name] for name in MEASURES))
