"""What every Resolver keeps: addresses or one reason, never both, and nothing raised."""

import pytest

from citecheck.adapters.http import DnsResolver
from citecheck.model import Resolution
from citecheck.ports import Resolver
from citecheck.testing.web import FakeResolver


@pytest.fixture(params=["fake", "dns"])
def resolver(request: pytest.FixtureRequest) -> Resolver:
    if request.param == "dns":
        return DnsResolver(["127.0.0.1:9"], timeout=0.5)
    fake = FakeResolver()
    fake.has("localhost", "127.0.0.1")
    return fake


async def test_a_known_name(resolver: Resolver) -> None:
    assert await resolver.resolve("localhost") == Resolution(("127.0.0.1",), None)


@pytest.mark.parametrize("name", ["gone.invalid", "a..b", "", "x" * 300])
async def test_a_name_without_an_address(resolver: Resolver, name: str) -> None:
    found = await resolver.resolve(name)
    assert found.addresses == ()
    assert found.failure in ("nxdomain", "servfail", "timeout", "no_address")
    assert found.detail


async def test_answers_may_change() -> None:
    first, second = Resolution(("127.0.0.1",), None), Resolution((), "servfail", "down")
    fake = FakeResolver({"a.example": [first, second]})
    assert [await fake.resolve("a.example") for _ in range(3)] == [first, second, second]
