"""Flags that need no fetch: what the URL alone says."""

from datetime import date

from citecheck.dates import after_document, in_future, say, url_clues
from citecheck.flag.wording import address_says, days, document_dated, evidence_of
from citecheck.model import Citation, DateClue, Document, FlagCode, FlagFinding, Publisher
from citecheck.urls import tracking_parameters


def before_fetch(
    document: Document, citation: Citation, publisher: Publisher, today: date
) -> tuple[FlagFinding, ...]:
    """date_url_after_document, date_in_future, link_tracking and link_http_only of one citation.

    A URL date after the document is one flag, also where that day lies in the future.
    """
    clues = url_clues(citation.url, publisher)
    found = (
        url_date_flag(document, clues, today),
        _tracking(citation.url, publisher),
        _http_only(citation.url),
    )
    return tuple(finding for finding in found if finding is not None)


def url_date_flag(document: Document, clues: tuple[DateClue, ...], today: date) -> FlagFinding | None:
    """The flag for a URL or id whose date lies after the document or today."""
    publication = document.publication
    if publication is not None and (late := after_document(clues, publication)):
        reason = f"{address_says(late.clues[0])}; {document_dated(publication)}. It cites what came later."
        if in_future(late.clues, today):
            reason += " That day has not come yet."
        return finding(FlagCode.DATE_URL_AFTER_DOCUMENT, reason, evidence_of(late, publication))
    if ahead := in_future(clues, today):
        reason = (
            f"{address_says(ahead.clues[0])}; that is {days(ahead.days)} after today, {say(today)}. "
            "Check the address for a typing error."
        )
        return finding(FlagCode.DATE_IN_FUTURE, reason, evidence_of(ahead, None))
    return None


def finding(code: FlagCode, reason: str, evidence: tuple[str, ...] = ()) -> FlagFinding:
    """A finding at the severity that its code opens at."""
    return FlagFinding(code, code.severity, reason, evidence)


def _tracking(url: str, publisher: Publisher) -> FlagFinding | None:
    names = tracking_parameters(url, publisher)
    if not names:
        return None
    what = "parameter" if len(names) == 1 else "parameters"
    reason = f"The address carries the tracking {what} {', '.join(names)}: cite it without."
    return finding(FlagCode.LINK_TRACKING, reason, names)


def _http_only(url: str) -> FlagFinding | None:
    if not url.strip().lower().startswith("http://"):
        return None
    return finding(
        FlagCode.LINK_HTTP_ONLY, "The link begins with http://: what readers get is not encrypted."
    )
