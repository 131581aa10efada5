from datetime import UTC, datetime, timedelta

import pytest

from citecheck.classify import asks_for_rest, rest
from citecheck.classify.back_off import PATIENCE, STEPS
from citecheck.model import FetchOutcome, Hop, HostKey, SourceKey

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOST = HostKey("a.example:80")
CAP = timedelta(days=1)
NOTHING = timedelta(0)


def answer(status: int, wait: str | None = None, host: str = "a.example") -> FetchOutcome:
    headers = (("Retry-After", wait),) if wait is not None else ()
    hop = Hop(f"http://{host}/x", status, headers, "203.0.113.7", NOW, 0.1)
    return FetchOutcome(SourceKey("k"), hop.url, (hop,), None, NOW, 0.1)


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([], None),
        ([answer(200, "60")], None),
        ([answer(429, "60")], timedelta(seconds=60)),
        ([answer(503, "60")], timedelta(seconds=60)),
        ([answer(503, "9" * 40)], CAP),
        ([answer(429, "Sun, 01 Mar 2026 13:00:00 GMT")], timedelta(hours=1)),
        ([answer(429, "Sun, 01 Mar 2020 13:00:00 GMT")], None),
        ([answer(429, "Sun, 99 Mar 99999999 13:00:00 +9999999999")], None),
        ([answer(429)], None),
        ([answer(429), answer(200), answer(429)], None),
        ([answer(200), answer(429), answer(429)], NOTHING),
        ([answer(429, "0"), answer(429, "0")], NOTHING),
        ([answer(503), answer(503)], None),  # an error of its own: the incident's business
        ([answer(429, "60", "b.example")], None),
        ([answer(429, "60", "a.example:8080")], None),
    ],
)
def test_who_asks_to_be_left_alone(outcomes: list[FetchOutcome], expected: timedelta | None) -> None:
    assert asks_for_rest(outcomes, HOST, NOW, CAP) == expected


def test_rests_grow() -> None:
    assert [rest(NOTHING, times, CAP) for times in range(5)] == [*STEPS, STEPS[-1]]
    short = timedelta(seconds=5)
    assert [rest(short, times, CAP) for times in range(PATIENCE + 2)] == [short] * PATIENCE + list(STEPS[:2])
    assert rest(timedelta(hours=3), 0, timedelta(hours=2)) == timedelta(hours=2)
