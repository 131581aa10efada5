"""What changes of a document on record when it is added again. Pure."""

from dataclasses import replace
from datetime import timedelta

from citecheck.model import Citation, Document, Publication, PublishedHow

FRESH = timedelta(hours=1)  # so old a capture that nobody judged yet may be: it is judged, not fetched again


def again(known: Document, added: Document) -> Document:
    """The known document with what the file now says besides its text, and the date given last."""
    publication = _publication(known.publication, added.publication)
    return replace(known, publication=publication, text_is_file=added.text_is_file, code=added.code)


def placed(known: Citation, added: Citation) -> Citation:
    """The known citation at its place in the file as it is now: the text may be the same, the file not."""
    return known if known.place == added.place else replace(known, place=added.place)


def _publication(known: Publication | None, added: Publication | None) -> Publication | None:
    """A date that is given stays until another is given; the file's own counts where none is."""
    if added is None or added == known:
        return known
    if added.how is PublishedHow.GIVEN or known is None:
        return added
    told = known.how is not PublishedHow.GIVEN and added.how is PublishedHow.METADATA
    return added if told else known
