"""One WARC 1.1 record to bytes and back."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from isal import isal_zlib

from citecheck.errors import StoreError

GZIP = 31  # zlib's number for a gzip member with a full window
LARGE = 1024 * 1024  # bytes; a larger block is neither copied nor compressed as a whole
STEP = 64 * 1024  # bytes of a large block that are compressed at once
LEVEL = 1  # isal: a tenth of zlib's time for 3% more bytes
VERSION = b"WARC/1.1\r\n"
BLANK = b"\r\n\r\n"  # ends a head, and a record
PAYLOAD_SHA256 = "Citecheck-Payload-SHA256"
UNFIT_FOR_URI = re.compile(r"[^\x21-\x7e]|[<>]")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields and a block. Content-Length and the block's digest are added when it is written."""

    headers: Headers
    block: bytes

    def header(self, name: str) -> str | None:
        """The first value of a field, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.header("WARC-Type") or ""


def member(record: Record) -> bytes:
    """The record as one gzip member."""
    return b"".join(pieces(record))


def pieces(record: Record) -> Iterator[bytes]:
    """The same in pieces, so that a large one need not be in memory."""
    digest = hashlib.sha256(record.block).hexdigest()
    lines = [
        *(f"{name}: {value}\r\n" for name, value in record.headers),
        f"WARC-Block-Digest: sha256:{digest}\r\n",
        f"Content-Length: {len(record.block)}\r\n\r\n",
    ]
    head = VERSION + "".join(lines).encode()
    if len(record.block) < LARGE:
        yield isal_zlib.compress(b"".join((head, record.block, BLANK)), LEVEL, GZIP)
        return
    packer, block = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, GZIP), memoryview(record.block)
    yield packer.compress(head)
    for start in range(0, len(block), STEP):
        yield packer.compress(block[start : start + STEP])
    yield packer.compress(BLANK) + packer.flush()


def parse(data: bytes) -> Record:
    """The record that an unpacked member holds; StoreError where it holds none, or its block is not
    what its digest says."""
    end = data.find(BLANK)
    if end < 0 or not data.startswith(VERSION):
        raise StoreError("a gzip member holds no WARC record")
    pairs = (line.partition(":") for line in data[:end].decode("utf-8", "replace").split("\r\n")[1:])
    record = Record(tuple((name, value.strip()) for name, _, value in pairs), b"")
    length = record.header("Content-Length") or ""
    start = end + len(BLANK)
    stop = len(data) - len(BLANK)
    if not length.isdigit() or stop - start != int(length) or not data.endswith(BLANK):
        raise StoreError("a WARC record is shorter or longer than it says")
    whole = Record(record.headers, data[start:stop])  # copied once: it may be large
    if whole.header("WARC-Block-Digest") != f"sha256:{hashlib.sha256(whole.block).hexdigest()}":
        raise StoreError(f"the block of record {whole.header('WARC-Record-ID')} does not fit its digest")
    return whole


def labelled_sha1(digest: bytes) -> str:
    """A labelled SHA-1 in base 32, as other tools and their indexes write it."""
    return "sha1:" + base64.b32encode(digest).decode()


def target_uri(url: str) -> str:
    """A URL that can stand in a header: what no URI may hold is percent-encoded."""
    return UNFIT_FOR_URI.sub(_percent, url)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))
