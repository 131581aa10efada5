"""What fetching costs, side by side on loopback: python -m benchmarks.fetch [pages]

CPU seconds (user and system, whole process tree) and peak memory for the same pages from the same server,
one client after the other. What a client costs to start is measured too, and taken off: with one URL, for
citecheck with the whole list taken in and nothing fetched. Tools are looked for on the PATH, beside this
interpreter and in BENCH_TOOLS; those that are not there are left out, and named.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import HOSTS, make_site
from benchmarks.site import addresses, served

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "benchmarks.md"
HTTPX, FETCH, READ, LINKCHECKER = "httpx", "citecheck-fetch", "citecheck-read", "linkchecker"
AIMS = (
    f"Aimed at: {FETCH} at most half of {HTTPX} and 0.3 of {LINKCHECKER}. The table says how far that is. CPU seconds "
    "grow on a machine that is busy with other work: compare rows of one run only.\n"
)
LYCHEE = ["--no-progress", "--max-concurrency", "64"]
HEAD = "| client | what it does | CPU s per 1,000 | start, taken off | wall s | peak MB |"


@dataclass(frozen=True, slots=True)
class Contender:
    """A client: its command for a file of URLs, and the command whose cost is its start."""

    name: str
    what: str
    command: list[str]
    start: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """What one client cost: seconds of CPU without its start, the start, and the rest."""

    name: str
    what: str
    cpu: float
    start: float
    wall: float
    peak_mb: float


def contenders(urls: Path) -> list[Contender]:
    """All clients that are installed."""
    one = urls.with_name("one.txt")
    one.write_text(urls.read_text().splitlines()[0] + "\n")
    ours = [sys.executable, "-m", "benchmarks.clients"]
    intake = [*ours, "citecheck-intake", str(urls)]
    found = [
        Contender(
            HTTPX,
            "one pooled AsyncClient, bodies thrown away",
            [*ours, HTTPX, str(urls)],
            [*ours, HTTPX, str(one)],
        ),
        Contender(
            "citecheck-wire",
            "drains: guarded fetch, WARC and rows on disk",
            [*ours, "citecheck-wire", str(urls)],
            intake,
        ),
        Contender(FETCH, "the same, and classified", [*ours, FETCH, str(urls)], intake),
        Contender(
            READ, "all of `check`: also texts, dates, states on record", [*ours, READ, str(urls)], intake
        ),
    ]
    if lychee := tool("lychee"):
        what = "bodies too, for a part named in each URL"
        status, bodies = [lychee, *LYCHEE], [lychee, *LYCHEE, "--include-fragments"]
        found += [
            Contender("lychee", "status only", [*status, str(urls)], [*status, str(one)]),
            Contender("lychee-body", what, [*bodies, str(anchored(urls))], [*bodies, str(anchored(one))]),
        ]
    if linkchecker := tool(LINKCHECKER):
        checks = [linkchecker, "-r0", "--no-robots", "-t", "10", "--no-warnings"]
        pair = [[*checks, *file.read_text().split()] for file in (urls, one)]
        found.append(Contender(LINKCHECKER, "each URL, no recursion", *pair))
    return found


def anchored(urls: Path) -> Path:
    """The same addresses with a part named, which makes a checker read the body."""
    other = urls.with_name(f"anchored-{urls.name}")
    other.write_text("".join(f"{url}#top\n" for url in urls.read_text().split()))
    return other


def tool(name: str) -> str | None:
    """The path of a command."""
    places = [os.environ.get("BENCH_TOOLS", ""), str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    return shutil.which(name, path=os.pathsep.join(filter(None, places)))


def measure(one: Contender) -> Row:
    """Run a client, and its start."""
    start, whole = run(one.start), run(one.command)
    print(
        f"{one.name}: {whole['cpu']} s CPU, start {start['cpu']} s; {whole['said'].splitlines()[-1:]}",
        flush=True,
    )
    return Row(one.name, one.what, whole["cpu"] - start["cpu"], start["cpu"], whole["wall"], whole["peak_mb"])


def run(command: list[str]) -> dict[str, float | str]:
    measured = [sys.executable, "-m", "benchmarks.measured", *command]
    ran = subprocess.run(measured, cwd=ROOT, capture_output=True, text=True, check=True)
    result: dict[str, float | str] = json.loads(ran.stdout.splitlines()[-1])
    return result


def report(rows: list[Row], server: str, count: int) -> str:
    """The table with its ratios, in Markdown."""
    cost, scale = {row.name: row.cpu for row in rows}, 1000 / count
    ratios = [
        f"- {one} / {other}: {cost[one] / cost[other]:.2f}"
        for one, other in ((FETCH, HTTPX), (FETCH, LINKCHECKER), ("citecheck-wire", HTTPX))
        if other in cost
    ]
    missing = [name for name in ("lychee", LINKCHECKER) if name not in cost]
    return "\n".join(
        [
            f"{count} pages of about 51 KB from {server} on {HOSTS} loopback addresses. Each row is one process "
            "tree; robots.txt and waiting between requests are off; citecheck's WARC files and tables are on disk, "
            "with fsync.",
            "",
            HEAD,
            "|---|---|---|---|---|---|",
            *(
                f"| {r.name} | {r.what} | {r.cpu * scale:.2f} | {r.start:.2f} | {r.wall:.1f} | {r.peak_mb:.0f} |"
                for r in rows
            ),
            "",
            *ratios,
            f"- reading alone ({READ} less {FETCH}): {(cost[READ] - cost[FETCH]) * scale:.2f} s per 1,000",
            *(f"- {name}: not installed, left out" for name in missing),
            "",
        ]
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        home.chmod(0o755)
        paths = make_site(home / "site", count)
        with served(home / "site", home) as (server, port):
            hosts = addresses()
            urls = home / "urls.txt"
            listed = (f"http://{hosts[n % HOSTS]}:{port}{path}\n" for n, path in enumerate(paths))
            urls.write_text("".join(listed))
            rows = [measure(one) for one in contenders(urls)]
    text = report(rows, server, count)
    print(text)
    if count == 1000:
        made = "Made by `python -m benchmarks.fetch`, which `make bench` runs with the others."
        REPORT.write_text(f"# Benchmarks\n\n{made}\n\n## Fetching\n\n{text}\n{AIMS}")


if __name__ == "__main__":
    main()
