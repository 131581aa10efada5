"""A process of its own that drains many hosts at once, as the service does, and says what that cost:
python -m tests.badweb.crowd PORT HOSTS. Prints JSON: outcomes by kind, peak megabytes, hosts at once."""

import asyncio
import json
import resource
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

from tests.badweb.memory import peak

from citecheck.flows.drain import drain
from citecheck.flows.intake import intake
from citecheck.flows.submission import Submission
from citecheck.settings import FetchLimits, NetworkSettings, load_settings
from citecheck.settings.values import Override
from citecheck.wiring import open_tools

DEADLINE = 120.0  # the server answers when all have asked; on a busy machine that takes a while


async def crowd(port: int, hosts: int) -> dict[str, Any]:
    network = NetworkSettings(
        limits=replace(FetchLimits(), connect=60.0, read=60.0, deadline=DEADLINE),
        interval=0.0,
        obey_robots=False,
        allowed_networks=(ip_network("127.0.0.0/8"),),
        overrides=(Override("*", 80, ip_address("127.0.0.1"), port),),
        concurrent_hosts=hosts,
    )
    urls = "\n".join(f"http://slow{n}.example/report/{n}" for n in range(hosts))
    with tempfile.TemporaryDirectory() as scratch:
        settings = replace(load_settings({}), data_dir=Path(scratch), network=network)
        async with open_tools(settings) as tools:
            await intake(Submission(urls.encode(), "urls.txt", media_type="text/uri-list"), tools)
            places = asyncio.Semaphore(tools.settings.network.concurrent_hosts)

            async def one(host: Any) -> None:
                async with places:
                    await drain(host, tools)

            due = await tools.catalog.due_hosts(tools.clock.now(), hosts)
            await asyncio.gather(*(one(each.host) for each in due))
            ids = await tools.catalog.captures(None, 2 * hosts)
            outcomes = [(await tools.catalog.capture(each)).outcome for each in ids]
            ended = Counter(str(o.failure.kind if o.failure else o.status) for o in outcomes)
            return {"ended": ended, "at_once": tools.settings.network.concurrent_hosts}


def main(port: str, hosts: str, open_files: str = "") -> None:
    if open_files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (int(open_files), int(open_files)))
    found = asyncio.run(crowd(int(port), int(hosts)))
    found["peak"] = peak()
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
