"""What every Views promises of captures: their readings, and all of a source's."""

from datetime import timedelta

from tests.contracts.conftest import Store

from citecheck.model import CaptureId, SourceKey
from citecheck.testing import FakeClock, MemoryCaptureStore, MemoryCatalog, samples
from citecheck.testing.clock import START

URL = "https://example.org/a"


async def put(store: Store, body: bytes, days: int) -> CaptureId:
    captures = MemoryCaptureStore(FakeClock(START + timedelta(days=days)), MemoryCatalog())
    (capture,) = await captures.append([samples.page(URL, body, START + timedelta(days=days))])
    await store.catalog.record_captures([capture], START + timedelta(days=days + 1))
    return capture.id


async def test_a_sources_captures_come_oldest_first_judged_or_not_void_ones_left_out(store: Store) -> None:
    document, citations = samples.document("1", samples.source(URL))
    await store.catalog.add_document(document, citations, START)
    later, first, void = [await put(store, b"%d" % days, days) for days in (2, 0, 1)]
    await store.catalog.void_captures([void], START)
    assert [one.id for one in await store.views.source_captures(SourceKey(URL))] == [first, later]
    assert list(await store.views.source_captures(SourceKey("https://example.org/none"))) == []


async def test_a_capture_has_the_reading_that_was_last_made_of_it(store: Store) -> None:
    document, citations = samples.document("1", samples.source(URL))
    await store.catalog.add_document(document, citations, START)
    key = await put(store, b"Hello", 0)
    assert await store.views.reading(key) is None
    judged = samples.judged(await store.catalog.capture(key), citations)
    await store.catalog.record_judged(judged)
    assert await store.views.reading(key) == judged.reading
    assert await store.views.reading(CaptureId("knone")) is None
