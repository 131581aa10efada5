"""Which flow carries out which kind of job: the one place where the queue meets the flows."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from citecheck.flows.drain import drain
from citecheck.flows.judge import give_up, judge
from citecheck.flows.pair import pair
from citecheck.flows.probe import probe
from citecheck.flows.tools import Tools
from citecheck.model import Job, JobKind

Flow = Callable[[str, Tools], Awaitable[object]]

FLOWS: Mapping[JobKind, Flow] = MappingProxyType(
    {
        JobKind.DRAIN: drain,
        JobKind.JUDGE: judge,
        JobKind.PROBE: probe,
        JobKind.PAIR: pair,
    }
)


GiveUp = Callable[[str, Exception, Tools], Awaitable[object]]

# What is put on record where a job of this kind fails by a fault of ours. Jobs without one stay due.
GIVE_UP: Mapping[JobKind, GiveUp] = MappingProxyType({JobKind.JUDGE: give_up})


async def carry_out(job: Job, tools: Tools) -> object:
    """Run the job's flow and tell the queue; what the flow returns is for whoever watches."""
    try:
        return await FLOWS[job.kind](job.id, tools)
    finally:
        await tools.queue.done(job)
