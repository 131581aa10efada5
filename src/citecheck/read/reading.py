"""From a decoded body to a Reading: one parse, everything read from it."""

import hashlib
import re
from functools import cached_property
from urllib.parse import urljoin

from lxml.html import HtmlElement

from citecheck.dates import url_clues
from citecheck.model import DateReading, DecodedBody, DecodeProblem, Publisher, Reading
from citecheck.read.authors import authors_of
from citecheck.read.candidates import Vote
from citecheck.read.extractor import lxml_tree, vote_of
from citecheck.read.main_text import main_text, tidy
from citecheck.read.page import Page, attribute, meta_content, parse_page, types_of
from citecheck.read.page_dates import date_reading, header_clue
from citecheck.read.pdf import pdf_content, pdf_dates
from citecheck.read.titles import title_of
from citecheck.text import language_of

READER = "1"  # to be raised when the same page is read to say something else
PAGE_LIMIT = 6_000_000  # characters of HTML that are read; the rest is left out and the reading is partial
EXTRACTOR_LIMIT = 1_500_000  # characters above which only our own, simpler reading is made
ELEMENT_LIMIT = 60_000  # tags above which likewise
TEXT_LIMIT = 3_000_000  # characters of main text kept
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"text/plain", "text/markdown", "text/x-rst"})
_TIERS = frozenset({"locked", "metered", "subscription", "paid", "premium"})
_ARTICLES = re.compile(r"article|posting|report|webpage|creativework")
_TEASER = re.compile(
    r"(?:subscribe (?:now )?to (?:continue|read|keep)|to continue reading|already a subscriber|"
    r"pour lire la suite|réservé aux abonnés|weiterlesen mit|jetzt abonnieren|nur für abonnenten|"
    r"samo za pretplatnike|nastavite da čitate|оформите подписку|para seguir leyendo|suscríbete para)",
    re.IGNORECASE,
)
_SHORT = 4_000  # characters: a wall's sentence in a longer text is about something else
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_CJK_WORD = 2.5  # characters


def read(body: DecodedBody, url: str, publisher: Publisher, last_modified: str | None) -> Reading | None:
    """What a capture says: main text, title, authors, language and every date with its clue.

    `url` is the address it came from, `last_modified` that response header. None where nothing can be
    read: another type of file, an empty page, or one that is damaged beyond use.
    """
    if body.problem is DecodeProblem.UNSUPPORTED_ENCODING or not body.data:
        return None
    cut = body.problem is not None
    if body.media_type == "application/pdf":
        return _read_pdf(body.data, url, publisher, cut)
    if body.text is None:
        return None
    try:
        if body.media_type in _HTML:
            return _read_page(body.text, url, publisher, (last_modified, cut))
    except RecursionError:  # a page nested beyond all reason: unreadable, not our fault
        return None
    if body.media_type in _PLAIN:
        return _read_plain(body.text, url, publisher, (last_modified, cut))
    return None


class _Parsed:
    """One page for all who read it: parsed once by each of the two parsers, the second when needed."""

    def __init__(self, html: str, url: str) -> None:
        self.page = parse_page(html[:PAGE_LIMIT], url)
        self.cut = len(html) > PAGE_LIMIT
        self._small = len(html) <= EXTRACTOR_LIMIT and html.count("<") <= 2 * ELEMENT_LIMIT

    @cached_property
    def tree(self) -> HtmlElement | None:
        """lxml's tree, None where the page is too large for the extractors."""
        return lxml_tree(self.page.html) if self._small else None

    def vote(self) -> Vote:
        """The general extractor's reading of the date."""
        return vote_of(self.tree)


def _read_page(html: str, url: str, publisher: Publisher, fate: tuple[str | None, bool]) -> Reading | None:
    last_modified, cut = fate
    parsed = _Parsed(html, url)
    page = parsed.page
    text = main_text(page, parsed.tree)[:TEXT_LIMIT]
    if not text:
        return None
    return Reading(
        text=text,
        title=title_of(page),
        authors=authors_of(page),
        language=language_of(text) or _declared_language(page),
        words=count_words(text),
        dates=date_reading(page, publisher, last_modified, parsed.vote),
        canonical_url=_canonical(page),
        partial=cut or parsed.cut or is_partial(page, text),
        text_sha256=digest_of(text),
    )


def read_dates(body: DecodedBody, url: str, publisher: Publisher, last_modified: str | None) -> DateReading:
    """The dates of a page alone, as `read` gives them, for pages of which no text can be read too."""
    if body.text is None:
        return DateReading((), reason="not a page")
    parsed = _Parsed(body.text, url)
    return date_reading(parsed.page, publisher, last_modified, parsed.vote)


def read_text(body: DecodedBody, url: str) -> str:
    """The main text of a page alone, as `read` gives it."""
    parsed = _Parsed(body.text or "", url)
    return main_text(parsed.page, parsed.tree)[:TEXT_LIMIT]


def _read_pdf(data: bytes, url: str, publisher: Publisher, cut: bool) -> Reading | None:
    content = pdf_content(data)
    if content is None:
        return None
    return Reading(
        text=content.text,
        title=content.title,
        authors=(content.author,) if content.author else (),
        language=language_of(content.text),
        words=count_words(content.text),
        dates=pdf_dates(content, url, publisher),
        partial=cut or content.cut,
        text_sha256=digest_of(content.text),
    )


def _read_plain(text: str, url: str, publisher: Publisher, fate: tuple[str | None, bool]) -> Reading | None:
    last_modified, cut = fate
    words = tidy(text[:TEXT_LIMIT])
    if not words:
        return None
    first = words.partition("\n")[0]
    header = header_clue(last_modified)
    clues = (*url_clues(url, publisher), *((header,) if header else ()))
    return Reading(
        text=words,
        title=first if len(first) <= 150 else None,
        authors=(),
        language=language_of(words),
        words=count_words(words),
        dates=DateReading(clues, reason="plain text has no date of its own"),
        partial=cut or len(text) > TEXT_LIMIT,
        text_sha256=digest_of(words),
    )


def is_partial(page: Page, text: str) -> bool:
    """Whether the page itself says that only a part of the article is here."""
    for node in page.nodes:
        free = node.get("isAccessibleForFree")
        if free is not None and str(free).lower().rpartition("/")[2] in {"false", "no", "0"}:
            return True
        if free is not None and any(map(_ARTICLES.search, types_of(node))):
            return False
    if meta_content(page, "article:content_tier").lower() in _TIERS:
        return True
    return len(text) < _SHORT and _TEASER.search(text) is not None


def count_words(text: str) -> int:
    """Words of `text`; scripts without spaces count by length."""
    wide = len(_CJK.findall(text))
    return len(_CJK.sub(" ", text).split()) + round(wide / _CJK_WORD) if wide else len(text.split())


def digest_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _declared_language(page: Page) -> str | None:
    code = (page.language or "").lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isalpha() else None


def _canonical(page: Page) -> str | None:
    """The address that the page gives as its own, absolute."""
    node = page.tree.css_first("link[rel~=canonical i]")
    href = attribute(node, "href") or meta_content(page, "og:url")
    if not href:
        return None
    try:
        address = urljoin(page.url, href)
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None
