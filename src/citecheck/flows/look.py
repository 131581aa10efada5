"""One look at a capture's body: everything that costs CPU, in one task for the process pool.

Values in, values out; the body is read where it is looked at. A page that hangs a parser or eats memory takes
a worker with it, not us.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from citecheck.classify import missing_fragments, page_facts
from citecheck.model import CannotTell, Claim, DecodedBody, Hop, PageFacts, PreparedClaim, Publisher, Reading
from citecheck.read import READER, decode, read
from citecheck.settings import FetchLimits
from citecheck.verify import PrepareContext, prepare


@dataclass(frozen=True, slots=True)
class LookRequest:
    """A body with what is needed to make sense of it."""

    payload: Callable[[], bytes]  # gives it: de-chunked, still encoded
    final: Hop
    publisher: Publisher
    limits: FetchLimits
    claims: tuple[Claim | None, ...]  # of the citations of this source, in order
    languages: tuple[str | None, ...]  # of their documents
    cited: tuple[str, ...] = ()  # URLs as the documents have them
    known: Reading | None = None  # what this payload was read to say before


@dataclass(frozen=True, slots=True)
class Look:
    """What the body gave. `prepared` answers the request's claims one by one."""

    facts: PageFacts
    reading: Reading | None
    prepared: tuple[PreparedClaim | CannotTell, ...]
    missing: tuple[tuple[str, str], ...] = ()  # cited URLs that name what is not in the page, and what


def look(request: LookRequest) -> Look:
    """Decode, gather head facts, read, and lay each claim beside its best passages."""
    url = request.final.url
    body = decode(request.payload(), request.final.headers, request.limits, url)
    facts = page_facts(body, url)
    reading = request.known or _read(body, request)
    prepared = tuple(
        _prepared(claim, reading, language)
        for claim, language in zip(request.claims, request.languages, strict=True)
    )
    return Look(facts, reading, prepared, missing_fragments(request.cited, body, reading))


def _read(body: DecodedBody, request: LookRequest) -> Reading | None:
    final = request.final
    reading = read(body, final.url, request.publisher, final.header("last-modified"))
    return replace(reading, reader=READER) if reading is not None else None


def _prepared(
    claim: Claim | None, reading: Reading | None, language: str | None
) -> PreparedClaim | CannotTell:
    return prepare(claim, reading, PrepareContext(language=language))
