"""Settings to Tools: the only place where adapters are named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from citecheck.adapters.clock import SystemClock
from citecheck.adapters.http import DnsResolver, HttpFetcher, hosts_at_once
from citecheck.adapters.pool import ProcessPool
from citecheck.adapters.queue import MemoryQueue
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.views import SqlViews
from citecheck.adapters.support import BuiltInSupport
from citecheck.adapters.warc import StoreOptions, WarcStore
from citecheck.errors import ConfigError, DataDirError
from citecheck.flows.tools import Tools
from citecheck.settings import NetworkSettings, Settings


@asynccontextmanager
async def open_tools(settings: Settings, *, drain: bool = True) -> AsyncIterator[Tools]:
    """Every adapter opened in order, what a crash left behind recovered, and all closed at the end.

    `drain`: the queue ends when nothing waits, as `check` wants it; a service says False.
    Raises DataDirError where the data directory cannot be used.
    """
    _make_data_dir(settings)
    hosts = hosts_at_once(settings.network.concurrent_hosts)
    settings = replace(settings, network=replace(settings.network, concurrent_hosts=hosts))
    clock = SystemClock()
    database = Database(settings.database_url or sqlite_url(settings.data_dir))
    await database.open()
    catalog = SqlCatalog(database)
    store = WarcStore(settings.data_dir, clock, catalog, _store_options(settings.network))
    pool = ProcessPool(settings.cpu_workers, settings.cpu_memory, settings.cpu_timeout)
    try:
        recovered = await store.recover()
        if recovered:
            await catalog.record_captures(recovered, clock.now())
        yield Tools(
            settings=settings,
            clock=clock,
            catalog=catalog,
            views=SqlViews(database),
            fetcher=_fetcher(settings, clock),
            captures=store,
            queue=MemoryQueue(clock, drain=drain),
            pool=pool,
            support=support_backend("built-in"),
        )
    finally:
        await store.close()
        await pool.close()
        await database.close()


def support_backend(name: str) -> BuiltInSupport:
    """The support backend of that name; ConfigError when there is none."""
    if name != "built-in":
        raise ConfigError(f"--backend {name}: there is no such backend; give built-in")
    return BuiltInSupport.shipped()


def _fetcher(settings: Settings, clock: SystemClock) -> HttpFetcher:
    network, publishers = settings.network, settings.publishers
    return HttpFetcher(
        network,
        DnsResolver(network.nameservers),
        clock,
        interval_of=lambda host: publishers.for_host(host).interval or network.interval,
    )


def _store_options(network: NetworkSettings) -> StoreOptions:
    return StoreOptions(
        user_agent=network.user_agent,
        robots="classic" if network.obey_robots else "ignore",
        operator=network.contact,
    )


def _make_data_dir(settings: Settings) -> None:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataDirError(
            f"{settings.data_dir}: the data directory cannot be made ({error.strerror}); "
            "choose another with --data-dir"
        ) from error
