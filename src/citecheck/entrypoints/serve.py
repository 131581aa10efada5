"""serve: pages, clock and worker in one process, stopped gracefully together."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from citecheck.entrypoints.scheduler import build_scheduler, catch_up
from citecheck.entrypoints.web import build_app
from citecheck.entrypoints.worker import Tolerance, work
from citecheck.errors import ConfigError
from citecheck.flows.dispatch import dispatch
from citecheck.flows.tools import Tools
from citecheck.settings import ServeSettings

GRACE = 10.0  # seconds for jobs under way to end before they are given up (what they had stays due)
STOPS = (signal.SIGINT, signal.SIGTERM)

log = logging.getLogger(__name__)

Ready = Callable[[str], None]


class PageServer(uvicorn.Server):
    """uvicorn, which tells when it answers, and leaves signals to us: it would end the process with
    the signal before the jobs under way have ended."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, and say so."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing: serve() has its own."""
        yield


async def serve(tools: Tools, ready: Ready = lambda address: None) -> None:
    """Serve until SIGINT or SIGTERM; then stop taking jobs, let running ones end, and return.

    `ready` is called with the address once pages are answered. ConfigError when the address is taken.
    """
    listener = listen(tools.settings.serve)
    server = PageServer(_config(tools), lambda: ready(address_of(listener)))
    scheduler = build_scheduler(tools)
    worker = asyncio.create_task(work(tools, tolerance=Tolerance(tools.clock)), name="worker")
    worker.add_done_callback(lambda _: setattr(server, "should_exit", True))
    late = asyncio.create_task(_begin(tools), name="catch-up")
    scheduler.start()
    try:
        with _stopping(server, worker):
            await server.serve(sockets=[listener])
            scheduler.shutdown(wait=False)
            tools.queue.close()
            await _ended(worker)
    finally:
        late.cancel()
        await asyncio.gather(late, return_exceptions=True)
        listener.close()


def listen(options: ServeSettings) -> socket.socket:
    """A listening socket for the pages; ConfigError when there can be none."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        return socket.create_server((options.host, options.port), family=family, backlog=128)
    except OSError as error:
        raise ConfigError(
            f"--host {options.host} --port {options.port}: cannot listen there ({error.strerror}); "
            "stop what does, or give another --port"
        ) from error


def address_of(listener: socket.socket) -> str:
    """The URL of the pages."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _config(tools: Tools) -> uvicorn.Config:
    return uvicorn.Config(
        build_app(tools),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
    )


async def _begin(tools: Tools) -> None:
    """What a standstill missed is asked for at once."""
    try:
        await dispatch(tools.clock.now(), tools)
        await catch_up(tools)
    except Exception:
        log.exception("catching up failed; the clock's next tick tries again")


@contextmanager
def _stopping(server: uvicorn.Server, worker: asyncio.Task[None]) -> Iterator[None]:
    """The first signal stops gracefully, the second gives up what is under way."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if server.should_exit:
            worker.cancel()
        server.should_exit = True

    for number in STOPS:
        loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number in STOPS:
            loop.remove_signal_handler(number)


async def _ended(worker: asyncio.Task[None]) -> None:
    """Wait for running jobs; a fault that ended the worker is raised here, after everything else stopped."""
    _, pending = await asyncio.wait({worker}, timeout=GRACE)
    if pending:
        log.warning("jobs did not end within %g s; what they had not put on record stays due", GRACE)
        worker.cancel()
        await asyncio.wait({worker})
    if not worker.cancelled():
        worker.result()
