"""What comes of a task in the process pool, where it is not the task's own answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PoolFailure:
    """A task that the pool had to end: a value, because a hostile page is not our fault."""

    kind: str  # "timeout", "memory" or "killed"
    detail: str
