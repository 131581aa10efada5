"""Bad input: one clear sentence each, exit 3, and nothing else is lost."""

import asyncio
import resource
import sqlite3
from pathlib import Path

import pytest
from examples.serve_recorded_web import RecordedWeb
from tests.acceptance.command import COMMAND, ROOT, citecheck, environment

TEXT = "The bridge was opened in 1934. https://www.politico.eu/article/a-bridge/\n"


def one_sentence(err: str) -> bool:
    return err.startswith("citecheck: ") and err.count("\n") == 1 and "Traceback" not in err


async def refused(tmp_path: Path, *arguments: str, **env: str) -> str:
    ran = await citecheck(*arguments, env=environment(tmp_path / "data", **env))
    assert ran.code == 3, (ran.code, ran.err)
    assert one_sentence(ran.err), ran.err
    return ran.err


async def test_no_such_file(tmp_path: Path) -> None:
    assert "no-such.txt" in await refused(tmp_path, "check", "no-such.txt")


async def test_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    assert "empty.md" in await refused(tmp_path, "check", str(empty))


async def test_binary_junk(tmp_path: Path) -> None:
    junk = tmp_path / "junk.txt"
    junk.write_bytes(bytes(range(256)) * 40 + b"\x00" * 4000)
    assert "junk.txt" in await refused(tmp_path, "check", str(junk))


async def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "50 MB" in await refused(tmp_path, "check", str(huge))


async def test_a_directory(tmp_path: Path) -> None:
    assert "directory" in await refused(tmp_path, "extract", str(tmp_path))


async def test_a_wrong_key_in_sources_toml(tmp_path: Path) -> None:
    sources = tmp_path / "sources.toml"
    sources.write_text('schema = 1\n\n[[publisher]]\nid = "x"\nname = "X"\ndomans = ["x.example"]\n')
    document = tmp_path / "a.txt"
    document.write_text(TEXT)
    err = await refused(tmp_path, "check", str(document), "--config", str(sources))
    assert "sources.toml" in err
    assert "line" in err


async def test_a_wrong_option_value(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(TEXT)
    for option, value in (
        ("--published", "yesterday"),
        ("--format", "yaml"),
        ("--fail-on", "worst"),
        ("--resolve", "nonsense"),
        ("--allow-network", "300.1.2.3/8"),
        ("--cacert", "none.pem"),
        ("--baseline", "none.json"),
        ("--timeout", "0"),
    ):
        err = await refused(tmp_path, "check", str(document), option, value)
        assert option in err or value in err


async def test_usage(tmp_path: Path) -> None:
    ran = await citecheck("check", "--no-such-option", env=environment(tmp_path))
    assert ran.code == 3


async def test_an_unwritable_data_directory(tmp_path: Path) -> None:
    place = "/proc/citecheck-data"  # not even root may write there
    document = tmp_path / "a.txt"
    document.write_text(TEXT)
    assert place in await refused(tmp_path, "check", str(document), "--data-dir", place)


async def test_a_database_from_a_newer_version(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(TEXT)
    data = tmp_path / "data"
    await citecheck("doctor", "--data-dir", str(data), env=environment(data))
    with sqlite3.connect(data / "citecheck.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    assert "newer" in await refused(tmp_path, "check", str(document))


async def test_a_document_without_citations_is_said_to_have_none(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("The bridge was opened in 1934. Nobody says who paid for it.\n")
    ran = await citecheck("check", str(document), env=environment(tmp_path / "data"))
    assert ran.code == 0, ran.err
    assert "no citations" in ran.out.lower() + ran.err.lower()


async def test_a_url_with_a_bad_host_is_a_state_not_an_error(web: RecordedWeb, tmp_path: Path) -> None:
    document = tmp_path / "urls.txt"
    document.write_text("http://exa mple..com/\nhttp://a..b/page\nhttps://www.politico.eu/article/x/\n")
    options = (*web.network_options(), "--interval", "0.01", "--once", "--format", "json")
    ran = await citecheck("check", str(document), *options, env=environment(tmp_path / "data"))
    assert ran.code in {0, 2}, ran.err
    states = {item["url"]: item["link"]["state"] for item in ran.json["citations"]}
    assert states["http://a..b/page"] == "bad_url"


async def test_one_bad_file_does_not_lose_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    ran = await citecheck("extract", "missing.txt", str(good), "--format", "json", env=environment(tmp_path))
    assert ran.code == 3
    assert one_sentence(ran.err)
    assert ran.json["document"]["origin"].endswith("good.txt") or ran.json["citations"]


@pytest.mark.parametrize("room", [8_000, 400_000])
async def test_a_full_disk(web: RecordedWeb, tmp_path: Path, room: int) -> None:
    def no_more_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    options = (*web.network_options(), "--interval", "0.01", "--once", "--quiet")
    process = await asyncio.create_subprocess_exec(
        *(str(COMMAND), "check", "examples/balancing-act.txt", *options),
        env=dict(environment(tmp_path / "data")),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=no_more_room,
    )
    _, err = await process.communicate()
    assert process.returncode == 3
    assert one_sentence(err.decode())
    assert "disk is full" in err.decode()
