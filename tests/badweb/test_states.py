"""Every behaviour of the zoo, fetched for real over loopback, gets the state that it deserves."""

from collections.abc import AsyncIterator

import pytest
from tests.badweb.server import BadServer
from tests.badweb.world import LiteralResolver, fetch, network
from tests.badweb.zoo import Case, zoo
from tests.badweb.zoo_served import serve_zoo

from citecheck.classify import observe, page_facts
from citecheck.model import Capture, CaptureId, Fetched, Observation, RecordPointer
from citecheck.read import decode
from citecheck.settings import FetchLimits

CASES = zoo()


@pytest.fixture
async def scripted(server: BadServer) -> AsyncIterator[tuple[BadServer, LiteralResolver]]:
    resolver = LiteralResolver()
    serve_zoo(server, resolver, CASES)
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
