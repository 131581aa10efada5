"""page_facts(body, url): what a body shows at a glance. Cheap, bounded, never raises for a bad page."""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.classify.markers import MOST_TEXT, tell_tales
from citecheck.model import DecodedBody, PageFacts

MOST_MARKUP = 2_000_000  # characters looked at
START = 600  # characters of visible text kept
SENTENCE = 60  # a paragraph at least this long is running text, not navigation
NARROW = SENTENCE * 2 // 5  # as many characters, were all of them wide
PIECES = 120  # paragraphs and headings looked at; a page with more has text enough
FEW = 24  # of them looked at however long they are
ENOUGH = 4_000  # characters of them; no rule asks for more than 3,000 of running text
PLENTY = 3_000  # characters of running text: what else such a page shows tells nothing more
MARKED = 300  # paragraphs known again on other pages
MARK_BITS = 12
LONGEST_MARKED = 2**MARK_BITS - 1
LINE = 300  # longer lines state other things
LINES = 80
ITEMS = 100  # JSON-LD items looked at
LONGEST_URL = 4_000  # characters of a meta refresh looked at
SOON = 30  # seconds; a refresh later than that is for readers of a page that stays
LOADING = 30  # characters; an application's root with fewer shows "Loading" at most
TELL_TALES = 100_000  # characters of markup searched for tell-tales
_NO_TEXT = ["script", "style", "noscript", "template", "svg", "select", "textarea"]
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_ARTICLE = re.compile(
    r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"'
    r'(?:[A-Za-z]{0,20}NewsArticle|Article|[A-Za-z]{0,20}BlogPosting|Report|ScholarlyArticle|LiveBlogPosting)"'
)
_REFRESH = re.compile(
    r"(\d{1,9})?(?:\.\d*)? ?[;,]? ?url ?= ?['\"]? ?([^'\"]+)", re.IGNORECASE
)  # white space folded
_SCRIPT_MOVE = re.compile(
    r"(?:(?:window|document|top|self|parent)\s*\.\s*)?location(?:\s*\.\s*href)?\s*"
    r"(?:=|\.\s*(?:replace|assign)\s*\()\s*['\"]([^'\"\s]{1,2000})['\"]"
)
_ROOTS = (
    "#root, #app, #__next, #__nuxt, #svelte, #main-app, #react-root, #ember-app, app-root, "
    "[data-reactroot], [ng-app], [data-ng-app], [ng-version]"
)
_TOPS = frozenset({"h1", "h2", "h3"})
_PIECES = frozenset({"h1", "h2", "h3", "p", "blockquote", "dd", "pre"})
# One of them stands where something is hidden.
_HIDES = ("hidden", "HIDDEN", "Hidden", "display", "DISPLAY", "Display", "<dialog", "<DIALOG", "<Dialog")
_HIDDEN = (
    '[hidden], [aria-hidden="true"], dialog:not([open]), '
    '[style*="display:none" i], [style*="display: none" i], '
    '[style*="visibility:hidden" i], [style*="visibility: hidden" i]'
)
# Where readers name themselves: the password is asked for on the next page.
_ACCOUNT = (
    'input[type="email" i], input[autocomplete*="username" i], input[name="username" i], '
    'input[name="login" i], input[name="email" i], input[name="identifier" i]'
)
_NEVER_HIDDEN = frozenset({"html", "head", "body", "main"})
# What stands under a headline, and the linked headlines that end it: those of other pages.
_UNDER = frozenset({"p", "blockquote", "dd", "pre"})
_HEADED = ", ".join(["h1", *sorted(_UNDER), *(f"h{n} a, a h{n}" for n in range(2, 6))])
_SET_OFF = re.compile(r"\s+[|\-–—·•:»›]\s+")
_BEGINNING = 40  # characters of a headline that its page's title repeats
# All that is looked for, in one walk through the tree.
_TELLING = f'title, meta, link[rel="canonical" i], main, {", ".join(sorted(_PIECES))}'
_FREE = "isAccessibleForFree"


def page_facts(body: DecodedBody, url: str) -> PageFacts:
    """The head facts of `body`, which came from `url`. PDF and other files: type and completeness only."""
    if body.text is None:
        complete = body.media_type != "application/pdf" or b"%%EOF" in body.data[-4096:]
        return PageFacts(url, body.media_type, len(body.data), body.problem, complete)
    if not body.media_type.endswith("html") and body.media_type != "application/xhtml+xml":
        return _plain(body, body.text[:MOST_MARKUP], url)
    return _page(body, body.text[:MOST_MARKUP], url)


def _plain(body: DecodedBody, text: str, url: str) -> PageFacts:
    lines = [line for line in (_folded(raw) for raw in text[:200_000].splitlines()) if line]
    running = [line for line in lines if _width(line) >= SENTENCE]
    visible = " ".join(lines)
    return PageFacts(
        url, body.media_type, len(body.data), body.problem,
        visible_length=_width(visible), visible_start=visible[:START], visible_sha256=_digest(visible),
        running_length=sum(map(_width, running)), paragraphs=len(running),
        statements=tuple(line for line in lines[:LINES] if len(line) <= LINE),
    )  # fmt: skip


def _page(body: DecodedBody, markup: str, url: str) -> PageFacts:
    tree = LexborHTMLParser(markup)
    free = _free(tree) if _FREE in markup else (None, False)
    tree.strip_tags(_NO_TEXT)
    facts = _gathered(body, tree, url, free)
    hides = facts.running_length < PLENTY and _hide(tree, markup)
    if hides:  # of little text, what nobody sees may be the most telling
        facts = _gathered(body, tree, url, free)
    own = facts.running_length if facts.under_headline is None else facts.under_headline
    return facts if own >= MOST_TEXT else _in_place_of_text(facts, hides, markup)


def _hide(tree: LexborHTMLParser, markup: str) -> bool:
    """Take away what the page hides; whether it hides anything. Where that is most of its text, a script is
    to show it: that page hides nothing, and its tree is not to be asked again."""
    if not any(word in markup for word in _HIDES):
        return False
    nodes = [node for node in tree.css(_HIDDEN) if node.tag not in _NEVER_HIDDEN]
    if not nodes:
        return False
    before = len(_text(tree))
    for node in nodes:
        node.decompose()
    return 2 * len(_text(tree)) > before


def _gathered(
    body: DecodedBody, tree: LexborHTMLParser, url: str, free: tuple[bool | None, bool]
) -> PageFacts:
    markup = (body.text or "")[:MOST_MARKUP]
    nodes = tree.css(_TELLING)
    head = _Head(tree, nodes, url)
    dated = head.dated or ('"@type"' in markup and _ARTICLE.search(markup) is not None)
    pieces = _pieces(nodes)
    long = marked = _long([text for tag, text in pieces if tag not in _TOPS])
    lines: Sequence[str] = ()
    said = " ".join(text for _, text in pieces)  # of a page with plenty of text, its beginning will do
    if long.length < PLENTY:
        lines = _lines(tree)
        said = " ".join(lines)
        long = max(marked, _long(lines), key=attrgetter("length"))
    structured = 2 * marked.length >= long.length  # else much of the text stands in no paragraph
    return PageFacts(
        url, body.media_type, len(body.data), body.problem,
        language=head.language, title=head.title, headings=head.headings, og_title=head.og_title,
        site_name=head.site_name, canonical=head.canonical, article_marked=head.article or dated,
        article_dated=dated, body_words=head.words,
        visible_length=_width(said), visible_start=_folded(said[: 2 * START])[:START],
        visible_sha256=_digest(said), running_length=long.length, paragraphs=len(long.widths),
        paragraph_marks=() if dated else long.marks(),
        under_headline=_under_headline(tree, head) if structured and not dated else None,
        statements=_statements(pieces, lines), refresh_url=head.refresh_url, free=free[0],
        locked_parts=free[1],
    )  # fmt: skip


def _in_place_of_text(facts: PageFacts, hides: bool, markup: str) -> PageFacts:
    """What else a page holds that has little text: it may tell why. With `hides`, what it hides does not
    count."""
    tree = LexborHTMLParser(markup)  # anew: the other tree has lost its scripts
    if hides:
        _hide(tree, markup)
    return replace(
        facts,
        links=len(tree.css("a[href]")),
        media=len(tree.css("img, iframe, frame, video, audio, object, embed, picture, canvas")),
        scripts=len(tree.css("script")),
        app_root=any(len(_folded(node.text())) < LOADING for node in tree.css(_ROOTS)),
        noscript=_folded(" ".join(node.text(separator=" ") for node in tree.css("noscript")[:8]))[:LINE],
        script_url=_script_url(tree, facts.url) if facts.running_length == 0 else None,
        password_form=bool(tree.css('input[type="password" i]')),
        account_form=bool(tree.css(_ACCOUNT)),
        markers=tell_tales(markup[:TELL_TALES].lower()),
    )


class _Head:
    """Title, headings and meta elements of a tree, whose telling nodes are `nodes`."""

    def __init__(self, tree: LexborHTMLParser, nodes: Sequence[LexborNode], url: str) -> None:
        self.title = self.og_title = self.site_name = ""
        self.canonical: str | None = None
        self.refresh_url: str | None = None
        self.article = self.dated = False
        main: LexborNode | None = None
        headings: list[str] = []
        for node in nodes:
            tag = node.tag
            if tag == "meta":
                self._meta(node, url)
            elif tag == "h1":
                headings.append(_folded(node.text(separator=" "))[:LINE])
            elif tag == "title":
                self.title = self.title or _folded(node.text())[:LINE]
            elif tag == "link":
                self.canonical = self.canonical or _absolute(node.attributes.get("href"), url)
            elif tag == "main":
                main = main or node
        self.headings = tuple(heading for heading in headings[:6] if heading)
        language = tree.root.attributes.get("lang") if tree.root else None
        self.language = language.strip().lower()[:2] if language and language.strip() else None
        self.words = _words(tree.root, tree.body, main)

    def _meta(self, node: LexborNode, url: str) -> None:
        name = (node.attributes.get("property") or node.attributes.get("name") or "").lower()
        content = node.attributes.get("content") or ""
        if name == "og:title":
            self.og_title = _folded(content)[:LINE]
        elif name in {"og:site_name", "application-name"}:
            self.site_name = self.site_name or _folded(content)[:LINE]
        elif name == "og:type":
            self.article = self.article or content.strip().lower() in {"article", "news", "blog"}
        elif name == "article:published_time":
            self.dated = True
        elif (node.attributes.get("http-equiv") or "").lower() == "refresh":
            match = _REFRESH.match(_folded(content[:LONGEST_URL]))
            if match and int(match[1] or 0) <= SOON:
                self.refresh_url = _absolute(match[2], url)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _width(text: str) -> int:
    """Characters, a wide one counted as two and a half."""
    return len(text) if text.isascii() else len(text) + int(1.5 * len(_WIDE.findall(text)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _lines(tree: LexborHTMLParser) -> list[str]:
    return [line for raw in _text(tree).split("\n") if (line := raw.strip())]


def _text(tree: LexborHTMLParser) -> str:
    return tree.body.text(separator="\n") if tree.body is not None else ""


def _absolute(target: str | None, url: str) -> str | None:
    if not target or not target.strip():
        return None
    try:
        return urljoin(url, target.strip())
    except ValueError:
        return None


def _pieces(nodes: Sequence[LexborNode]) -> list[tuple[str, str]]:
    """(tag, text) of the first headings and paragraphs, until there is text enough."""
    pieces: list[tuple[str, str]] = []
    length = 0
    for node in nodes:
        tag = node.tag or ""
        if tag in _PIECES:
            pieces.append((tag, _folded(node.text(separator=" "))))
            length += len(pieces[-1][1])
            if (length >= ENOUGH and len(pieces) >= FEW) or len(pieces) == PIECES:
                break
    return pieces


def _under_headline(tree: LexborHTMLParser, head: _Head) -> int | None:
    """Characters of running text under the page's own headline, up to the first one that leads to another
    page; no more than tell that the page has text. None where it has no such headline."""
    length: int | None = None
    for node in tree.css(_HEADED) if head.headings else ():
        if node.tag == "h1":
            length = 0 if length is None and _is_headline(node, head) else length
        elif length is not None and node.tag not in _UNDER:
            return length
        elif length is not None:
            length += _long([_folded(node.text(separator=" "))]).length
            if length >= MOST_TEXT:
                return length
    return length


def _is_headline(node: LexborNode, head: _Head) -> bool:
    """Whether the title repeats a heading that leads nowhere and is not the site's name."""
    text, title = _folded(node.text(separator=" ")).casefold(), head.title.casefold()
    first, *others = _SET_OFF.split(title)
    if (
        not text
        or text in {head.site_name.casefold(), *others}
        or not (text[:_BEGINNING] in title or first in text)
    ):
        return False
    return node.css_first("a") is None and (node.parent is None or node.parent.tag != "a")


@dataclass(frozen=True, slots=True)
class _Long:
    """Running text: its paragraphs and their widths."""

    texts: Sequence[str]
    widths: Sequence[int]

    @property
    def length(self) -> int:
        return sum(self.widths)

    def marks(self) -> tuple[int, ...]:
        """By which a paragraph is known again on another page."""
        found = zip(self.texts, self.widths, strict=True)
        return tuple(
            zlib.crc32(text.encode("utf-8", "replace")) << MARK_BITS | min(width, LONGEST_MARKED)
            for text, width in islice(found, MARKED)
        )


def _long(texts: Sequence[str]) -> _Long:
    wide = [(text, width) for text in texts if len(text) >= NARROW and (width := _width(text)) >= SENTENCE]
    return _Long([text for text, _ in wide], [width for _, width in wide])


def _statements(pieces: Sequence[tuple[str, str]], lines: Sequence[str]) -> tuple[str, ...]:
    near = [text for tag, text in pieces if tag == "p" or tag in _TOPS][:LINES]
    found = [text for text in near if 2 < len(text) <= LINE]
    if 0 < len(lines) <= LINES:
        found += [line for line in map(_folded, lines) if 5 < len(line) <= LINE]
    return tuple(dict.fromkeys(found))


def _words(*nodes: LexborNode | None) -> frozenset[str]:
    """Classes and ids of elements that hold the whole page."""
    words: list[str] = []
    for node in nodes:
        if node is not None:
            words += (node.attributes.get("class") or "").split()[:60]
            words += (node.attributes.get("id") or "").split()[:1]
    return frozenset(word.lower()[:60] for word in words)


def _script_url(tree: LexborHTMLParser, url: str) -> str | None:
    scripts = [node.text(deep=True) for node in tree.css("script:not([src])")[:10]]
    for script in (*scripts, *(node.attributes.get("onload") or "" for node in tree.css("body[onload]"))):
        match = _SCRIPT_MOVE.search(script[:20_000])
        if match:
            return _absolute(match[1], url)
    return None


def _free(tree: LexborHTMLParser) -> tuple[bool | None, bool]:
    """(isAccessibleForFree of the page's own item, whether named parts are locked) from JSON-LD."""
    answer: bool | None = None
    locked_parts = False
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            data = json.loads(node.text(deep=True))
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            free = _truth(item.get("isAccessibleForFree"))
            if free is not None and (answer is None or not free):
                answer = free
            locked_parts = locked_parts or any(
                _truth(part.get("isAccessibleForFree")) is False for part in _items(item.get("hasPart"))
            )
    return answer, locked_parts


def _items(data: object) -> Iterator[dict[str, object]]:
    """JSON-LD items: an object, the entries of a list, and the members of their @graph."""
    waiting = [data]
    for _ in range(ITEMS):
        if not waiting:
            return
        entry = waiting.pop(0)
        if isinstance(entry, dict):
            yield entry
            entry = entry.get("@graph")
        if isinstance(entry, list):
            waiting += entry[:ITEMS]


def _truth(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in {"true", "false"}:
        return value.strip().lower() == "true"
    return None
