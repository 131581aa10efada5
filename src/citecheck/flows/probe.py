"""probe(host): ask a host for an address that cannot exist, and put its answer on record.

Judging asks for a probe where a page's own words do not tell whether it is there; the captures that
wait for the answer are judged again. A probe is a request like any other: in the host's turn, as
robots.txt allows, at most one a host and day (classify/probe.py says why).
"""

from datetime import timedelta

from citecheck.classify import front_url, page_facts, we_are_offline
from citecheck.flows.tools import Tools
from citecheck.model import (
    Exchange,
    Fetched,
    FetchRequest,
    Hop,
    HostKey,
    Job,
    JobKind,
    PageFacts,
    Probe,
    SourceKey,
)
from citecheck.ports import HostSession
from citecheck.read import decode
from citecheck.settings import FetchLimits

MOST = 4 * 1024 * 1024  # bytes; more of them say no more of what a host shows at any address
SLACK = timedelta(seconds=15)  # a hold outlives the deadline of the fetch by this much


async def probe(host: str, tools: Tools) -> Probe | None:
    """Carry out what the host is to be asked for; None when somebody else holds it, or we are offline."""
    key = HostKey(host)
    wish = await tools.catalog.wanted_probe(key)
    if wish is None or not await _hold(key, tools):
        return None
    try:
        async with tools.fetcher.session(key) as session:
            fetched = await session.fetch(_request(wish.url, tools))
            facts = await _facts(fetched, tools)
            honest = fetched.outcome.status in (404, 410)
            front = await _front(wish.url, session, tools) if facts is not None and not honest else None
            offline = await _offline(fetched, session, tools)
    finally:
        await tools.catalog.release_host(key, tools.clock.now() + _interval(key, tools))
    if offline:
        await tools.catalog.drop_probes(key)
        return None
    answered = Probe(key, wish.directory, tools.clock.now(), fetched.outcome, facts, front)
    for capture_id in await tools.catalog.record_probe(answered):
        await tools.queue.put(Job(JobKind.JUDGE, capture_id))
    return answered


def facts_of(payload: bytes, final: Hop, limits: FetchLimits) -> PageFacts:
    """The head facts of a body, for the process pool."""
    return page_facts(decode(payload, final.headers, limits, final.url), final.url)


def _shown(answer: Exchange, final: Hop, limits: FetchLimits) -> PageFacts | None:
    """The same of an answer, where it has a body: taking a large one out of its chunks takes a while."""
    payload = answer.payload
    return facts_of(payload, final, limits) if payload else None


def _request(url: str, tools: Tools) -> FetchRequest:
    return FetchRequest(SourceKey(url), url, obey_robots=tools.settings.network.obey_robots)


async def _front(made_up: str, session: HostSession, tools: Tools) -> PageFacts | None:
    """What the host's front page shows, where it shows one at its own address."""
    url = front_url(made_up)
    fetched = await session.fetch(_request(url, tools)) if url else None
    whole = fetched is not None and fetched.outcome.failure is None and fetched.outcome.status == 200
    return await _facts(fetched, tools) if fetched is not None and whole else None


async def _facts(fetched: Fetched, tools: Tools) -> PageFacts | None:
    final = fetched.outcome.final
    if final is None or not fetched.exchanges or fetched.outcome.failure is not None:
        return None
    if len(fetched.exchanges[-1].response) > MOST:
        return None
    facts = await tools.pool.run(_shown, fetched.exchanges[-1], final, tools.settings.network.limits)
    return facts if isinstance(facts, PageFacts) else None


async def _offline(fetched: Fetched, session: HostSession, tools: Tools) -> bool:
    redirected = tools.settings.network.redirected_hosts
    if not we_are_offline([fetched.outcome], canary_ok=False, redirected_hosts=redirected):
        return False
    if await tools.fetcher.online():
        return False
    return not await session.others_answered(fetched.outcome.started_at)


async def _hold(host: HostKey, tools: Tools) -> bool:
    now = tools.clock.now()
    each = timedelta(seconds=tools.settings.network.limits.deadline) + _interval(host, tools)
    return await tools.catalog.hold_host(host, now, now + 2 * each + SLACK)  # the front page may follow


def _interval(host: HostKey, tools: Tools) -> timedelta:
    publisher = tools.settings.publishers.for_host(host.rpartition(":")[0])
    return timedelta(seconds=max(tools.settings.network.interval, publisher.interval or 0.0))
