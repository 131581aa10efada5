"""Settings to Tools: the only place where adapters are named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from citecheck.adapters.clock import SystemClock
from citecheck.adapters.holder import Holder, clear_away, is_dead
from citecheck.adapters.http import DnsResolver, HttpFetcher, Marks, hosts_at_once
from citecheck.adapters.notify import Letter, SilentNotifier, SmtpNotifier
from citecheck.adapters.pool import ProcessPool
from citecheck.adapters.queue import MemoryQueue
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.adapters.sql.reports import SqlReportBook
from citecheck.adapters.sql.reviews import SqlReviewBook
from citecheck.adapters.sql.views import SqlViews
from citecheck.adapters.support import BuiltInSupport
from citecheck.adapters.warc import StoreOptions, WarcStore
from citecheck.errors import ConfigError, DataDirError
from citecheck.flows.tools import Tools
from citecheck.ports import Clock, Notifier
from citecheck.render import report_mail
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
    holder = Holder.take(settings.data_dir)
    marks = Marks.open(settings.data_dir)
    catalog = SqlCatalog(database, holder.name)
    store = WarcStore(settings.data_dir, clock, catalog, _store_options(settings.network))
    pool = ProcessPool(settings.cpu_workers, settings.cpu_memory, settings.cpu_timeout)
    try:
        await _recover(settings, clock, catalog, store)
        yield Tools(
            settings=settings,
            clock=clock,
            catalog=catalog,
            views=SqlViews(database),
            fetcher=_fetcher(settings, clock, marks),
            captures=store,
            queue=MemoryQueue(clock, drain=drain),
            pool=pool,
            support=support_backend("built-in"),
            reviews=SqlReviewBook(database),
            reports=SqlReportBook(database),
            notifier=_notifier(settings),
        )
    finally:
        await store.close()
        await pool.close()
        await database.close()
        marks.close()
        holder.let_go()


async def _recover(settings: Settings, clock: Clock, catalog: SqlCatalog, store: WarcStore) -> None:
    """What a crash left behind: captures without rows, and hosts that a dead process holds."""
    while recovered := await store.recover():
        await catalog.record_captures(recovered, clock.now())
    await catalog.free_hosts(
        lambda name: is_dead(settings.data_dir, name),
        lambda host: clock.now() + timedelta(seconds=_interval(settings, host.rpartition(":")[0])),
    )
    clear_away(settings.data_dir)


def support_backend(name: str) -> BuiltInSupport:
    """The support backend of that name; ConfigError when there is none."""
    if name != "built-in":
        raise ConfigError(f"--backend {name}: there is no such backend; give built-in")
    return BuiltInSupport.shipped()


def _fetcher(settings: Settings, clock: SystemClock, marks: Marks) -> HttpFetcher:
    network = settings.network
    return HttpFetcher(
        network,
        DnsResolver(network.nameservers),
        clock,
        interval_of=lambda host: settings.publishers.for_host(host).interval or network.interval,
        marks=marks,
    )


def _interval(settings: Settings, host: str) -> float:
    return max(settings.network.interval, settings.publishers.for_host(host).interval or 0.0)


def _notifier(settings: Settings) -> Notifier:
    if not settings.mail.recipients:
        return SilentNotifier()
    base_url = settings.serve.base_url
    return SmtpNotifier(settings.mail, lambda report: Letter(*report_mail(report, base_url)))


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
