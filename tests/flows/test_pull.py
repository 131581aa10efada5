"""pull: whose captures are handed out, and where the file goes."""

from pathlib import Path

import pytest
from tests.web.fills import Newsroom, bare_tools, newsroom, put

from citecheck.errors import InputError, StoreError
from citecheck.flows.pull import Wanted, pull
from citecheck.model import CaptureId, CitationId, DocumentId
from citecheck.testing import samples


@pytest.fixture
async def room(tmp_path: Path) -> Newsroom:
    return await newsroom(tmp_path)


async def test_a_document_gives_every_capture_of_its_sources_once(room: Newsroom, tmp_path: Path) -> None:
    later = await put(room.tools, samples.page(room.citations[0].url, b"Another text."))
    pulled = await pull(Wanted(document_id=room.document.id), room.tools, tmp_path / "out.warc.gz")
    assert set(pulled.manifest.captures) == {*(one.id for one in room.captures), later.id}
    assert pulled.path == tmp_path / "out.warc.gz"
    assert pulled.path.stat().st_size == pulled.manifest.size


async def test_a_citation_gives_its_source_only_even_where_nobody_judged_yet(room: Newsroom) -> None:
    later = await put(room.tools, samples.page(room.citations[0].url, b"Another text."))
    pulled = await pull(Wanted(citation_id=room.citations[0].id), room.tools)
    assert pulled.manifest.captures == (room.captures[0].id, later.id)
    pulled.discard()
    assert not pulled.path.exists()


async def test_a_capture_gives_itself_alone(room: Newsroom) -> None:
    pulled = await pull(Wanted(capture_id=room.captures[1].id), room.tools)
    assert pulled.manifest.captures == (room.captures[1].id,)
    pulled.discard()


async def test_void_captures_are_not_handed_out(room: Newsroom) -> None:
    await room.tools.catalog.void_captures([room.captures[0].id], room.clock.now())
    with pytest.raises(InputError, match="nothing has been captured yet"):
        await pull(Wanted(citation_id=room.citations[0].id), room.tools)


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(document_id=DocumentId("dnone")),
        Wanted(citation_id=CitationId("cnone")),
        Wanted(capture_id=CaptureId("knone")),
    ],
)
async def test_what_there_is_not_is_an_error(tmp_path: Path, wanted: Wanted) -> None:
    tools, *_ = bare_tools(tmp_path)
    with pytest.raises(StoreError):
        await pull(wanted, tools)


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(DocumentId("d1"), CitationId("c1"))])
async def test_exactly_one_thing_is_asked_for(tmp_path: Path, wanted: Wanted) -> None:
    tools, *_ = bare_tools(tmp_path)
    with pytest.raises(InputError, match="exactly one"):
        await pull(wanted, tools)
