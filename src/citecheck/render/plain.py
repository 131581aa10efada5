"""Strings from the web made harmless for people's screens: nothing hidden, nothing that steers."""

import re
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb]")
_SPACE = re.compile(r"[\s\x85\u2028\u2029]+")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
# User name, then password: all up to the "@", also where slashes in it should have been encoded. What begins
# as a port does is one. In place of a name stands often a token, which is longer than names are. Every run is
# bounded, since texts of strangers come here.
_BEFORE_HOST = r"(?:https?:[/\\]*|[a-z][a-z0-9+.-]{0,30}:[/\\]{2}|(?<![\w/\\:])[/\\]{2})"
_PASSWORD = re.compile(
    rf"({_BEFORE_HOST}[^\s/\\?#@:\[]{{0,300}}):"
    r"(?:[^\s/\\?#]{0,1000}@|(?!\d*(?:[/\\?#\s]|\Z))[^\s@]{0,1000}@)",
    re.I,
)
_TOKEN = re.compile(rf"({_BEFORE_HOST})[^\s/\\?#@:\[]{{21,300}}(?=[:@])(?=[^\s/\\?#]{{0,1000}}@)", re.I)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.I)


def plain(text: str) -> str:
    """`text` on one line. Control characters become U+FFFD, characters that turn the writing
    direction become a visible "[U+202E]", invisible ones are dropped."""
    return _SPACE.sub(" ", visible(text)).strip()


def visible(text: str) -> str:
    """Like `plain`, but white space stays as it is. No password in a URL is shown."""
    text = masked(text)
    text = _CONTROL.sub("\ufffd", text)
    text = _DIRECTION.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
    return _INVISIBLE.sub("", text)


def masked(text: str) -> str:
    """`text` with "***" for each password before the host of a URL: logs of builds are often public."""
    if "@" not in text:
        return text
    return _PASSWORD.sub(r"\1:***@", _TOKEN.sub(r"\1***", text))


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


def without_scheme(url: str, limit: int) -> str:
    """Host and path of `url`, for a list in which every link shows: its middle gives way to an ellipsis."""
    text = _SCHEME.sub("", plain(url), count=1)
    if text.count("/") == 1:
        text = text.removesuffix("/")
    return shortened_inside(text, limit)


def shortened_inside(text: str, limit: int) -> str:
    """`text` in at most `limit` characters: its beginning and its end, which tell addresses apart."""
    if len(text) <= limit:
        return text
    tail = (limit - 1) // 2
    return text[: limit - 1 - tail] + "…" + text[len(text) - tail :]


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, with an ellipsis where it was cut at a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, _, _ = cut.rpartition(" ")
    return (head or cut).rstrip(" ,;:") + "…"
