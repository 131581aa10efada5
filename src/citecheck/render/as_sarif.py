"""SARIF 2.1.0 for code scanning: flags as results, at the place in the document that cites."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from citecheck import __version__
from citecheck.model import CitationResult, DocumentResult, Flag, FlagCode, Severity
from citecheck.render.as_json import coverage_object, dumped
from citecheck.render.coverage import coverage
from citecheck.render.options import RenderOptions, host_flags, open_flags
from citecheck.render.phrases import offline_words
from citecheck.render.plain import plain, shortened_inside
from citecheck.render.sarif_place import artifact, artifact_uri, location

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_PROJECT = "https://github.com/citecheck/citecheck"
_LEVEL = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_CODES = list(FlagCode)
_URL_LENGTH = 200  # characters of a URL in a message; the properties have all of it
# Not behind a short word with a capital, which may be a title before a name.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.(?= [A-Z])"
)

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation with what its results need: where it stands, and what tells it from others."""

    result: CitationResult
    location: Json
    uri: str
    nth: int  # of the citations of its URL in the document, from 1


def as_sarif(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """One run with every flag code as a rule. Regions are lines and columns of the files themselves."""
    uris = list(dict.fromkeys(artifact_uri(result.document.origin) for result in results))
    found = [
        _result(cited, flag, options)
        for cited in _citations(results, uris)
        for flag in open_flags(cited.result)
    ]
    hosts = [_host_result(results[first], flag, uris, options) for first, flag in host_flags(results)]
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(results, uri) for uri in uris],
        "invocations": [_invocation(results, options)],
        "results": found + hosts,
        "properties": {"coverage": coverage_object(coverage(results))},
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _citations(results: Sequence[DocumentResult], uris: list[str]) -> Iterator[_Cited]:
    seen: Counter[tuple[str, str]] = Counter()
    for result in results:
        uri = artifact_uri(result.document.origin)
        for citation in result.citations:
            url = citation.citation.url
            seen[uri, url] += 1
            place = location(result.document, citation.citation, uris)
            yield _Cited(citation, place, uri, seen[uri, url])


def _driver() -> Json:
    return {
        "name": "citecheck",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": _PROJECT,
        "rules": [_rule(code) for code in _CODES],
    }


def _rule(code: FlagCode) -> Json:
    sentence = code.explanation[0].upper() + code.explanation[1:] + "."
    whole = f"{sentence} Severity when opened: {code.severity}, {code.severity.explanation}."
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.value.split("_")),
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": whole},
        "help": {"text": whole},
        "helpUri": f"{_PROJECT}/blob/main/docs/reference/flags.md",
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
        "description": {
            "text": "Regions are lines and columns of this file; a format without lines has none."
        },
        "properties": {"extractedTextDigest": document.digest},
    }


def _invocation(results: Sequence[DocumentResult], options: RenderOptions) -> Json:
    errors = [error for result in results for error in result.errors] if results else options.not_taken
    notes = [
        {"level": "error", "message": {"text": plain(f"{error.where}: {error.message}")}} for error in errors
    ]
    online = all(result.online for result in results) if results else options.online
    if not online:
        said = next((offline_words(result) for result in results if not result.online), "")
        notes.append({"level": "error", "message": {"text": f"We are offline. {said}".rstrip()}})
    return {"executionSuccessful": online, "toolExecutionNotifications": notes}


def _result(cited: _Cited, flag: Flag, options: RenderOptions) -> Json:
    citation = cited.result.citation
    return {
        **_of_flag(flag, options),
        "message": {"text": _message(cited.result, flag)},
        "locations": [cited.location],
        "partialFingerprints": _fingerprints(cited.uri, plain(citation.url), flag.code.value, str(cited.nth)),
        "properties": {
            "flag": flag.id,
            "citation": citation.n,
            "url": citation.url,
            "linkState": cited.result.link.state.value,
            "evidence": [plain(fact) for fact in flag.evidence],
        },
    }


def _host_result(result: DocumentResult, flag: Flag, uris: list[str], options: RenderOptions) -> Json:
    """A flag of a host: one result, at the first document that cites it."""
    return {
        **_of_flag(flag, options),
        "message": {"text": plain(flag.reason)},
        "locations": [{"physicalLocation": artifact(result.document, uris)}],
        "partialFingerprints": _fingerprints(flag.host or "", flag.code.value),
        "properties": {
            "flag": flag.id,
            "host": flag.host,
            "evidence": [plain(fact) for fact in flag.evidence],
        },
    }


def _of_flag(flag: Flag, options: RenderOptions) -> Json:
    found = {
        "ruleId": flag.code.value,
        "ruleIndex": _CODES.index(flag.code),
        "level": _LEVEL[flag.severity],
    }
    if flag.id not in options.accepted:
        return found
    return {**found, "suppressions": [{"kind": "external", "justification": "accepted in the baseline"}]}


def _message(result: CitationResult, flag: Flag) -> str:
    """The reason with the URL in its first sentence, which is all that a list of alerts shows."""
    reason = plain(flag.reason)
    end = _SENTENCE_END.search(reason)
    place = end.start() if end else len(reason.rstrip(".!?"))
    text = f"{reason[:place]} ({_url(result.citation.url)}){reason[place:] or '.'}"
    if result.suggestion:
        text += f" Better link: {_url(result.suggestion.url)}"
    return text.replace("](", "] (").strip()  # together they would make a link of what strangers write


def _url(url: str) -> str:
    return shortened_inside(plain(url), _URL_LENGTH)


def _fingerprints(*identity: str) -> Json:
    """What stays the same while the document is edited, unlike a flag's id; GitHub's code scanning goes by
    the second name alone, in this form."""
    digest = sha256("\n".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {"citecheckFlag/v2": digest, "primaryLocationLineHash": f"{digest}:1"}
