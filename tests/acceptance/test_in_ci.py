"""What a build server meets: known flags, unreadable targets, stopped runs, full disks, closed streams."""

import asyncio
import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree
from tests.acceptance.command import COMMAND, ROOT, Ran, citecheck, empty_dns, environment, start
from tests.badweb.server import BadServer, answer, hangs, sends

LOOPBACK = ("--allow-network", "127.0.0.0/8", "--interval", "0", "--ignore-robots")
QUICK = (*LOOPBACK, "--once")
PAGE = answer(200, b"<title>A page</title><p>" + b"Words of some page. " * 60)


def listed(tmp_path: Path, *urls: str, name: str = "urls.txt") -> str:
    file = tmp_path / name
    file.write_text("".join(f"{url}\n" for url in urls))
    return str(file)


async def run_shell(script: str, *arguments: str, env: dict[str, str]) -> Ran:
    """The command with what only a shell can do to its streams: $0 is the command, $@ its arguments."""
    process = await asyncio.create_subprocess_exec(
        *("sh", "-c", script, str(COMMAND), *arguments),
        env=env,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


async def offline(*arguments: str, data: Path) -> Ran:
    with empty_dns() as nameserver:
        return await citecheck(*arguments, env=environment(data, CITECHECK_NAMESERVERS=nameserver))


def sentences(err: str) -> list[str]:
    lines = err.splitlines()
    assert all(line.startswith("citecheck: ") for line in lines), err
    return lines


# Known flags


async def test_accepted_flags_are_marked_and_fail_nothing(server: BadServer, tmp_path: Path) -> None:
    urls, known = listed(tmp_path, server.url("/gone")), tmp_path / "known.json"
    options = (*QUICK, "--format", "json", "--output", str(known))
    first = await citecheck("check", urls, *options, env=environment(tmp_path / "one"))
    assert first.code == 2, first.err
    options = (*QUICK, "--format", "json", "--baseline", str(known))
    ran = await citecheck("check", urls, *options, env=environment(tmp_path / "two"))
    assert ran.code == 0, ran.err
    flags = ran.json["citations"][0]["flags"]
    assert {flag["code"]: flag["accepted"] for flag in flags}["link_not_found"] is True


# Targets that cannot be taken


@pytest.mark.parametrize("command", ["check", "extract"])
async def test_a_missing_target_stands_in_every_format(tmp_path: Path, command: str) -> None:
    found = {}
    for format_ in ("text", "json", "jsonl", "junit", "sarif", "markdown", "html"):
        output = tmp_path / "result"
        output.write_text("an earlier result")
        options = ("--format", format_, "--output", str(output))
        ran = await citecheck(command, "missing.txt", *options, env=environment(tmp_path / "data"))
        assert ran.code == 3
        assert len(sentences(ran.err)) == 1
        found[format_] = output.read_text()
        assert "no such file" in found[format_], format_
    error = {"where": "missing.txt", "message": "no such file; check the path"}
    for format_ in ("json", "jsonl"):
        whole = json.loads(found[format_])
        assert (whole["document"], whole["citations"], whole["errors"]) == (None, [], [error])
    assert etree.fromstring(found["junit"].encode()).find(".//testcase/error") is not None
    run = json.loads(found["sarif"])["runs"][0]
    assert "missing.txt" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert sorted(path.name for path in tmp_path.iterdir()) in (["data", "result"], ["result"])


async def test_a_missing_target_stands_beside_the_others(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", sends(PAGE))
    urls = listed(tmp_path, server.url("/fine"))
    options = (*QUICK, "--format", "json")
    ran = await citecheck("check", urls, "missing.txt", *options, env=environment(tmp_path / "data"))
    assert ran.code == 3
    assert [error["where"] for error in ran.json["errors"]] == ["missing.txt"]
    assert len(ran.json["citations"]) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "# none yet\n\n  # nor here\n"])
async def test_a_list_with_nothing_in_it_is_fine(tmp_path: Path, text: str) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text(text)
    for command in ("check", "extract"):
        ran = await citecheck(command, str(urls), "--format", "json", env=environment(tmp_path / "data"))
        assert ran.code == 0, ran.err
        assert sentences(ran.err) == [f"citecheck: {urls}: nothing to check"]
        assert (ran.json["document"], ran.json["errors"]) == (None, [])


async def test_nothing_on_standard_input_is_a_mistake(tmp_path: Path) -> None:
    ran = await citecheck("check", "-", env=environment(tmp_path / "data"))
    assert ran.code == 3


# The place of the result


async def test_a_place_that_cannot_be_written_is_told_before_anything_is_fetched(
    server: BadServer, tmp_path: Path
) -> None:
    server.serve("/fine", sends(PAGE))
    urls = listed(tmp_path, server.url("/fine"))
    for output in ("/proc/result.json", str(tmp_path / "none" / "result.json"), str(tmp_path)):
        ran = await citecheck("check", urls, *QUICK, "--output", output, env=environment(tmp_path / "data"))
        assert ran.code == 3
        assert "--output" in sentences(ran.err)[0]
    assert server.log == []


@pytest.mark.parametrize("command", ["check", "extract"])
async def test_a_target_is_never_overwritten(tmp_path: Path, command: str) -> None:
    urls = listed(tmp_path, "https://a.example/")
    beside = tmp_path / "link.txt"
    beside.symlink_to(urls)
    ran = await citecheck(command, urls, "--output", str(beside), env=environment(tmp_path / "data"))
    assert ran.code == 3
    assert "targets" in ran.err
    assert Path(urls).read_text() == "https://a.example/\n"


async def test_a_result_goes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("{}")
    real.chmod(0o640)
    link.symlink_to(real)
    urls = listed(tmp_path, "https://a.example/")
    options = ("--format", "json", "--output", str(link))
    ran = await citecheck("extract", urls, *options, env=environment(tmp_path / "data"))
    assert ran.code == 0, ran.err
    assert link.is_symlink()
    assert json.loads(real.read_text())["citations"]
    assert real.stat().st_mode & 0o777 == 0o640


async def test_a_result_may_go_to_a_device(tmp_path: Path) -> None:
    urls = listed(tmp_path, "https://a.example/")
    options = ("--format", "json", "--output", "/dev/stdout")
    ran = await citecheck("extract", urls, *options, env=environment(tmp_path / "data"))
    assert ran.code == 0, ran.err
    assert ran.json["citations"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('"$0" "$@" > /dev/full', "standard output cannot be written (No space left on device)"),
        ('"$0" "$@" >&-', "standard output is closed"),
    ],
)
async def test_a_result_that_nobody_takes_is_one_sentence(tmp_path: Path, script: str, said: str) -> None:
    urls = listed(tmp_path, "https://a.example/")
    env = dict(environment(tmp_path / "data"))
    for arguments in (("extract", urls), ("version",)):
        ran = await run_shell(script, *arguments, env=env)
        assert ran.code == 1, ran.err
        assert len(sentences(ran.err)) == 1
        assert said in ran.err


async def test_help_that_nobody_takes_is_one_sentence(tmp_path: Path) -> None:
    ran = await run_shell('"$0" "$@" > /dev/full', "--help", env=dict(environment(tmp_path)))
    assert ran.code == 1
    assert len(sentences(ran.err)) == 1


async def test_a_closed_standard_output_does_not_stop_a_result_in_a_file(tmp_path: Path) -> None:
    urls, output = listed(tmp_path, "https://a.example/"), tmp_path / "result.json"
    env = dict(environment(tmp_path / "data"))
    script = '"$0" "$@" >&- 2>&-'
    ran = await run_shell(script, *("extract", urls, "--format", "json", "--output", str(output)), env=env)
    assert ran.code == 0
    assert json.loads(output.read_text())["citations"]


async def test_any_text_can_be_written_to_any_terminal(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Самая высокая температура – 41 °C, говорят они. https://a.example/page\n")
    env = environment(tmp_path / "data", PYTHONIOENCODING="ascii", LC_ALL="C")
    ran = await citecheck("extract", str(article), "--format", "json", env=env)
    assert ran.code == 0, ran.err
    assert "температура" in ran.out


# Stopped runs


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_stopped_run_keeps_what_it_fetched(
    server: BadServer, tmp_path: Path, number: signal.Signals
) -> None:
    paths = [f"/page-{n}" for n in range(4)]
    for n, path in enumerate(paths):
        server.serve(path, sends(answer(200, f"<title>{n}</title><p>{'text ' * 300}{n}".encode())))
    server.serve(paths[-1], hangs())
    urls = listed(tmp_path, *map(server.url, paths))
    env = environment(tmp_path / "data")
    process = await start("check", urls, *LOOPBACK, env=env)
    while process.returncode is None and paths[-1] not in [seen.path for seen in server.log]:
        await asyncio.sleep(0.02)
    os.kill(process.pid, number)
    _, err = await process.communicate()
    assert process.returncode == 1, err
    assert sentences(err.decode())[-1] == "citecheck: stopped; what was fetched so far is on record"
    server.serve(paths[-1], sends(PAGE))
    ran = await citecheck("check", urls, *LOOPBACK, "--format", "json", env=env)
    assert ran.code == 0, ran.err
    assert [item["link"]["state"] for item in ran.json["citations"]] == ["alive"] * 4
    asked = [seen.path for seen in server.log if seen.path in paths]
    assert sorted(asked) == sorted([*paths, paths[-1]])


# What is said, and how


@pytest.mark.parametrize("value", ["nan", "inf", "1e12", "-1"])
async def test_seconds_have_limits(tmp_path: Path, value: str) -> None:
    urls = listed(tmp_path, "https://a.example/")
    for option in ("--interval", "--timeout"):
        ran = await citecheck("check", urls, option, value, env=environment(tmp_path / "data"))
        assert ran.code == 3
        assert option in sentences(ran.err)[0]
    for name in ("CITECHECK_INTERVAL", "CITECHECK_TIMEOUT"):
        ran = await citecheck("check", urls, env=environment(tmp_path / "data", **{name: value}))
        assert ran.code == 3
        assert name in sentences(ran.err)[0]


async def test_a_file_of_authorities_that_is_none(tmp_path: Path) -> None:
    urls = listed(tmp_path, "https://a.example/")
    ran = await citecheck("check", urls, "--cacert", urls, env=environment(tmp_path / "data"))
    assert ran.code == 3
    assert sentences(ran.err)[0].startswith(f"citecheck: --cacert {urls}: ")


async def test_quiet_is_quiet_and_forced_colours_bring_no_frames(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", sends(PAGE))
    urls = listed(tmp_path, server.url("/fine"))
    env = environment(tmp_path / "data", FORCE_COLOR="1")
    loud = await citecheck("check", urls, *QUICK, env=env)
    assert loud.code == 0
    assert ["robots.txt is ignored" in line for line in sentences(loud.err)] == [True]
    assert "\x1b" not in loud.out + loud.err
    quiet = await citecheck("check", urls, *QUICK, "--quiet", env=env)
    assert (quiet.code, quiet.err) == (0, "")


async def on_a_terminal(*arguments: str, env: dict[str, str]) -> str:
    """What a command writes where standard output is a terminal."""
    ours, theirs = os.openpty()
    process = await asyncio.create_subprocess_exec(
        str(COMMAND), *arguments, env=env, cwd=ROOT, stdout=theirs, stderr=asyncio.subprocess.PIPE
    )
    os.close(theirs)
    await process.wait()
    shown = b""
    try:
        while piece := os.read(ours, 65_536):
            shown += piece
    except OSError:  # Linux says so at the end
        pass
    finally:
        os.close(ours)
    return shown.decode()


async def test_colours_on_a_terminal_unless_told_otherwise(server: BadServer, tmp_path: Path) -> None:
    arguments = ("check", listed(tmp_path, server.url("/gone")), *QUICK)
    env = {**environment(tmp_path / "data"), "TERM": "xterm-256color"}
    assert "\x1b" not in await on_a_terminal(*arguments, env=env)
    del env["NO_COLOR"]
    assert "\x1b[" in await on_a_terminal(*arguments, env=env)


# How much was read


async def test_too_little_read(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", sends(PAGE))
    server.serve("/wall", sends(answer(403, b"<title>Forbidden</title>")))
    urls = listed(tmp_path, server.url("/fine"), server.url("/wall"))
    env = environment(tmp_path / "data")
    wants: Sequence[tuple[tuple[str, ...], int, bool]] = (
        ((), 0, True),
        (("--quiet",), 0, False),
        (("--min-read", "50"), 0, True),
        (("--min-read", "51", "--quiet"), 1, True),
    )
    for options, code, told in wants:
        ran = await citecheck("check", urls, *QUICK, *options, env=env)
        assert ran.code == code, (options, ran.err)
        assert ("1 of 2 pages could be read" in ran.err) is told, (options, ran.err)
    ran = await citecheck("check", urls, "--min-read", "101", env=env)
    assert ran.code == 3
    assert "--min-read" in sentences(ran.err)[0]


async def test_nothing_is_planned_after_a_look_for_once(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", sends(PAGE))
    urls = listed(tmp_path, server.url("/fine"))
    for options, planned in ((("--once",), False), ((), True)):
        ran = await citecheck(
            "check", urls, *LOOPBACK, *options, "--format", "json", env=environment(tmp_path / str(planned))
        )
        assert (ran.json["citations"][0]["link"]["next_check_at"] is not None) is planned


# Without a network


async def test_offline_says_that_citations_stay_due_where_they_do(tmp_path: Path) -> None:
    urls = listed(tmp_path, "https://paper.example/a", "https://other.example/b")
    for options, due in (((), True), (("--once",), False)):
        ran = await offline("check", urls, "--interval", "0", *options, data=tmp_path / str(due))
        assert ran.code == 1
        assert "we are offline" in ran.err
        assert ("stay due" in ran.err) is due


async def test_an_article_cannot_be_had_offline(tmp_path: Path) -> None:
    ran = await offline("check", "https://paper.example/a", "--format", "json", data=tmp_path)
    assert ran.code == 1, ran.err
    assert len(sentences(ran.err)) == 1
    assert "we are offline" in ran.err
    assert (ran.json["online"], ran.json["document"]) == (False, None)
    assert ran.json["errors"][0]["where"] == "https://paper.example/a"
