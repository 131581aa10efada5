"""All flags of one citation after judging, and the comparison of its dates."""

from dataclasses import dataclass
from datetime import date

from citecheck.dates import url_clues
from citecheck.flag.before_fetch import before_fetch
from citecheck.flag.claim_flags import claim_flags
from citecheck.flag.date_flags import DateSides, date_check, date_flags
from citecheck.flag.link_flags import fragment_flag, link_flags
from citecheck.model import (
    Citation,
    ClueFamily,
    DateCheck,
    DateReading,
    Document,
    Drift,
    FlagCode,
    FlagFinding,
    LinkClass,
    LinkStatus,
    Publisher,
    Verdict,
)
from citecheck.urls import other_scheme


@dataclass(frozen=True, slots=True)
class FlagInput:
    """Everything that flags of one citation rest on. `today` is the day of the capture."""

    document: Document
    citation: Citation
    publisher: Publisher
    link: LinkStatus  # by all that we saw of it
    dates: DateReading
    verdict: Verdict | None
    today: date
    shown: LinkStatus | None = None  # by a person's word, which flags of the link follow; None: as seen
    readable: bool = True  # whether the capture gave any main text
    missing: tuple[str, ...] = ()  # what the URL's fragment names and the page has not, in words


def judge_flags(given: FlagInput) -> tuple[tuple[FlagFinding, ...], DateCheck]:
    """Every flag that holds now (those that need no fetch included), worst first, and the date check.

    What the page says of dates and claim counts only where the page that came is the cited one.
    """
    early = before_fetch(given.document, given.citation, given.publisher, given.today)
    sides = _sides(given)
    dated = date_flags(sides)
    shown = given.shown or given.link
    here = all(link.link_class in (LinkClass.ALIVE, LinkClass.WALLED) for link in (given.link, shown))
    claims = claim_flags(given.citation, given.verdict) if here else ()
    others = tuple(flag for flag in early if flag.code not in _DATED)
    bare = given.citation.claim is None
    linked = link_flags(shown, given.readable or shown is not given.link, bare)
    if other_scheme(given.citation.url):  # a mail address in a list is no mistake
        linked = tuple(flag for flag in linked if flag.code is not FlagCode.LINK_BAD_URL)
    lost = fragment_flag(given.missing) if given.missing and here else ()
    found = (*dated, *linked, *lost, *claims, *others)
    return tuple(sorted(found, key=lambda flag: flag.severity.rank)), date_check(sides, dated)


_DATED = frozenset({FlagCode.DATE_URL_AFTER_DOCUMENT, FlagCode.DATE_IN_FUTURE})  # date_flags has them too


def _sides(given: FlagInput) -> DateSides:
    address = url_clues(given.citation.url, given.publisher)
    cited_page = given.link.link_class is LinkClass.ALIVE and given.link.drift is not Drift.REPLACED
    own = (ClueFamily.URL, ClueFamily.ID)
    page = tuple(clue for clue in given.dates.clues if clue.family not in own) if cited_page else ()
    drifted = given.link.drift is Drift.CHANGED
    return DateSides(given.document, given.citation, address, page, given.today, drifted)
