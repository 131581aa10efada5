"""What fetching costs, side by side on loopback: python -m benchmarks.fetch [pages]

CPU seconds (user and system) and peak memory (whole process tree) for the same pages from the same server,
one client after the other, in several rounds: the median of each counts. Starting does not count: clients in Python count from their first host on, and of
the others a run with one URL is taken off. Tools are looked for on the PATH, beside this interpreter and in
BENCH_TOOLS; those that are not there are left out, and named.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pages import HOSTS, make_site
from benchmarks.profile import where
from benchmarks.site import addresses, served
from benchmarks.tools import tool

ROUNDS = 5  # a client that takes minutes has one
SLOW = 30.0  # seconds of CPU
ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "benchmarks.md"
HTTPX, LINKCHECKER = "httpx", "linkchecker"
GET, WIRE, FETCH, READ = "citecheck-get", "citecheck-wire", "citecheck-fetch", "citecheck-read"
RATIOS = (
    (GET, HTTPX),
    (WIRE, HTTPX),
    (FETCH, HTTPX),
    (FETCH, "httpx-64"),
    (FETCH, LINKCHECKER),
    (FETCH, f"{LINKCHECKER}-body"),
    (FETCH, "lychee-body"),
)
AIMS = (
    f"Aimed at: {FETCH} at most half of {HTTPX} and 0.3 of {LINKCHECKER}. The table says how far that is. CPU seconds "
    "grow on a machine that is busy with other work: compare rows of one run only.\n"
)
LYCHEE = ["--no-progress", "--max-concurrency", "200"]
HEAD = "| client | what it does | CPU s per 1,000 | wall s, start too | peak MB |"


@dataclass(frozen=True, slots=True)
class Contender:
    """A client: its command for a file of URLs, and the command whose cost is its start."""

    name: str
    what: str
    command: list[str]
    start: list[str] | None = None  # None: it counts its own CPU


@dataclass(frozen=True, slots=True)
class Row:
    """What one client cost: seconds of CPU without its start, and the rest."""

    name: str
    what: str
    cpu: float
    wall: float
    peak_mb: float

    @classmethod
    def median(cls, rows: "list[Row]") -> "Row":
        """One row for all rounds of a client."""
        cpu, wall = (statistics.median(getattr(row, name) for row in rows) for name in ("cpu", "wall"))
        return cls(rows[0].name, rows[0].what, cpu, wall, max(row.peak_mb for row in rows))


def contenders(urls: Path) -> list[Contender]:
    """All clients that are installed."""
    one = urls.with_name("one.txt")
    one.write_text(urls.read_text().splitlines()[0] + "\n")
    ours = [sys.executable, "-m", "benchmarks.clients"]
    kinds = {
        HTTPX: "one pooled AsyncClient, 200 requests at once, bodies thrown away",
        "httpx-64": "the same, 64 at once",
        GET: "200 hosts at once: fetched through the guard, every byte kept",
        WIRE: "drains: also WARC and rows on disk",
        FETCH: "also classified, each payload once it is on disk",
    }
    found = [Contender(name, what, [*ours, name, str(urls)]) for name, what in kinds.items()]
    all_of_it = "all of `check`: also texts, dates, states on record"
    found.append(Contender(READ, all_of_it, [*ours, READ, str(urls)], [*ours, "citecheck-start", str(urls)]))
    return [*found, *_lychee(urls, one), *_linkchecker(urls, one)]


def _lychee(urls: Path, one: Path) -> Iterator[Contender]:
    if lychee := tool("lychee"):
        status, bodies = [lychee, *LYCHEE], [lychee, *LYCHEE, "--include-fragments"]
        yield Contender("lychee", "status only", [*status, str(urls)], [*status, str(one)])
        anchors = [[*bodies, str(anchored(file))] for file in (urls, one)]
        yield Contender("lychee-body", "bodies too, for a part named in each URL", *anchors)


def _linkchecker(urls: Path, one: Path) -> Iterator[Contender]:
    if linkchecker := tool(LINKCHECKER):
        checks = [linkchecker, "-r0", "--no-robots", "-t", "10", "--no-warnings"]
        pair = [[*checks, *file.read_text().split()] for file in (urls, one)]
        yield Contender(LINKCHECKER, "each URL, no recursion, bodies not read", *pair)
        settings = urls.with_name("linkchecker.ini")
        settings.write_text("[AnchorCheck]\n")
        checks += ["-f", str(settings)]
        pair = [[*checks, *anchored(file).read_text().split()] for file in (urls, one)]
        yield Contender(f"{LINKCHECKER}-body", "bodies too, for a part named in each URL", *pair)


def anchored(urls: Path) -> Path:
    """The same addresses with a part named, which makes a checker read the body."""
    other = urls.with_name(f"anchored-{urls.name}")
    other.write_text("".join(f"{url}#top\n" for url in urls.read_text().split()))
    return other


def compare(clients: list[Contender]) -> list[Row]:
    """Every client in every round, one after the other, so that all see the same machine."""
    rows = {one.name: [measure(one)] for one in clients}
    for _ in range(ROUNDS - 1):
        for one in clients:
            if rows[one.name][0].cpu < SLOW:
                rows[one.name].append(measure(one))
    return [Row.median(found) for found in rows.values()]


def measure(one: Contender) -> Row:
    """Run a client, and its start where it does not count for itself."""
    whole = run(one.command)
    said = str(whole["said"]).splitlines()
    own = [float(line.split()[1]) for line in said if line.startswith("CPU ")]
    cpu = own[0] if one.start is None else whole["cpu"] - run(one.start)["cpu"]
    print(f"{one.name}: {cpu:.2f} s CPU; {said[-1:]}", flush=True)
    return Row(one.name, one.what, cpu, whole["wall"], whole["peak_mb"])


def run(command: list[str]) -> dict[str, Any]:
    measured = [sys.executable, "-m", "benchmarks.measured", *command]
    ran = subprocess.run(measured, cwd=ROOT, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return result


def report(rows: list[Row], server: str, count: int) -> str:
    """The table with its ratios, in Markdown."""
    cost, scale = {row.name: row.cpu for row in rows}, 1000 / count
    ratios = [f"- {one} / {other}: {cost[one] / cost[other]:.2f}" for one, other in RATIOS if other in cost]
    missing = [name for name in ("lychee", LINKCHECKER) if name not in cost]
    return "\n".join(
        [
            f"{count} pages of about 51 KB from {server} on {HOSTS} loopback addresses. Each row is one process "
            f"tree, the median of {ROUNDS} rounds (of one where a round takes minutes); robots.txt and waiting between requests are off; citecheck's WARC files and tables are on disk, "
            "with fsync.",
            "",
            HEAD,
            "|---|---|---|---|---|",
            *(
                f"| {r.name} | {r.what} | {r.cpu * scale:.2f} | {r.wall:.1f} | {r.peak_mb:.0f} |"
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
            rows = compare(contenders(urls))
            text = report(rows, server, count) + where(FETCH, urls)
    print(text)
    if count == 1000:
        made = "Made by `python -m benchmarks.fetch`, which `make bench` runs with the others."
        REPORT.write_text(f"# Benchmarks\n\n{made}\n\n## Fetching\n\n{text}\n{AIMS}")


if __name__ == "__main__":
    main()
