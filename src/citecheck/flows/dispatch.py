"""dispatch(now): put hosts with due sources on the queue, and sweep up captures nobody judged.

The tables are the truth and the queue is a hint, so dispatching twice does no harm: the queue drops
a job that waits already, and a drain takes its host's row before it fetches. However much is due after
a standstill, it is asked for host by host, at each host's pace.
"""

from datetime import datetime

from citecheck.flows.tools import Tools
from citecheck.model import Job, JobKind

HOSTS_AT_ONCE = 500
SWEEP_AT_ONCE = 500


async def dispatch(now: datetime, tools: Tools) -> int:
    """Queue hosts that are due or to be probed, and captures without a judgement; the number of jobs."""
    hosts = await tools.catalog.due_hosts(now, HOSTS_AT_ONCE)
    for due in hosts:
        await tools.queue.put(Job(JobKind.DRAIN, due.host))
    probed = await tools.catalog.wanted_probes(now, HOSTS_AT_ONCE)
    for host in probed:
        await tools.queue.put(Job(JobKind.PROBE, host))
    return len(hosts) + len(probed) + await sweep(tools)


async def sweep(tools: Tools) -> int:
    """Queue captures that wait to be judged, save those of a drain under way: a lost queue loses nothing."""
    waiting = await tools.catalog.unjudged(SWEEP_AT_ONCE, tools.clock.now())
    for capture_id in waiting:
        await tools.queue.put(Job(JobKind.JUDGE, capture_id))
    return len(waiting)
