"""The framing of chunked bodies (RFC 9112, 7.1).

Lenient, because broken servers are on record too: of a body that breaks off or breaks the rules, what came
before counts.
"""

import re
from collections.abc import Iterator
from io import BytesIO

_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,20})[^\r\n]*\r?\n")


def chunks(data: bytes, position: int = 0) -> Iterator[tuple[int, int]]:
    """Where the data of each chunk of a body begins and ends; the body begins at `position`."""
    while (size := _SIZE.match(data, position)) is not None:
        length = int(size[1], 16)
        if length == 0:
            return
        position = min(size.end() + length, len(data))
        yield size.end(), position
        position += 2 if data.startswith(b"\r\n", position) else data.startswith(b"\n", position)


def dechunked(data: bytes, position: int = 0) -> bytes:
    """What the chunks of a body hold; the body begins at `position`."""
    whole, view = BytesIO(), memoryview(data)
    for start, end in chunks(data, position):  # there may be millions: no list of them
        whole.write(view[start:end])
    return whole.getvalue()
