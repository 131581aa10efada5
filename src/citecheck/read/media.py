"""What kind of file a body is, by its header and by its first bytes."""

import re
from collections.abc import Sequence
from email.message import Message
from functools import lru_cache

_LOOK = 1_024  # bytes looked at
_LONGEST = 2_000  # characters of a Content-Type looked at
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"wOF2", "font/woff2"),
    (b"\x7fELF", "application/x-executable"),
)
_HTML = re.compile(
    rb"^(?:\s|<!--.{0,900}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body|title|meta|script|"
    rb"style|link|h1|div|table|iframe|p|br|a)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\s", re.IGNORECASE)
_JSON = re.compile(rb"^\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[\{\"\]\d-]|true|false|null))")
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_VAGUE = frozenset(
    {"", "text/plain", "application/octet-stream", "application/unknown", "unknown/unknown", "*/*"}
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def header_values(headers: Sequence[tuple[str, str]], name: str) -> list[str]:
    """All values of the header `name` (lower case), in order."""
    return [value for key, value in headers if key.lower() == name]


def declared(headers: Sequence[tuple[str, str]]) -> tuple[str, str | None]:
    """(media type in lower case, charset) of the last Content-Type that is one; ("", None) without."""
    for value in reversed(header_values(headers, "content-type")):
        if (found := _content_type(value[:_LONGEST])) is not None:
            return found
    return "", None


@lru_cache(maxsize=512)  # a handful of values stands in nearly all answers
def _content_type(value: str) -> tuple[str, str | None] | None:
    essence = value.partition(";")[0].strip().lower()
    if not re.fullmatch(r"[\w.+*-]+/[\w.+*-]+", essence):
        return None
    message = Message()
    message["content-type"] = value.replace("\n", " ").replace("\r", " ")
    charset = message.get_param("charset", failobj=None)
    return essence, charset if isinstance(charset, str) else None


def is_textual(media_type: str) -> bool:
    """Whether bodies of this type are characters."""
    return (
        media_type.startswith("text/")
        or media_type.endswith(("+xml", "+json"))
        or media_type
        in {"application/xml", "application/json", "application/javascript", "application/x-javascript"}
    )


def _by_magic(head: bytes) -> str | None:
    if b"%PDF-" in head and not _HTML.match(head):
        return "application/pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "video/mp4"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head and not head.startswith(_UTF16_MARKS)


def sniff(data: bytes, said: str) -> str:
    """The media type of `data` whose header said `said`: the bytes win where they are plain."""
    head = data[:_LOOK].removeprefix(b"\xef\xbb\xbf")
    if not head:
        return said or "application/octet-stream"
    magic = _by_magic(head)
    if magic:
        return said if _agrees(said, magic) else magic
    if _is_binary(head):
        return "application/octet-stream" if is_textual(said) or not said else said
    return _textual(head, said)


def _agrees(said: str, magic: str) -> bool:
    """Whether a container's magic leaves room for the finer type of the header (docx is a zip)."""
    containers = {"application/zip", "application/x-ole-storage", "application/ogg", "video/mp4"}
    return magic in containers and not is_textual(said) and said not in _VAGUE


def _textual(head: bytes, said: str) -> str:
    if said in _HTML_TYPES:
        return said
    looks_html = bool(_HTML.match(head))
    if said in _VAGUE or not is_textual(said):
        if looks_html:
            return "text/html"
        if _XML.match(head):
            return "text/html" if _HTML_ROOT.search(head) else "application/xml"
        if _JSON.match(head):
            return "application/json"
        return "text/plain" if said in _VAGUE else said
    if looks_html and (said.endswith("json") or _HTML_ROOT.search(head)):
        return "text/html"
    return said
