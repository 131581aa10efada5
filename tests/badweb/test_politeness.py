"""Two commands at once on one data directory, told by the servers' own logs: no host is asked faster than
its interval, whatever asks it (pages, hops of redirects, robots.txt, probes), by whichever process."""

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from tests.acceptance.command import Ran, citecheck, environment
from tests.badweb.server import BadServer, answer, redirect, sends
from tests.badweb.zoo_pages import ARTICLE, html, ok, paragraphs

INTERVAL = 0.3  # seconds
GRAIN = 0.002  # seconds: two processes' clocks are read at different moments
LONG = paragraphs(
    *(f"Notice {n} of a host that has one long page for whatever it is asked for." for n in range(16))
)
UNSURE = html("The Quay Courier", f"<h1>Page not found</h1>{LONG}")  # only a probe can tell


async def check(urls: list[str], data: Path, *options: str) -> Ran:
    arguments = (
        "check",
        "-",
        "--allow-network",
        "127.0.0.0/8",
        "--interval",
        str(INTERVAL),
        "--format",
        "json",
    )
    return await citecheck(*arguments, *options, env=environment(data), stdin="\n".join(urls).encode())


def states(ran: Ran) -> dict[str, str]:
    return {one["url"]: one["link"]["state"] for one in ran.json["citations"]}


def polite(server: BadServer) -> None:
    times = sorted(seen.at for seen in server.log)
    assert len(times) > 4
    apart = [later - earlier for earlier, later in pairwise(times)]
    assert min(apart) >= INTERVAL - GRAIN, apart


@pytest.mark.parametrize("others", ["the same pages", "other pages"])
async def test_two_checks_at_once_keep_each_hosts_interval(others: str, tmp_path: Path) -> None:
    async with BadServer() as one, BadServer(address="127.0.0.2") as two:
        for server, other in ((one, two), (two, one)):
            server.serve("/page", ARTICLE)
            server.serve("/moved", redirect("/page", 301))
            server.serve("/away", redirect(other.url("/page")))
            server.serve("/unsure/trees-along-the-quays", ok(UNSURE))
        paths = ("/page", "/moved", "/away", "/unsure/trees-along-the-quays")
        first = [server.url(path) for server in (one, two) for path in paths]
        second = first if others == "the same pages" else [f"{url}?again" for url in first]
        ran = await asyncio.gather(check(first, tmp_path), check(second, tmp_path))
        assert all(each.code in {0, 2} for each in ran), [each.err for each in ran]
        assert all(state != "not_checked" for each in ran for state in states(each).values())
        for server in (one, two):
            assert server.asked("/robots.txt")
            polite(server)


async def test_a_probe_is_a_request_like_any_other(server: BadServer, tmp_path: Path) -> None:
    """A host that answers everything with one page is found out; one that is honest is believed."""
    server.serve("*", ok(UNSURE))
    cited = [server.url(f"/2019/10/trees-along-the-quays-{n}") for n in range(3)]
    ran = await check(cited, tmp_path, "--once")
    assert set(states(ran).values()) == {"soft_404"}
    assert len([path for path in made_up(server, cited) if path != "/"]) == 1
    assert made_up(server, cited).count("/") == 1  # the front page, to tell a gate from a missing page
    polite(server)


async def test_an_honest_host_is_believed(server: BadServer, tmp_path: Path) -> None:
    cited = [server.url(f"/2019/10/trees-along-the-quays-{n}") for n in range(3)]
    for n in range(3):
        server.serve(f"/2019/10/trees-along-the-quays-{n}", ok(UNSURE))
    ran = await check(cited, tmp_path, "--once")
    assert set(states(ran).values()) == {"alive"}
    assert len(made_up(server, cited)) == 1
    again = await check(cited, tmp_path, "--once")
    assert set(states(again).values()) == {"alive"}
    assert len(made_up(server, cited)) == 1  # the host has had its probe of the day
    offline = await citecheck("judge", "--all", env=environment(tmp_path))
    assert offline.code == 0, offline.err
    assert len(made_up(server, cited)) == 1


def made_up(server: BadServer, cited: list[str]) -> list[str]:
    """Addresses that nobody cites, asked for all the same."""
    known = {url[len(server.url("")) :] for url in cited} | {"/robots.txt"}
    return [seen.path for seen in server.log if seen.path not in known]


async def test_a_wall_is_not_probed(server: BadServer, tmp_path: Path) -> None:
    wall = [("Content-Type", "text/html"), ("cf-mitigated", "challenge")]
    server.serve("/2019/10/trees", sends(answer(403, UNSURE, wall)))
    ran = await check([server.url("/2019/10/trees")], tmp_path, "--once")
    assert list(states(ran).values()) == ["blocked_bot"]
    assert made_up(server, [server.url("/2019/10/trees")]) == []
