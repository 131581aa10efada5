"""Documents in: bytes of any format we read to a Document."""

from citecheck.ingest.hints import MAX_DOCUMENT_BYTES, IngestHints, check_size
from citecheck.ingest.ingest import ingest

__all__ = ["MAX_DOCUMENT_BYTES", "IngestHints", "check_size", "ingest"]
