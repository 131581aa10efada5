"""Where the source of an HTML file writes the addresses of its links."""

import re
from collections.abc import Mapping, Sequence
from html import unescape

from citecheck.model import FilePlace
from citecheck.text import Lines

_HREF = re.compile(
    r"<a\s(?:[^<>]{0,4000}?\s)?href\s*=\s*(?:\"([^\"]{0,20000})\"|'([^']{0,20000})'|([^\s\"'>]{1,20000}))",
    re.I,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<script\b.*?(?:</script|\Z)", re.S | re.I)


def hrefs(source: str) -> Mapping[str, Sequence[FilePlace]]:
    """The places of each address, as the parser gives it, in order; not those in comments and scripts."""
    source = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)
    lines = Lines(source)
    found: dict[str, list[FilePlace]] = {}
    for match in _HREF.finditer(source):
        group = match.lastindex or 1
        found.setdefault(unescape(match[group]).strip(), []).append(lines.place(match.start(group)))
    return found
