"""SARIF 2.1.0 for code scanning: flags as results, at the place in the document that cites."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from citecheck import __version__
from citecheck.model import CitationResult, DocumentResult, Flag, FlagCode, Severity, Span
from citecheck.render.as_json import coverage_object, dumped
from citecheck.render.coverage import coverage
from citecheck.render.options import RenderOptions, host_flags, open_flags
from citecheck.render.plain import plain

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_CODES = list(FlagCode)

Json = Mapping[str, object]


def as_sarif(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """One run with every flag code as a rule. Regions count code points of the extracted text;
    for a plain text document that is the file itself."""
    uris = list(dict.fromkeys(artifact_uri(result.document.origin) for result in results))
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(results, uri) for uri in uris],
        "invocations": [_invocation(results, options)],
        "results": [
            found
            for result in results
            for citation in result.citations
            for found in _results(result, citation, uris, options)
        ]
        + [_host_result(results[first], flag, uris, options) for first, flag in host_flags(results)],
        "properties": {"coverage": coverage_object(coverage(results))},
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver() -> Json:
    return {
        "name": "citecheck",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": "https://github.com/citecheck/citecheck",
        "rules": [_rule(code) for code in _CODES],
    }


def _rule(code: FlagCode) -> Json:
    sentence = code.explanation[0].upper() + code.explanation[1:] + "."
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.value.split("_")),
        "shortDescription": {"text": sentence},
        "help": {"text": f"{sentence} Severity when opened: {code.severity}, {code.severity.explanation}."},
        "defaultConfiguration": {"level": _LEVEL[code.severity]},
    }


def _artifact(results: Sequence[DocumentResult], uri: str) -> Json:
    """The artifact of the first document from `uri`: SARIF wants each but once."""
    documents = (result.document for result in results)
    document = next(document for document in documents if artifact_uri(document.origin) == uri)
    return {
        "location": {"uri": uri},
        "mimeType": document.media_type,
        "roles": ["analysisTarget"],
        "description": {"text": "Regions count code points of the text extracted from this document."},
        "properties": {"extractedTextDigest": document.digest},
    }


def _invocation(results: Sequence[DocumentResult], options: RenderOptions) -> Json:
    errors = [error for result in results for error in result.errors] if results else options.not_taken
    notes = [
        {"level": "error", "message": {"text": plain(f"{error.where}: {error.message}")}} for error in errors
    ]
    online = all(result.online for result in results) if results else options.online
    if not online:
        notes.append({"level": "error", "message": {"text": "Offline: no link was checked."}})
    return {"executionSuccessful": online, "toolExecutionNotifications": notes}


def _results(
    result: DocumentResult, citation: CitationResult, uris: list[str], options: RenderOptions
) -> list[Json]:
    location = _location(result, citation.citation.span, uris)
    return [_result(citation, flag, location, options) for flag in open_flags(citation)]


def _result(citation: CitationResult, flag: Flag, location: Json, options: RenderOptions) -> Json:
    text = plain(f"Citation {citation.citation.n}: {flag.reason}")
    found: dict[str, object] = {
        "ruleId": flag.code.value,
        "ruleIndex": _CODES.index(flag.code),
        "level": _LEVEL[flag.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"citecheckFlag/v1": flag.id},
        "properties": {
            "url": citation.citation.url,
            "linkState": citation.link.state.value,
            "evidence": [plain(fact) for fact in flag.evidence],
        },
    }
    if flag.id in options.accepted:
        found["suppressions"] = [{"kind": "external", "justification": "accepted in the baseline"}]
    return found


def _host_result(result: DocumentResult, flag: Flag, uris: list[str], options: RenderOptions) -> Json:
    """A flag of a host: one result, at the first document that cites it."""
    uri = artifact_uri(result.document.origin)
    found: dict[str, object] = {
        "ruleId": flag.code.value,
        "ruleIndex": _CODES.index(flag.code),
        "level": _LEVEL[flag.severity],
        "message": {"text": plain(flag.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri, "index": uris.index(uri)}}}],
        "partialFingerprints": {"citecheckFlag/v1": flag.id},
        "properties": {"host": flag.host, "evidence": [plain(fact) for fact in flag.evidence]},
    }
    if flag.id in options.accepted:
        found["suppressions"] = [{"kind": "external", "justification": "accepted in the baseline"}]
    return found


def _location(result: DocumentResult, span: Span, uris: list[str]) -> Json:
    uri = artifact_uri(result.document.origin)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "index": uris.index(uri)},
            "region": region(result.document.text, span),
        }
    }


def region(text: str, span: Span) -> Json:
    """A SARIF region: lines and columns from 1, the end column one past the last character."""
    last = max(span.end - 1, span.start)
    return {
        "startLine": text.count("\n", 0, span.start) + 1,
        "startColumn": _column(text, span.start),
        "endLine": text.count("\n", 0, last) + 1,
        "endColumn": _column(text, last) + (1 if span.end > span.start else 0),
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": plain(span.of(text))},
    }


def artifact_uri(origin: str) -> str:
    """`origin` as a URI reference: URLs as they are, files percent-encoded, "-" as "stdin"."""
    if origin == "-":
        return "stdin"
    scheme = urlsplit(origin).scheme if "://" in origin else ""
    if scheme in ("http", "https"):
        return quote(origin, safe="%/:?#[]@!$&'()*+,;=~", errors="replace")
    path = quote(origin, safe="/~@!$&'()*+,;=", errors="replace")
    return f"file://{path}" if path.startswith("/") else path


def _column(text: str, place: int) -> int:
    return place - (text.rfind("\n", 0, place) + 1) + 1
