from datetime import UTC, datetime, timedelta

import pytest

from citecheck.model import FetchOutcome, Hop, SourceKey

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = 86_400.0


def outcome(status: int, value: str | None) -> FetchOutcome:
    headers = () if value is None else (("retry-after", value),)
    hop = Hop("http://example.org/", status, headers, None, NOW, 0.1)
    return FetchOutcome(SourceKey("k"), hop.url, (hop,), None, NOW, 0.1)


@pytest.mark.parametrize(
    ("status", "value", "seconds"),
    [
        (429, "120", 120),
        (503, " 120 ", 120),
        (503, "0", 0),
        (429, "Sun, 22 Nov 2026 12:01:00 GMT", 60),
        (429, "Sun, 22 Nov 2026 11:00:00 GMT", 0),
        (429, "Sunday, 22-Nov-26 12:01:00 GMT", 60),
        (429, "Sun, 22 Nov 2026 14:01:00 +0200", 60),
        (429, "315360000", DAY),
        (429, "9" * 300, DAY),
        (429, "Tue, 22 Nov 2036 12:00:00 GMT", DAY),
        (429, "-5", None),
        (429, "1.5", None),
        (429, "soon", None),
        (429, "", None),
        (429, "٣", None),
        (429, None, None),
        (429, "Wed, 21 Oct 2015 07:28:00 +99999999999999999999", None),
        (429, "Wed, 21 Oct 2015 07:28:00 +9999999999", None),
        (429, "Wed, 21 Oct 99999 07:28:00 GMT", None),
        (429, "Wed, 21 Oct " + "9" * 5_000 + " 07:28:00 GMT", None),
        (429, "Mon, 01 Jan 0001 00:00:00 +2300", 0),
        (429, "Fri, 31 Dec 9999 23:59:59 -2300", DAY),
        (200, "120", None),
        (301, "120", None),
    ],
)
def test_how_long_a_host_asks_to_be_left_alone(status: int, value: str | None, seconds: float | None) -> None:
    until = outcome(status, value).retry_after(NOW, DAY)
    assert until == (None if seconds is None else NOW + timedelta(seconds=seconds))
