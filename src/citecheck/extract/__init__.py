"""Citations: the URLs of a document and the claims they support."""

from citecheck.extract.extract import NO_HOST, extract, source_of

__all__ = ["NO_HOST", "extract", "source_of"]
