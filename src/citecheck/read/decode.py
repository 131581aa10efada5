"""The one bounded decoder: content encoding, media type and charset of a response body.

Fetching keeps the encoded bytes; classifying at fetch time and reading later both come here.
"""

from collections.abc import Iterable, Iterator, Sequence

from citecheck.model import DecodedBody, DecodeProblem
from citecheck.read.charset import characters
from citecheck.read.inflate import LAYERS, BrokenEncodingError, slices
from citecheck.read.media import declared, header_values, is_textual, sniff
from citecheck.read.tame import tame
from citecheck.settings.values import FetchLimits

# Values that some servers send for "not encoded"; browsers read such bodies as they are.
_NOTHING = frozenset({"", "identity", "none", "binary", "8bit", "utf-8", "utf8", "text/html", "aws-chunked"})
_HTML = frozenset({"text/html", "application/xhtml+xml"})


class _Overflow(Exception):
    """A stream grew beyond a limit."""


class _Meter:
    """Counts the encoded bytes taken and stops streams that give out too much for them."""

    def __init__(self, payload: bytes, limits: FetchLimits) -> None:
        self._payload = payload
        self._limits = limits
        self._taken = 0

    def source(self) -> Iterator[bytes]:
        """The payload's pieces, counted."""
        for piece in slices(self._payload):
            self._taken += len(piece)
            yield piece

    def watch(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """`pieces`, until they are more than the limits allow."""
        given = 0
        for piece in pieces:
            given += len(piece)
            if given > self._limits.decoded:
                raise _Overflow(f"more than {self._limits.decoded} bytes when decompressed")
            if given > self._limits.ratio_floor and given > self._taken * self._limits.ratio:
                raise _Overflow(f"more than {self._limits.ratio} times its size when decompressed")
            yield piece


def _encodings(headers: Sequence[tuple[str, str]]) -> list[str]:
    """Content encodings in the order in which they were applied."""
    tokens = [
        token.strip().lower() for token in ",".join(header_values(headers, "content-encoding")).split(",")
    ]
    return [token for token in tokens if token not in _NOTHING]


def _expand(
    payload: bytes, layers: Sequence[str], limits: FetchLimits
) -> tuple[bytes, DecodeProblem | None, str]:
    """The payload without its encodings, or what there was before a problem and the problem."""
    meter = _Meter(payload, limits)
    stream: Iterator[bytes] = meter.source()
    for name in reversed(layers):
        stream = meter.watch(LAYERS[name](stream))
    pieces: list[bytes] = []
    try:
        for piece in stream:
            pieces.append(piece)  # one by one: on an error, what came before it is kept
    except _Overflow as overflow:
        # The head is enough to see what it is; the rest would only take memory.
        head = b"".join(pieces[:1024])[: limits.ratio_floor]
        return head, DecodeProblem.TOO_LARGE, str(overflow)
    except BrokenEncodingError as error:
        return b"".join(pieces), DecodeProblem.CORRUPT, f"its {', '.join(layers)} encoding is broken: {error}"
    return b"".join(pieces), None, ""


def _without_encoding(
    payload: bytes, layers: Sequence[str], limits: FetchLimits
) -> tuple[bytes, DecodeProblem | None, str]:
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        return b"", DecodeProblem.UNSUPPORTED_ENCODING, f"content encoding {unknown[0][:40]!r} is not known"
    if len(layers) > limits.encodings:
        detail = f"{len(layers)} layers of content encoding, {limits.encodings} are read"
        return b"", DecodeProblem.UNSUPPORTED_ENCODING, detail
    if not layers or not payload:
        if len(payload) > limits.decoded:
            return payload[: limits.ratio_floor], DecodeProblem.TOO_LARGE, f"more than {limits.decoded} bytes"
        return payload, None, ""
    return _expand(payload, layers, limits)


def decode(payload: bytes, headers: Sequence[tuple[str, str]], limits: FetchLimits, url: str) -> DecodedBody:
    """What `payload` (de-chunked, still encoded) with these response headers holds.

    Memory stays within `limits.decoded` and a copy; a bomb is dropped after `limits.ratio_floor`.
    Never raises for a bad body: the problem is in the value, with what could be decoded before it.
    The text of a page that nests or repeats attributes beyond reason is cut (see tame).
    `url` is the address it came from: its ending helps where neither header nor bytes tell.
    """
    data, problem, detail = _without_encoding(payload, _encodings(headers), limits)
    said, label = declared(headers)
    media_type = sniff(data, said or _by_ending(url))
    if not is_textual(media_type):
        return DecodedBody(data, media_type, None, None, problem, detail)
    text, codec = characters(data, label)
    if media_type in _HTML:
        text = tame(text)
    return DecodedBody(data, media_type, codec, text, problem, detail)


def _by_ending(url: str) -> str:
    path = url.partition("?")[0].partition("#")[0].lower()
    return "application/pdf" if path.endswith(".pdf") else ""
