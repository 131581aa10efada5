"""How well link states are told: rows of what was expected and what a check gave.

A word that is both a state and a class (alive, gone) is read as a state where every other word of the
file is one, as a class otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from citecheck.errors import InputError
from citecheck.model import LinkClass, LinkState, LinkStatus, usual_class

_STATES = {str(state): state for state in LinkState}
_CLASSES = {str(link_class): link_class for link_class in LinkClass}
# What may be readable in part is alive or walled, and both are right.
_EITHER = {LinkState.PAYWALLED: frozenset({LinkClass.ALIVE, LinkClass.WALLED})}


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One URL: what a person expected (a state or a class), and what the check said."""

    url: str
    expected: str
    state: LinkState
    link_class: LinkClass

    @classmethod
    def of(cls, url: str, expected: str, status: LinkStatus) -> "LinkRow":
        """The row of a status."""
        return cls(url, expected, status.state, status.link_class)


@dataclass(frozen=True, slots=True)
class Miss:
    """A row on which the check was wrong, by class or by state."""

    url: str
    expected: str
    state: str
    link_class: str


@dataclass(frozen=True, slots=True)
class LinksResult:
    """Shares are 0 to 1; None where no row could be counted. The last three count rows."""

    n: int
    exact_state: float | None  # of rows that expect a state
    exact_class: float | None  # of all rows
    alive_not_fine: int  # alive, and not called alive: a false alarm
    walled_not_named: int  # walled, and not called walled
    gone_missed: int  # gone, and not called gone
    misses: tuple[Miss, ...] = ()
    online: bool = True  # False: nothing beyond this machine was reached, and no canary answered

    def as_json(self) -> dict[str, object]:
        """The result as `citecheck eval links` prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Expected:
    state: LinkState | None
    classes: frozenset[LinkClass]


def evaluate_links(rows: Iterable[LinkRow]) -> LinksResult:
    """Measure expectations against answers. Raises InputError for a word that is neither state nor class."""
    listed = tuple(rows)
    as_states = _all_states(row.expected for row in listed)
    pairs = [(row, _expected(row, as_states)) for row in listed]
    by_state = [row.state is expected.state for row, expected in pairs if expected.state is not None]
    by_class = [row.link_class in expected.classes for row, expected in pairs]

    def lost(link_class: LinkClass) -> int:
        return sum(
            link_class in expected.classes and row.link_class not in expected.classes
            for row, expected in pairs
        )

    return LinksResult(
        n=len(listed),
        exact_state=_share(by_state),
        exact_class=_share(by_class),
        alive_not_fine=lost(LinkClass.ALIVE),
        walled_not_named=lost(LinkClass.WALLED),
        gone_missed=lost(LinkClass.GONE),
        misses=tuple(
            Miss(row.url, row.expected, str(row.state), str(row.link_class))
            for row, expected in pairs
            if row.link_class not in expected.classes or row.state is not (expected.state or row.state)
        ),
    )


def _all_states(words: Iterable[str]) -> bool:
    """Whether words that are both are meant as states: every word that is one of them only, is a state."""
    plain = {word for word in words if (word in _STATES) != (word in _CLASSES)}
    return bool(plain) and all(word in _STATES for word in plain)


def _expected(row: LinkRow, as_states: bool) -> _Expected:
    word = row.expected
    if word in _STATES and (as_states or word not in _CLASSES):
        state = _STATES[word]
        return _Expected(state, _EITHER.get(state, frozenset({usual_class(state)})))
    if word in _CLASSES:
        return _Expected(None, frozenset({_CLASSES[word]}))
    raise InputError(f"{row.url}: {word!r} is neither a link state nor a class of them.")


def _share(right: Sequence[bool]) -> float | None:
    return round(sum(right) / len(right), 4) if right else None


def expectations(rows: Iterable[Mapping[str, object]]) -> tuple[tuple[str, str], ...]:
    """(url, expected) of an evaluation file's rows. Raises InputError where one is missing."""
    found = []
    for number, row in enumerate(rows, 1):
        url, expected = row.get("url"), row.get("expected")
        if not isinstance(url, str) or not isinstance(expected, str):
            raise InputError(f"row {number}: 'url' and 'expected' are wanted, each a string.")
        found.append((url, expected))
    return tuple(found)
