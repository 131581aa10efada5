"""The machine's output: exactly the object of docs/reference, one word for each thing."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from citecheck.model import (
    Capture,
    Citation,
    CitationResult,
    DateClue,
    Document,
    DocumentResult,
    Flag,
    FlagId,
    ItemError,
    LinkStatus,
    ReadingSummary,
    Span,
    Suggestion,
    Verdict,
    VerdictLabel,
)
from citecheck.render.coverage import Coverage, coverage
from citecheck.render.options import RenderOptions
from citecheck.render.plain import masked

SCHEMA = 1  # fields are added freely; a number more means that one was renamed or dropped

Json = Mapping[str, object]

# Legal in JSON, yet able to steer a terminal, hide text or break UTF-8: written as escapes.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(results: Sequence[DocumentResult], options: RenderOptions | None = None) -> str:
    """One indented object for one document or none, an array for several, with a final newline."""
    objects = _objects(results, options or RenderOptions())
    return dumped(objects[0] if len(objects) == 1 else objects, indent=2) + "\n"


def as_jsonl(results: Sequence[DocumentResult], options: RenderOptions | None = None) -> str:
    """One object a line."""
    return "".join(dumped(one) + "\n" for one in _objects(results, options or RenderOptions()))


def dumped(value: object, indent: int | None = None) -> str:
    """`value` as JSON text that is safe to print: readable letters, escaped control characters, no
    password of a URL."""
    text = json.dumps(_without_passwords(value), ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _without_passwords(value: object) -> object:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {key: _without_passwords(inner) for key, inner in value.items()}
    return [_without_passwords(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def document_object(result: DocumentResult, accepted: Collection[FlagId] = ()) -> Json:
    """The whole object of one document. `accepted`: flags of a baseline."""
    return {
        "schema": SCHEMA,
        "document": _document(result.document),
        "online": result.online,
        "coverage": coverage_object(coverage([result])),
        "errors": _errors(result.errors),
        "hosts": [
            {"host": host.host, "flags": [_flag(flag, accepted) for flag in host.flags]}
            for host in result.hosts
        ],
        "citations": [citation_object(citation, accepted) for citation in result.citations],
    }


def _objects(results: Sequence[DocumentResult], options: RenderOptions) -> list[Json]:
    """An object for each document; where there is none, one that says why."""
    if results:
        return [document_object(result, options.accepted) for result in results]
    nothing = {
        "schema": SCHEMA,
        "document": None,
        "online": options.online,
        "coverage": coverage_object(coverage([])),
        "errors": _errors(options.not_taken),
        "hosts": [],
        "citations": [],
    }
    return [nothing]


def _errors(errors: Sequence[ItemError]) -> list[Json]:
    return [{"where": error.where, "message": error.message} for error in errors]


def coverage_object(counted: Coverage) -> Json:
    """The counts, with reasons keyed by link state."""
    return {
        "citations": counted.citations,
        "read": counted.read,
        "partly": counted.partly,
        "unread": counted.unread,
        "reasons": {state.value: count for state, count in counted.reasons},
    }


def citation_object(result: CitationResult, accepted: Collection[FlagId] = ()) -> Json:
    """One citation with everything known about it."""
    return {
        **_citation(result.citation),
        "link": _link(result.link),
        "capture": _capture(result.capture),
        "reading": _reading(result.reading),
        "dates": _dates(result),
        "verdict": _verdict(result.verdict),
        "suggestion": _suggestion(result.suggestion),
        "flags": [_flag(flag, accepted) for flag in result.flags],
    }


def _flag(flag: Flag, accepted: Collection[FlagId]) -> Json:
    return {**flag_object(flag), "accepted": flag.id in accepted}


def clue_object(clue: DateClue) -> Json:
    """One date clue; a month or year is given by its first day, beside its precision."""
    return {
        "kind": clue.kind.value,
        "value": _time(clue.value) if isinstance(clue.value, datetime) else _day(clue.value),
        "precision": clue.precision.value,
        "where": clue.where,
        "reliability": round(clue.reliability, 4),
    }


def flag_object(flag: Flag) -> Json:
    """One flag."""
    return {
        "id": flag.id,
        "code": flag.code.value,
        "severity": flag.severity.value,
        "reason": flag.reason,
        "evidence": list(flag.evidence),
        "opened_at": _time(flag.opened_at),
        "cleared_at": _time(flag.cleared_at),
    }


def _document(document: Document) -> Json:
    publication = document.publication
    window = publication.window if publication else None
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "published": _day(window.day) if window else None,
        "published_how": publication.how.value if publication else None,
        "published_window": [_day(window.earliest), _day(window.latest)] if window else [None, None],
        "published_reason": publication.reason if publication else None,
        "digest": document.digest,
        "origin": document.origin,
    }


def _citation(citation: Citation) -> Json:
    claim, pairing = citation.claim, citation.pairing
    return {
        "id": citation.id,
        "n": citation.n,
        "url": citation.url,
        "source": citation.source.key,
        "publisher": citation.source.publisher,
        "claim": claim.text if claim else None,
        "span": _span(citation.span),
        "claim_spans": [_span(span) for span in claim.spans] if claim else [],
        "pairing": {
            "how": pairing.how.value,
            "confidence": round(pairing.confidence, 4),
            "inferred": pairing.inferred,
            "alternatives": [
                {"claim": other.claim.text, "confidence": round(other.confidence, 4)}
                for other in pairing.alternatives
            ],
        },
    }


def _link(link: LinkStatus) -> Json:
    return {
        "state": link.state.value,
        "class": link.link_class.value,
        "dead": link.dead,
        "drift": link.drift.value,
        "similarity": _rounded(link.similarity),
        "reason": link.reason,
        "rule": link.rule,
        "status": link.status,
        "final_url": link.final_url,
        "hops": [
            {
                "url": hop.url,
                "status": hop.status,
                "address": hop.address,
                "elapsed": round(hop.elapsed, 4),
            }
            for hop in link.hops
        ],
        "strikes": link.strikes,
        "first_failed_at": _time(link.first_failed_at),
        "checked_at": _time(link.checked_at),
        "next_check_at": _time(link.next_check_at),
    }


def _capture(capture: Capture | None) -> Json | None:
    if capture is None:
        return None
    return {
        "id": capture.id,
        "has_body": capture.has_body,
        "warc": capture.record.file,
        "offset": capture.record.offset,
        "length": capture.record.length,
        "payload_sha256": capture.payload_sha256,
        "captured_at": _time(capture.captured_at),
    }


def _reading(reading: ReadingSummary | None) -> Json | None:
    if reading is None:
        return None
    return {
        "title": reading.title,
        "authors": list(reading.authors),
        "language": reading.language,
        "words": reading.words,
    }


def _dates(result: CitationResult) -> Json:
    dates = result.dates
    return {
        "published": _day(dates.published),
        "modified": _day(dates.modified),
        "confidence": dates.confidence.value if dates.confidence else None,
        "clues": [clue_object(clue) for clue in dates.clues],
        "check": result.date_check.result.value,
        "reason": result.date_check.reason,
    }


# A citation that nothing judged yet (offline, not due) has the same shape as every other.
_NOT_JUDGED: Json = {
    "label": VerdictLabel.CANNOT_TELL.value,
    "score": None,
    "reason": "not judged yet",
    "evidence": [],
    "unbacked": [],
    "facts": [],
    "backend": None,
}


def _verdict(verdict: Verdict | None) -> Json:
    if verdict is None:
        return _NOT_JUDGED
    return {
        "label": verdict.label.value,
        "score": _rounded(verdict.score),
        "reason": verdict.reason,
        "evidence": [
            {
                "quote": passage.quote,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
                "capture": passage.capture_id,
                "span": _span(passage.span),
                "score": round(passage.score, 4),
            }
            for passage in verdict.evidence
        ],
        "unbacked": [{"text": words.text, "span": _span(words.span)} for words in verdict.unbacked],
        "facts": [
            {
                "kind": fact.kind.value,
                "text": fact.text,
                "result": fact.result.value,
                "reason": fact.reason,
                "found": fact.found,
            }
            for fact in verdict.facts
        ],
        "backend": {"name": verdict.backend.name, "version": verdict.backend.version},
    }


def _suggestion(suggestion: Suggestion | None) -> Json | None:
    if suggestion is None:
        return None
    return {
        "url": suggestion.url,
        "kind": suggestion.kind.value,
        "reason": suggestion.reason,
        "similarity": _rounded(suggestion.similarity),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(instant: datetime | None) -> str | None:
    """RFC 3339 in UTC, ending in Z."""
    return instant.isoformat().replace("+00:00", "Z") if instant else None


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
