"""Where a SARIF result points: the file, and in it the lines that the file itself has."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from citecheck.model import Citation, Document, Span
from citecheck.render.plain import masked, plain

Json = Mapping[str, object]

_SPELT_OUT = "text/markdown"  # the reader looked for the URL as it is spelt; in HTML it may be relative


def location(document: Document, citation: Citation, uris: Sequence[str]) -> Json:
    """The place that cites, with a region where the file's own lines are known."""
    place = artifact(document, uris)
    found = _region(document, citation)
    return {"physicalLocation": {**place, "region": found} if found else place}


def artifact(document: Document, uris: Sequence[str]) -> dict[str, object]:
    """The document's file."""
    uri = artifact_uri(document.origin)
    return {"artifactLocation": {"uri": uri, "index": uris.index(uri)}}


def _region(document: Document, citation: Citation) -> Json | None:
    """None for formats without lines (PDF): a place in the text read from them is none in the file."""
    if document.text_is_file:
        return region(document.text, citation.span)
    place = citation.place
    if place is None:
        return None
    if place.column is None:
        return {"startLine": place.line}
    start = {"startLine": place.line, "startColumn": place.column}
    if document.media_type != _SPELT_OUT or "&" in citation.url:  # "&" may be spelt "&amp;"
        return start
    snippet = {"text": plain(citation.url)}
    return {**start, "endLine": place.line, "endColumn": place.column + len(citation.url), "snippet": snippet}


def region(text: str, span: Span) -> Json:
    """A span of the file's text: lines and columns from 1, the end column one past the last character.

    Offsets are left out: we read every line end as one character, a file may have two.
    """
    last = max(span.end - 1, span.start)
    return {
        "startLine": text.count("\n", 0, span.start) + 1,
        "startColumn": _column(text, span.start),
        "endLine": text.count("\n", 0, last) + 1,
        "endColumn": _column(text, last) + (1 if span.end > span.start else 0),
        "snippet": {"text": plain(span.of(text))},
    }


def artifact_uri(origin: str) -> str:
    """`origin` as a URI reference: URLs as they are, files percent-encoded, "-" as "stdin".

    A relative path stays relative, and an absolute one absolute: what it is relative to is not ours to say.
    """
    if origin == "-":
        return "stdin"
    scheme = urlsplit(origin).scheme if "://" in origin else ""
    if scheme in ("http", "https"):
        return quote(masked(origin), safe="%/:?#[]@!$&'()*+,;=~", errors="replace")
    path = quote(origin, safe="/~@!$&'()*+,;=", errors="replace")
    return f"file://{path}" if path.startswith("/") else path.removeprefix("./")


def _column(text: str, place: int) -> int:
    return place - (text.rfind("\n", 0, place) + 1) + 1
