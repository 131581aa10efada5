"""What every ReportBook promises: the fake and the tables."""

from datetime import date, timedelta

from citecheck.model import (
    Capture,
    CaptureId,
    Change,
    Delivery,
    FlagCode,
    FlagFinding,
    LinkState,
    RecordPointer,
)
from citecheck.testing import samples
from citecheck.testing.clock import START

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = date(2026, 3, 2)
A, B = samples.source("https://example.org/a"), samples.source("https://example.org/b")
GONE = LinkState.NOT_FOUND


def captured(n: int, source) -> Capture:
    fetched = samples.page(source.url, at=START + n * HOUR)
    where = RecordPointer("warc/2026/03/01/h-w-1.warc.gz", n * 100, 90)
    return Capture(
        CaptureId(f"k{n:04d}"), source.key, START + n * HOUR, fetched.outcome, where, True, f"{n:064x}"
    )


async def judged(store, n: int, source, citations, *codes: FlagCode, state=LinkState.ALIVE) -> None:
    await store.catalog.record_captures([captured(n, source)], START + 99 * HOUR)
    await store.catalog.record_judged(samples.judged(captured(n, source), citations, codes, state))


async def cited(store, *sources):
    document, citations = samples.document("1", *sources)
    await store.catalog.add_document(document, citations, START)
    return citations


async def frozen(store, day: int):
    """The report of the `day`-th day from Monday on."""
    kept, is_new = await store.reports.freeze(MONDAY + day * DAY, "UTC", START + (day + 1) * DAY)
    assert is_new
    return kept


def told(report) -> list[tuple[Change, int, FlagCode]]:
    return [(item.change, item.n, item.code) for item in report.items]


async def test_a_report_tells_each_change_once_and_worst_first(store) -> None:
    a, b = await cited(store, A, B)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    await judged(store, 2, B, [b], FlagCode.LINK_NOT_FOUND, state=GONE)
    first = await frozen(store, 0)
    assert told(first) == [(Change.NEW, 2, FlagCode.LINK_NOT_FOUND), (Change.NEW, 1, FlagCode.LINK_MOVED)]
    assert (first.since, first.frozen_at, first.timezone) == (None, START + DAY, "UTC")
    assert (first.items[0].url, first.items[0].reason) == (B.url, FlagCode.LINK_NOT_FOUND.explanation)
    assert (await frozen(store, 1)).quiet
    await judged(store, 3, A, [a])
    await judged(store, 4, B, [b], FlagCode.LINK_DEAD, state=GONE)
    third = await frozen(store, 2)
    assert told(third) == [
        (Change.WORSENED, 2, FlagCode.LINK_DEAD),
        (Change.RESOLVED, 1, FlagCode.LINK_MOVED),
    ]
    assert third.since == START + 2 * DAY
    await judged(store, 5, B, [b])
    assert told(await frozen(store, 3)) == [(Change.REVIVED, 2, FlagCode.LINK_DEAD)]


async def test_what_was_judged_late_is_in_the_next_report(store) -> None:
    (a,) = await cited(store, A)
    await store.catalog.record_captures([captured(1, A)], START + 99 * HOUR)
    assert (await frozen(store, 0)).quiet
    await store.catalog.record_judged(samples.judged(captured(1, A), [a], [FlagCode.LINK_MOVED]))
    assert told(await frozen(store, 1)) == [(Change.NEW, 1, FlagCode.LINK_MOVED)]


async def test_what_came_and_went_between_two_reports_is_no_news(store) -> None:
    (a,) = await cited(store, A)
    await judged(store, 1, A, [a], FlagCode.LINK_NOT_FOUND, state=GONE)
    await judged(store, 2, A, [a])
    assert (await frozen(store, 0)).quiet


async def test_what_is_said_of_a_page_outlives_its_absence(store) -> None:
    (a,) = await cited(store, A)
    await judged(store, 1, A, [a], FlagCode.CLAIM_NOT_SUPPORTED)
    await frozen(store, 0)
    await judged(store, 2, A, [a], FlagCode.LINK_NOT_FOUND, state=GONE)
    assert told(await frozen(store, 1)) == [(Change.NEW, 1, FlagCode.LINK_NOT_FOUND)]
    await judged(store, 3, A, [a], FlagCode.CLAIM_NOT_SUPPORTED)
    assert told(await frozen(store, 2)) == [(Change.REVIVED, 1, FlagCode.LINK_NOT_FOUND)]
    await judged(store, 4, A, [a])
    assert told(await frozen(store, 3)) == [(Change.RESOLVED, 1, FlagCode.CLAIM_NOT_SUPPORTED)]


async def test_a_report_is_frozen_once(store) -> None:
    (a,) = await cited(store, A)
    kept = await frozen(store, 0)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    assert await store.reports.freeze(MONDAY, "UTC", START + 2 * DAY) == (kept, False)
    assert await store.reports.report(MONDAY) == kept
    assert await store.reports.report(MONDAY + DAY) is None


async def test_a_draft_says_the_same_and_keeps_nothing(store) -> None:
    (a,) = await cited(store, A)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    draft = await store.reports.draft(MONDAY, "UTC", START + DAY)
    assert await store.reports.days(9) == []
    assert await frozen(store, 0) == draft


async def test_hosts_have_items_of_their_own(store) -> None:
    await cited(store, A)
    code = FlagCode.HOST_INCIDENT
    await store.catalog.set_host_findings(A.host, [FlagFinding(code, code.severity, "down")], START)
    (item,) = (await frozen(store, 0)).hosts
    assert (item.change, item.host, item.reason) == (Change.NEW, A.host, "down")
    await store.catalog.set_host_findings(A.host, [], START + DAY)
    later = await frozen(store, 1)
    assert [one.change for one in later.hosts] == [Change.RESOLVED]
    assert not later.quiet


async def test_coverage_counts_every_citation(store) -> None:
    a, b = await cited(store, A, B)
    await judged(store, 1, A, [a])
    await judged(store, 2, B, [b], FlagCode.LINK_NOT_FOUND, state=GONE)
    seen = (await frozen(store, 0)).coverage
    assert (seen.documents, seen.citations, seen.read, seen.partly, seen.unread) == (1, 2, 1, 0, 1)
    assert (seen.reasons, seen.open_flags) == ((("not_found", 1),), 1)


async def test_a_report_is_sent_by_one_and_tried_again_after_a_passing_failure(store) -> None:
    await frozen(store, 0)
    await frozen(store, 1)
    assert await store.reports.days(1) == [MONDAY + DAY]
    assert await store.reports.undelivered() == [MONDAY, MONDAY + DAY]
    assert await store.reports.take_delivery(MONDAY, START, START + HOUR)
    assert not await store.reports.take_delivery(MONDAY, START + HOUR / 2, START + HOUR)
    assert await store.reports.delivery(MONDAY) is None
    failed = Delivery(False, permanent=False, detail="busy")
    await store.reports.record_delivery(MONDAY, failed, START)
    assert await store.reports.delivery(MONDAY) == failed
    assert await store.reports.take_delivery(MONDAY, START, START + HOUR)
    assert await store.reports.take_delivery(MONDAY, START + HOUR, START + 2 * HOUR)  # the sender died
    await store.reports.record_delivery(MONDAY, Delivery(True), START)
    await store.reports.record_delivery(MONDAY + DAY, Delivery(False, permanent=True), START)
    assert await store.reports.undelivered() == []
    assert not await store.reports.take_delivery(MONDAY, START + DAY, START + 2 * DAY)
