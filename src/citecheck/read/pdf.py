"""A PDF's text, title and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pypdfium2

from citecheck.dates import url_clues
from citecheck.model import ClueKind, DateConfidence, DateReading, Publisher
from citecheck.read.found import Found
from citecheck.read.main_text import tidy
from citecheck.read.page import folded
from citecheck.read.stamps import Stamp, Style, machine_stamp, written_stamps

_PAGES = 300
_TEXT = 3_000_000  # characters
_FIRST = 3_000  # characters of the beginning whose dates may be the publication's
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?([Zz]|[+-]\d{2}'?\d{0,2}'?)?")
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|document\d*)|\.(?:docx?|indd|pdf|qxd|pptx?|xlsx?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PdfContent:
    """What a PDF file holds."""

    text: str
    title: str | None
    author: str | None
    created: Stamp | None
    modified: Stamp | None
    cut: bool  # more pages than are read


def pdf_content(data: bytes) -> PdfContent | None:
    """Read a PDF file; None for one that is damaged, encrypted, or holds no text."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            told = document.get_metadata_dict()
            text = tidy("\n".join(_pages(document)))
            cut = len(document) > _PAGES or len(text) >= _TEXT
    except (pypdfium2.PdfiumError, ValueError):
        return None
    if not text:
        return None
    title = folded(str(told.get("Title") or ""))
    return PdfContent(
        text[:_TEXT],
        title if title and not _NO_TITLE.search(title) else _first_line(text),
        folded(str(told.get("Author") or "")) or None,
        _stamp(str(told.get("CreationDate") or "")),
        _stamp(str(told.get("ModDate") or "")),
        cut,
    )


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    taken = 0
    for n in range(min(len(document), _PAGES)):
        page = document[n]
        text_page = page.get_textpage()
        text = text_page.get_text_range(errors="ignore").replace("\ufffe", "").replace("\r\n", "\n")
        text_page.close()
        page.close()
        yield text
        taken += len(text)
        if taken > _TEXT:
            return


def _first_line(text: str) -> str | None:
    return next((line for line in text.splitlines()[:8] if 8 <= len(line) <= 200), None)


def _stamp(value: str) -> Stamp | None:
    """A PDF date, D:YYYYMMDDHHmmSS+HH'mm' (ISO 32000-1, 7.9.4)."""
    match = _PDF_DATE.match(value)
    if match is None or match.group(3) is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    text = f"{year}-{month}-{day}"
    if hour and minute and zone:
        text += f"T{hour}:{minute}:{second or '00'}{zone.replace(chr(39), ':').rstrip(':')}"
    return machine_stamp(text, Style())


def pdf_dates(content: PdfContent, url: str, publisher: Publisher) -> DateReading:
    """The clues of a PDF and its address. A file's own dates say when it was made, which may be long after
    or before it was published: they count for more where the first page or the address agree."""
    found = list(_found(content, publisher))
    address = url_clues(url, publisher)
    clues = (*address, *(one.clue for one in found))
    days = [clue.day for clue in address if clue.precision in ("day", "instant")]
    made = content.created.day if content.created else None
    first = [one.stamp.day for one in found if one.kind is ClueKind.TEXT]
    agreed = next(
        (day for day in (*days, made) if day and day in {made, *first} and (day != made or day in first)),
        None,
    )
    published: date | None = agreed or next(iter((*days, made)), None)
    if published is None:
        return DateReading(clues, reason="no date was found")
    confidence = DateConfidence.MEDIUM if agreed or days else DateConfidence.LOW
    reason = (
        "named by more than one clue"
        if agreed
        else "named by the address"
        if days
        else "when the file was made"
    )
    changed = content.modified.day if content.modified and content.modified.day > published else None
    return DateReading(clues, published, changed, confidence, reason)


def _found(content: PdfContent, publisher: Publisher) -> Iterator[Found]:
    if content.created:
        yield Found(ClueKind.PDF_METADATA, content.created, "CreationDate of the PDF")
    style = Style(publisher.language or "")
    days = set()
    for offset, stamp in sorted(written_stamps(content.text[:_FIRST], style), key=lambda pair: pair[0])[:10]:
        if stamp.day not in days:
            days.add(stamp.day)
            around = folded(content.text[max(0, offset - 20) : offset + 30])
            yield Found(ClueKind.TEXT, stamp, f'first page "{around}"')
