"""From a cited URL to the Source that citations share."""

from dataclasses import replace

from citecheck.model import HostKey, Publishers, Source, SourceKey
from citecheck.urls.parts import BadUrl, UrlParts, normalised, take_apart
from citecheck.urls.trackers import without_trackers


def make_source(url: str, publishers: Publishers) -> Source | BadUrl:
    """The source that `url` cites, or a BadUrl with the reason.

    The key keeps the scheme (http and https are fetched separately), the order of real parameters and a
    trailing slash; trackers, fragment, default port and user name are off it. `Source.url` is the same
    without respelling: what a browser would ask for.
    """
    parts = take_apart(url)
    if isinstance(parts, BadUrl):
        return parts
    publisher = publishers.for_host(parts.host)
    clean = replace(parts, query=without_trackers(parts.query, publisher))
    return Source(
        key=SourceKey(normalised(clean).text()),
        url=clean.text(),
        host=host_key(clean),
        publisher=None if publisher is publishers.defaults else publisher.id,
    )


def host_key(parts: UrlParts) -> HostKey:
    """ "host:port", IPv6 in brackets."""
    host = f"[{parts.host}]" if ":" in parts.host else parts.host
    return HostKey(f"{host}:{parts.port}")


def host_of(url: str) -> str | None:
    """The host of a URL in lower-case ASCII, None where it has none."""
    parts = take_apart(url)
    return None if isinstance(parts, BadUrl) else parts.host
