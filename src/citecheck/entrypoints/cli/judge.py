"""citecheck judge: judge captures on record again, without any fetch."""

import json
from pathlib import Path

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from
from citecheck.entrypoints.cli.output import say, write_out
from citecheck.entrypoints.cli.running import run
from citecheck.entrypoints.worker import Fault, Watcher, watch_nothing, work
from citecheck.flows.dispatch import sweep
from citecheck.flows.tools import Tools
from citecheck.model import CaptureId, Job, JobKind
from citecheck.wiring import open_tools

PAGE = 500  # captures looked up at once


def run_judge(data_dir: Path | None, config: Path | None, everything: bool, format_: str) -> int:
    """Judge what nobody judged yet, or with `everything` all captures again; the exit code."""
    chosen = chosen_format(format_, ("text", "json"))
    settings = settings_from(data_dir, config, NetworkOptions())

    failed: list[str] = []

    def watch(job: Job, result: object) -> None:
        if isinstance(result, Fault):
            failed.append(job.id)

    async def go() -> int:
        async with open_tools(settings) as tools:
            return await judge_again(tools, watch) if everything else await judge_rest(tools, watch)

    judged = run(go()) - len(failed)
    said = f"{judged} capture{'' if judged == 1 else 's'} judged, nothing fetched"
    result = {"judged": judged, "failed": failed}
    write_out(json.dumps(result) if chosen == "json" else said, None)
    if failed:
        say(f"judging failed by a fault of ours: {', '.join(failed)}")
    return 1 if failed else 0


async def judge_again(tools: Tools, watch: Watcher = watch_nothing) -> int:
    """Judge every capture again, oldest first; how many."""
    after: CaptureId | None = None
    count = 0
    while page := await tools.catalog.captures(after, PAGE):
        for capture_id in page:
            await tools.queue.put(Job(JobKind.JUDGE, capture_id))
        await work(tools, watch)
        after, count = page[-1], count + len(page)
    return count


async def judge_rest(tools: Tools, watch: Watcher = watch_nothing) -> int:
    """Judge captures without an observation; how many."""
    count = 0
    while queued := await sweep(tools):
        await work(tools, watch)
        count += queued
    return count
