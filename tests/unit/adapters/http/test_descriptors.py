import resource
from collections.abc import Iterator

import pytest

from citecheck.adapters.http.descriptors import OTHERS, PER_HOST, hosts_at_once


@pytest.fixture
def limits() -> Iterator[tuple[int, int]]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield before
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_the_soft_limit_is_raised_as_far_as_needed(limits: tuple[int, int]) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, limits[1]))
    assert hosts_at_once(20) == 20
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 20 * PER_HOST + OTHERS


def test_more_hosts_than_files_are_not_drained_at_once(limits: tuple[int, int]) -> None:
    wanted = 10_000_000
    granted = hosts_at_once(wanted)
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    assert granted == wanted or granted == (soft - OTHERS) // PER_HOST
