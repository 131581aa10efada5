"""`citecheck eval links` on the zoo, as others would serve it: a host for each case, or one for all."""

import json
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.acceptance.command import Ran, citecheck, empty_dns, environment
from tests.badweb.server import CLOSED, BadServer, answer, hangs, sends, silent_port
from tests.badweb.world import Authority, LiteralResolver
from tests.badweb.zoo import DEEP, zoo
from tests.badweb.zoo_over_time import FAULT
from tests.badweb.zoo_pages import ARTICLE, FRONT, PARAGRAPHS, html, message, ok, paragraphs
from tests.badweb.zoo_served import serve_on_one_host, serve_zoo

LOOPBACK = ("--allow-network", "127.0.0.0/8")
QUICK = ("--interval", "0", "--timeout", "8")
Rows = Mapping[str, str]


async def evaluated(rows: Rows, folder: Path, *options: str) -> Ran:
    """The command on these (url, expected), on a machine whose name server knows no name."""
    file = folder / "links.jsonl"
    lines = [json.dumps({"url": url, "expected": expected}) for url, expected in rows.items()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with empty_dns() as nameserver:
        env = environment(folder / "data", CITECHECK_NAMESERVERS=nameserver, CITECHECK_CPU_WORKERS="1")
        return await citecheck("eval", "links", str(file), *options, env=env)


def right(ran: Ran, rows: Rows) -> None:
    """Every row was told as expected."""
    assert ran.code == 0, ran.err
    found = ran.json
    assert found["misses"] == []
    assert found["n"] == len(rows)
    assert found["exact_class"] == 1.0
    assert (found["alive_not_fine"], found["walled_not_named"], found["gone_missed"]) == (0, 0, 0)


def all_ports_to(server: BadServer, *ports: int) -> Sequence[str]:
    """--resolve options that lead every name here."""
    entries = [f"*:{port}:127.0.0.1:{server.port}" for port in (*ports, server.port)]
    return [word for entry in entries for word in ("--resolve", entry)]


async def test_a_host_for_each_case(server: BadServer, tmp_path: Path) -> None:
    serve_zoo(server, LiteralResolver(), zoo())
    rows = {f"http://{case.host}{case.path}": str(case.state) for case in zoo()}
    ran = await evaluated(rows, tmp_path, *all_ports_to(server, 80), *LOOPBACK, *QUICK)
    right(ran, rows)
    assert ran.json["exact_state"] == 1.0
    assert len(rows) >= 145


async def test_one_host_for_all_cases(server: BadServer, tmp_path: Path) -> None:
    urls = serve_on_one_host(server, zoo())
    rows = {url: str(case.state) for url, case in urls.items()}
    ran = await evaluated(rows, tmp_path, *all_ports_to(server), *LOOPBACK, *QUICK)
    right(ran, rows)
    assert ran.json["exact_state"] == 1.0
    assert len(rows) >= 140


async def test_one_https_host_for_all_cases_told_by_class(authority: Authority, tmp_path: Path) -> None:
    async with BadServer(tls=authority.context("127.0.0.1")) as server:
        here = [case for case in zoo() if not case.elsewhere][::3]
        rows = {url: str(case.expected_class) for url, case in serve_on_one_host(server, here).items()}
        ran = await evaluated(rows, tmp_path, "--cacert", str(authority.file), *LOOPBACK, *QUICK)
        right(ran, rows)
        assert ran.json["exact_state"] is None


async def test_rows_of_one_host_that_fail_alike_are_no_incident(tmp_path: Path) -> None:
    ways = {"server_error": FAULT, "empty_reply": sends(b"", then=CLOSED), "timeout": hangs()}
    rows = {}
    async with AsyncExitStack() as servers:
        for state, behaviour in ways.items():
            server = await servers.enter_async_context(BadServer())
            server.serve("*", behaviour)
            server.serve("/fine", ARTICLE)
            rows |= {server.url(f"/case/{number}"): state for number in range(12)}
            rows[server.url("/fine")] = "alive"
        ran = await evaluated(rows, tmp_path, *LOOPBACK, "--interval", "0", "--timeout", "3")
    right(ran, rows)
    assert ran.json["online"] is True


async def test_a_name_that_is_gone_spoils_no_other_row_on_a_machine_without_network(
    server: BadServer, tmp_path: Path
) -> None:
    server.serve("/fine", ARTICLE)
    async with silent_port() as closed:
        rows = {
            "http://no-such-name.invalid/a": "dns_gone",
            server.url("/fine"): "alive",
            server.url("/none"): "not_found",
            f"http://127.0.0.1:{closed}/x": "refused",
        }
        rows["http://paper-that-was.example/a"] = "dns_gone"
        ran = await evaluated(rows, tmp_path, *LOOPBACK, *QUICK)
        right(ran, rows)
        assert ran.json["online"] is False, "whether that name is gone or our network, nobody can tell"


async def test_each_row_has_a_probe_of_its_own(server: BadServer, tmp_path: Path) -> None:
    unsure = ok(html("The Quay Courier", f"<h1>Page not found</h1>{paragraphs(*PARAGRAPHS)}"))
    # Everything under /soft answers alike; under /honest only what is there does.
    for number in range(3):
        server.serve(f"/soft-{number}/2019/trees-along-the-quays", unsure)
        server.serve(f"/honest-{number}/2019/trees-along-the-quays", unsure)

    async def anything(connection, seen):  # type: ignore[no-untyped-def]
        missing = ok(message("Not found", "Not found", "No."), status=404)
        return await (unsure if seen.path.startswith("/soft-") else missing)(connection, seen)

    server.serve("*", anything)
    rows = {server.url(f"/soft-{n}/2019/trees-along-the-quays"): "soft_404" for n in range(3)}
    rows |= {server.url(f"/honest-{n}/2019/trees-along-the-quays"): "alive" for n in range(3)}
    right(await evaluated(rows, tmp_path, *LOOPBACK, *QUICK), rows)


async def test_network_options_open_and_close_what_they_say(server: BadServer, tmp_path: Path) -> None:
    server.serve("/robots.txt", sends(answer(200, b"User-agent: *\nDisallow: /private\n")))
    server.serve("/private/story", ARTICLE)
    server.serve("/", ok(FRONT))
    rows = {server.url("/private/story"): "robots_disallowed", server.url("/"): "alive"}
    right(await evaluated(rows, tmp_path, *LOOPBACK, *QUICK), rows)
    rows = dict.fromkeys(rows, "alive")
    right(await evaluated(rows, tmp_path, *LOOPBACK, *QUICK, "--ignore-robots"), rows)


async def test_a_literal_address_is_no_name_that_resolve_leads_elsewhere(
    server: BadServer, tmp_path: Path
) -> None:
    server.serve("*", ARTICLE)
    rows = {
        "http://169.254.169.254/latest/meta-data/": "unsafe_target",
        "http://[fd00:ec2::254]/latest/": "unsafe_target",
        "http://paper.example/": "alive",
        "http://10.1.2.3/": "unsafe_target",
    }
    options = ("--resolve", f"*:80:127.0.0.1:{server.port}", "--allow-network", "127.0.0.1/32")
    right(await evaluated(rows, tmp_path, *options, *QUICK), rows)


async def test_rows_that_are_no_urls_are_bad_ones(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", ARTICLE)
    rows = {
        "http://[::1": "bad_url",
        "http://": "bad_url",
        "ftp://paper.example/a": "bad_url",
        "not a url": "bad_url",
        "http://exa mple.org/": "bad_url",
        "": "bad_url",
        f"{server.url('/fine')}#a-part": "alive",
    }
    right(await evaluated(rows, tmp_path, *LOOPBACK, *QUICK), rows)


async def test_a_bad_row_changes_no_other(server: BadServer, tmp_path: Path) -> None:
    server.serve("/fine", ARTICLE)
    rows = {
        "http://exa mple.org/\nhttp://another.example/": "bad_url",
        "This is a sentence, not an address. It goes on. And on.": "bad_url",
        "https://half.example/\ud800": "bad_url",
        "# a comment": "bad_url",
        f"<{server.url('/fine')}>": "bad_url",
        server.url("/fine"): "alive",
        server.url("/none"): "not_found",
    }
    right(await evaluated(rows, tmp_path, *LOOPBACK, *QUICK), rows)


async def test_a_file_without_rows_is_one_sentence(tmp_path: Path) -> None:
    ran = await evaluated({}, tmp_path)
    assert ran.code == 3
    assert ran.err.startswith("citecheck: ")
    assert ran.err.endswith("links.jsonl: there is no row in it; write one JSON object a line.\n")


async def test_http_and_https_beside_one_another(authority: Authority, tmp_path: Path) -> None:
    async with BadServer() as plain, BadServer(tls=authority.context("127.0.0.1")) as secure:
        for server in (plain, secure):
            server.serve(DEEP, ARTICLE)
        rows = {plain.url(DEEP): "alive", secure.url(DEEP): "alive", secure.url("/none"): "not_found"}
        rows[secure.url(DEEP).replace("127.0.0.1", "paper.example")] = "tls_invalid"  # another name
        options = ("--resolve", f"paper.example:{secure.port}:127.0.0.1", "--cacert", str(authority.file))
        right(await evaluated(rows, tmp_path, *options, *LOOPBACK, *QUICK), rows)
