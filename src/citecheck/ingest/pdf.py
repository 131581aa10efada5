"""PDF: text in reading order, links by their annotations, URLs broken over lines joined."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from citecheck.errors import InputError
from citecheck.ingest.draft import Draft
from citecheck.ingest.pdf_layout import Glyph, Placed, lay_out
from citecheck.ingest.pdf_links import PageLink, page_links
from citecheck.model import Anchor, AnchorHow, Span

_PAGES = 500
_DAMAGED = "{name}: not a PDF that can be opened (damaged or cut off); export it again, or give its text"
_ENCRYPTED = "{name}: the PDF is encrypted with a password; save it without one"


def read_pdf(data: bytes, name: str) -> Draft:
    """The text and links of a PDF. InputError when it is damaged, encrypted, too long or has no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise InputError((_ENCRYPTED if encrypted else _DAMAGED).format(name=name)) from error
    try:
        if len(document) > _PAGES:
            raise InputError(f"{name}: {len(document)} pages, at most {_PAGES} are read; split it")
        named = str(document.get_metadata_value("Title") or "").strip() or None
        pages = [_read_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(_DAMAGED.format(name=name)) from error
    finally:
        document.close()
    placed = lay_out([page.glyphs for page in pages])
    if not placed.text.strip():
        raise InputError(f"{name}: no text in the PDF (scanned pages?); run text recognition on it first")
    return Draft(
        text=placed.text,
        media_type="application/pdf",
        anchors=_anchors(placed, pages),
        headings=placed.headings,
        title=placed.headings[0].of(placed.text) if placed.headings else named,
        marks=placed.marks,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    glyphs: tuple[Glyph, ...]
    links: tuple[PageLink, ...]


def _read_page(document: pypdfium2.PdfDocument, number: int) -> _Page:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            glyphs = tuple(_glyph(textpage.raw, index) for index in range(textpage.count_chars()))
        finally:
            textpage.close()
        return _Page(glyphs, page_links(document.raw, page.raw))
    finally:
        page.close()


def _glyph(textpage: object, index: int) -> Glyph:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    code = pdfium.FPDFText_GetUnicode(textpage, index)
    return Glyph(
        letter=chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd",
        left=left.value,
        right=right.value,
        bottom=bottom.value,
        top=top.value,
        size=pdfium.FPDFText_GetFontSize(textpage, index),
    )


def _anchors(placed: Placed, pages: list[_Page]) -> tuple[Anchor, ...]:
    """Each link as the words under its boxes; links of one URL that follow one another are one."""
    found: list[Anchor] = []
    for number, page in enumerate(pages):
        for link in page.links:
            inside = [
                placed.places[number][index]
                for index, glyph in enumerate(page.glyphs)
                if placed.places[number][index] is not None and link.covers(*glyph.centre)
            ]
            places = [place for place in inside if place is not None]
            if places:
                _add(found, Span(min(places), max(places) + 1), link.url, placed.text)
    return tuple(sorted(found, key=lambda anchor: anchor.span))


def _add(found: list[Anchor], span: Span, url: str, text: str) -> None:
    shown = span.of(text)
    span = Span(span.start + len(shown) - len(shown.lstrip()), span.end - len(shown) + len(shown.rstrip()))
    for index, earlier in enumerate(found):
        near = span.start - earlier.span.end <= 3 and earlier.span.start - span.end <= 3
        if earlier.url == url and near:
            joined = Span(min(earlier.span.start, span.start), max(earlier.span.end, span.end))
            found[index] = Anchor(joined, url, earlier.how)
            return
    shown = span.of(text)
    bare = shown.startswith(("http://", "https://", "www.")) and url.rstrip("/").endswith(shown.rstrip("/"))
    found.append(Anchor(span, url, AnchorHow.BARE_URL if bare else AnchorHow.ANCHOR))
