"""Strings from the web made harmless for people's screens: nothing hidden, nothing that steers."""

import re
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb]")
_SPACE = re.compile(r"[\s\x85\u2028\u2029]+")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")


def plain(text: str) -> str:
    """`text` on one line. Control characters become U+FFFD, characters that turn the writing
    direction become a visible "[U+202E]", invisible ones are dropped."""
    return _SPACE.sub(" ", visible(text)).strip()


def visible(text: str) -> str:
    """Like `plain`, but white space stays as it is."""
    text = _CONTROL.sub("\ufffd", text)
    text = _DIRECTION.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
    return _INVISIBLE.sub("", text)


def web_address(url: str | None) -> str | None:
    """`url` where a page may link to it: http or https, with a host and no character that could
    hide where it leads. None for anything else."""
    if url is None or url != plain(url) or any(mark in url for mark in ' "<>\\'):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def host_of(url: str) -> str:
    """The host of `url` without "www.", for display; the URL itself where there is none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return plain(host.removeprefix("www.")) if host else plain(url)


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, with an ellipsis where it was cut at a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, _, _ = cut.rpartition(" ")
    return (head or cut).rstrip(" ,;:") + "…"
