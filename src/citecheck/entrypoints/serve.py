"""serve: pages, clock and worker in one process, stopped gracefully together."""

import asyncio
import logging
from collections.abc import Callable

import uvicorn

from citecheck.entrypoints.scheduler import build_scheduler, catch_up
from citecheck.entrypoints.web import build_app
from citecheck.entrypoints.worker import work
from citecheck.flows.dispatch import dispatch
from citecheck.flows.tools import Tools

GRACE = 60.0  # seconds for fetches under way to end before they are given up (they stay due)

log = logging.getLogger(__name__)


async def serve(tools: Tools, ready: Callable[[], None] = lambda: None) -> None:
    """Serve until SIGINT or SIGTERM; then stop taking jobs, let running ones end, and return.

    A fault of ours in the worker stops the whole process: a supervisor starts it again, and the
    tables say what is due.
    """
    options = tools.settings.serve
    config = uvicorn.Config(
        build_app(tools),
        host=options.host,
        port=options.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    scheduler = build_scheduler(tools)
    await dispatch(tools.clock.now(), tools)
    scheduler.start()
    worker = asyncio.create_task(work(tools), name="worker")
    worker.add_done_callback(lambda _: setattr(server, "should_exit", True))
    late = asyncio.create_task(catch_up(tools), name="catch-up")
    ready()
    try:
        await server.serve()
    finally:
        scheduler.shutdown(wait=False)
        late.cancel()
        await asyncio.gather(late, return_exceptions=True)
        tools.queue.close()
        await _ended(worker)


async def _ended(worker: asyncio.Task[None]) -> None:
    """Wait for running jobs; a fault of the worker is raised here, after everything else stopped."""
    done, pending = await asyncio.wait({worker}, timeout=GRACE)
    for task in pending:
        log.warning("jobs did not end within %s s; what they fetched last stays due", GRACE)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    for task in done:
        task.result()
