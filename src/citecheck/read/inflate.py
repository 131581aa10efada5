"""Content decodings as bounded streams: each takes pieces in and gives pieces out.

A layer never gives out more than about a megabyte per piece, so that whoever adds the pieces up
can stop at a limit before memory is spent. zlib, Brotli and Zstandard raise their own errors;
they leave here as BrokenEncodingError.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli
import zstandard

from citecheck.errors import InternalError

PIECE = 65_536  # bytes given out at a time
FEED = 4_096  # bytes fed in at a time: a limit on output over input is looked at this often
_ZSTD_FEED = 256  # one Zstandard call gives out all of its input, 128 KB for four bytes at the worst
_ZSTD_WINDOW = 8 * 1024 * 1024  # RFC 9659: what an HTTP client needs to accept

Layer = Callable[[Iterable[bytes]], Iterator[bytes]]


class BrokenEncodingError(InternalError):
    """The stream is not what its encoding says. Never leaves the decoder: it becomes a value there."""


def slices(payload: bytes, size: int = FEED) -> Iterator[bytes]:
    """`payload` in pieces of `size` bytes."""
    for start in range(0, len(payload), size):
        yield payload[start : start + size]


def _zlib_member(wbits: int, pieces: Iterator[bytes], held: bytearray) -> Iterator[bytes]:
    """One zlib or gzip stream; what comes after its end is left in `held`."""
    machine = zlib.decompressobj(wbits)
    while not machine.eof:
        if not held:
            fed = next(pieces, None)
            if fed is None:
                raise BrokenEncodingError("it ends too early")
            held += fed
        piece = machine.decompress(bytes(held), PIECE)
        held[:] = machine.unused_data if machine.eof else machine.unconsumed_tail
        if piece:
            yield piece


def gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 1952, several members in a row; bytes after the last member are ignored, as browsers do."""
    source = iter(pieces)
    held = bytearray()
    try:
        yield from _zlib_member(31, source, held)
        while True:
            held += next(source, b"") if len(held) < 2 else b""
            if held[:2] != b"\x1f\x8b":
                return
            yield from _zlib_member(31, source, held)
    except zlib.error as error:
        raise BrokenEncodingError(str(error)) from error


def inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """ "deflate": zlib (RFC 1950) as the standard has it, or raw (RFC 1951) as some servers send it."""
    source = iter(pieces)
    held = bytearray()
    for fed in source:
        held += fed
        if len(held) >= 2:
            break
    is_zlib = len(held) >= 2 and held[0] & 0x0F == 8 and (held[0] << 8 | held[1]) % 31 == 0
    try:
        yield from _zlib_member(15 if is_zlib else -15, source, held)
    except zlib.error as error:
        raise BrokenEncodingError(str(error)) from error


def unbrotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 7932."""
    machine = brotli.Decompressor()
    try:
        for fed in pieces:
            piece = machine.process(fed, output_buffer_limit=PIECE)
            while piece or not machine.can_accept_more_data():
                yield piece
                piece = machine.process(b"", output_buffer_limit=PIECE)
            if machine.is_finished():
                return
    except brotli.error as error:
        raise BrokenEncodingError(str(error)) from error
    if not machine.is_finished():
        raise BrokenEncodingError("it ends too early")


def unzstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 8878, several frames in a row."""
    context = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    machine = context.decompressobj()
    open_frame = True
    try:
        for fed in pieces:
            for part in slices(fed, _ZSTD_FEED):
                rest = part
                while rest:
                    if machine.eof:
                        machine = context.decompressobj()
                    yield machine.decompress(rest)
                    rest = machine.unused_data if machine.eof else b""
                open_frame = not machine.eof
    except zstandard.ZstdError as error:
        raise BrokenEncodingError(str(error)) from error
    if open_frame:
        raise BrokenEncodingError("it ends too early")


LAYERS: dict[str, Layer] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": inflate,
    "br": unbrotli,
    "zstd": unzstd,
}
