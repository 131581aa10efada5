"""A history goes by the order of recording, whatever the clock says; and only a page has a drift."""

from datetime import timedelta

import pytest
from tests.flows.conftest import World

from citecheck.flows.recheck import recheck
from citecheck.model import CitationResult, Drift, FailureKind, FlagCode, LinkState, SourceKey
from citecheck.testing import FakeClock

URL = "https://mill.example/2026/02/the-bridge"
ARTICLE = f"The council paid for [the bridge at Old Mill]({URL})."
DAY = timedelta(days=1)
BEGIN = FakeClock().now()
HOME = b"<html lang=en><title>Mill News</title><h1>Mill News</h1>" + b"<p>All that is new in town.</p>" * 20


async def look_at(world: World, document_id, days: float) -> CitationResult:
    """A look `days` days after the first by the clock, whenever it is."""
    world.clock.set(BEGIN + days * DAY)
    await recheck([SourceKey(URL)], world.tools)
    await world.settle()
    (now,) = await world.citations(document_id)
    return now


@pytest.fixture
async def first(world: World):
    world.web.fail(URL, FailureKind.DNS_NXDOMAIN)
    document_id = await world.add(ARTICLE)
    await world.settle()
    return document_id


async def test_a_clock_set_back_a_day_kills_nothing_early(world: World, first) -> None:
    for days in (-1, 3.2, 6.2):
        now = await look_at(world, first, days)
        assert (now.link.state, now.link.dead) == (LinkState.DNS_GONE, False)
    assert (await look_at(world, first, 10.2)).link.dead


async def test_what_was_recorded_last_is_shown_whatever_the_clock_says(world: World, first, page) -> None:
    world.web.page(URL, page)
    now = await look_at(world, first, -1)
    assert now.link.state is LinkState.ALIVE
    assert now.link.checked_at == BEGIN - DAY
    history = await world.tools.catalog.observations(SourceKey(URL))
    assert [one.state for one in history] == [LinkState.DNS_GONE, LinkState.ALIVE]
    assert [flag.code for flag in now.flags if flag.cleared_at is None] == []
    world.web.page(URL, b"<title>Not found</title>", status=404)
    now = await look_at(world, first, -0.5)
    assert now.link.state is LinkState.NOT_FOUND
    assert [flag.code for flag in now.flags if flag.cleared_at is None] == [FlagCode.LINK_NOT_FOUND]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 429, 500, 503])
async def test_what_is_not_the_page_has_no_drift(world: World, page: bytes, status: int) -> None:
    world.web.page(URL, page)
    document_id = await world.add(ARTICLE)
    await world.settle()
    words = b"<p>This text is about something else entirely, and is long enough to be read by us.</p>" * 4
    world.web.page(URL, b"<html lang=en><title>Sorry</title><h1>Sorry</h1>" + words, status=status)
    await world.pass_time(8 * DAY)
    (now,) = await world.citations(document_id)
    assert now.link.status == status
    assert (now.link.drift, now.link.similarity) == (Drift.UNKNOWN, None)
    history = await world.tools.catalog.observations(SourceKey(URL))
    assert history[-1].drift is Drift.UNKNOWN


async def test_a_page_that_leads_home_has_no_drift(world: World, page: bytes) -> None:
    world.web.page(URL, page)
    document_id = await world.add(ARTICLE)
    await world.settle()
    world.web.redirect(URL, "https://mill.example/")
    world.web.page("https://mill.example/", HOME)
    await world.pass_time(8 * DAY)
    (now,) = await world.citations(document_id)
    assert now.link.state is LinkState.REDIRECT_HOME
    assert (now.link.drift, now.link.similarity) == (Drift.UNKNOWN, None)
