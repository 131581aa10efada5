"""Small builders: captures, bodies and histories without any web."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from citecheck.classify import page_facts
from citecheck.model import (
    Capture,
    CaptureId,
    DecodedBody,
    FailureKind,
    FetchFailure,
    FetchOutcome,
    Hop,
    LinkClass,
    LinkState,
    Observation,
    PageFacts,
    RecordPointer,
    SourceKey,
    Tls,
    usual_class,
)

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://paper.example/2019/10/harbour-town-plants-ten-thousand-trees"
PLAIN = (
    "The council of the harbour town voted to plant ten thousand trees along its quays after a hot summer. "
)


def body(text: str | None, media_type: str = "text/html", data: bytes | None = None) -> DecodedBody:
    return DecodedBody(
        data if data is not None else (text or "").encode(), media_type, "utf-8" if text else None, text
    )


def facts(markup: str, url: str = URL) -> PageFacts:
    return page_facts(body(markup), url)


def hop(url: str, status: int | None, headers: Sequence[tuple[str, str]] = (), tls: Tls | None = None) -> Hop:
    return Hop(url, status, tuple(headers), "192.0.2.9", START, 0.2, tls)


def outcome(*hops: Hop, failure: FailureKind | None = None, url: str = URL) -> FetchOutcome:
    why = FetchFailure(failure, "as scripted") if failure else None
    first = hops[0].url if hops else url
    return FetchOutcome(SourceKey(first), first, hops, why, START, 0.3)


def capture(wire: FetchOutcome, number: int = 1) -> Capture:
    return Capture(
        CaptureId(f"k{number}"), wire.source_key, START, wire, RecordPointer("x.warc", 0, 1), True, None
    )


def answered(status: int = 200, url: str = URL, *headers: tuple[str, str]) -> Capture:
    return capture(outcome(hop(url, status, headers)))


def failed(kind: FailureKind, url: str = URL) -> Capture:
    return capture(outcome(url=url, failure=kind))


def seen(
    state: LinkState, day: float, *, void: bool = False, link_class: LinkClass | None = None
) -> Observation:
    """One observation of `state`, `day` days after START."""
    return Observation(
        SourceKey(URL),
        CaptureId(f"k{day}"),
        START + timedelta(days=day),
        state,
        link_class or usual_class(state),
        f"rule-{state}",
        f"It was {state}.",
        200,
        URL,
        void=void,
    )
