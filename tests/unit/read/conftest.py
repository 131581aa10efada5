"""Small pages for the tests of the read stage."""

from collections.abc import Callable
from datetime import date

import pytest

from citecheck.model import DateReading, Publisher, Reading
from citecheck.read import decode, read
from citecheck.read.candidates import Vote
from citecheck.read.page import parse_page
from citecheck.read.page_dates import date_reading
from citecheck.settings.values import FetchLimits

URL = "https://news.example/snow"
BODY = (
    "<p>The council of the town met in the old mill and agreed on a new order for clearing snow from "
    "pavements, which had been argued about for most of the winter.</p>"
    "<p>Members of all parties said that the plough would pass the school first and the market second, "
    "and that the cost would be shared with the county.</p>"
    "<p>A second reading is planned for the spring, when the budget for the following year is drawn up and "
    "the roads have been inspected for frost damage.</p>"
)


@pytest.fixture
def nobody() -> Publisher:
    """An unknown host's publisher."""
    return Publisher(id="none", name="", domains=())


@pytest.fixture
def article() -> str:
    """Three paragraphs of an article without a date."""
    return BODY


@pytest.fixture
def reading_of(nobody: Publisher) -> Callable[..., Reading | None]:
    """What `read` makes of a body sent as `kind`."""

    def read_it(
        payload: str | bytes, kind: str = "text/html; charset=utf-8", url: str = URL, sent: str | None = None
    ) -> Reading | None:
        data = payload if isinstance(payload, bytes) else payload.encode()
        body = decode(data, [("Content-Type", kind)], FetchLimits(), url)
        return read(body, url, nobody, sent)

    return read_it


@pytest.fixture
def dates_of(nobody: Publisher) -> Callable[..., DateReading]:
    """The dates of a page with this head and body; the extractor says `vote`."""

    def read_them(head: str = "", body: str = "", url: str = URL, vote: date | None = None) -> DateReading:
        html = f"<html lang=en><head>{head}</head><body><h1>Snow order</h1>{body}{BODY}</body></html>"
        return date_reading(parse_page(html, url), nobody, None, lambda: Vote(vote))

    return read_them
