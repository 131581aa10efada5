"""Places in a text or file, and stretches of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch [start, end) of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class FilePlace:
    """A place in the file that a document was read from, as editors count: both from 1."""

    line: int
    column: int | None = None  # in code points; None where only the line is known


@dataclass(frozen=True, slots=True)
class DateWindow:
    """Days from `earliest` to `latest`, both included; None leaves that side open."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"window ends before it begins: {self.earliest}..{self.latest}")

    @property
    def day(self) -> date | None:
        """The one day, where the window is a single day."""
        return self.earliest if self.earliest == self.latest else None
