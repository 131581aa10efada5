"""Citations: the URLs of a document and the claims they support."""

from citecheck.extract.extract import NO_HOST, extract, source_of
from citecheck.extract.pairing import Listing, pair, pair_features

__all__ = ["NO_HOST", "Listing", "extract", "pair", "pair_features", "source_of"]
