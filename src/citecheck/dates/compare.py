"""Which dates do not fit, and by how much. Wrong at most once in a hundred clean pages.

A mismatch needs two clues that were not derived from one another (two families) and more than
CLEAR_DAYS; only a URL or an id against the document's own date stands by itself. Against a publication
window that was inferred, only gaps of more than INFERRED_DAYS count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from citecheck.dates.days import clue_window, gap_days
from citecheck.dates.grammar import mentions
from citecheck.dates.mention import DateMention, MentionKind, meanings
from citecheck.model import (
    Claim,
    ClueFamily,
    ClueKind,
    DateClue,
    DateWindow,
    Precision,
    Publication,
    PublishedHow,
)

CLEAR_DAYS = 7
INFERRED_DAYS = 365
TIME_ZONES = 1  # day: the same moment has two dates
REPORTED_LATE = 62  # days after which a source no longer counts as the report of what was "said in January"

MODIFIED = frozenset({ClueKind.JSONLD_MODIFIED, ClueKind.META_MODIFIED, ClueKind.MICRODATA_MODIFIED})
# Say when the file was sent, listed or archived, or stand anywhere in the text: no word on publication.
_NOT_PUBLICATION = MODIFIED | {
    ClueKind.HTTP_LAST_MODIFIED, ClueKind.SITEMAP, ClueKind.MEMENTO, ClueKind.TEXT, ClueKind.EXTRACTOR,
    ClueKind.TIME_ELEMENT,
}  # fmt: skip
_STATED = frozenset(
    {ClueKind.JSONLD_PUBLISHED, ClueKind.META_PUBLISHED, ClueKind.MICRODATA, ClueKind.TIME_PUBLISHED}
)
_CHANGED_BY = frozenset({ClueKind.HTTP_LAST_MODIFIED, ClueKind.SITEMAP})
_OWN = frozenset({ClueFamily.URL, ClueFamily.ID})
_SAID = re.compile(
    r"\b(?:said|says|told|wrote|announced|reported|stated|declared|published|tweeted|posted|"
    r"rekao|rekla|izjavio|izjavila|kazao|kazala|objavio|objavila|saopštio|saopštila|naveo|navela|"
    r"рекао|рекла|изјавио|изјавила|казао|објавио|објавила|саопштио|саопштила|навео|навела|"
    r"сказал|сказала|заявил|заявила|сообщил|сообщила|написал|написала|опубликовал\w*|"
    r"sagte|erklärte|schrieb|berichtete|veröffentlichte|a dit|a déclaré|a écrit|a annoncé|a publié)\W+"
    r"(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two sides that do not fit: the clues of the source, and how many days lie between."""

    clues: tuple[DateClue, ...]
    days: int


def after_document(clues: Iterable[DateClue], publication: Publication) -> Mismatch | None:
    """The URL or id clue that lies furthest after the document's publication, if it cannot be."""
    latest = publication.window.latest
    if latest is None:
        return None
    slack = INFERRED_DAYS if publication.how is PublishedHow.INFERRED else TIME_ZONES
    late = [(clue, _days_after(clue, latest)) for clue in clues if clue.family in _OWN]
    clue, days = max(late, key=lambda pair: pair[1], default=(None, 0))
    return Mismatch((clue,), days) if clue is not None and days > slack else None


def in_future(clues: Iterable[DateClue], today: date) -> Mismatch | None:
    """The URL or id clue that lies furthest after `today`."""
    late = [(clue, _days_after(clue, today)) for clue in clues if clue.family in _OWN]
    clue, days = max(late, key=lambda pair: pair[1], default=(None, 0))
    return Mismatch((clue,), days) if clue is not None and days > TIME_ZONES else None


def source_after(clues: Iterable[DateClue], publication: Publication) -> Mismatch | None:
    """Clues of two families that put the source's publication after the document's.

    Every publication clue of the page itself must lie after it: one that does not is a doubt.
    """
    latest = publication.window.latest
    if latest is None:
        return None
    slack = INFERRED_DAYS if publication.how is PublishedHow.INFERRED else CLEAR_DAYS
    published = published_clues(clues)
    late = tuple(clue for clue in published if _days_after(clue, latest) > slack)
    doubt = any(clue not in late and clue.precision is not Precision.YEAR for clue in published)
    if doubt or len({clue.family for clue in late}) < 2:
        return None
    return Mismatch(late, min(_days_after(clue, latest) for clue in late))


def url_page_conflict(clues: Iterable[DateClue]) -> Mismatch | None:
    """A URL or id clue and the page's own clues, more than CLEAR_DAYS apart.

    The page's side is a date it states as its publication in markup, or one that two families agree on.
    No page clue may stand with the URL: then it is the page that disagrees with itself.
    """
    published = published_clues(clues)
    page = [clue for clue in published if clue.family not in _OWN and _exact(clue)]
    stated = any(clue.kind in _STATED for clue in page) and len({clue.family for clue in page}) == 1
    if not stated and len(_largest_agreement(page)) < 2:
        return None
    worst: Mismatch | None = None
    for clue in published:
        if clue.family in _OWN:
            gap = min(abs(gap_days(clue_window(clue), clue_window(other))) for other in page)
            if gap > CLEAR_DAYS and (worst is None or gap > worst.days):
                worst = Mismatch((clue, *page), gap)
    return worst


def changed_after(clues: Iterable[DateClue], publication: Publication, *, drifted: bool) -> Mismatch | None:
    """Modification clues more than CLEAR_DAYS after a document of known date, and something beside them.

    JSON-LD and meta elements both print the publishing system's one field, which moves without a word of
    the text changing: together they are one clue. Beside it must stand what is not derived from it: the
    text that `drifted` since it was captured first, a visible mark, or a header or sitemap of that day.
    """
    latest = publication.window.latest
    if latest is None or publication.how is PublishedHow.INFERRED:
        return None
    clues = tuple(clues)
    modified = tuple(clue for clue in clues if clue.kind in MODIFIED)
    late = tuple(clue for clue in modified if _days_after(clue, latest) > CLEAR_DAYS)
    if not late or late != modified:
        return None
    beside = tuple(
        clue
        for clue in clues
        if clue.kind in _CHANGED_BY and any(abs((clue.day - other.day).days) <= TIME_ZONES for other in late)
    )
    if not (drifted or beside or any(clue.family is ClueFamily.VISIBLE for clue in late)):
        return None
    return Mismatch((*late, *beside), min(_days_after(clue, latest) for clue in late))


@dataclass(frozen=True, slots=True)
class ClaimMismatch:
    """The date a claim gives, the days it may mean, and the source's clues that do not fit it."""

    mention: DateMention
    days: tuple[DateWindow, ...]
    clues: tuple[DateClue, ...]
    gap: int  # days; negative where the source is older than what it is cited for


def claim_differs(
    claim: Claim, language: str | None, publication: Publication, clues: Iterable[DateClue]
) -> ClaimMismatch | None:
    """A date in the claim that the source's publication date cannot fit.

    Judged is only a claim with one date to it, a month or nearer, in two wordings: somebody "said" or
    "announced" it then (the source may be CLEAR_DAYS older or REPORTED_LATE newer), or it names a day (the
    source may not be older than CLEAR_DAYS before it). Other dates of a claim are its subject, not the
    source's date.
    """
    said = [mention for mention in mentions(claim.text, language) if mention.precision is not Precision.YEAR]
    published = tuple(clue for clue in published_clues(clues) if _exact(clue))
    agreed = _largest_agreement(published)
    if (
        len(said) != 1
        or said[0].kind is MentionKind.ANAPHORIC
        or len(agreed) < 2
        or len(agreed) < len({clue.family for clue in published})
    ):
        return None
    mention = said[0]
    windows = meanings(mention, publication.window)
    reported = _SAID.search(claim.text[: mention.span.start]) is not None
    if not windows or not (reported or mention.precision is Precision.DAY):
        return None
    gaps = [_claim_gap(window, published, reported) for window in windows]
    gap = min(gaps, key=abs)
    return ClaimMismatch(mention, windows, published, gap) if gap else None


def published_clues(clues: Iterable[DateClue]) -> tuple[DateClue, ...]:
    """The clues that speak of publication, as against modification, archiving or any date in the text."""
    return tuple(clue for clue in clues if clue.kind not in _NOT_PUBLICATION)


def _claim_gap(window: DateWindow, clues: tuple[DateClue, ...], reported: bool) -> int:
    """0 where the source's date fits `window`, else the days it misses by."""
    late = timedelta(REPORTED_LATE) if reported else timedelta(36_500)
    assert window.earliest is not None and window.latest is not None
    allowed = DateWindow(window.earliest - timedelta(CLEAR_DAYS), window.latest + late)
    gaps = [gap_days(clue_window(clue), allowed) for clue in clues]
    fits = any(gap == 0 for gap in gaps)
    return 0 if fits else min((gap_days(clue_window(clue), window) for clue in clues), key=abs)


def _days_after(clue: DateClue, day: date) -> int:
    """Days by which even the earliest day that `clue` may mean lies after `day`; negative before it."""
    earliest = clue_window(clue).earliest
    assert earliest is not None
    return (earliest - day).days


def _exact(clue: DateClue) -> bool:
    return clue.precision in (Precision.DAY, Precision.INSTANT)


def _largest_agreement(clues: Iterable[DateClue]) -> set[ClueFamily]:
    """The families of the largest group of clues that lie within CLEAR_DAYS of one of them."""
    clues = tuple(clues)
    groups = (
        {other.family for other in clues if abs((other.day - clue.day).days) <= CLEAR_DAYS} for clue in clues
    )
    return max(groups, key=len, default=set())
