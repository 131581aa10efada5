"""pull(wanted): hand captures out as one WARC file that stands alone, with its manifest."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from citecheck.errors import InputError
from citecheck.flows.tools import Tools
from citecheck.model import Capture, CaptureId, CitationId, DocumentId, Manifest, SourceKey


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose captures: exactly one of the three is given."""

    document_id: DocumentId | None = None
    citation_id: CitationId | None = None
    capture_id: CaptureId | None = None

    @property
    def id(self) -> str:
        """The one id that is given; InputError for none or several."""
        given = [one for one in (self.document_id, self.citation_id, self.capture_id) if one]
        if len(given) != 1:
            raise InputError("name exactly one document, citation or capture by its id")
        return given[0]


@dataclass(frozen=True, slots=True)
class Pulled:
    """The file and what is in it."""

    path: Path
    manifest: Manifest

    def discard(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)


async def pull(wanted: Wanted, tools: Tools, path: Path | None = None) -> Pulled:
    """Write the captures to `path`, or to a temporary file that the caller discards.

    InputError where there is no capture yet; StoreError for an id there is not.
    """
    captures = await captures_of(wanted, tools)
    if not captures:
        raise InputError(f"{wanted.id}: nothing has been captured yet; check the document first")
    goal = path or _temporary()
    try:
        manifest = await tools.captures.hand_out(captures, f"{wanted.id}.warc.gz", goal)
    except BaseException:
        if path is None:
            goal.unlink(missing_ok=True)
        raise
    return Pulled(goal, manifest)


async def captures_of(wanted: Wanted, tools: Tools) -> Sequence[Capture]:
    """The captures that are wanted, each once."""
    if wanted.id == wanted.capture_id:
        return [await tools.catalog.capture(wanted.capture_id)]
    keys: list[SourceKey] = []
    if wanted.citation_id:
        _, result = await tools.views.citation(wanted.citation_id)
        keys.append(result.citation.source.key)
    if wanted.document_id:
        _, citations = await tools.catalog.cited(wanted.document_id)
        keys += [citation.source.key for citation in citations]
    found = [one for key in dict.fromkeys(keys) for one in await tools.views.source_captures(key)]
    return list({capture.id: capture for capture in found}.values())


def _temporary() -> Path:
    descriptor, name = tempfile.mkstemp(prefix="citecheck-", suffix=".warc.gz")
    os.close(descriptor)
    return Path(name)
