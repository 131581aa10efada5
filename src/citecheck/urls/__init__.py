"""URLs: normalised keys, trackers, registrable domains. Pure; nothing is looked up."""

from citecheck.urls.domain import registrable_domain
from citecheck.urls.parts import BadUrl, UrlParts, normalised, other_scheme, take_apart
from citecheck.urls.source import host_key, host_of, make_source
from citecheck.urls.trackers import tracking_parameters

__all__ = [
    "BadUrl",
    "UrlParts",
    "host_key",
    "host_of",
    "make_source",
    "normalised",
    "other_scheme",
    "registrable_domain",
    "take_apart",
    "tracking_parameters",
]
