"""Which format a document's bytes are in: by content first, then by name."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from citecheck.errors import InputError
from citecheck.ingest.markdown import looks_like_markdown
from citecheck.ingest.plain import is_url_list
from citecheck.model.words import Word

_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body|article|main)[\s>]", re.I)
_HTML_PIECES = re.compile(r"<(?:p|div|a|h[1-6]|ul|ol|table|section)(?:\s[^<>]*)?>", re.I)
_LEAD = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*", re.S)
_BINARY = (
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
)
_MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})


class Format(Word):
    """A document format that can be read."""

    PDF = "application/pdf", "PDF"
    HTML = "text/html", "HTML"
    MARKDOWN = "text/markdown", "Markdown"
    URL_LIST = "text/uri-list", "one URL a line"
    PLAIN = "text/plain", "plain text"


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF (a little junk before the header is allowed)."""
    return b"%PDF-" in data[:1024]


def refuse_binary(data: bytes, origin: str) -> None:
    """InputError when the bytes are a known kind of file that is not read."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise InputError(f"{origin}: this is {kind}; save it as text, Markdown, HTML or PDF")


def text_format(text: str, origin: str, media_type: str | None) -> Format:
    """The format of a document that is text."""
    essence, suffix = _essence(media_type), _suffix(origin)
    lead = _LEAD.match(text)
    after = text[lead.end() if lead else 0 :][:2048]
    if _HTML.match(after) or essence in {"text/html", "application/xhtml+xml"} or suffix in _HTML_NAMES:
        return Format.HTML
    if is_url_list(text):
        return Format.URL_LIST
    if called_markdown(origin, media_type):
        return Format.MARKDOWN
    if after.startswith("<") and len(_HTML_PIECES.findall(after)) >= 2:
        return Format.HTML
    return Format.MARKDOWN if looks_like_markdown(text) else Format.PLAIN


def called_markdown(origin: str, media_type: str | None) -> bool:
    """Whether name or media type say Markdown."""
    return _suffix(origin) in _MARKDOWN_NAMES or _essence(media_type) == "text/markdown"


def _essence(media_type: str | None) -> str:
    return (media_type or "").partition(";")[0].strip().lower()


def _suffix(origin: str) -> str:
    if origin.startswith(("http://", "https://")):
        try:
            origin = urlsplit(origin).path
        except ValueError:
            return ""
    return PurePosixPath(origin.replace("\\", "/")).suffix.lower()
