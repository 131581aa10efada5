"""A response body made readable, and the head facts that classifying needs."""

from dataclasses import dataclass

from citecheck.model.words import Word


class DecodeProblem(Word):
    """Why a body could not be decoded, or not wholly."""

    TOO_LARGE = "too_large", "it grows beyond the limits when decompressed"
    CORRUPT = "corrupt", "its content encoding is broken"
    UNSUPPORTED_ENCODING = "unsupported_encoding", "a content encoding we do not know, or too many layers"
    UNREAD = "unread", "reading it took too long or too much memory, or failed on our side"


@dataclass(frozen=True, slots=True)
class DecodedBody:
    """A body after content decoding. On a problem, `data` holds what could be decoded before it."""

    data: bytes
    media_type: str  # essence in lower case, sniffed where the header is missing or wrong
    charset: str | None  # for textual types
    text: str | None  # characters, for textual types
    problem: DecodeProblem | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a body shows at a glance: cheap facts for telling link states apart, no main text.

    Lengths count characters, white space folded; a wide (CJK) character counts for two and a half.
    A file that is no page has its type, problem and completeness only. What could stand in place of text
    (links, media, scripts, application root, noscript, forms, script_url, markers) is looked for
    where there is little of it. Of a page with plenty of text, what is visible is its beginning: headings
    and paragraphs.
    """

    url: str  # the address it came from
    media_type: str
    size: int  # bytes, decoded
    problem: DecodeProblem | None = None
    complete: bool = True  # False where the file's own end mark is missing (PDF)
    language: str | None = None  # as the page declares it
    title: str = ""
    headings: tuple[str, ...] = ()  # h1 elements
    og_title: str = ""
    site_name: str = ""
    canonical: str | None = None  # absolute
    article_marked: bool = False  # Open Graph or schema.org say that this is an article
    article_dated: bool = False  # and they do not say just that: some sites say it on every page
    body_words: frozenset[str] = frozenset()  # classes and ids of html and body, lower case
    visible_length: int = 0
    visible_start: str = ""  # the first characters a reader sees
    visible_sha256: str = ""  # hex, of the visible text: many hosts with one page give themselves away
    running_length: int = 0  # of sentences: paragraphs too long for navigation; counted to a bound
    paragraphs: int = 0  # how many such paragraphs
    paragraph_marks: tuple[int, ...] = ()  # of each: a checksum, and its length in the lowest 12 bits
    under_headline: int | None = None  # of them, up to a headline that leads elsewhere; None: not to be told
    statements: tuple[str, ...] = ()  # short lines in which a page could state what is wrong
    links: int = 0
    media: int = 0  # images, frames, players
    scripts: int = 0
    app_root: bool = False  # an element that a script is to fill, and it is empty
    noscript: str = ""  # what it tells readers without scripts
    refresh_url: str | None = None  # of a meta refresh, absolute
    script_url: str | None = None  # where a script sends readers of a page without text, absolute
    password_form: bool = False
    account_form: bool = False  # a field for a name or a mail address: sign-in pages may ask for no more
    free: bool | None = None  # schema.org isAccessibleForFree of the page
    locked_parts: bool = False  # schema.org hasPart names parts that are not free
    markers: frozenset[str] = frozenset()  # tell-tale pieces of markup, by name (classify/markers.py)
