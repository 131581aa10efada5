"""ingest(bytes) -> Document: recognise the format, read it, give it its id, language and date."""

import hashlib
import re
from dataclasses import replace

from citecheck.errors import InputError
from citecheck.ingest.draft import Draft
from citecheck.ingest.hints import IngestHints, check_size
from citecheck.ingest.html import read_html
from citecheck.ingest.markdown import read_markdown
from citecheck.ingest.notes import with_reference_marks
from citecheck.ingest.pdf import read_pdf
from citecheck.ingest.plain import read_plain, read_url_list
from citecheck.ingest.recognise import Format, called_markdown, is_pdf, refuse_binary, text_format
from citecheck.model import DateWindow, Document, DocumentId, Publication, PublishedHow
from citecheck.text import decode, language_of

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|encoding=[\"']([\w.:-]+)[\"']", re.I
)
_SURE_LENGTH = 200  # characters from which our own reading of the language beats the declared one


def ingest(data: bytes, origin: str, hints: IngestHints) -> Document:
    """The document in `data`. `origin` is its file name, URL or "-".

    Raises InputError with one sentence naming file, place and fix when it cannot be taken. A document
    without citations is no error.
    """
    check_size(len(data), _name(origin))
    if not data.strip():
        raise InputError(f"{_name(origin)}: empty; give a document with text and links")
    draft = with_reference_marks(_read(data, origin, hints))
    if not draft.text.strip():
        raise InputError(f"{_name(origin)}: no text found in it; give the article as text, Markdown or HTML")
    return _document(draft, origin, hints)


def _read(data: bytes, origin: str, hints: IngestHints) -> Draft:
    if is_pdf(data):
        return read_pdf(data, _name(origin))
    refuse_binary(data, _name(origin))
    decoded = decode(data, _declared(data, hints))
    if decoded is None:
        raise InputError(f"{_name(origin)}: not text but binary data; save it as text, Markdown, HTML or PDF")
    draft = _read_text(_plain_newlines(decoded.text), origin, hints)
    return _without_places(draft) if "\f" in decoded.text else draft


def _read_text(text: str, origin: str, hints: IngestHints) -> Draft:
    match text_format(text, origin, hints.media_type):
        case Format.HTML:
            return read_html(text, origin)
        case Format.MARKDOWN:
            return read_markdown(text, named=called_markdown(origin, hints.media_type))
        case Format.URL_LIST:
            return read_url_list(text)
        case _:
            return read_plain(text)


def _without_places(draft: Draft) -> Draft:
    """The draft of a file with form feeds, each of which we read as lines that the file has not got."""
    anchors = tuple(replace(anchor, place=None) for anchor in draft.anchors)
    return replace(draft, anchors=anchors, text_is_file=False)


def _document(draft: Draft, origin: str, hints: IngestHints) -> Document:
    digest = hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()
    identity = hashlib.sha256(f"{digest}\n{origin}".encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=DocumentId("d" + identity[:16]),
        title=draft.title,
        language=_language(draft),
        text=draft.text,
        digest=f"sha256:{digest}",
        origin=origin,
        media_type=draft.media_type,
        publication=_publication(draft, hints),
        anchors=draft.anchors,
        headings=draft.headings,
        code=draft.code,
        text_is_file=draft.text_is_file,
    )


def _publication(draft: Draft, hints: IngestHints) -> Publication | None:
    """Given by the user, or in the document's metadata; its URL and text are the caller's to look at."""
    if hints.published is not None:
        window = DateWindow(hints.published, hints.published)
        return Publication(PublishedHow.GIVEN, window, "given by the user")
    if draft.published is not None:
        window = DateWindow(draft.published, draft.published)
        return Publication(PublishedHow.METADATA, window, draft.published_where)
    return None


def _language(draft: Draft) -> str | None:
    """What the text is in; the declared language where the text is too short to tell."""
    told = language_of(draft.text)
    declared = draft.language[:2].lower() if draft.language else None
    if told is not None and (declared is None or len(draft.text) >= _SURE_LENGTH):
        return told
    return declared or told


def _declared(data: bytes, hints: IngestHints) -> str | None:
    """The charset in the media type or in the markup's first kilobytes."""
    match = re.search(r"charset=\s*[\"']?([\w.:-]+)", hints.media_type or "", re.I)
    if match:
        return match[1]
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _plain_newlines(text: str) -> str:
    """One kind of line end, and no characters that only steer printers."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return text.replace("\ufeff", "").replace("\x00", "")


def _name(origin: str) -> str:
    return "standard input" if origin == "-" else origin
