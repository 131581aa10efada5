"""What crossed the wire in one exchange, and how much may."""

import ssl
import time
from datetime import datetime
from io import BytesIO

from citecheck.model import FailureKind, FetchFailure
from citecheck.ports import Clock

LARGE = 1024 * 1024  # bytes; what is larger gets a place of its own
# How large that is. The system gives memory to what is written of it, not to the rest. In a block that
# grows, an answer would be copied as it grows, and leave holes behind it.
PLACE = 64 * 1024 * 1024


class WireError(Exception):
    """Carries a FetchFailure up from the wire; it never leaves this package."""

    def __init__(self, failure: FetchFailure) -> None:
        super().__init__(failure.detail)
        self.failure = failure


class Recorder:
    """The bytes of one exchange at a time on one connection.

    `allowance` bounds all bytes received; until `head_done`, `head` bounds heads, interim ones included.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.address: str | None = None  # of the connection, tried or open
        self.session: ssl.SSLObject | None = None  # of the connection, where it is encrypted
        self.begin(allowance=0, head=0)

    def begin(self, allowance: int, head: int) -> None:
        """Forget the last exchange; allow `allowance` bytes, `head` of them before the body begins."""
        self.request = bytearray()
        self.sent_at: datetime | None = None
        self.sent_time: float | None = None  # the same moment on the monotonic clock
        self.size = 0
        self.allowance = allowance
        self.head = head
        self.head_done = False
        self.ended = False
        self._wire = BytesIO()  # one block, whatever pieces it came in; handed out without a copy
        self._placed = False

    def forget(self) -> None:
        """Let go of the bytes: whoever needs them has them."""
        self._wire = BytesIO()

    def room(self, wanted: int) -> int:
        """How many bytes may be read now; WireError where the limit is reached."""
        bound = self.allowance if self.head_done else min(self.head, self.allowance)
        if self.size < bound:
            return min(wanted, bound - self.size)
        raise WireError(self._over())

    def received(self, data: bytes) -> None:
        """Keep bytes from the host; none means that it stopped sending."""
        if data:
            self._wire.write(data)
            self.size += len(data)
            if self.size > LARGE and not self._placed:
                self._place()
        else:
            self.ended = True

    def sent(self, data: bytes) -> None:
        """Keep bytes to the host."""
        if self.sent_at is None:
            self.sent_at, self.sent_time = self._clock.now(), time.monotonic()
        self.request += data

    @property
    def wire(self) -> bytes:
        """All bytes received in this exchange."""
        self._wire.truncate(self.size)
        return self._wire.getvalue()

    def cut(self, start: int, end: int) -> bytes:
        """What was received from `start` to `end`, all else forgotten. The bytes are moved in place, and
        copied only where somebody still holds `wire`: an answer may be large."""
        if start > 0:
            with self._wire.getbuffer() as held:
                held[: end - start] = held[start:end]
        self._wire.truncate(end - start)
        return self._wire.getvalue()

    def _place(self) -> None:
        begun, self._wire = self._wire, BytesIO(bytes(PLACE))
        self._wire.write(begun.getbuffer())
        self._placed = True

    def _over(self) -> FetchFailure:
        if self.head_done or self.size >= self.allowance:
            return FetchFailure(FailureKind.TOO_LARGE, f"more than {self.allowance:,} bytes on the wire")
        if self.wire[9:10] == b"1":  # HTTP/1.1 103
            return FetchFailure(FailureKind.TOO_LARGE, f"{self.head:,} bytes of interim answers")
        return FetchFailure(FailureKind.GARBAGE, f"the head of the answer exceeds {self.head:,} bytes")
