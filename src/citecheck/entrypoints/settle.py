"""settle: work until nothing of the given documents is due or unjudged; what `check` waits for."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from citecheck.entrypoints.worker import Watcher, watch_nothing, work
from citecheck.flows.dispatch import dispatch
from citecheck.flows.drain import Drained
from citecheck.flows.tools import Tools
from citecheck.model import DocumentId, Job

PATIENCE = timedelta(minutes=1)  # how long a host's rest is waited for
PAUSE = 0.2  # seconds until the tables are asked again for a host that somebody else holds


@dataclass(frozen=True, slots=True)
class Settled:
    """How it went: False when sources could not be reached because we are offline."""

    online: bool


async def settle(documents: Sequence[DocumentId], tools: Tools, watch: Watcher = watch_nothing) -> Settled:
    """Dispatch and work in turns until every source of `documents` is fetched and judged."""
    offline = False

    def see(job: Job, result: object) -> None:
        nonlocal offline
        offline = offline or (isinstance(result, Drained) and result.offline)
        watch(job, result)

    while await tools.catalog.pending(documents):
        now = tools.clock.now()
        if await dispatch(now, tools):
            await work(tools, see)
        elif not offline:
            # A host may ask to be left alone for hours: its sources stay not checked this time.
            await tools.catalog.put_off_resting(now, now + PATIENCE)
            await asyncio.sleep(PAUSE)
        if offline:
            break
    return Settled(online=not offline)
