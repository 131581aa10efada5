"""Column types: aware instants, and frozen values as JSON text."""

from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from citecheck.adapters import codec
from citecheck.model import Word

T = TypeVar("T")
W = TypeVar("W", bound=Word)

KEPT = 4  # values of a column that stay decoded


class Instant(TypeDecorator[datetime]):
    """An aware time in UTC. SQLite has no time zones: there it is stored as UTC without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to what the database stores."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a time zone: {value}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """What the database stores to aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Frozen(TypeDecorator[T], Generic[T]):
    """A frozen value of one type, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """Value to text."""
        return None if value is None else codec.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """Text to value."""
        return None if value is None else codec.loads(self.kind, value)


class Kept(Frozen[T]):
    """The same for large values that are read again and again: the last ones stay decoded."""

    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__(kind)
        self._decoded = lru_cache(KEPT)(partial(codec.loads, kind))

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """Text to value."""
        return None if value is None else self._decoded(value)


class Chosen(TypeDecorator[W], Generic[W]):
    """A word of the vocabulary, as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: W | None, dialect: Dialect) -> str | None:
        """Word to text."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> W | None:
        """Text to word."""
        return None if value is None else self.kind(value)
