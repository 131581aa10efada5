from collections.abc import AsyncIterator

import pytest
from tests.badweb.server import BadServer
from tests.badweb.world import Authority


@pytest.fixture
async def server() -> AsyncIterator[BadServer]:
    async with BadServer() as running:
        yield running


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
async def tls_server(authority: Authority) -> AsyncIterator[BadServer]:
    async with BadServer(tls=authority.context("127.0.0.1")) as running:
        yield running
