"""Ten virtual days of one service: what becomes of each link, and what each day's report says."""

from datetime import timedelta

from citecheck.flows.report import day_of, report
from citecheck.model import Change, FlagCode, LinkClass, LinkState
from citecheck.testing import FakePage

REPORT_HOUR = 6
HOURS = 10 * 24
BODY = b"<title>Not found</title><p>There is no such page.</p>"
ARTICLE = """# The bridge

- https://alive.example/report
- https://dying.example/report
- https://healing.example/report
- https://walled.example/report
"""


def script(world, page: bytes) -> None:
    world.web.page("https://alive.example/report", page)
    world.web.page("https://dying.example/report", BODY, status=404)
    world.web.serve("https://healing.example/report", FakePage(404, BODY), FakePage(200, page))
    world.web.page("https://walled.example/report", b"<p>Access denied</p>", status=403)


async def ten_days(world, page: bytes):
    """Every hour the clock ticks; at six the day's report is frozen. The reports, and when death came."""
    script(world, page)
    document_id = await world.add(ARTICLE)
    await world.settle()
    reports, died_at = {}, None
    for _ in range(HOURS):
        await world.pass_time(timedelta(hours=1))
        now = world.clock.now()
        if now.hour == REPORT_HOUR:
            day = day_of(now, "UTC").isoformat()
            reports[day] = await report(day, world.tools)
        dying = (await world.citations(document_id))[1]
        died_at = died_at or (now if dying.link.dead else None)
    return document_id, reports, died_at


def told(kept) -> list[tuple[Change, str, FlagCode]]:
    return sorted((item.change, item.url.split("/")[2], item.code) for item in kept.items)


async def test_each_link_ends_as_the_schedule_says_and_each_report_says_just_that(world, page) -> None:
    document_id, reports, died_at = await ten_days(world, page)
    alive, dying, healing, walled = await world.citations(document_id)

    # 3 observations, 3 days apart, over at least 6 days: the third comes on the sixth day.
    assert died_at is not None
    assert (
        timedelta(days=6) <= died_at - world.clock.now() + timedelta(hours=HOURS) < timedelta(days=6, hours=2)
    )
    assert (dying.link.state, dying.link.dead, dying.link.strikes) == (LinkState.NOT_FOUND, True, 3)
    assert [flag.code for flag in dying.flags if flag.cleared_at is None] == [FlagCode.LINK_DEAD]
    assert alive.link.state is LinkState.ALIVE
    assert (healing.link.link_class, healing.link.dead, healing.link.strikes) == (LinkClass.ALIVE, False, 0)
    assert [flag for flag in healing.flags if flag.cleared_at is None] == []
    assert (walled.link.link_class, walled.link.dead) == (LinkClass.WALLED, False)

    news = {day: told(kept) for day, kept in reports.items() if not kept.quiet}
    assert len(reports) == 10
    assert news == {
        "2026-03-02": [
            (Change.NEW, "dying.example", FlagCode.LINK_NOT_FOUND),
            (Change.NEW, "healing.example", FlagCode.LINK_NOT_FOUND),
            (Change.NEW, "walled.example", FlagCode.SOURCE_WALLED),
        ],
        "2026-03-05": [(Change.REVIVED, "healing.example", FlagCode.LINK_NOT_FOUND)],
        "2026-03-08": [(Change.WORSENED, "dying.example", FlagCode.LINK_DEAD)],
    }
    # Silent when nothing changed.
    assert [kept.day.isoformat() for kept in world.notifier.sent] == list(news)


async def test_ten_days_away_are_caught_up_with_one_look_each(world, page) -> None:
    script(world, page)
    await world.add(ARTICLE)
    await world.settle()
    before = len(world.web.requests)
    await world.pass_time(timedelta(days=10))
    asked = [request.url for request in world.web.requests[before:]]
    assert len(asked) == len(set(asked)) == 4
