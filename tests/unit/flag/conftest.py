import os
from collections.abc import Callable
from datetime import date

import pytest

from citecheck.model import (
    Citation,
    CitationId,
    Claim,
    Document,
    DocumentId,
    HostKey,
    Pairing,
    PairingHow,
    Publication,
    Source,
    SourceKey,
    Span,
)


@pytest.fixture
def document() -> Callable[..., Document]:
    def make(publication: Publication | None) -> Document:
        return Document(
            DocumentId("d0"), "Title", "en", "Text.", "sha256:0", "-", "text/plain", publication, ()
        )

    return make


@pytest.fixture
def citation() -> Callable[..., Citation]:
    def make(url: str, claim: str | None = None, inferred: bool = False) -> Citation:
        return Citation(
            CitationId("c0"),
            DocumentId("d0"),
            1,
            url,
            Source(SourceKey(url), url, HostKey("example.org:443"), None),
            Span(0, 4),
            Claim(claim, ()) if claim else None,
            Pairing(PairingHow.ANCHOR, 0.4 if inferred else 1.0, inferred),
        )

    return make


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)


# The seed is not part of the repository: its test exists where the file is at hand.
collect_ignore = [] if "CITECHECK_SEED" in os.environ else ["test_seed.py"]
