"""Files handed out stand alone: judged by our own eyes and by other people's readers."""

import gzip
import hashlib
import io
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from citecheck.adapters.warc import WarcStore, wire
from citecheck.errors import DataDirError, StoreError
from citecheck.model import Capture, FailureKind, Fetched, Manifest, dechunked
from citecheck.testing import FakeClock, MemoryCatalog, samples
from citecheck.testing.clock import START

URL = "https://example.org/a"
BODY = b"<p>What the page says, at some length.</p>" * 20
DAY = timedelta(days=1)
BIN = Path(sys.executable).parent


@dataclass
class Archive:
    """A store over fake tables."""

    store: WarcStore
    catalog: MemoryCatalog
    clock: FakeClock
    directory: Path

    async def put(self, *fetched: Fetched) -> list[Capture]:
        captures = await self.store.append(fetched)
        await self.catalog.record_captures(captures, START + DAY)
        return list(captures)

    async def hand_out(self, captures: Sequence[Capture], name: str = "out.warc.gz") -> tuple[Path, Manifest]:
        path = self.directory / name
        return path, await self.store.hand_out(captures, "out.warc.gz", path)


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    clock, catalog = FakeClock(), MemoryCatalog()
    store = WarcStore(tmp_path / "data", clock, catalog)
    yield Archive(store, catalog, clock, tmp_path)
    await store.close()


def page(at: int, body: bytes = BODY, url: str = URL, *headers: tuple[str, str]) -> Fetched:
    answer = samples.response(body, 200, ("Content-Type", "text/html"), *headers)
    return samples.fetched(samples.exchange(url, answer, samples.Asked(START + at * DAY)))


def chunked(at: int, url: str = URL) -> Fetched:
    half = len(BODY) // 2
    body = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (half, BODY[:half], len(BODY) - half, BODY[half:])
    return page(at, body, url, ("Transfer-Encoding", "chunked"))


def not_modified(at: int) -> Fetched:
    asked = samples.Asked(START + at * DAY, (("If-None-Match", '"1"'),))
    return samples.fetched(samples.exchange(URL, samples.response(b"", 304), asked))


def responses(path: Path) -> list[tuple[str, str, bytes]]:
    """(URI, date, payload) of every response, by another reader."""
    with path.open("rb") as file:
        return [
            (
                record.rec_headers.get_header("WARC-Target-URI"),
                record.rec_headers.get_header("WARC-Date"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]


def kinds(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [record.rec_type for record in ArchiveIterator(file)]


def accepted(path: Path) -> None:
    """Every checker in use takes the file."""
    for command in (
        [str(BIN / "warcio"), "check", str(path)],
        [str(BIN / "fastwarc"), "check", str(path)],
        ["gzip", "-t", str(path)],
    ):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, (command, ran.stdout, ran.stderr)
        assert "fail" not in ran.stdout.lower().replace("(0 failed)", ""), ran.stdout


def blocks(path: Path, manifest: Manifest) -> list[bytes]:
    """The unpacked members at the places that the manifest gives."""
    data = path.read_bytes()
    found = []
    for record in manifest.records:
        with gzip.GzipFile(fileobj=io.BytesIO(data[record.offset : record.offset + record.length])) as file:
            found.append(file.read())
    return found


async def test_a_capture_is_copied_whole_and_its_members_byte_for_byte(archive: Archive) -> None:
    _, second = await archive.put(page(0), page(0, b"other", "https://example.org/b"))
    path, manifest = await archive.hand_out([second])
    assert kinds(path) == ["warcinfo", "response", "request", "metadata"]
    assert responses(path)[0][2] == b"other"
    stored = (archive.directory / "data" / (second.record.file + ".open")).read_bytes()
    member = stored[second.record.offset : second.record.offset + second.record.length]
    assert member in path.read_bytes()
    assert manifest.captures == (second.id,)
    accepted(path)


async def test_the_manifest_says_where_and_what_every_record_is(archive: Archive) -> None:
    (capture,) = await archive.put(page(0))
    path, manifest = await archive.hand_out([capture])
    assert manifest.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert manifest.size == path.stat().st_size
    for record, block in zip(manifest.records, blocks(path, manifest), strict=True):
        head, _, rest = block.partition(b"\r\n\r\n")
        assert f"WARC-Record-ID: {record.record_id}".encode() in head
        assert record.block_digest == "sha256:" + hashlib.sha256(rest[:-4]).hexdigest()
    response = manifest.records[1]
    assert (response.type, response.uri, response.status) == ("response", URL, 200)
    assert response.payload_sha256 == hashlib.sha256(BODY).hexdigest() == capture.payload_sha256
    assert manifest.records[0].capture_id is None and response.capture_id == capture.id


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (page(0), page(1)),
        (chunked(0), chunked(1)),
        (page(0), chunked(1)),
        (chunked(0), page(1)),
        (page(0), page(1, BODY, "https://example.org/elsewhere")),
    ],
    ids=["plain", "chunked", "chunked again", "no longer chunked", "another address"],
)
async def test_a_revisit_is_a_response_again_with_its_payload(
    archive: Archive, earlier: Fetched, later: Fetched
) -> None:
    await archive.put(earlier)
    (capture,) = await archive.put(later)
    assert capture.refers_to is not None
    path, manifest = await archive.hand_out([capture])
    assert kinds(path) == ["warcinfo", "response", "request", "metadata"]
    ((uri, date, payload),) = responses(path)
    assert uri == later.exchanges[0].url
    assert date.startswith("2026-03-02")
    assert payload == BODY
    head = later.exchanges[0].response.partition(b"\r\n\r\n")[0]
    restored = blocks(path, manifest)[1]
    assert head in restored
    assert [record.restored for record in manifest.records] == [False, True, False, False]
    accepted(path)


async def test_not_modified_is_the_response_it_speaks_of(archive: Archive) -> None:
    await archive.put(page(0, BODY, URL, ("ETag", '"1"')))
    (capture,) = await archive.put(not_modified(1))
    path, manifest = await archive.hand_out([capture])
    assert kinds(path) == ["warcinfo", "response", "request", "metadata"]
    ((uri, date, payload),) = responses(path)
    assert (uri, payload) == (URL, BODY)
    assert date.startswith("2026-03-02")
    response, _, facts = blocks(path, manifest)[1:]
    assert b"Citecheck-Restored-From: http://netpreserve.org/warc/1.1/revisit/server-not-modified" in response
    assert b'"status":304' in facts
    accepted(path)


async def test_several_captures_of_several_files_share_what_they_have_in_common(archive: Archive) -> None:
    (first,) = await archive.put(page(0, BODY, URL, ("ETag", '"1"')))
    archive.clock.set(START + 2 * DAY)  # the file is rolled
    (second,) = await archive.put(not_modified(2))
    (failed,) = await archive.put(samples.fetched(failure=FailureKind.DNS_NXDOMAIN, key=URL))
    assert first.record.file != second.record.file
    path, manifest = await archive.hand_out([second, first, failed])
    assert manifest.captures == (first.id, failed.id, second.id)
    assert [payload for *_, payload in responses(path)] == [BODY, BODY]
    accepted(path)


async def test_redirects_come_with_all_their_hops(archive: Archive) -> None:
    hop = samples.exchange(URL, samples.response(b"", 301, ("Location", "/b")), samples.Asked(START))
    end = samples.exchange("https://example.org/b", samples.response(BODY), samples.Asked(START))
    (capture,) = await archive.put(samples.fetched(hop, end))
    path, manifest = await archive.hand_out([capture])
    assert [record.status for record in manifest.records if record.type == "response"] == [301, 200]
    accepted(path)


async def test_the_same_captures_give_the_same_file(archive: Archive) -> None:
    captures = await archive.put(page(0), page(0, b"b", "https://example.org/b"))
    one, first = await archive.hand_out(captures)
    two, second = await archive.hand_out(list(reversed(captures)), "again.warc.gz")
    assert one.read_bytes() == two.read_bytes()
    assert first == second


async def test_a_file_that_cannot_be_written_leaves_nothing(archive: Archive) -> None:
    captures = await archive.put(page(0))
    with pytest.raises(DataDirError):
        await archive.hand_out(captures, "missing/out.warc.gz")
    (archive.directory / "taken").mkdir()
    with pytest.raises(DataDirError):
        await archive.hand_out(captures, "taken")
    assert not list(archive.directory.glob("*.part"))


async def test_a_capture_that_is_not_where_it_was_written_is_said_to_be_missing(archive: Archive) -> None:
    (capture,) = await archive.put(page(0))
    elsewhere = replace(capture, record=replace(capture.record, file="warc/2026/03/01/gone.warc.gz"))
    with pytest.raises(StoreError, match="missing"):
        await archive.hand_out([elsewhere])


@pytest.mark.parametrize("data", [b"", b"x", BODY])
def test_one_chunk_is_taken_apart_to_what_it_was(data: bytes) -> None:
    assert dechunked(wire.chunked(data)) == data
