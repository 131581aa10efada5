"""Plain text and lists of URLs."""

import re

from citecheck.ingest.draft import Draft
from citecheck.model import Anchor, AnchorHow, Span

_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
_LISTED = re.compile(r"\s*(?:<([^\s<>]+)>|([^\s#]\S*))(?:\s+#.*)?\s*")  # RFC 3986, appendix C: <URL>
_LABELLED = re.compile(
    r"\s*(?:<(https?://[^\s<>]+)>|(https?://\S+))(?:\s+(?:(?!://).){0,200}(?<![.!?]))?\s*", re.I
)
# An address with a space in it, which no label behind an address looks like: the host breaks off, or what
# follows is the rest of a path or of a file's name.
_SPACED = re.compile(
    r"\s*(https?://(?!.*://)(?:"
    r"[^\s/.:\[]*(?<!localhost)[ ]\S.*"
    r"|\S+[ ](?:[^\s/]*/\S*|\S.*\.(?:html?|php|pdf|aspx?|docx?))"
    r"))\s*",
    re.I,
)
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|mailto:|javascript:|data:|tel:|urn:|doi:)", re.I)
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’»)]*$")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)]|\[\d+\])\s")
_TITLE_LINES = 3
_HEADING_LENGTH = 120  # characters


def read_plain(text: str) -> Draft:
    """Plain text: title and headings by their looks; its URLs are found when citations are extracted."""
    title = _title(text)
    headings = ((title,) if title else ()) + _headings(text, title.end if title else 0)
    return Draft(
        text=text,
        media_type="text/plain",
        text_is_file=True,
        headings=headings,
        title=" ".join(title.of(text).split()) if title else None,
    )


def is_url_list(text: str) -> bool:
    """Whether each line is a comment (#), blank, or one URL, good or bad. Two URLs and more may have labels
    behind them or on lines between them, which are no sentences."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    labels = [line for line in lines if _is_label(line)]
    rest = [line for line in lines if not _is_label(line)]
    urls = sum(bool(_URL.match(line.strip(" \t<"))) for line in rest)
    known = (_LISTED, _SPACED, _LABELLED) if urls > 1 else (_LISTED, _SPACED)
    if not rest or not all(any(one.fullmatch(line) for one in known) for line in rest):
        return False
    if labels:
        return 2 * urls > len(lines) and urls > 1
    # One word a line is no text: with a URL among them, the others are meant as URLs, too.
    return urls > 0 or all(_ADDRESS.match(line.strip(" \t<")) for line in rest)


def read_url_list(text: str) -> Draft:
    """One URL a line: citations without a claim. A line that is no URL is a citation of a bad one: nothing
    that is listed is left out or shortened."""
    anchors = []
    labels = []
    start = 0
    for line in text.splitlines(keepends=True):
        if _is_label(line):
            lead = len(line) - len(line.lstrip())
            labels.append(Span(start + lead, start + len(line.rstrip())))
            start += len(line)
            continue
        bare = line.rstrip("\r\n")
        match = _LISTED.fullmatch(line) or _SPACED.fullmatch(bare) or _LABELLED.fullmatch(bare)
        if match and match.lastindex:
            span = Span(start + match.start(match.lastindex), start + match.end(match.lastindex))
            anchors.append(Anchor(span, match[match.lastindex], AnchorHow.GIVEN))
        start += len(line)
    return Draft(
        text=text,
        media_type="text/uri-list",
        anchors=tuple(anchors),
        headings=tuple(labels),
        text_is_file=True,
    )


def _is_label(line: str) -> bool:
    """Whether a line of a list says something of the URLs near it. It has several words or a capital letter;
    one small word, a path or a mail address is meant as a URL, and is a bad one."""
    words = line.strip()
    if not words or words.startswith("#") or len(words) > _HEADING_LENGTH or "://" in words:
        return False
    if words[-1] in ".!?;,…" or words.startswith(("<", "www.")):
        return False
    if len(words.split()) > 1:
        return not _LISTED.fullmatch(words)
    return not words[0].islower() and not any(mark in words[:-1] for mark in ".:/@")


def _title(text: str) -> Span | None:
    """The first line, or first lines in title case, when it does not read as running text."""
    start = len(text) - len(text.lstrip())
    lines = text[start:].split("\n", _TITLE_LINES + 1)
    count = 0
    while count < min(_TITLE_LINES, len(lines)) and _is_title_case(lines[count]):
        count += 1
    if count == 0 and len(lines) > 1 and not lines[1].strip() and _is_heading(lines[0]):
        count = 1
    if count == 0:
        return None
    end = start + len("\n".join(lines[:count]).rstrip())
    return Span(start, end) if end < len(text.rstrip()) else None


def _headings(text: str, after: int) -> tuple[Span, ...]:
    """Short lines between blank lines that do not end like a sentence."""
    found = []
    for match in re.finditer(r"(?:\A|\n[^\S\n]*\n)([^\n]+)(?=\n[^\S\n]*\n[^\S\n]*\S)", text):
        line = match[1]
        if match.start(1) >= after and _is_heading(line):
            lead = len(line) - len(line.lstrip())
            found.append(Span(match.start(1) + lead, match.start(1) + len(line.rstrip())))
    return tuple(found)


def _is_heading(line: str) -> bool:
    words = line.strip()
    return (
        bool(words)
        and len(words) <= _HEADING_LENGTH
        and not _SENTENCE_END.search(words)
        and not _URL.search(words)
        and not _BULLET.match(words)
        and (words[0].isupper() or words[0].isdigit())
    )


def _is_title_case(line: str) -> bool:
    """Most long words begin with a capital letter."""
    if not _is_heading(line):
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
