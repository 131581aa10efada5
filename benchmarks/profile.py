"""Where a client's CPU goes, by package: samples of what holds the interpreter, taken by py-spy."""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.tools import tool

ROOT = Path(__file__).resolve().parent.parent
RATE = 300  # samples a second
START = ("set_findings", "add_document", "migrate", "<module> (citecheck")  # taking the list in
WORK = (
    "drain (",
    "_is_alive (",
    "WarcStore",
    "_serve (citecheck",
)  # what is counted
PARTS = (  # what a stack's innermost frame of ours says
    ("citecheck/classify", "classify: the page's glance and the rules"),
    ("citecheck/read", "decode: encoding and characters"),
    ("citecheck/adapters/warc", "WARC: records, digests, gzip, reading back"),
    ("citecheck/adapters/sql", "rows: our part, and SQLAlchemy and SQLite below it"),
    ("citecheck/adapters/http", "HTTP: guard, pace, the wire's record, and httpx and h11 below it"),
    ("citecheck/adapters/codec", "rows and records as JSON"),
)


def where(client: str, urls: Path) -> str:
    """The shares in Markdown."""
    spy = tool("py-spy")
    if spy is None:
        return "\nWhere the CPU goes was not looked at: py-spy is not installed.\n"
    with tempfile.TemporaryDirectory() as scratch:
        stacks = Path(scratch) / "stacks"
        command = [sys.executable, "-m", "benchmarks.clients", client, str(urls)]
        record = [spy, "record", "--gil", "-r", str(RATE), "-f", "raw", "-o", str(stacks), "--", *command]
        subprocess.run(record, cwd=ROOT, capture_output=True, check=True)
        shares = _shares(stacks.read_text())
    lines = [f"- {percent:.0f}% {part}" for part, percent in shares if percent >= 1]
    return "\n".join([f"\nWhere the CPU of {client} goes, by samples:\n", *lines, ""])


def _shares(stacks: str) -> list[tuple[str, float]]:
    counts: Counter[str] = Counter()
    for line in stacks.splitlines():
        stack, _, samples = line.rpartition(" ")
        if any(mark in stack for mark in WORK) and not any(mark in stack for mark in START):
            counts[_part(stack)] += int(samples)
    total = sum(counts.values())
    return [(part, 100 * count / total) for part, count in counts.most_common()]


def _part(stack: str) -> str:
    for frame in reversed(stack.split(";")):
        for package, words in PARTS:
            if f"({package}" in frame:
                return words
    return "flows, the event loop and threads"
