"""What a cited URL names within its page, behind the "#": a part by its id, or words (text fragments)."""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from citecheck.model import DecodedBody, Reading
from citecheck.text import fold

_WORDS = ":~:"
_NO_PART = re.compile(r"top|[!/?].*|.*=.*", re.IGNORECASE)  # the start, or what a script makes of it
_ADDED = ("", "user-content-")  # what sites put before the ids that authors give
_SPACE = re.compile(r"\s+")


def missing_fragments(
    urls: tuple[str, ...], body: DecodedBody, reading: Reading | None
) -> tuple[tuple[str, str], ...]:
    """(URL, what is missing in words) for each cited URL whose part or quoted words are not in the page."""
    named = [(url, *_split(url)) for url in urls if "#" in url]
    if not named or body.text is None or "html" not in body.media_type:
        return ()
    parts = _parts(body.text) if any(part for _, part, _ in named) else frozenset[str]()
    found: list[tuple[str, str]] = []
    for url, part, words in named:
        if part and not _NO_PART.fullmatch(part) and not any(f"{add}{part}" in parts for add in _ADDED):
            found.append((url, f"The page has no part named '{part}' any more."))
        elif words and reading is not None and (lost := _lost(words, reading.text)):
            found.append((url, f"The quoted words '{lost}' are not in the page's text."))
    return tuple(found)


def _split(url: str) -> tuple[str, tuple[str, ...]]:
    """The part that a URL names, and the words it quotes."""
    part, _, directive = url.partition("#")[2].partition(_WORDS)
    quoted = [item[5:] for item in directive.split("&") if item.startswith("text=")]
    return unquote(part), tuple(word for item in quoted for word in _start_and_end(item))


def _start_and_end(quoted: str) -> list[str]:
    """[prefix-,]start[,end][,-suffix]: start and end."""
    pieces = [piece for piece in quoted.split(",") if not piece.endswith("-") and not piece.startswith("-")]
    return [unquote(piece) for piece in pieces[:2] if piece]


def _lost(words: tuple[str, ...], text: str) -> str | None:
    there = _SPACE.sub(" ", fold(text))
    return next((word for word in words if _SPACE.sub(" ", fold(word)).strip() not in there), None)


def _parts(html: str) -> frozenset[str]:
    page = LexborHTMLParser(html)
    nodes = [*page.css("[id]"), *page.css("a[name]")]
    names = (node.attributes.get(key) for node in nodes for key in ("id", "name"))
    return frozenset(name for name in names if name)
