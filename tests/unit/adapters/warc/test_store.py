import asyncio
import base64
import hashlib
import json
import os
import resource
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.adapters.warc import WarcStore
from citecheck.adapters.warc.file import OPEN
from citecheck.errors import DataDirError, StoreError
from citecheck.model import Exchange, FailureKind, dechunked
from citecheck.testing import MemoryCatalog, samples
from citecheck.testing.clock import START

URL = "https://example.org/a"
LATER = START + timedelta(days=1)


def raw(answer: bytes, url: str = URL, **changes) -> Exchange:
    return replace(samples.exchange(url, answer), **changes)


ODD = {
    "plain": samples.response(b"hello", 200, ("Content-Type", "text/html")),
    "empty": samples.response(b""),
    "chunked": samples.response(
        b"5;a=b\r\nhello\r\n0\r\nT: x\r\n\r\n", 200, ("transfer-ENCODING", "Chunked")
    ),
    "chunked-torn": samples.response(b"ff\r\nhel", 200, ("Transfer-Encoding", "chunked")),
    "chunked-wrong": samples.response(b"no chunks", 200, ("Transfer-Encoding", "chunked")),
    "interim": b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + samples.response(b"hello"),
    "line feeds": b"HTTP/1.0 200 OK\nServer: old\n\nhello",
    "no end of head": b"HTTP/1.1 200 OK\r\nContent-Len",
    "bad head": b"HTTP/1.1 200\r\nno colon\r\n: x\r\n folded\r\nA: \xff\xfe\r\n\r\nhello",
    "not HTTP": b"SSH-2.0-OpenSSH_9\r\n",
    "binary": samples.response(bytes(range(256)) * 40, 200, ("Content-Encoding", "gzip")),
    "cookies": samples.response(b"x", 200, ("Set-Cookie", "id=1")),
}


@pytest.mark.parametrize("answer", ODD.values(), ids=ODD.keys())
async def test_a_response_is_kept_byte_for_byte(make_store, catalog, files, read, answer) -> None:
    store = make_store()
    (capture,) = await store.append([samples.fetched(raw(answer))])
    await catalog.record_captures([capture], LATER)
    await store.close()
    (path,) = files()
    records = {record.kind: record for record in read(path)}
    assert records["response"].block == answer
    assert records["response"].offset == capture.record.offset
    assert hashlib.sha256(store.payload(capture)()).hexdigest() == (
        capture.payload_sha256 or hashlib.sha256(b"").hexdigest()
    )


async def test_other_tools_accept_every_odd_answer(make_store, files, accept) -> None:
    store = make_store()
    await store.append(
        [samples.fetched(raw(answer, f"https://example.org/{n}")) for n, answer in enumerate(ODD.values())]
    )
    await store.close()
    accept(files()[0], revisits=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300), cuts=st.lists(st.integers(1, 40), max_size=6), torn=st.integers(0, 5))
def test_any_chunking_has_the_payload_of_the_body(body, cuts, torn) -> None:
    framed, rest = b"", body
    for cut in [*cuts, len(body) or 1]:
        piece, rest = rest[:cut], rest[cut:]
        if piece:
            framed += f"{len(piece):X}\r\n".encode() + piece + b"\r\n"
    whole = framed + b"0\r\n\r\n"
    assert dechunked(whole) == dechunked(b"head" + whole, 4) == body
    assert body.startswith(dechunked(whole[: max(0, len(whole) - torn * 7)]))


async def test_secrets_never_reach_the_disk(make_store, files, read) -> None:
    store = make_store()
    request = (
        b"GET /a HTTP/1.1\r\nHost: example.org\r\nCookie: id=1;\r\n  more=2\r\n"
        b"AUTHORIZATION: Basic c2VjcmV0\r\nProxy-Authorization: x\r\nAccept: */*\r\n\r\n"
    )
    await store.append([samples.fetched(raw(ODD["plain"], request=request))])
    (path,) = files()
    written = next(record for record in read(path) if record.kind == "request")
    assert written.block == b"GET /a HTTP/1.1\r\nHost: example.org\r\nAccept: */*\r\n\r\n"
    await store.close()


async def test_the_fields_of_a_redirect_chain(make_store, files, read, accept) -> None:
    store = make_store()
    moved = raw(samples.response(b"moved", 301, ("Location", "/b")))
    there = raw(ODD["plain"], "https://example.org/b", address="2001:db8::7")
    (capture,) = await store.append([samples.fetched(moved, there)])
    (path,) = files()
    records = read(path)
    assert [one.kind for one in records] == [
        "warcinfo", "response", "request", "response", "request", "metadata",
    ]  # fmt: skip
    info, first, asked, second, _, metadata = records
    assert b"software: citecheck\r\n" in info.block
    assert info["WARC-Filename"] == path.name.removesuffix(OPEN)
    assert (first["WARC-Target-URI"], second["WARC-Target-URI"]) == (URL, "https://example.org/b")
    assert (first["WARC-IP-Address"], second["WARC-IP-Address"]) == (samples.ADDRESS, "2001:db8::7")
    assert asked["WARC-Concurrent-To"] == first["WARC-Record-ID"]
    assert metadata.headers["WARC-Concurrent-To"] == [first["WARC-Record-ID"], second["WARC-Record-ID"]]
    assert second["WARC-Date"] == "2026-03-01T12:00:00.000000Z"
    assert second["WARC-Block-Digest"] == "sha256:" + hashlib.sha256(ODD["plain"]).hexdigest()
    sha1 = base64.b32encode(hashlib.sha1(b"hello").digest()).decode()
    assert second["WARC-Payload-Digest"] == f"sha1:{sha1}"
    assert (
        second["Citecheck-Payload-SHA256"] == capture.payload_sha256 == hashlib.sha256(b"hello").hexdigest()
    )
    assert capture.record.offset == second.offset
    facts = json.loads(metadata.block)
    assert (facts["capture_id"], facts["outcome"]["hops"][0]["status"]) == (capture.id, 301)
    accept(path)
    await store.close()


async def test_a_chunked_body_is_digested_without_its_framing(make_store, files, read) -> None:
    store = make_store()
    await store.append([samples.fetched(raw(ODD["chunked"]))])
    response = next(record for record in read(files()[0]) if record.kind == "response")
    assert response["Citecheck-Payload-SHA256"] == hashlib.sha256(b"hello").hexdigest()
    assert "WARC-Payload-Digest" not in response.headers
    metadata = read(files()[0])[-1]
    sha1 = base64.b32encode(hashlib.sha1(b"hello").digest()).decode()
    assert json.loads(metadata.block)["payload_sha1"] == f"sha1:{sha1}"
    await store.close()


async def test_a_failed_fetch_is_a_metadata_record_alone(make_store, files, read, accept) -> None:
    store = make_store()
    (capture,) = await store.append(
        [samples.fetched(failure=FailureKind.BAD_URL, key="http://x/\r\nWARC-Type: response\r\n \ud800é")]
    )
    (path,) = files()
    assert [record.kind for record in read(path)] == ["warcinfo", "metadata"]
    metadata = read(path)[1]
    target = "urn:citecheck:capture:http://x/%0D%0AWARC-Type:%20response%0D%0A%20%ED%A0%80%C3%A9"
    assert (metadata.offset, metadata["WARC-Target-URI"]) == (capture.record.offset, target)
    assert json.loads(metadata.block)["outcome"]["failure"]["kind"] == "bad_url"
    accept(path)
    await store.close()


async def test_revisits_refer_to_the_record_that_holds_the_payload(
    make_store, catalog, files, read, accept
) -> None:
    store = make_store()
    (first,) = await store.append([samples.page(URL, b"x" * 5000)])
    await catalog.record_captures([first], LATER)
    later = raw(samples.response(b"x" * 5000, 200, ("Date", "later")), started_at=LATER)
    asked = samples.Asked(LATER, (("If-Modified-Since", "then"),))
    unchanged = samples.exchange(URL, samples.response(b"", 304), asked)
    await store.append([samples.fetched(later), samples.fetched(unchanged)])
    (path,) = files()
    identical, not_modified = (record for record in read(path) if record.kind == "revisit")
    for record in (identical, not_modified):
        assert record["WARC-Refers-To-Target-URI"] == URL
        assert record["WARC-Refers-To-Date"] == "2026-03-01T12:00:00.000000Z"
        assert record["WARC-Refers-To-Filename"] == first.record.file
        assert record["WARC-Refers-To-File-Offset"] == str(first.record.offset)
    assert identical["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
    assert not_modified["WARC-Profile"].endswith("/1.1/revisit/server-not-modified")
    assert identical.block == later.response[: -len(later.payload)]
    assert not_modified.block == unchanged.response
    accept(path, revisits=True)
    await store.close()


async def test_a_file_is_renamed_when_all_its_rows_are_there(make_store, catalog, files) -> None:
    store = make_store()
    (capture,) = await store.append([samples.page()])
    (path,) = files()
    assert path.name == capture.record.file.rpartition("/")[2] + OPEN
    assert store.payload(capture)() == b"<p>Hello</p>"
    await catalog.record_captures([capture], LATER)
    await store.close()
    (path,) = files()
    assert path.name.startswith("desk.example-")
    assert str(path).endswith(capture.record.file)
    closed = catalog.tables.files[capture.record.file]
    assert (closed.size, closed.sha256) == (
        path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest(),
    )  # fmt: skip
    assert store.payload(capture)() == b"<p>Hello</p>"


async def test_files_roll_by_size_and_by_age(make_store, catalog, clock, files) -> None:
    store = make_store(roll_size=1)
    for n in range(3):
        captures = await store.append([samples.page(f"https://example.org/{n}", str(n).encode())])
        await catalog.record_captures(captures, LATER)
        clock.set(clock.now() + timedelta(minutes=1))
    assert [path.suffix for path in files()] == [".gz", ".gz", OPEN]
    await store.close()
    store = make_store(roll_after=timedelta(hours=24))
    for _ in range(2):
        await catalog.record_captures(await store.append([samples.page()]), LATER)
        clock.set(clock.now() + timedelta(hours=24))
    await store.close()
    assert len(files()) == 5
    assert all(path.suffix == ".gz" for path in files())
    assert {path.parent.name for path in files()} == {"01", "02"}


async def test_calls_side_by_side_share_the_disk_and_get_their_own(
    make_store, catalog, files, accept
) -> None:
    store = make_store()
    pages = [
        [samples.page(f"https://example.org/{n}/{m}", f"{n} {m}".encode()) for m in range(3)]
        for n in range(30)
    ]
    results = await asyncio.gather(*(store.append(each) for each in pages))
    for each, captures in zip(pages, results, strict=True):
        assert [one.source_key for one in captures] == [one.outcome.source_key for one in each]
        await catalog.record_captures(captures, LATER)
        assert [store.payload(one)() for one in captures] == [one.exchanges[0].payload for one in each]
    await store.close()
    accept(files()[0])


async def test_a_caller_that_gives_up_takes_nobody_with_it(make_store) -> None:
    store = make_store()
    gone = asyncio.create_task(store.append([samples.page(URL, b"1")]))
    stays = asyncio.create_task(store.append([samples.page(URL, b"2")]))
    await asyncio.sleep(0)
    gone.cancel()
    (capture,) = await stays
    assert store.payload(capture)() == b"2"
    await store.close()


async def test_damage_is_named_and_never_handed_out(make_store, files) -> None:
    store = make_store()
    (capture,) = await store.append([samples.page(URL, b"x" * 400)])
    (path,) = files()
    good = path.read_bytes()
    middle = capture.record.offset + capture.record.length // 2
    path.write_bytes(good[:middle] + bytes([good[middle] ^ 0xFF]) + good[middle + 1 :])
    with pytest.raises(StoreError, match="damaged"):
        store.payload(capture)()
    path.write_bytes(good[:middle])
    with pytest.raises(StoreError, match="ends before"):
        store.payload(capture)()
    path.unlink()
    with pytest.raises(StoreError, match="missing"):
        store.payload(capture)()
    path.write_bytes(good)
    with pytest.raises(StoreError, match="does not fit"):
        store.payload(replace(capture, payload_sha256="0" * 64))()
    await store.close()


ROOM = 32 * 1024 * 1024


@pytest.fixture
def small_files():
    """Files of this process may not grow beyond 32 MB: to a writer, the disk is full. So much, because
    the file that the test runner's own output goes to is bound by it too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_is_one_sentence_and_nothing_torn(
    make_store, catalog, files, accept, small_files
) -> None:
    store = make_store()
    kept = await store.append([samples.page(URL, os.urandom(9000))])
    await catalog.record_captures(kept, LATER)
    (path,) = files()
    before = path.read_bytes()
    with pytest.raises(DataDirError, match="no room left to write captures; free space and run again"):
        await store.append([samples.page(URL, os.urandom(ROOM + 5_000))])
    assert path.read_bytes() == before
    small = await store.append([samples.page(URL, b"it still fits")])
    await catalog.record_captures(small, LATER)
    assert store.payload(small[0])() == b"it still fits"
    await store.close()
    (path,) = files()
    assert catalog.tables.files[small[0].record.file].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    accept(path)


async def test_a_disk_full_from_the_start_leaves_no_file(make_store, files, small_files) -> None:
    store = make_store()
    with pytest.raises(DataDirError):
        await store.append([samples.page(URL, os.urandom(ROOM + 5_000))])
    assert files() == []
    await store.append([samples.page(URL, b"fits")])
    assert len(files()) == 1
    await store.close()


async def test_a_data_directory_that_is_a_file_is_one_sentence(clock, tmp_path) -> None:
    (tmp_path / "warc").write_text("in the way")
    store = WarcStore(tmp_path, clock, MemoryCatalog())
    with pytest.raises(DataDirError, match="captures cannot be written"):
        await store.append([samples.page()])
    await store.close()
