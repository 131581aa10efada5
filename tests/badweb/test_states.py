"""Every behaviour of the zoo, fetched for real over loopback, gets the state that it deserves."""

from collections.abc import AsyncIterator

import pytest
from tests.badweb.server import BadServer, Behaviour, Connection, Seen
from tests.badweb.world import LiteralResolver, fetch, network
from tests.badweb.zoo import Case, zoo
from tests.badweb.zoo_pages import FRONT, ok

from citecheck.classify import observe, page_facts
from citecheck.model import Capture, CaptureId, Fetched, Observation, RecordPointer
from citecheck.read import decode
from citecheck.settings import FetchLimits

CASES = zoo()


def with_port(behaviour: Behaviour, port: int) -> Behaviour:
    """`behaviour`, with ZOO in what it sends replaced by the port."""

    async def behave(connection: Connection, seen: Seen) -> bool:
        return await behaviour(_Ported(connection.reader, connection.writer, port), seen)

    return behave


class _Ported(Connection):
    def __init__(self, reader, writer, port: int) -> None:  # type: ignore[no-untyped-def]
        super().__init__(reader, writer)
        self._port = port

    async def send(self, data: bytes, seen: Seen) -> None:
        await super().send(data.replace(b"ZOO", str(self._port).encode()), seen)


@pytest.fixture
async def scripted(server: BadServer) -> AsyncIterator[tuple[BadServer, LiteralResolver]]:
    resolver = LiteralResolver()
    for case in CASES:
        resolver.has(case.host, "127.0.0.1")
        server.serve("/", ok(FRONT), host=case.host)
        for path, behaviour in case.pages.items():
            server.serve(path.partition("?")[0], with_port(behaviour, server.port), host=case.host)
        for (host, path), behaviour in case.elsewhere.items():
            resolver.has(host, "127.0.0.1")
            server.serve(path, behaviour, host=host)
    yield server, resolver


def judged(fetched: Fetched) -> Observation:
    """What classify makes of a fetch."""
    outcome = fetched.outcome
    payload = fetched.exchanges[-1].payload if fetched.exchanges else b""
    facts = None
    if outcome.final is not None and outcome.status is not None and payload:
        body = decode(payload, outcome.final.headers, FetchLimits(), outcome.final.url)
        facts = page_facts(body, outcome.final.url)
    capture = Capture(
        CaptureId("k1"),
        outcome.source_key,
        outcome.started_at,
        outcome,
        RecordPointer("x", 0, 1),
        bool(payload),
        None,
    )
    return observe(capture, facts)


def test_the_zoo_is_large_and_its_names_are_unique() -> None:
    assert len(CASES) >= 130
    assert len({case.name for case in CASES}) == len(CASES)
    assert len([case for case in CASES if case.name.startswith("soft-404-")]) >= 35


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_each_behaviour_gets_its_state(case: Case, scripted: tuple[BadServer, LiteralResolver]) -> None:
    server, resolver = scripted
    url = f"http://{case.host}:{server.port}{case.path}"
    seen = judged(await fetch(url, network(), resolver))
    assert (seen.state, seen.link_class) == (case.state, case.expected_class), f"{seen.rule}: {seen.reason}"
    assert seen.reason
    assert "{" not in seen.reason
