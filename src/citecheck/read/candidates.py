"""The days a page may have been published on, each with the features that speak for or against it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from citecheck.model import ClueKind, DateClue, Precision
from citecheck.read.found import Found

_DAYS = frozenset({Precision.DAY, Precision.INSTANT})
_PUBLISHED = frozenset(
    {
        ClueKind.JSONLD_PUBLISHED,
        ClueKind.META_PUBLISHED,
        ClueKind.MICRODATA,
        ClueKind.TIME_PUBLISHED,
    }
)
_MODIFIED = frozenset({ClueKind.JSONLD_MODIFIED, ClueKind.META_MODIFIED, ClueKind.MICRODATA_MODIFIED})
_STATED = _PUBLISHED | _MODIFIED | {ClueKind.META_DATE, ClueKind.JSONLD_CREATED}
_SEEN = frozenset({ClueKind.BYLINE, ClueKind.TEXT, ClueKind.TIME_ELEMENT, ClueKind.TIME_PUBLISHED})
_UNSURE = frozenset({ClueKind.BYLINE, ClueKind.TEXT, ClueKind.TIME_ELEMENT})
_GROUPS: tuple[frozenset[ClueKind], ...] = (
    frozenset({ClueKind.JSONLD_PUBLISHED, ClueKind.JSONLD_CREATED, ClueKind.JSONLD_MODIFIED}),
    frozenset(
        {
            ClueKind.META_PUBLISHED,
            ClueKind.META_MODIFIED,
            ClueKind.META_DATE,
            ClueKind.MICRODATA,
            ClueKind.MICRODATA_MODIFIED,
        }
    ),
    _SEEN,
    frozenset({ClueKind.URL_PATH, ClueKind.URL_QUERY, ClueKind.URL_ID}),
)
# Circumstances that weigh otherwise where no markup names a day of publication.
_ALONE = ("text:", "byline:", "time_element:", "in-", "first:")


@dataclass(slots=True)
class Candidate:
    """One day with the kinds of clue that name it."""

    day: date
    kinds: set[ClueKind] = field(default_factory=set)
    features: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Vote:
    """What the general extractor says; `day` None where it found nothing."""

    day: date | None


def candidates(found: Iterable[Found], address: Sequence[DateClue], vote: Vote | None) -> list[Candidate]:
    """Every day that page, address or extractor name, in order of time, with its features.

    `vote` None: the extractor was not asked.
    """
    pool: dict[date, Candidate] = {}
    first: dict[ClueKind, date] = {}
    for one in found:
        if one.stamp.precision in _DAYS:
            candidate = pool.setdefault(one.stamp.day, Candidate(one.stamp.day))
            candidate.kinds.add(one.kind)
            candidate.features.update(one.marks)
            first.setdefault(one.kind, one.stamp.day)
    for clue in address:
        if clue.precision in _DAYS:
            pool.setdefault(clue.day, Candidate(clue.day)).kinds.add(clue.kind)
    if vote and vote.day:
        pool.setdefault(vote.day, Candidate(vote.day)).features.add("vote")
    ordered = sorted(pool.values(), key=lambda candidate: candidate.day)
    context = _Context.of(ordered, first, address)
    for candidate in ordered:
        candidate.features.update(_own(candidate), context.of_address(candidate), context.of_order(candidate))
        candidate.features.update(context.of_visible(candidate))
        if vote and vote.day != candidate.day:
            candidate.features.add("vote-elsewhere" if vote.day else "vote-none")
        if not context.published and candidate.kinds & _UNSURE:
            candidate.features |= {f"alone|{name}" for name in candidate.features if name.startswith(_ALONE)}
    return ordered


def _own(candidate: Candidate) -> Iterator[str]:
    """What the kinds of clue say by themselves."""
    kinds = candidate.kinds
    yield from (f"kind:{kind}" for kind in kinds)
    yield f"groups:{sum(bool(kinds & group) for group in _GROUPS)}"
    yield f"published:{min(len(kinds & _PUBLISHED), 3)}"
    if kinds & _MODIFIED and not kinds & _PUBLISHED:
        yield "modified-and-seen" if kinds & _UNSURE else "modified-only"


@dataclass(frozen=True, slots=True)
class _Context:
    """All candidates together: what one day's standing among the others is read from."""

    days: tuple[date, ...]
    published: tuple[date, ...]
    modified: tuple[date, ...]
    stated: tuple[date, ...]
    seen: tuple[date, ...]
    first: dict[ClueKind, date]
    address_day: date | None
    address_month: tuple[int, ...]  # (year, month), (year,) or ()

    @classmethod
    def of(
        cls, ordered: Sequence[Candidate], first: dict[ClueKind, date], address: Sequence[DateClue]
    ) -> "_Context":
        """What all candidates of a page together say."""

        def days(kinds: frozenset[ClueKind]) -> tuple[date, ...]:
            return tuple(candidate.day for candidate in ordered if candidate.kinds & kinds)

        coarse = sorted((clue for clue in address if clue.precision not in _DAYS), key=lambda c: c.precision)
        month = coarse[0] if coarse else None
        is_month = month is not None and month.precision is Precision.MONTH
        return cls(
            tuple(candidate.day for candidate in ordered),
            days(_PUBLISHED),
            days(_MODIFIED),
            days(_STATED),
            days(_SEEN),
            first,
            next((clue.day for clue in address if clue.precision in _DAYS), None),
            () if month is None else (month.day.year, month.day.month) if is_month else (month.day.year,),
        )

    def of_address(self, candidate: Candidate) -> Iterator[str]:
        """Whether the address bears the day out."""
        day = candidate.day
        if self.address_day and self.address_day != day:
            yield "address-elsewhere"
            if abs(self.address_day - day) <= timedelta(days=1):
                yield "address-near"
        if self.address_month:
            fits = (day.year, day.month)[: len(self.address_month)] == self.address_month
            yield "address-month-fits" if fits else "address-month-misfit"

    def of_order(self, candidate: Candidate) -> Iterator[str]:
        """Where the day stands among those that the markup states."""
        day = candidate.day
        if self.published:
            earliest, latest = self.published[0], self.published[-1]
            if earliest != latest and day in (earliest, latest):
                yield "published-earliest" if day == earliest else "published-latest"
            if day > latest:
                yield "after-published"
            if day < earliest:
                yield "long-before-published" if (earliest - day).days > 30 else "before-published"
            if any(abs((other - day).days) == 1 for other in self.published):
                yield "next-to-published"
        else:
            yield "no-published"
        if self.stated:
            if day == self.stated[0]:
                yield "stated-earliest"
            if day == self.stated[-1]:
                yield "stated-latest"
        else:
            yield "none-stated"
        if self.modified:
            yield "after-modified" if day > self.modified[-1] else "not-after-modified"

    def of_visible(self, candidate: Candidate) -> Iterator[str]:
        """Where the day stands among those that a reader sees, and kind by kind."""
        day = candidate.day
        for kind, leading in self.first.items():
            if leading == day:
                yield f"first:{kind}"
            elif kind not in candidate.kinds:
                yield f"other:{kind}"
        if len(self.days) == 1:
            yield "only-one"
        if self.seen:
            tail = "" if self.published else "-alone"
            if day == self.seen[0]:
                yield f"seen-earliest{tail}"
            if day == self.seen[-1]:
                yield f"seen-latest{tail}"
