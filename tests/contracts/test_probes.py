"""What both catalogs promise of probes and of conditional requests."""

from datetime import timedelta

from tests.contracts.conftest import Store

from citecheck.model import Capture, CaptureId, HostKey, LinkState, PageFacts, Probe, ProbeWish
from citecheck.testing import samples
from citecheck.testing.captures import MemoryCaptureStore
from citecheck.testing.clock import START, FakeClock

HOST = HostKey("example.org:443")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
A, B = samples.source(), samples.source("https://example.org/b/c")


async def captured(store: Store, *states: LinkState) -> list[Capture]:
    """Two sources of one host, each captured once and judged."""
    document, citations = samples.document("1", A, B)
    await store.catalog.add_document(document, citations, START)
    memory = MemoryCaptureStore(FakeClock(), store.catalog)
    captures = list(await memory.append([samples.page(A.url), samples.page(B.url, b"<p>Bye</p>")]))
    await store.catalog.record_captures(captures, START + DAY)
    for capture, state in zip(captures, states or [LinkState.ALIVE] * 2, strict=True):
        await store.catalog.record_judged(samples.judged(capture, state=state))
    return captures


def wish(capture: Capture, directory: str = "/") -> ProbeWish:
    return ProbeWish(HOST, directory, f"https://example.org{directory}zzkqv", capture.id)


def answer(capture: Capture, directory: str = "/") -> Probe:
    facts = PageFacts("https://example.org/zzkqv", "text/html", 9, body_words=frozenset({"a", "b"}))
    return Probe(HOST, directory, START, capture.outcome, facts)


async def test_a_wish_is_waited_for_until_it_is_answered(store: Store) -> None:
    first, second = await captured(store)
    document_id = (await store.catalog.documents())[0]
    assert await store.catalog.pending([document_id]) == 0
    assert await store.catalog.want_probe(wish(first), START - DAY)
    assert await store.catalog.want_probe(wish(first), START - DAY)  # once more is once
    assert await store.catalog.pending([document_id]) == 1
    assert await store.other.wanted_probes(START, 5) == [HOST]
    assert await store.catalog.wanted_probe(HOST) == wish(first)
    assert await store.catalog.record_probe(answer(first)) == [first.id]
    assert await store.catalog.wanted_probe(HOST) is None
    assert await store.other.unjudged(5) == [first.id]
    assert second.id not in await store.catalog.unjudged(5)


async def test_a_host_is_probed_in_one_directory_at_a_time_and_not_again_too_soon(store: Store) -> None:
    first, second = await captured(store)
    assert await store.catalog.want_probe(wish(first), START - DAY)
    assert not await store.catalog.want_probe(wish(second, "/b/"), START - DAY)
    assert await store.catalog.want_probe(wish(second), START - DAY)
    assert await store.catalog.record_probe(answer(first)) == sorted([first.id, second.id])
    assert not await store.catalog.want_probe(wish(second, "/b/"), START - DAY)
    assert await store.catalog.want_probe(wish(second, "/b/"), START)


async def test_a_host_that_is_held_or_put_off_is_not_probed(store: Store) -> None:
    first, _ = await captured(store)
    document_id = (await store.catalog.documents())[0]
    await store.catalog.want_probe(wish(first), START - DAY)
    assert await store.other.hold_host(HOST, START, START + HOUR)
    assert await store.catalog.wanted_probes(START, 5) == []
    await store.other.release_host(HOST, START + HOUR)
    assert await store.catalog.wanted_probes(START, 5) == []
    assert await store.catalog.wanted_probes(START + HOUR, 5) == [HOST]
    await store.catalog.put_off(HOST, START + DAY)
    assert await store.catalog.wanted_probes(START + DAY, 5) == []
    assert await store.catalog.pending([document_id]) == 0


async def test_the_last_answer_within_a_window_is_found(store: Store) -> None:
    first, _ = await captured(store)
    await store.catalog.record_probe(answer(first))
    assert await store.other.probe(HOST, "/", (START - DAY, START + DAY)) == answer(first)
    assert await store.catalog.probe(HOST, "/b/", (START - DAY, START + DAY)) is None
    assert await store.catalog.probe(HOST, "/", (START + DAY, START + 2 * DAY)) is None


async def test_where_the_neighbours_led(store: Store) -> None:
    first, second = await captured(store)
    assert await store.catalog.landings(HOST, A.key, START + DAY) == [second.outcome]
    assert await store.catalog.landings(HOST, A.key, START - DAY) == []
    assert await store.catalog.landings(HOST, B.key, START + DAY) == [first.outcome]


async def test_the_last_good_capture_is_one_of_a_living_page(store: Store) -> None:
    first, _ = await captured(store, LinkState.ALIVE, LinkState.SOFT_404)
    assert await store.catalog.last_good([A.key, B.key]) == {A.key: first}
    await store.catalog.void_captures([CaptureId(first.id)], START)
    assert await store.catalog.last_good([A.key, B.key]) == {}
    assert await store.catalog.last_good([]) == {}
