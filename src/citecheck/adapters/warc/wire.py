"""HTTP/1.1 bytes as they crossed the wire: where the head ends, what the payload is, what to leave out.

Lenient, because broken servers are on record too: what cannot be parsed has no payload.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citecheck.model import chunks, dechunked

HEAD_END = re.compile(rb"\r\n\r\n|\n\n|\n\r\n")
STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
SECRETS = (b"cookie", b"authorization", b"proxy-authorization")
BLOCK = 64 * 1024  # bytes that are worth being looked at by themselves


@dataclass(frozen=True, slots=True)
class Response:
    """A response taken apart. `head_end` counts from the first byte, interim responses included."""

    status: int
    head_end: int
    chunked: bool
    plain: bool  # one head that ends in CRLF CRLF, no transfer coding: readers agree on the payload


def parse(response: bytes) -> Response | None:
    """The final response in `response` (interim 1xx ones are passed over); None where it is not HTTP."""
    start = 0
    while (line := STATUS_LINE.match(response, start)) is not None:
        status = int(line[1])
        end = HEAD_END.search(response, start)
        head_end = end.end() if end else len(response)
        if status // 100 == 1 and status != 101 and end is not None:
            start = head_end
            continue
        chunked = _is_chunked(response[start:head_end])
        plain = start == 0 and not chunked and end is not None and end[0] == b"\r\n\r\n"
        return Response(status, head_end, chunked, plain)
    return None


def payload(response: bytes, parsed: Response) -> bytes:
    """The body without its chunk framing, content encoding kept."""
    if not parsed.chunked:
        return response[parsed.head_end :]
    return dechunked(response, parsed.head_end)


def blocks(response: bytes, parsed: Response) -> Iterator[bytes | memoryview]:
    """The same in blocks that are good for one use each: large ones are not copied, small ones put
    together."""
    if not parsed.chunked:
        yield memoryview(response)[parsed.head_end :]
        return
    view, small = memoryview(response), bytearray()
    for start, end in chunks(response, parsed.head_end):
        if end - start < BLOCK:
            small += view[start:end]
        if len(small) >= BLOCK or (small and end - start >= BLOCK):
            yield bytes(small)
            small.clear()
        if end - start >= BLOCK:
            yield view[start:end]
    yield bytes(small)


def chunked(data: bytes) -> bytes:
    """`data` in one chunk: what dechunked() takes apart."""
    return (f"{len(data):x}\r\n".encode() + data + b"\r\n" if data else b"") + b"0\r\n\r\n"


def without_secrets(request: bytes) -> bytes:
    """A request head without its Cookie and Authorization lines and their continuations."""
    kept: list[bytes] = []
    leaving_out = False
    for line in request.splitlines(keepends=True):
        if line[:1] not in (b" ", b"\t"):
            leaving_out = line.partition(b":")[0].strip().lower() in SECRETS
        if not leaving_out:
            kept.append(line)
    return b"".join(kept)


def asks_if_changed(request: bytes) -> bool:
    """Whether a request was conditional."""
    return re.search(rb"(?im)^if-(none-match|modified-since)[ \t]*:", request) is not None


def _is_chunked(head: bytes) -> bool:
    codings = re.findall(rb"(?im)^transfer-encoding[ \t]*:([^\r\n]*)", head)
    return any(coding.strip().lower() == b"chunked" for line in codings for coding in line.split(b","))
