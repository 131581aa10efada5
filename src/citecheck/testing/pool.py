"""A pool that runs tasks where it stands."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from citecheck.model import PoolFailure

T = TypeVar("T")


class InlinePool:
    """Runs each task in this process, at once. `failures` says which tasks, by their function's name,
    end as a PoolFailure instead."""

    def __init__(self, failures: Mapping[str, PoolFailure] | None = None) -> None:
        self.failures = dict(failures or {})
        self.ran: list[str] = []  # names of the functions, in order

    async def run(self, task: Callable[..., T], *arguments: object) -> T | PoolFailure:
        """`task(*arguments)`, or the failure that was asked for."""
        name = getattr(task, "__name__", type(task).__name__)
        self.ran.append(name)
        failure = self.failures.get(name)
        return failure if failure is not None else task(*arguments)
