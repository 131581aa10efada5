"""Where one response begins and ends in the bytes that crossed the wire."""

import re
from dataclasses import dataclass

_BLANK_LINE = re.compile(rb"\n\r?\n")
_STATUS = re.compile(rb"HTTP/[0-9.]+ +([0-9]{3})")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_NO_BODY = frozenset([204, 304])

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The final response's head: `start` to `end` in the wire bytes. Interim answers lie before it."""

    status: int
    headers: Headers  # as received; bytes that are not ASCII are read as Latin-1
    start: int
    end: int


def read_head(wire: bytes) -> Head | None:
    """The head of the final response, or None where it is not all there."""
    start = 0
    while (blank := _BLANK_LINE.search(wire, start)) is not None:
        match = _STATUS.match(wire, start)
        if match is None:
            return None
        status = int(match[1])
        if status >= 200 or status == 101:
            return Head(status, _headers(wire[start : blank.end()]), start, blank.end())
        start = blank.end()
    return None


def body_end(wire: bytes, head: Head) -> int | None:
    """Where the complete response ends (RFC 9112, 6.3), or None where only closing ends it."""
    fields = {name.lower(): value for name, value in head.headers}
    if head.status in _NO_BODY or head.status < 200:
        return head.end
    if "transfer-encoding" in fields:
        return _chunks_end(wire, head.end)
    if "content-length" in fields:
        return head.end + int(fields["content-length"].partition(",")[0])
    return None


def _chunks_end(wire: bytes, position: int) -> int:
    """The end of a chunked body that h11 has read to its last chunk."""
    while True:
        line_end = wire.index(b"\n", position)
        size = int(wire[position:line_end].partition(b";")[0], 16)
        position = line_end + 1
        if size == 0:
            return _trailers_end(wire, position)
        position += size + 2


def _trailers_end(wire: bytes, position: int) -> int:
    for blank in (b"\r\n", b"\n"):
        if wire.startswith(blank, position):
            return position + len(blank)
    end = _BLANK_LINE.search(wire, position)
    return end.end() if end else len(wire)


def _headers(head: bytes) -> Headers:
    lines = _FOLD.sub(b" ", head).splitlines()[1:]
    pairs = (line.partition(b":") for line in lines if line)
    return tuple((name.decode("latin-1"), value.strip(b" \t").decode("latin-1")) for name, _, value in pairs)
