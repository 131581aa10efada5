"""What every CpuPool promises of a task that behaves."""

import operator
from collections.abc import AsyncIterator

import pytest

from citecheck.adapters.pool import ProcessPool
from citecheck.ports import CpuPool
from citecheck.testing import InlinePool


@pytest.fixture(params=["processes", "inline"])
async def pool(request: pytest.FixtureRequest) -> AsyncIterator[CpuPool]:
    if request.param == "inline":
        yield InlinePool()
        return
    processes = ProcessPool(workers=1, memory=1024**3, timeout=60)
    yield processes
    await processes.close()


async def test_the_tasks_value_comes_back_and_its_exception_is_raised(pool: CpuPool) -> None:
    assert await pool.run(operator.add, 2, 3) == 5
    with pytest.raises(ZeroDivisionError):
        await pool.run(operator.truediv, 1, 0)
    assert await pool.run(sorted, (3, 1, 2)) == [1, 2, 3]
