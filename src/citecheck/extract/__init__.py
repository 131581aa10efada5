"""Citations: the URLs of a document and the claims they support."""

from citecheck.extract.extract import NO_HOST, extract, source_of
from citecheck.extract.pairing import Listing, SourceText, pair, pair_features
from citecheck.extract.refine import refine

__all__ = ["NO_HOST", "Listing", "SourceText", "extract", "pair", "pair_features", "refine", "source_of"]
