"""Flags from holding the source's dates against the document, the claim, and one another."""

from dataclasses import dataclass
from datetime import date

from citecheck.dates import (
    ClaimMismatch,
    changed_after,
    claim_differs,
    published_clues,
    say_window,
    source_after,
    url_page_conflict,
)
from citecheck.flag.before_fetch import finding, url_date_flag
from citecheck.flag.wording import (
    address_says,
    clue_line,
    days,
    document_dated,
    evidence_of,
    page_says,
    say_clue,
)
from citecheck.model import (
    Citation,
    DateCheck,
    DateCheckResult,
    DateClue,
    Document,
    FlagCode,
    FlagFinding,
)


@dataclass(frozen=True, slots=True)
class DateSides:
    """What is compared: the document and the citation on one side, the source's clues on the other."""

    document: Document
    citation: Citation
    url: tuple[DateClue, ...]  # from the address alone
    page: tuple[DateClue, ...]  # from the page; empty where what came is not the cited page
    today: date
    drifted: bool = False  # the page's text differs from its first capture

    @property
    def clues(self) -> tuple[DateClue, ...]:
        """All clues, each once."""
        return tuple(dict.fromkeys((*self.url, *self.page)))


def date_flags(sides: DateSides) -> tuple[FlagFinding, ...]:
    """Every date flag that holds."""
    found = (
        url_date_flag(sides.document, sides.url, sides.today),
        _source_after(sides),
        _conflict(sides),
        _claim(sides),
        _changed(sides),
    )
    return tuple(flag for flag in found if flag is not None)


def date_check(sides: DateSides, flags: tuple[FlagFinding, ...]) -> DateCheck:
    """The comparison in one word and one sentence."""
    if flags:
        return DateCheck(DateCheckResult.MISMATCH, " ".join(flag.reason for flag in flags))
    published = published_clues(sides.clues)
    publication = sides.document.publication
    if not published:
        return DateCheck(DateCheckResult.UNKNOWN, "No date of the source is known.")
    best = max(published, key=lambda clue: clue.reliability)
    if publication is None:
        reason = f"The source is of {say_clue(best)}; when the article was written is not known."
        return DateCheck(DateCheckResult.UNKNOWN, reason)
    reason = f"The source is of {say_clue(best)}, and {document_dated(publication)}: that fits."
    return DateCheck(DateCheckResult.OK, reason)


def _source_after(sides: DateSides) -> FlagFinding | None:
    publication = sides.document.publication
    late = source_after(sides.clues, publication) if publication and sides.page else None
    if late is None or publication is None:
        return None
    reason = (
        f"By {page_says(late.clues)} the source appeared {days(late.days)} or more after the article could "
        f"cite it; {document_dated(publication)}."
    )
    return finding(FlagCode.DATE_SOURCE_AFTER_DOCUMENT, reason, evidence_of(late, publication))


def _conflict(sides: DateSides) -> FlagFinding | None:
    conflict = url_page_conflict(sides.clues) if sides.page else None
    if conflict is None:
        return None
    address, *page = conflict.clues
    reason = f"{address_says(address)}; {page_says(page)} say otherwise, {days(conflict.days)} apart."
    return finding(FlagCode.DATE_URL_PAGE_CONFLICT, reason, evidence_of(conflict, None))


def _claim(sides: DateSides) -> FlagFinding | None:
    """Not for an inferred pairing: another sentence may be the one."""
    citation, publication = sides.citation, sides.document.publication
    if citation.claim is None or publication is None or citation.pairing.inferred or not sides.page:
        return None
    differs = claim_differs(citation.claim, sides.document.language, publication, sides.clues)
    return None if differs is None else _told(differs)


def _told(differs: ClaimMismatch) -> FlagFinding:
    meant = " or ".join(say_window(window) for window in differs.days)
    side = "older" if differs.gap < 0 else "newer"
    reason = (
        f'The text says "{" ".join(differs.mention.text.split())}" ({meant}); by {page_says(differs.clues)} '
        f"the source is {days(differs.gap)} {side}."
    )
    evidence = (f"text: {differs.mention.text}", *(clue_line(clue) for clue in differs.clues))
    return finding(FlagCode.DATE_CLAIM_DIFFERS, reason, evidence)


def _changed(sides: DateSides) -> FlagFinding | None:
    publication = sides.document.publication
    changed = changed_after(sides.page, publication, drifted=sides.drifted) if publication else None
    if changed is None or publication is None:
        return None
    reason = (
        f"By {page_says(changed.clues)} the page was changed {days(changed.days)} or more after the citing; "
        f"{document_dated(publication)}."
    )
    return finding(FlagCode.SOURCE_CHANGED_AFTER_CITATION, reason, evidence_of(changed, publication))
