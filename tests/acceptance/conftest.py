import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from examples.serve_recorded_web import RecordedWeb
from tests.badweb.server import BadServer

SEED = os.environ.get("CITECHECK_SEED")

# The first article is not ours to ship: its tests are collected where it is at hand.
collect_ignore = [] if SEED else ["test_seed.py"]

# pywb pins versions of its own: it lives in a virtual environment beside ours, named by CITECHECK_PYWB.
if not os.environ.get("CITECHECK_PYWB"):
    collect_ignore.append("test_pywb.py")

# Schemas that other people publish: not ours to ship, named by variables.
if not (os.environ.get("CITECHECK_JUNIT_XSD") and os.environ.get("CITECHECK_SARIF_SCHEMA")):
    collect_ignore.append("test_official_schemas.py")


@pytest.fixture
async def web() -> AsyncIterator[RecordedWeb]:
    async with RecordedWeb() as running:
        yield running


@pytest.fixture
async def server() -> AsyncIterator[BadServer]:
    async with BadServer() as running:
        yield running


@pytest.fixture
def seed() -> Path:
    assert SEED is not None
    return Path(SEED)
