"""The main job on a fresh machine, without the internet: run by `make demo`.

Starts a small recorded web on loopback, checks examples/balancing-act.txt against it with the
real command, and writes the page. Ends by itself; exit 0 unless citecheck itself failed.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from serve_recorded_web import RecordedWeb

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "balancing-act.txt"
DEMO = ROOT / ".demo"
DATA, PAGE = DEMO / "data", DEMO / "page.html"
COMMAND = Path(sys.executable).parent / "citecheck"
TYPED = COMMAND.relative_to(ROOT) if COMMAND.is_relative_to(ROOT) else COMMAND.name
FAULTS = {1, 3}  # we failed, or were called wrongly; 2 means that there are flags, as there should be
LIMIT = 120.0  # seconds for one call

WORDS = """
What you see: an article of our own words with nine URLs pasted into the middle of a sentence.
citecheck found the passage that each URL belongs to, fetched the nine pages, kept a snapshot of
each, and held claims and dates against what the pages say. The nine sites are simulated: they
were served from examples/recorded_web on this machine, and nothing went to the internet.
  - {page} is the article with its citations marked: open it in a browser.
  - {warc} keeps what crossed the wire, as WARC records.
  - Walls are named, not called broken: a page that nobody could read is never "not supported".
  - No link is called dead after two looks, such as these: that takes days.
  - citecheck left with exit status {status}: {meaning}.
To check a document of yours: {command} check FILE
"""

MEANINGS = {0: "no flag of medium or high severity", 2: "there are flags of medium or high severity"}


async def citecheck(web: RecordedWeb, *options: str) -> int:
    """Run `citecheck check` on the article; its exit status."""
    arguments = [
        *("check", str(ARTICLE.relative_to(ROOT))),
        *web.network_options(),
        *("--interval", "0.05"),
        *("--data-dir", str(DATA.relative_to(ROOT))),
        "--once",
        *options,
    ]
    process = await asyncio.create_subprocess_exec(str(COMMAND), *arguments, cwd=ROOT)
    try:
        return await asyncio.wait_for(process.wait(), LIMIT)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def main() -> int:
    """The table, the page, and what they mean; our exit status."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir()
    async with RecordedWeb() as web:
        status = await citecheck(web, "--format", "text")
        if status in FAULTS:
            return status
        status = await citecheck(web, "--quiet", "--format", "html", "--output", str(PAGE.relative_to(ROOT)))
        if status in FAULTS:
            return status
    warcs = sorted(path.relative_to(ROOT) for path in DATA.rglob("*.warc*"))
    print(
        WORDS.format(
            page=PAGE.relative_to(ROOT),
            warc=warcs[0].parent,
            status=status,
            meaning=MEANINGS.get(status, "see the table"),
            command=TYPED,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
