"""Judging that fails by a fault of ours: loud, seen at the link, tried no more, and nobody else's loss."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.flows.conftest import World

from citecheck.entrypoints.cli.check import CheckOptions, check_all, exit_code, given_up
from citecheck.entrypoints.cli.options import NetworkOptions
from citecheck.entrypoints.worker import TRIES, Fault, Tolerance, work
from citecheck.flows.dispatch import dispatch
from citecheck.flows.judge import JUDGING_FAILED
from citecheck.flows.look import LookRequest
from citecheck.model import LinkClass, LinkState, PoolFailure, VerdictLabel
from citecheck.render import RenderOptions
from citecheck.testing import InlinePool

TRAP = b"a page that our code has no answer to"
BAD, GOOD = "https://bad.example/2026/one", "https://good.example/2026/two"


class FaultyPool(InlinePool):
    """Looking at a page with the trap in it raises, as a mistake of ours would."""

    def __init__(self) -> None:
        super().__init__()
        self.tries = 0

    async def run(self, task: Callable[..., Any], *arguments: object) -> Any | PoolFailure:
        if isinstance(arguments[0], LookRequest) and TRAP in arguments[0].payload():
            self.tries += 1
            raise OverflowError("nobody thought of it")
        return await super().run(task, *arguments)


@pytest.fixture
def faulty(world: World, page: bytes) -> World:
    world.web.page(BAD, b"<html><p>" + TRAP)
    world.web.page(GOOD, page)
    return replace(world, tools=replace(world.tools, pool=FaultyPool()))


def tries(world: World) -> int:
    assert isinstance(world.tools.pool, FaultyPool)
    return world.tools.pool.tries


async def test_the_link_says_so_and_the_others_are_judged(faulty: World, caplog) -> None:
    with caplog.at_level(logging.ERROR):
        document = await faulty.add(f"[The bridge]({BAD}) and [the mill]({GOOD}) at Old Mill.")
        await faulty.settle()
    bad, good = await faulty.citations(document)
    assert (bad.link.state, bad.link.link_class) == (LinkState.NOT_CHECKED, LinkClass.POLICY)
    assert (bad.link.rule, bad.link.strikes, bad.link.dead) == (JUDGING_FAILED, 0, False)
    assert "a fault of ours" in bad.link.reason
    assert bad.verdict is not None
    assert bad.verdict.label is VerdictLabel.CANNOT_TELL
    assert bad.capture is not None
    assert bad.capture.id in caplog.text
    assert "nobody thought of it" in caplog.text
    assert good.link.state is LinkState.ALIVE
    assert good.verdict is not None


async def test_it_is_not_tried_again_before_the_page_is_fetched_again(faulty: World) -> None:
    await faulty.add(f"[The bridge]({BAD}) at Old Mill.")
    await faulty.settle()
    await faulty.settle()
    assert tries(faulty) == 1
    assert await faulty.tools.catalog.unjudged(10) == []
    await faulty.pass_time(timedelta(days=1))
    assert tries(faulty) == 2


async def test_a_page_that_we_learn_to_judge_is_judged(faulty: World, page: bytes) -> None:
    document = await faulty.add(f"[The bridge]({BAD}) at Old Mill.")
    await faulty.settle()
    faulty.web.page(BAD, page)
    await faulty.pass_time(timedelta(days=1))
    (now,) = await faulty.citations(document)
    assert now.link.state is LinkState.ALIVE


async def test_flags_of_an_earlier_judging_stay(faulty: World, page: bytes) -> None:
    faulty.web.page(BAD, b"<title>Not found</title>", status=404)
    document = await faulty.add(f"[The bridge]({BAD}) at Old Mill.")
    await faulty.settle()
    (before,) = await faulty.citations(document)
    faulty.web.page(BAD, b"<html><p>" + TRAP)
    await faulty.pass_time(timedelta(days=3))
    (now,) = await faulty.citations(document)
    assert now.link.rule == JUDGING_FAILED
    assert [flag.id for flag in now.flags if flag.cleared_at is None] == [
        flag.id for flag in before.flags if flag.cleared_at is None
    ]


async def test_a_service_tries_a_few_times_before_it_gives_up(faulty: World) -> None:
    tolerance, seen = Tolerance(faulty.clock), []
    document = await faulty.add(f"[The bridge]({BAD}) at Old Mill.")
    for _ in range(3 * TRIES):
        await dispatch(faulty.clock.now(), faulty.tools)
        await work(faulty.tools, lambda job, result: seen.append(result), tolerance)
        faulty.clock.set(faulty.clock.now() + timedelta(hours=1))
    assert tries(faulty) == TRIES
    (now,) = await faulty.citations(document)
    assert now.link.rule == JUDGING_FAILED


async def test_a_watcher_sees_the_fault(faulty: World) -> None:
    seen: list[object] = []
    await faulty.add(f"[The bridge]({BAD}) at Old Mill.")
    while await dispatch(faulty.clock.now(), faulty.tools):
        await work(faulty.tools, lambda job, result: seen.append(result))
    assert [str(one.error) for one in seen if isinstance(one, Fault)] == ["nobody thought of it"]


def asked(*files: Path) -> CheckOptions:
    return CheckOptions(
        targets=tuple(map(str, files)),
        published=None,
        format="json",
        output=None,
        data_dir=None,
        config=None,
        network=NetworkOptions(),
        once=False,
        fail_on="none",
        baseline=None,
        min_read=0,
        quiet=True,
    )


async def test_check_gives_every_result_names_the_url_and_ends_with_1(faulty: World, tmp_path: Path) -> None:
    both, other = tmp_path / "both.txt", tmp_path / "other.txt"
    both.write_text(f"{BAD}\n{GOOD}\n")
    other.write_text(f"{GOOD}\n")
    checked = await check_all(asked(both), None, faulty.tools)
    states = [item.link.state for item in checked.results[0].citations]
    assert states == [LinkState.NOT_CHECKED, LinkState.ALIVE]
    assert given_up(checked.results) == [BAD]
    assert exit_code(checked, True, RenderOptions(fail_on=None)) == 1
    checked = await check_all(asked(other), None, faulty.tools)
    assert given_up(checked.results) == []
    assert exit_code(checked, True, RenderOptions(fail_on=None)) == 0
    assert tries(faulty) == 1


@pytest.mark.parametrize("kind", ["timeout", "memory", "killed"])
async def test_a_page_that_we_do_not_get_through_is_not_called_empty(
    world: World, page: bytes, kind: str
) -> None:
    world.web.page(GOOD, page)
    failing = InlinePool({"look": PoolFailure(kind, "it took longer than 20 seconds")})
    slow = replace(world, tools=replace(world.tools, pool=failing))
    document = await slow.add(f"The council paid for [the mill]({GOOD}) at Old Mill.")
    await slow.settle()
    (now,) = await slow.citations(document)
    assert (now.link.state, now.link.link_class) == (LinkState.NOT_CHECKED, LinkClass.POLICY)
    assert (now.link.rule, now.link.strikes) == ("unread", 0)
    assert "reading it took too long or failed on our side" in now.link.reason
    assert now.link.next_check_at is not None
    assert [flag for flag in now.flags if flag.cleared_at is None] == []
    failing.failures.clear()
    await slow.pass_time(timedelta(hours=1))
    (later,) = await slow.citations(document)
    assert later.link.state is LinkState.ALIVE


async def test_an_honest_status_needs_no_reading(world: World, page: bytes) -> None:
    world.web.page(GOOD, b"<title>Not found</title>", status=404)
    failing = InlinePool({"look": PoolFailure("timeout", "it took longer than 20 seconds")})
    slow = replace(world, tools=replace(world.tools, pool=failing))
    document = await slow.add(f"The council paid for [the mill]({GOOD}) at Old Mill.")
    await slow.settle()
    (now,) = await slow.citations(document)
    assert now.link.state is LinkState.NOT_FOUND
