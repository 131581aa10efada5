import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from citecheck.adapters.http.marks import Marks
from citecheck.adapters.http.pacing import Pacer
from citecheck.errors import DataDirError
from citecheck.model import HostKey

HOST = HostKey("example.org:80")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Watch:
    """A clock that passes only while somebody sleeps; `early`: by so much less than asked for."""

    def __init__(self, early: float = 0.0) -> None:
        self.at = NOON
        self.slept: list[float] = []
        self._early = early

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        await asyncio.sleep(0)
        self.at += timedelta(seconds=seconds - self._early)
        self._early = 0.0


async def starts(pacer: Pacer, watch: Watch, count: int) -> list[float]:
    found = []
    for _ in range(count):
        await pacer.turn(HOST, 2.0)
        found.append((watch.at - NOON).total_seconds())
    return found


async def test_turns_are_an_interval_apart() -> None:
    watch = Watch()
    assert await starts(Pacer(watch), watch, 3) == [0.0, 2.0, 4.0]


async def test_turns_of_several_askers_are_an_interval_apart() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    found = await asyncio.gather(*(starts(pacer, watch, 2) for _ in range(3)))
    assert sorted(itertools.chain(*found)) == [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]


async def test_a_request_that_took_long_costs_no_wait() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    await pacer.turn(HOST, 2.0)
    watch.at += timedelta(seconds=5)
    pacer.answered(HOST, NOON)
    await pacer.turn(HOST, 2.0)
    assert watch.slept == []


async def test_the_way_to_the_server_is_allowed_for() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    await pacer.turn(HOST, 2.0)
    watch.at += timedelta(seconds=0.05)
    pacer.answered(HOST, NOON)
    await pacer.turn(HOST, 2.0)
    assert watch.slept == [2.0]


async def test_a_sleep_that_ends_early_is_gone_on_with() -> None:
    watch = Watch(early=0.5)
    assert await starts(Pacer(watch), watch, 2) == [0.0, 2.0]
    assert watch.slept == [2.0, 0.5]


async def test_a_clock_set_back_costs_one_interval_at_most() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    await pacer.turn(HOST, 2.0)
    watch.at -= timedelta(days=1)
    await pacer.turn(HOST, 2.0)
    assert sum(watch.slept) <= 6.0
    slept = len(watch.slept)
    await pacer.turn(HOST, 2.0)
    assert watch.slept[slept:] == [2.0]


async def test_other_hosts_do_not_wait_and_no_interval_is_no_wait() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    await pacer.turn(HOST, 2.0)
    await pacer.turn(HostKey("example.org:443"), 2.0)
    await pacer.turn(HOST, 0.0)
    assert watch.slept == []


async def test_hosts_that_may_be_asked_again_are_forgotten() -> None:
    watch = Watch()
    pacer = Pacer(watch)
    for number in range(5000):
        await pacer.turn(HostKey(f"{number}.example:80"), 0.001)
        watch.at += timedelta(seconds=1)
    assert len(pacer._turns) < 5000


async def test_pacers_with_the_same_marks_take_turns(tmp_path: Path) -> None:
    watch = Watch()
    first, second = Marks.open(tmp_path), Marks.open(tmp_path)
    one, other = Pacer(watch, first), Pacer(watch, second)
    found = []
    for pacer in (one, other, one, one, other):
        await pacer.turn(HOST, 2.0)
        found.append((watch.at - NOON).total_seconds())
    assert found == [0.0, 2.0, 4.0, 6.0, 8.0]
    await one.turn(HostKey("other.example:80"), 2.0)
    assert watch.at - NOON == timedelta(seconds=8)
    first.close()
    second.close()


async def test_what_reached_the_server_late_counts_for_others_too(tmp_path: Path) -> None:
    watch = Watch()
    marks = Marks.open(tmp_path)
    one, other = Pacer(watch, marks), Pacer(watch, marks)
    await one.turn(HOST, 2.0)
    watch.at += timedelta(seconds=0.2)
    one.answered(HOST, NOON)
    await other.turn(HOST, 2.0)
    assert (watch.at - NOON).total_seconds() == 2.2
    marks.close()


async def test_marks_ahead_of_a_clock_set_back_cost_one_interval(tmp_path: Path) -> None:
    watch = Watch()
    marks = Marks.open(tmp_path)
    watch.at += timedelta(days=1)
    await Pacer(watch, marks).turn(HOST, 2.0)
    watch.at = NOON
    await Pacer(watch, marks).turn(HOST, 2.0)
    assert watch.slept == [2.0]
    marks.close()


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataDirError, match="turns"):
        Marks.open(tmp_path / "nowhere")
