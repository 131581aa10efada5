"""How dates are said to a person, both sides with their clues."""

from collections.abc import Sequence

from citecheck.dates import Mismatch, say, say_window
from citecheck.model import ClueFamily, DateClue, Precision, Publication, PublishedHow

_HOW = {
    PublishedHow.GIVEN: "as given",
    PublishedHow.METADATA: "from its own metadata",
    PublishedHow.URL: "from its own address",
}
_SIDE = {ClueFamily.URL: "The address says", ClueFamily.ID: "The id in the address says"}
_PLACE = {
    ClueFamily.JSONLD: "its JSON-LD",
    ClueFamily.META: "its meta data",
    ClueFamily.VISIBLE: "the date on the page",
    ClueFamily.URL: "its address",
    ClueFamily.ID: "the id in its address",
    ClueFamily.HTTP: "its HTTP header",
    ClueFamily.FILE: "the file's own data",
    ClueFamily.ARCHIVE: "outside archives",
}


def say_clue(clue: DateClue) -> str:
    """ "5 April 2026 (path segments "2026/04/05")"."""
    return f"{say(clue.day, clue.precision)} ({clue.where})"


def address_says(clue: DateClue) -> str:
    """The beginning of a sentence about a URL or id clue."""
    return f"{_SIDE[clue.family]} {say_clue(clue)}"


def page_says(clues: Sequence[DateClue]) -> str:
    """The clues of a page by where they were read: "its JSON-LD (22 October 2019) and ..."."""
    told = dict.fromkeys(f"{_PLACE[clue.family]} ({say(clue.day, clue.precision)})" for clue in clues)
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def document_dated(publication: Publication) -> str:
    """When the article was published, and how we know."""
    when = say_window(publication.window)
    if publication.how is PublishedHow.INFERRED:
        begin = publication.window.earliest
        told = when if publication.window.day or begin is None else f"on or after {say(begin)}"
        return f"the article was written {told} (inferred: {publication.reason})"
    return f"the article is of {when} ({_HOW[publication.how]})"


def evidence_of(mismatch: Mismatch, publication: Publication | None) -> tuple[str, ...]:
    """The clues of both sides, one a line."""
    lines = tuple(clue_line(clue) for clue in mismatch.clues)
    if publication is None:
        return lines
    return (*lines, f"document: {say_window(publication.window)}, {publication.how}: {publication.reason}")


def clue_line(clue: DateClue) -> str:
    """One clue as evidence: kind, value to its precision, place."""
    exact = clue.precision is Precision.INSTANT
    value = clue.value.isoformat(sep=" ", timespec="minutes") if exact else say(clue.day, clue.precision)  # type: ignore[call-arg]
    return f"{clue.kind}: {value}, {clue.where}"


def days(count: int) -> str:
    """A stretch of days in the unit a person would use."""
    count = abs(count)
    if count >= 730:
        return f"{count // 365} years"
    if count >= 62:
        return f"{count // 30} months"
    return "1 day" if count == 1 else f"{count} days"
