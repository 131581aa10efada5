"""Small, whole values for tests: a document with citations, a fetch, and what judging it gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from citecheck.model import (
    Backend,
    Capture,
    Citation,
    CitationId,
    Claim,
    DateCheck,
    DateCheckResult,
    DateReading,
    Document,
    DocumentId,
    Drift,
    Evidence,
    Exchange,
    FailureKind,
    Fetched,
    FetchFailure,
    FetchOutcome,
    FlagCode,
    FlagFinding,
    Hop,
    HostKey,
    Judged,
    Judgement,
    LinkClass,
    LinkState,
    LinkStatus,
    Observation,
    Pairing,
    PairingHow,
    Reading,
    Source,
    SourceKey,
    Span,
    Verdict,
    VerdictLabel,
)
from citecheck.testing.clock import START

ADDRESS = "203.0.113.7"  # RFC 5737: nobody's


def source(url: str = "https://example.org/a", host: str = "example.org:443") -> Source:
    """A source whose key is its URL."""
    return Source(SourceKey(url), url, HostKey(host), None)


def document(name: str = "1", *sources: Source) -> tuple[Document, tuple[Citation, ...]]:
    """A document that cites each of `sources` once."""
    text = " ".join(f"Claim {n} stands here." for n in range(1, len(sources) + 1))
    made = Document(
        id=DocumentId(f"d{name}"),
        title=f"Document {name}",
        language="en",
        text=text,
        digest=f"sha256:{name}",
        origin=f"{name}.md",
        media_type="text/markdown",
        publication=None,
        anchors=(),
    )
    citations = tuple(
        Citation(
            id=CitationId(f"c{name}-{n}"),
            document_id=made.id,
            n=n,
            url=one.url,
            source=one,
            span=Span(0, 5),
            claim=Claim(f"Claim {n} stands here.", (Span(0, 5),)),
            pairing=Pairing(PairingHow.ANCHOR, 0.9, inferred=False),
        )
        for n, one in enumerate(sources, 1)
    )
    return made, citations


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sample request says beside its URL."""

    at: datetime = START
    headers: tuple[tuple[str, str], ...] = ()


def response(body: bytes = b"", status: int = 200, *headers: tuple[str, str]) -> bytes:
    """A response as bytes, with Content-Length unless `headers` name a transfer coding."""
    coded = any(name.lower() == "transfer-encoding" for name, _ in headers)
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers)]
    if not coded:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def exchange(url: str, answer: bytes, asked: Asked | None = None) -> Exchange:
    """One request and its answer. Its payload is what stands behind the head, as for a plain body."""
    asked = asked or Asked()
    lines = [f"GET {url} HTTP/1.1", "Host: example.org", *(f"{n}: {v}" for n, v in asked.headers)]
    request = "\r\n".join(lines).encode() + b"\r\n\r\n"
    head, blank, _ = answer.partition(b"\r\n\r\n")
    return Exchange(url, ADDRESS, asked.at, request, answer, len(head + blank))


def fetched(*exchanges: Exchange, failure: FailureKind | None = None, key: str | None = None) -> Fetched:
    """The fetch that these exchanges are the hops of; a `failure` that has none failed at once."""
    hops = tuple(_hop(one) for one in exchanges)
    first = exchanges[0].url if exchanges else "https://gone.example/"
    outcome = FetchOutcome(
        source_key=SourceKey(key or first),
        url=key or first,
        hops=hops,
        failure=FetchFailure(failure, failure.explanation) if failure else None,
        started_at=exchanges[0].started_at if exchanges else START,
        elapsed=0.25,
    )
    return Fetched(outcome, exchanges)


def page(url: str = "https://example.org/a", body: bytes = b"<p>Hello</p>", at: datetime = START) -> Fetched:
    """A fetch of one page that came whole."""
    return fetched(exchange(url, response(body, 200, ("Content-Type", "text/html")), Asked(at)))


def _hop(one: Exchange) -> Hop:
    status = int(one.response[9:12]) if one.response.startswith(b"HTTP/") else None
    return Hop(one.url, status, (), one.address, one.started_at, 0.1)


def status(state: LinkState = LinkState.ALIVE, next_check_at: datetime | None = None) -> LinkStatus:
    """A link's status, alive or gone."""
    alive = state is LinkState.ALIVE
    return LinkStatus(
        state=state,
        link_class=LinkClass.ALIVE if alive else LinkClass.GONE,
        dead=False,
        drift=Drift.UNKNOWN,
        similarity=None,
        reason=state.explanation,
        rule="sample",
        status=200 if alive else 404,
        final_url=None,
        hops=(),
        strikes=0 if alive else 1,
        first_failed_at=None,
        checked_at=START,
        next_check_at=next_check_at,
    )


def verdict(capture: Capture, label: VerdictLabel = VerdictLabel.SUPPORTED) -> Verdict:
    """A verdict with one quoted passage."""
    evidence = Evidence("Hello", "", "", capture.id, Span(0, 5), 0.9)
    return Verdict(label, 0.9, "the page says it", (evidence,), (), (), Backend("sample", "1"))


def judged(
    capture: Capture,
    citations: Sequence[Citation] = (),
    codes: Sequence[FlagCode] = (),
    state: LinkState = LinkState.ALIVE,
) -> Judged:
    """What judging `capture` gives: `codes` hold for each of `citations`; next check in a day."""
    link = status(state, capture.captured_at + timedelta(days=1))
    observation = Observation(
        source_key=capture.source_key,
        capture_id=capture.id,
        at=capture.captured_at,
        state=state,
        link_class=link.link_class,
        rule="sample",
        reason=link.reason,
        status=link.status,
        final_url=None,
    )
    dates = DateReading(clues=())
    check = DateCheck(DateCheckResult.OK, "the dates fit")
    judgements = tuple(
        Judgement(
            capture.id, one.id, "1", capture.captured_at, dates, check, verdict(capture), suggestion=None
        )
        for one in citations
    )
    findings = tuple(FlagFinding(code, code.severity, code.explanation) for code in codes)
    return Judged(
        observation=observation,
        status=link,
        reading=Reading("Hello", "A title", (), "en", 1, dates) if capture.has_body else None,
        judgements=judgements,
        findings=tuple((one.id, findings) for one in citations),
    )
