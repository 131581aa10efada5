"""Adding, showing, checking and deleting documents; reports and snapshots, without a browser."""

import csv
import gzip
import io
from datetime import date

import httpx
import pytest
from tests.web.conftest import Client, Post
from tests.web.fills import Newsroom

from citecheck.model import DocumentId, FlagCode, FlagFinding
from citecheck.testing import FakePage, samples

TEXT = "The harbour was dredged in spring, says [the port](https://port.example/dredging)."


def sent(client: Client, files: dict[str, tuple[str, bytes]] | None = None, **fields: str) -> httpx.Response:
    data = {"csrf": client.token("/documents/new"), **fields}
    return client.post("/documents/new", data=data, files=files or {"none": ("", b"")})


async def test_a_pasted_text_becomes_a_document_whose_sources_are_queued(
    client: Client, room: Newsroom
) -> None:
    answer = sent(client, text=TEXT, published="2026-02-01")
    assert answer.status_code == 303
    where = answer.headers["location"]
    page = client.get(where).text
    assert "1 source of this document still to be fetched" in page
    assert "port.example" in page and "1 February 2026" in page
    document_id = DocumentId(where.rpartition("/")[2])
    assert await room.tools.catalog.pending([document_id]) == 1
    again = sent(client, text=TEXT, published="2026-02-01")
    assert again.headers["location"] == where


def test_a_file_and_an_address_are_taken_too(client: Client, room: Newsroom) -> None:
    answer = sent(client, files={"file": ("harbour.md", TEXT.encode())})
    assert answer.status_code == 303
    assert "harbour.md" in client.get("/documents").text
    body = f"<html><body><p>{'The harbour was dredged. ' * 20}</p></body></html>".encode()
    room.web.serve("https://news.example/harbour", FakePage(body=body))
    answer = sent(client, url="https://news.example/harbour")
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Paste a text, choose a file, or give an address."),
        ({"text": "  "}, "Paste a text, choose a file, or give an address."),
        ({"text": "a", "url": "https://x.example/"}, "Give one document at a time"),
        ({"url": "x.example/story"}, "http:// or https://"),
        ({"text": "typed <b>words</b>", "published": "soon"}, "write it as 2026-01-31"),
        ({"url": "https://nowhere.example/"}, "the host answered 404"),
    ],
)
def test_what_cannot_be_taken_is_told_on_the_form_and_nothing_typed_is_lost(
    client: Client, fields: dict[str, str], told: str
) -> None:
    answer = sent(client, **fields)
    assert answer.status_code == 422
    page = answer.text
    assert told in page
    assert fields.get("text", "").replace("<", "&lt;").replace(">", "&gt;") in page
    assert fields.get("url", "") in page


def test_the_article_is_shown_with_its_citations_marked(client: Client, room: Newsroom) -> None:
    page = client.get(f"/documents/{room.document.id}").text
    assert 'class="chip t-high"' in page or "t-high" in page
    assert page.count('id="c') >= 3
    assert f"/queue?document={room.document.id}" in page


async def test_check_now_queues_every_source_again(room: Newsroom, post: Post) -> None:
    answer = post(f"/documents/{room.document.id}", f"/documents/{room.document.id}/check")
    assert answer.headers["location"] == f"/documents/{room.document.id}"
    assert await room.tools.catalog.pending([room.document.id]) == 3


def test_progress_counts_down_without_moving_the_page(client: Client, room: Newsroom) -> None:
    own = f"/documents/{room.document.id}"
    assert "Everything has been fetched" in client.get(f"{own}/progress?back={own}").text
    for back in ("https://evil.example/", "//evil.example/", "/documents/../x y", "javascript:x"):
        assert client.get(f"{own}/progress", params={"back": back}).status_code == 422


async def test_nothing_is_deleted_without_being_asked(client: Client, room: Newsroom, post: Post) -> None:
    own = f"/documents/{room.document.id}"
    assert "cannot be undone" in client.get(f"{own}/delete").text
    assert list(await room.tools.catalog.documents()) == [room.document.id]
    answer = post(f"{own}/delete", f"{own}/delete")
    assert answer.headers["location"] == "/documents"
    assert list(await room.tools.catalog.documents()) == []
    assert client.get(own).status_code == 404


async def test_reports_are_frozen_pages(client: Client, room: Newsroom) -> None:
    assert "Not frozen yet" in client.get("/reports/next").text
    await room.tools.reports.freeze(date(2026, 3, 1), "UTC", room.clock.now())
    assert "/reports/2026-03-01" in client.get("/reports").text
    page = client.get("/reports/2026-03-01").text
    assert "does not change any more" in page
    assert "/citations/cnews-1" in page


async def test_a_long_report_stays_small_until_every_change_is_asked_for(
    client: Client, room: Newsroom
) -> None:
    sources = [samples.source(f"https://s{n}.example/", f"s{n}.example:443") for n in range(30)]
    document, citations = samples.document("long", *sources)
    await room.tools.catalog.add_document(document, citations, room.clock.now())
    finding = FlagFinding(FlagCode.LINK_HTTP_ONLY, FlagCode.LINK_HTTP_ONLY.severity, "Not encrypted.")
    found = [(citation.id, (finding,)) for citation in citations]
    await room.tools.catalog.set_findings(found, room.clock.now())
    page = client.get("/reports/next").text
    assert "9 more are not shown here" in page and "/reports/next?every=1" in page
    page = client.get("/reports/next?every=1").text
    assert "s29.example" in page and "Show every change" not in page


def test_a_capture_is_handed_out_with_its_manifest(client: Client, room: Newsroom) -> None:
    for own, count in (
        (f"/captures/{room.captures[0].id}", 1),
        (f"/citations/{room.citations[0].id}", 1),
        (f"/documents/{room.document.id}", 3),
    ):
        name = "capture.warc.gz" if own.startswith("/captures") else "captures.warc.gz"
        file = client.get(f"{own}/{name}")
        assert file.headers["content-type"] == "application/warc"
        assert "attachment" in file.headers["content-disposition"]
        assert gzip.decompress(file.content).startswith(b"WARC/1.1\r\nWARC-Type: warcinfo")
        manifest = client.get(f"{own}/manifest.json").json()
        assert len(manifest["captures"]) == count
        rows = list(csv.DictReader(io.StringIO(client.get(f"{own}/manifest.csv").text)))
        assert len(rows) == len(manifest["records"])
        assert file.headers["etag"] == f'"{manifest["sha256"]}"'
        assert manifest["size"] == len(file.content)
        part = client.get(f"{own}/{name}", headers={"range": "bytes=10-19"})
        assert part.status_code == 206 and part.content == file.content[10:20]
    assert client.get(f"/captures/{room.captures[0].id}/manifest.xml").status_code == 404
    assert client.get("/captures/knone/capture.warc.gz").status_code == 404
