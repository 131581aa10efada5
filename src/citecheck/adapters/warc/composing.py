"""From what a fetcher hands over to the records of one capture. Pure.

Each hop that answered is a request and a response (or revisit) record; one metadata record with the
wire facts closes the group. A group without its metadata record is not whole.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from citecheck.adapters import codec
from citecheck.adapters.warc import wire
from citecheck.adapters.warc.identity import record_uri, warc_date
from citecheck.adapters.warc.records import PAYLOAD_SHA256, Headers, Record, labelled_sha1, target_uri
from citecheck.model import Capture, CaptureId, Exchange, Fetched, FetchOutcome, RecordPointer

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
FACTS_OF = "urn:citecheck:capture:"  # before the URL: players would show our facts in place of its page
HTTP = "application/http;msgtype={}"


@dataclass(frozen=True, slots=True)
class WireFacts:
    """The block of a metadata record: all that a capture's row says, save where its records lie."""

    schema: int
    capture_id: CaptureId
    captured_at: datetime
    outcome: FetchOutcome
    record: str | None  # WARC-Record-ID of the final response; None: this metadata record
    has_body: bool
    payload_sha1: str | None
    payload_sha256: str | None
    payload_length: int
    refers_to: RecordPointer | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange that brought an answer, taken apart; digests are None where it has no payload."""

    exchange: Exchange
    parsed: wire.Response | None  # None: not HTTP
    length: int = 0
    sha1: str | None = None
    sha256: str | None = None

    @property
    def payload(self) -> bytes:
        """The de-chunked body."""
        return wire.payload(self.exchange.response, self.parsed) if self.parsed is not None else b""

    @classmethod
    def of(cls, exchange: Exchange) -> "Answer":
        """The exchange with its de-chunked payload digested."""
        parsed = wire.parse(exchange.response)
        if parsed is None:
            return cls(exchange, parsed)
        length, sha1, sha256 = 0, hashlib.sha1(usedforsecurity=False), hashlib.sha256()
        for block in wire.blocks(exchange.response, parsed):
            length += len(block)
            sha1.update(block)
            sha256.update(block)
        if length == 0:
            return cls(exchange, parsed)
        return cls(exchange, parsed, length, labelled_sha1(sha1.digest()), sha256.hexdigest())


@dataclass(frozen=True, slots=True)
class Taken:
    """A fetch taken apart before writing. `final` is the last hop's answer, where it gave one."""

    fetched: Fetched
    answers: tuple[Answer, ...]
    final: Answer | None

    @property
    def unchanged(self) -> bool:
        """Whether the host says that what we have is still right (304, and we asked)."""
        final = self.final
        asked = final is not None and wire.asks_if_changed(final.exchange.request)
        return asked and final is not None and final.parsed is not None and final.parsed.status == 304

    @property
    def sharable(self) -> str | None:
        """The digest of the final payload, where a revisit record may stand for it: it came whole."""
        final = self.final
        return final.sha256 if final is not None and final.exchange.truncated is None else None


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one capture in writing order, and the facts that its row is made from."""

    facts: WireFacts
    records: tuple[Record, ...]


def take_apart(fetched: Fetched) -> Taken:
    """Digest every answer's payload, and find the final one."""
    answers = tuple(Answer.of(exchange) for exchange in fetched.exchanges if exchange.response)
    return Taken(fetched, answers, _final(fetched.outcome, answers))


def compose(taken: Taken, capture_id: CaptureId, earlier: Capture | None) -> Group:
    """All records of one capture. `earlier` holds the same payload, or is what a 304 speaks of."""
    records: list[Record] = []
    answered: list[str] = []
    for hop, answer in enumerate(taken.answers):
        response_id = record_uri(capture_id, f"response/{hop}")
        if answer is taken.final and earlier is not None:
            records.append(_revisit(answer, response_id, _reference(taken, earlier)))
        else:
            records.append(_response(answer, response_id))
        if answer.exchange.request:
            records.append(_request(answer, record_uri(capture_id, f"request/{hop}"), response_id))
        answered.append(response_id)
    facts = _facts(taken, capture_id, answered[-1] if taken.final else None, earlier)
    records.append(_metadata(facts, answered))
    return Group(facts, tuple(records))


def capture_of(facts: WireFacts, places: Mapping[str, RecordPointer], metadata: RecordPointer) -> Capture:
    """The capture's row, from its facts and from where its records came to lie."""
    return Capture(
        id=facts.capture_id,
        source_key=facts.outcome.source_key,
        captured_at=facts.captured_at,
        outcome=facts.outcome,
        record=places[facts.record] if facts.record is not None else metadata,
        has_body=facts.has_body,
        payload_sha256=facts.payload_sha256,
        payload_length=facts.payload_length,
        refers_to=facts.refers_to,
    )


def _final(outcome: FetchOutcome, answers: tuple[Answer, ...]) -> Answer | None:
    """The last hop's answer. One that is not HTTP has no status, and still is the answer."""
    hop = outcome.final
    last = answers[-1] if answers else None
    if hop is None or last is None:
        return None
    if last.exchange.url != hop.url or (hop.status is None and last.parsed is not None):
        return None  # what answered was the hop before
    return last


def _facts(taken: Taken, capture_id: CaptureId, main: str | None, earlier: Capture | None) -> WireFacts:
    final, outcome = taken.final, taken.fetched.outcome
    sha256, length = (final.sha256, final.length) if final is not None else (None, 0)
    if taken.unchanged and earlier is not None:  # a 304 brings no payload: the earlier one counts
        sha256, length = earlier.payload_sha256, earlier.payload_length
    return WireFacts(
        schema=1,
        capture_id=capture_id,
        captured_at=final.exchange.started_at if final is not None else outcome.started_at,
        outcome=outcome,
        record=main,
        has_body=sha256 is not None,
        payload_sha1=final.sha1 if final is not None else None,
        payload_sha256=sha256,
        payload_length=length,
        refers_to=(earlier.refers_to or earlier.record) if earlier is not None else None,
    )


def _response(answer: Answer, record_id: str) -> Record:
    exchange = answer.exchange
    headers = (
        ("WARC-Type", "response"),
        ("WARC-Record-ID", record_id),
        *_wire_headers(answer),
        *_payload_digests(answer),
        *((("WARC-Truncated", exchange.truncated),) if exchange.truncated else ()),
        ("Content-Type", HTTP.format("response") if answer.parsed else "application/octet-stream"),
    )
    return Record(headers, exchange.response)


def _revisit(answer: Answer, record_id: str, reference: Headers) -> Record:
    head = answer.exchange.response[: answer.parsed.head_end if answer.parsed else 0]
    headers = (
        ("WARC-Type", "revisit"),
        ("WARC-Record-ID", record_id),
        *_wire_headers(answer),
        *reference,
        ("Content-Type", HTTP.format("response")),
    )
    return Record(headers, head)


def _request(answer: Answer, record_id: str, response_id: str) -> Record:
    headers = (
        ("WARC-Type", "request"),
        ("WARC-Record-ID", record_id),
        *_wire_headers(answer),
        ("WARC-Concurrent-To", response_id),
        ("Content-Type", HTTP.format("request")),
    )
    return Record(headers, wire.without_secrets(answer.exchange.request))


def _metadata(facts: WireFacts, answered: list[str]) -> Record:
    headers = (
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", record_uri(facts.capture_id, "metadata")),
        ("WARC-Target-URI", FACTS_OF + target_uri(facts.outcome.url)),
        ("WARC-Date", warc_date(facts.captured_at)),
        *(("WARC-Concurrent-To", record_id) for record_id in answered),
        ("Content-Type", "application/json"),
    )
    return Record(headers, codec.dumps(facts).encode())


def _wire_headers(answer: Answer) -> Headers:
    exchange = answer.exchange
    return (
        ("WARC-Target-URI", target_uri(exchange.url)),
        ("WARC-Date", warc_date(exchange.started_at)),
        *((("WARC-IP-Address", exchange.address),) if exchange.address else ()),
    )


def _payload_digests(answer: Answer) -> Headers:
    """Digests of the de-chunked payload.

    Readers in use digest a chunked body with its framing, against the standard, and report a
    WARC-Payload-Digest made by the standard as damage. So that field is written only where both ways
    agree; our own field, with the stronger digest, always.
    """
    if answer.sha1 is None or answer.sha256 is None or answer.parsed is None:
        return ()
    ours = (PAYLOAD_SHA256, answer.sha256)
    return (("WARC-Payload-Digest", answer.sha1), ours) if answer.parsed.plain else (ours,)


def _reference(taken: Taken, earlier: Capture) -> Headers:
    """The fields that say what a revisit record stands for."""
    where = earlier.refers_to or earlier.record
    url = earlier.outcome.final.url if earlier.outcome.final else earlier.outcome.url
    sha1 = taken.final.sha1 if taken.final else None
    return (
        ("WARC-Profile", NOT_MODIFIED if taken.unchanged else IDENTICAL),
        ("WARC-Refers-To-Target-URI", target_uri(url)),
        ("WARC-Refers-To-Date", warc_date(earlier.captured_at)),
        ("WARC-Refers-To-Filename", where.file),
        ("WARC-Refers-To-File-Offset", str(where.offset)),
        *((("WARC-Payload-Digest", sha1),) if sha1 else ()),
        *(((PAYLOAD_SHA256, earlier.payload_sha256),) if earlier.payload_sha256 else ()),
    )
