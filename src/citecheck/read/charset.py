"""Which characters the bytes of a textual body stand for."""

import codecs
import re

from citecheck.text import codec_named
from citecheck.text import decode as guess

_PRESCAN = 4_096  # bytes; the HTML standard asks for 1,024, many pages put comments first
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In lower case: ignoring it would have every byte looked at for a beginning.
_META = re.compile(rb"""<meta[^>]{1,500}?charset\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})""")
_XML = re.compile(rb"""\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([a-z0-9_.:-]{2,40})["']""")
# The Encoding standard (encoding.spec.whatwg.org): the label says one, browsers read the wider one.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: it can neither be stored nor shown
_SINGLE_BYTE = re.compile(r"^(cp\d+|iso8859-\d+|koi8-[ru]|mac-\w+)$")


def codec_of(label: str | None) -> str | None:
    """The Python codec that reads what `label` names on the web, None for unknown labels."""
    if not label:
        return None
    name = codec_named(label.strip().strip("\"'"))
    return _WIDER.get(name, name) if name else None


def _declared(data: bytes) -> str | None:
    """The charset that the document names itself. A readable declaration is never UTF-16."""
    head = data[:_PRESCAN].lower()
    match = _XML.match(head) or _META.search(head)
    codec = codec_of(match.group(1).decode("ascii")) if match else None
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _strict(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if not text.isascii() and codec != "utf-8" and _SURROGATE.search(text) else text


def characters(data: bytes, label: str | None) -> tuple[str, str]:
    """(text, codec) of `data`, whose header names the charset `label`.

    A byte order mark decides, then header, then the document's own declaration, each only if the
    bytes obey it: bytes that are valid UTF-8 with letters beyond ASCII are UTF-8 whatever the label
    of a single-byte charset says. A guess comes last; what cannot be read becomes U+FFFD.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), codec
    utf8 = _strict(data, "utf-8")
    said = codec_of(label)
    if said == "utf-8" and utf8 is not None:
        return utf8, said
    claims = [codec for codec in (said, _declared(data)) if codec]
    for codec in claims:
        if utf8 is not None and (codec == "utf-8" or _SINGLE_BYTE.match(codec) or data.isascii()):
            break
        text = _strict(data, codec)
        if text is not None:
            return text, codec
    if utf8 is not None:
        return utf8, "utf-8"
    return _mended(data, claims)


def _mended(data: bytes, claims: list[str]) -> tuple[str, str]:
    """Characters of bytes that obey nothing they claim: a few bad bytes are forgiven, else guessed."""
    for codec in claims or ["utf-8"]:
        text = data.decode(codec, "replace")
        if text.count("\ufffd") * 200 <= len(text):
            return text, codec
    guessed = guess(data)
    return (guessed.text, guessed.charset) if guessed else (data.decode("cp1252", "replace"), "cp1252")
