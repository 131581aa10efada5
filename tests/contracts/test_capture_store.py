"""What every CaptureStore promises: the fake and the WARC files, over the fake tables."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from citecheck.adapters.warc import WarcStore
from citecheck.model import FailureKind, Fetched, FetchRequest, HostKey, SourceKey
from citecheck.ports import CaptureStore
from citecheck.testing import FakeClock, FakeFetcher, MemoryCaptureStore, MemoryCatalog, samples
from citecheck.testing.clock import START

URL = "https://example.org/a"
LATER = START + timedelta(days=1)


@dataclass(slots=True)
class Life:
    """A store, the tables it asks, and how it is ended and begun again without its close()."""

    store: CaptureStore
    catalog: MemoryCatalog
    crash: Callable[[], Awaitable[CaptureStore]]


@pytest.fixture(params=["memory", "warc"])
async def life(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Life]:
    clock, catalog = FakeClock(), MemoryCatalog()
    if request.param == "memory":
        memory = MemoryCaptureStore(clock, catalog)

        async def die() -> CaptureStore:
            memory.crash()
            return memory

        yield Life(memory, catalog, die)
        return
    stores = [WarcStore(tmp_path, clock, catalog)]

    async def let_go() -> CaptureStore:
        await stores[-1].close()  # rows are missing, so its file stays open and is nobody's
        stores.append(WarcStore(tmp_path, clock, catalog))
        return stores[-1]

    yield Life(stores[0], catalog, let_go)
    await stores[-1].close()


async def put(life: Life, *fetched: Fetched) -> list:
    captures = await life.store.append(fetched)
    await life.catalog.record_captures(captures, LATER)
    return list(captures)


async def test_a_body_comes_back(life: Life) -> None:
    (capture,) = await put(life, samples.page(URL, b"<p>Hello</p>"))
    assert life.store.payload(capture)() == b"<p>Hello</p>"
    assert (capture.has_body, capture.payload_length, capture.refers_to) == (True, 12, None)
    assert (capture.source_key, capture.captured_at) == (URL, START)
    assert capture.outcome == samples.page(URL, b"<p>Hello</p>").outcome


async def test_nothing_in_nothing_out(life: Life) -> None:
    assert list(await life.store.append([])) == []


async def test_ids_are_ordered_by_time(life: Life) -> None:
    captures = await put(life, *(samples.page(f"https://example.org/{n}") for n in range(20)))
    assert [one.id for one in captures] == sorted({one.id for one in captures})


async def test_a_failed_fetch_is_a_capture_without_a_body(life: Life) -> None:
    (capture,) = await put(life, samples.fetched(failure=FailureKind.DNS_NXDOMAIN))
    assert (capture.has_body, capture.payload_sha256, capture.payload_length) == (False, None, 0)
    assert life.store.payload(capture)() == b""


async def test_a_failure_behind_a_redirect_has_no_body_of_the_redirect(life: Life) -> None:
    moved = samples.exchange(URL, samples.response(b"moved", 302, ("Location", "/b")))
    fetched = samples.fetched(moved, failure=FailureKind.RESET)
    unanswered = samples.Hop("https://example.org/b", None, (), None, START, 0.1)
    outcome = samples.FetchOutcome(
        fetched.outcome.source_key,
        URL,
        (*fetched.outcome.hops, unanswered),
        fetched.outcome.failure,
        START,
        1,
    )
    (capture,) = await put(life, Fetched(outcome, fetched.exchanges))
    assert not capture.has_body
    assert life.store.payload(capture)() == b""


async def test_chunk_framing_is_off_and_does_not_change_the_digest(life: Life) -> None:
    chunked = samples.response(
        b"5\r\nHello\r\n6;x=y\r\n World\r\n0\r\n\r\n", 200, ("Transfer-Encoding", "chunked")
    )
    one, two = await put(
        life,
        samples.fetched(samples.exchange(URL, chunked)),
        samples.page("https://example.org/plain", b"Hello World"),
    )
    assert life.store.payload(one)() == b"Hello World"
    assert one.payload_sha256 == two.payload_sha256
    assert (one.payload_length, two.payload_length) == (11, 11)


async def test_the_same_payload_is_kept_once(life: Life) -> None:
    (first,) = await put(life, samples.page(URL, b"same"))
    second, third = await put(
        life, samples.page(URL, b"same", LATER), samples.page("https://example.org/b", b"same", LATER)
    )
    assert second.refers_to == third.refers_to == first.record
    for capture in (first, second, third):
        assert life.store.payload(capture)() == b"same"
        assert (capture.has_body, capture.payload_length) == (True, 4)


async def test_the_same_payload_twice_in_one_batch_is_kept_once(life: Life) -> None:
    first, second = await put(
        life, samples.page(URL, b"same"), samples.page("https://example.org/b", b"same")
    )
    assert (first.refers_to, second.refers_to) == (None, first.record)
    assert life.store.payload(second)() == b"same"


def unchanged(at=LATER) -> Fetched:
    asked = samples.Asked(at, (("If-None-Match", '"1"'),))
    return samples.fetched(samples.exchange(URL, samples.response(b"", 304), asked))


async def test_not_modified_lends_the_earlier_body(life: Life) -> None:
    (first,) = await put(life, samples.page(URL, b"same"))
    (again,) = await put(life, samples.page(URL, b"same", START + timedelta(hours=1)))
    (capture,) = await put(life, unchanged())
    assert again.refers_to == capture.refers_to == first.record
    assert (capture.outcome.status, capture.has_body) == (304, True)
    assert life.store.payload(capture)() == b"same"


async def test_not_modified_without_an_earlier_body_or_without_asking_is_just_an_answer(life: Life) -> None:
    (unknown,) = await put(life, unchanged())
    await put(life, samples.page(URL, b"same"))
    (unasked,) = await put(life, samples.fetched(samples.exchange(URL, samples.response(b"", 304))))
    for capture in (unknown, unasked):
        assert (capture.has_body, capture.refers_to) == (False, None)


async def test_a_body_cut_short_is_no_stand_in_for_another(life: Life) -> None:
    whole = samples.exchange(URL, samples.response(b"part"))
    cut = samples.Exchange(
        URL, None, START, whole.request, whole.response, whole.head_length, truncated="disconnect"
    )
    await put(life, samples.page("https://example.org/b", b"part"))
    (capture,) = await put(life, samples.fetched(cut, failure=FailureKind.TRUNCATED))
    assert capture.refers_to is None
    assert life.store.payload(capture)() == b"part"


async def test_the_fake_web_goes_in_and_comes_out(life: Life) -> None:
    web = FakeFetcher(FakeClock())
    web.redirect(URL, "https://example.org/b")
    web.page("https://example.org/b", b"there")
    async with web.session(HostKey("example.org:443")) as session:
        fetched = await session.fetch(FetchRequest(SourceKey(URL), URL))
    (capture,) = await put(life, fetched)
    assert len(capture.outcome.hops) == 2
    assert life.store.payload(capture)() == b"there"


async def test_recovery_gives_what_has_no_row_and_then_nothing(life: Life) -> None:
    (known,) = await put(life, samples.page(URL, b"known"))
    lost = await life.store.append(
        [
            samples.page("https://example.org/b", b"lost"),
            samples.page("https://example.org/c", b"known", LATER),
            samples.fetched(failure=FailureKind.REFUSED),
        ]
    )
    life.store = await life.crash()
    for _ in range(2):  # until the rows are there, they are asked for again
        assert sorted(await life.store.recover(), key=lambda one: one.id) == list(lost)
    await life.catalog.record_captures(lost, LATER)
    assert await life.store.recover() == []
    for capture, body in ((known, b"known"), (lost[0], b"lost"), (lost[1], b"known"), (lost[2], b"")):
        assert life.store.payload(capture)() == body
