"""Registrable domains, from the public-suffix list that ships with tldextract: no look-up, ever."""

from functools import cache, lru_cache

from tldextract import TLDExtract


@cache
def _extractor() -> TLDExtract:
    return TLDExtract(cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True)


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str:
    """The domain that somebody registered: "bbc.co.uk" for "news.bbc.co.uk".

    An address, a single label or a bare public suffix is returned as it is: it stands for itself.
    """
    name = host.lower().rstrip(".")
    if ":" in name:  # IPv6, with or without brackets
        return name
    return _extractor()(name).top_domain_under_public_suffix or name
