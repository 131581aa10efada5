"""citecheck pull: what was captured over real sockets, handed out by the real command."""

import csv
import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from examples.serve_recorded_web import RecordedWeb
from tests.acceptance.command import ROOT, Ran, citecheck, environment
from warcio.archiveiterator import ArchiveIterator

BIN = Path(sys.executable).parent
ARTICLE = str(ROOT / "examples" / "balancing-act.txt")


async def checked(web: RecordedWeb, data_dir: Path) -> dict[str, Any]:
    options = (*web.network_options(), "--interval", "0.01", "--once", "--format", "json")
    ran = await citecheck("check", ARTICLE, *options, env=environment(data_dir))
    assert ran.code == 2, ran.err
    result: dict[str, Any] = ran.json
    return result


async def pulled(data_dir: Path, *options: str) -> Ran:
    return await citecheck("pull", "--data-dir", str(data_dir), *options, env=environment(data_dir))


def payloads(path: Path) -> dict[tuple[str, str], str]:
    """(capture's URI, date) of every response with the digest of its payload, by another reader."""
    found = {}
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                headers = record.rec_headers
                key = (headers.get_header("WARC-Target-URI"), headers.get_header("WARC-Date"))
                found[key] = hashlib.sha256(record.raw_stream.read()).hexdigest()
    return found


async def test_a_document_checked_twice_is_pulled_whole(web: RecordedWeb, tmp_path: Path) -> None:
    data, file, manifest = tmp_path / "data", tmp_path / "all.warc.gz", tmp_path / "all.csv"
    await checked(web, data)
    result = await checked(web, data)
    ran = await pulled(
        data,
        *("--document", result["document"]["id"]),
        *("--output", str(file), "--manifest", str(manifest), "--format", "json"),
    )
    assert ran.code == 0, ran.err
    told = ran.json
    assert len(told["captures"]) == 18
    assert hashlib.sha256(file.read_bytes()).hexdigest() == told["sha256"]
    digests = set(payloads(file).values())
    for citation in result["citations"]:
        capture = citation["capture"]
        assert capture["id"] in told["captures"]
        if capture["has_body"]:
            assert capture["payload_sha256"] in digests
    assert "revisit" not in {record["type"] for record in told["records"]}
    assert any(record["restored"] for record in told["records"])
    rows = list(csv.DictReader(manifest.read_text(encoding="utf-8").splitlines()))
    assert [int(row["offset"]) for row in rows] == [record["offset"] for record in told["records"]]
    assert {row["file_sha256"] for row in rows} == {told["sha256"]}
    for command in (["warcio", "check"], ["fastwarc", "check"]):
        subprocess.run([str(BIN / command[0]), command[1], str(file)], check=True, capture_output=True)
    subprocess.run(["gzip", "-t", str(file)], check=True)


async def test_one_citation_and_one_capture(web: RecordedWeb, tmp_path: Path) -> None:
    data = tmp_path / "data"
    result = await checked(web, data)
    citation = result["citations"][2]
    for option, value in (("--citation", citation["id"]), ("--capture", citation["capture"]["id"])):
        file, manifest = tmp_path / f"{value}.warc.gz", tmp_path / f"{value}.json"
        ran = await pulled(data, option, value, "--output", str(file), "--manifest", str(manifest))
        assert ran.code == 0, ran.err
        assert "1 capture," in ran.out and "sha256 " in ran.out
        told = json.loads(manifest.read_text(encoding="utf-8"))
        assert told["file"] == file.name
        with gzip.open(file) as unpacked:
            assert unpacked.read(8) == b"WARC/1.1"
        assert citation["capture"]["payload_sha256"] in payloads(file).values()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "exactly one"),
        (("--document", "d1", "--citation", "c1"), "exactly one"),
        (("--document", "dnone"), "there is none in"),
        (("--capture", "knone", "--format", "xml"), "text, json"),
    ],
)
async def test_a_wrong_question_is_answered_with_the_fix(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    ran = await pulled(tmp_path / "data", *options, "--output", str(tmp_path / "out.warc.gz"))
    assert ran.code == 3
    assert told in ran.err and ran.err.count("\n") == 1
    assert not (tmp_path / "out.warc.gz").exists()
