"""Every date of a page as a clue, and the day of publication that is most likely."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from citecheck.dates import url_clues
from citecheck.model import ClueKind, DateClue, DateReading, Precision, Publisher
from citecheck.read.arbitrate import Choice, Weights, choose, date_weights
from citecheck.read.candidates import Vote
from citecheck.read.found import FAMILIES, RELIABILITY, Found
from citecheck.read.markup_dates import element_dates, jsonld_dates, meta_dates, selected_dates
from citecheck.read.page import Page
from citecheck.read.stamps import Stamp, Style
from citecheck.read.visible_dates import visible_dates

_MODIFIED = (
    ClueKind.JSONLD_MODIFIED,
    ClueKind.META_MODIFIED,
    ClueKind.MICRODATA_MODIFIED,
)
_CLUES = 60  # clues kept of one page


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """What page and address say, before anything is chosen."""

    found: tuple[Found, ...]
    address: tuple[DateClue, ...]


def evidence_of(page: Page, publisher: Publisher) -> DateEvidence:
    """Collect every date that `page` and its address hold."""
    style = Style.of(page.language or publisher.language, page.host)
    found = (
        *jsonld_dates(page, style),
        *meta_dates(page, style),
        *selected_dates(page, style, publisher.date_selectors),
        *element_dates(page, style),
        *visible_dates(page, style),
    )
    return DateEvidence(found, url_clues(page.url, publisher))


def date_reading(
    page: Page, publisher: Publisher, last_modified: str | None, ask: Callable[[], Vote]
) -> DateReading:
    """All clues of `page` with the days of publication and modification chosen from them.

    `ask` gives the general extractor's reading of the page; `last_modified` is the response header.
    """
    evidence = evidence_of(page, publisher)
    choice = choose(evidence.found, evidence.address, ask, date_weights())
    clues = [*evidence.address, *_distinct(evidence.found, choice)]
    if choice and not choice.kinds:
        clues.append(_extractor_clue(choice.day))
    header = header_clue(last_modified)
    if header:
        clues.append(header)
    if choice is None:
        return DateReading(tuple(clues), reason="no full date was found")
    modified = _modified(evidence.found, choice.day)
    return DateReading(tuple(clues), choice.day, modified, choice.confidence, choice.reason)


def _distinct(found: Sequence[Found], choice: Choice | None) -> list[DateClue]:
    """One clue per kind and day: those of the chosen day first, then in the order found.

    A byline of another day than the chosen one is just a date in the text, and what is about a comment
    or a neighbour is left out: others take these kinds for the page's own word.
    """
    kept: dict[tuple[ClueKind, date], DateClue] = {}
    for one in found:
        chosen = choice is not None and one.stamp.day == choice.day
        if chosen or not one.is_aside:
            clue = one.clue if chosen or one.kind is not ClueKind.BYLINE else one.as_text.clue
            kept.setdefault((clue.kind, one.stamp.day), clue)
    ordered = sorted(kept.items(), key=lambda item: choice is None or item[0][1] != choice.day)
    return [clue for _, clue in ordered][:_CLUES]


def _extractor_clue(day: date) -> DateClue:
    kind = ClueKind.EXTRACTOR
    return DateClue(kind, FAMILIES[kind], day, Precision.DAY, "htmldate on the whole page", RELIABILITY[kind])


def header_clue(value: str | None) -> DateClue | None:
    """The Last-Modified header as a clue, None where it is missing or not a date (RFC 9110)."""
    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    kind = ClueKind.HTTP_LAST_MODIFIED
    stamp = _utc(moment)
    return DateClue(
        kind, FAMILIES[kind], stamp.value, stamp.precision, "Last-Modified header", RELIABILITY[kind]
    )


def _utc(moment: datetime) -> Stamp:
    from_header = moment if moment.tzinfo else moment.astimezone()
    return Stamp(from_header.date(), from_header, Precision.INSTANT)


def _modified(found: Sequence[Found], published: date) -> date | None:
    """The day of the last change that the page states, if it lies after the publication."""
    for kind in _MODIFIED:
        days = [
            one.stamp.day for one in found if one.kind is kind and one.stamp.precision is not Precision.MONTH
        ]
        if days and days[0] > published:
            return days[0]
    return None


__all__ = ["DateEvidence", "Weights", "date_reading", "evidence_of", "header_clue"]
