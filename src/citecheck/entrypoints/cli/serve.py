"""citecheck serve: the pages, the clock and the worker."""

import asyncio
import logging
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from citecheck.entrypoints.cli.options import NetworkOptions, settings_from
from citecheck.entrypoints.serve import serve
from citecheck.entrypoints.web.guard import refuse_open_binding
from citecheck.entrypoints.worker import calm_collector
from citecheck.errors import ConfigError
from citecheck.settings import Settings
from citecheck.wiring import open_tools

QUIET = ("apscheduler", "httpx", "httpcore", "alembic", "uvicorn")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """The command line of `serve`; None leaves a setting as it is."""

    host: str | None
    port: int | None
    data_dir: Path | None
    config: Path | None
    network: NetworkOptions


def run_serve(options: ServeOptions) -> int:
    """Serve until told to stop; the exit code."""
    settings = serve_settings(options)
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)

    async def go() -> None:
        async with open_tools(settings, drain=False) as tools:
            calm_collector()
            await serve(tools, _announce)

    asyncio.run(go())
    return 0


def serve_settings(options: ServeOptions) -> Settings:
    """The settings with the command line on top; ConfigError where pages would be open to everybody."""
    settings = settings_from(options.data_dir, options.config, options.network)
    chosen = replace(
        settings.serve,
        host=settings.serve.host if options.host is None else options.host,
        port=settings.serve.port if options.port is None else options.port,
    )
    if not 0 <= chosen.port <= 65_535:
        raise ConfigError(f"--port {chosen.port}: give a number from 0 (any free one) to 65535")
    refuse_open_binding(chosen)
    return replace(settings, serve=chosen)


def _announce(address: str) -> None:
    sys.stdout.write(f"citecheck serves {address} (Ctrl-C stops it)\n")
    sys.stdout.flush()
