"""Lines of a text: from an offset to the place that an editor shows."""

from bisect import bisect_right

from citecheck.model import FilePlace


class Lines:
    """The line starts of a text, looked up once."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        end = text.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = text.find("\n", end + 1)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def start(self, line: int) -> int:
        """The offset at which the line with this number (from 0) begins; of one past the last, the last's."""
        return self._starts[min(line, len(self._starts) - 1)]

    def place(self, offset: int) -> FilePlace:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return FilePlace(line, offset - self._starts[line - 1] + 1)
