"""Dates that a page's markup states: JSON-LD, meta elements, microdata and time elements."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborNode, SelectolaxError

from citecheck.errors import ConfigError
from citecheck.model import ClueKind
from citecheck.read.found import Found
from citecheck.read.page import Page, attribute, folded, types_of
from citecheck.read.stamps import Style, machine_stamp

_JSONLD = {
    "datePublished": ClueKind.JSONLD_PUBLISHED,
    "dateCreated": ClueKind.JSONLD_CREATED,
    "uploadDate": ClueKind.JSONLD_CREATED,
    "dateModified": ClueKind.JSONLD_MODIFIED,
}
_LOOSE = re.compile(r'"(datePublished|dateCreated|dateModified)"\s*:\s*"([^"]{8,40})"')
_ARTICLES = re.compile(
    r"article|posting|report|webpage|creativework|book|review$|dataset|podcast|recipe|howto"
)
_ASIDES = frozenset(
    {"comment", "review", "userreview", "person", "videoobject", "imageobject", "product", "offer"}
)

# Names of meta elements without their punctuation.
_PUBLISHED_NAMES = (
    "articlepublishedtime articlepublished articlepublicationdate ogpublishedtime publishedtime "
    "datepublished published publishdate publisheddate pubdate publicationdate dateofpublication "
    "dcdateissued dctermsissued dctermscreated dcdatecreated dccreated dctermsavailable "
    "citationpublicationdate citationdate citationonlinedate sailthrudate parselypubdate "
    "cxenseparserecspublishtime cxenseparsepublishtime btpubdate rnewsdatepublished "
    "prismpublicationdate articledateoriginal originalpublicationdate originalpublishdate displaydate "
    "videoreleasedate ogreleasedate releasedate dateposted postdate postdatetime articlecreated "
    "articledate creationdate created datecreated articlepostdate mediatorpublishedtime "
    "vrpublishedtime lppublisheddate sourcepublishdate weibowebpagecreateat articlefirstpublished"
)
_PUBLISHED = frozenset(_PUBLISHED_NAMES.split())
_MODIFIED_NAMES = (
    "articlemodifiedtime articlemodified ogupdatedtime updatedtime modifiedtime datemodified modified "
    "dcdatemodified dctermsmodified dcmodified lastmodified lastmod lastupdate lastupdated updated "
    "updatedate revised btmoddate prismmodificationdate articleupdated articleupdatedtime "
    "pagelastmodified revisiondate modificationdate changedate"
)
_MODIFIED = frozenset(_MODIFIED_NAMES.split())
_GENERIC_NAMES = "date dcdate dctermsdate dcterms pagedate timestamp datetime newsdate metadate articletime"
_GENERIC = frozenset(_GENERIC_NAMES.split())
_PUNCTUATION = re.compile(r"[^a-z]")

_PUBLISH_WORDS = re.compile(
    r"publi|posted|post-?_?date|entry-?_?date|pubdate|created|article-?_?date|date-?_?article|issued|"
    r"erschienen|veroeff|veröff|headline-?date",
    re.IGNORECASE,
)
_MODIFY_WORDS = re.compile(r"modif|updat|aktuali|geändert|changed|revis", re.IGNORECASE)
_NAMED_DATE = re.compile("date|datum|time|publi|posted", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|reply|respon|discuss|disqus", re.IGNORECASE)
_OTHERS = re.compile(
    r"related|sidebar|widget|teaser|recent|latest|footer|popular|recommend|more-|mehr|ticker|carousel|list-item|"
    r"promo|breaking|archive|navi|event|termin|calendar|copyright|weather|banner|similar",
    re.IGNORECASE,
)
_ELEMENTS = (
    "h1, time, abbr[title], [itemprop*=date i], [itemprop=uploadDate], [property*=date i]:not(meta), "
    "[class*=date i], [class*=time i], [class*=publi i], [class*=posted i], [class*=datum i], "
    "[class*=byline i], [class*=meta i], [id*=date i], [id*=time i], [datetime], [pubdate]"
)
_ELEMENT_LIMIT = 400  # elements looked at in one page
_LEVELS = 9  # elements looked at from a date upwards
_DATE_TEXT = 90  # characters: longer elements are not a date line


def jsonld_dates(page: Page, style: Style) -> Iterator[Found]:
    """Dates of every JSON-LD object."""
    seen = 0
    for node in page.nodes:
        kinds = types_of(node)
        for name, kind in _JSONLD.items():
            value = node.get(name)
            value = value[0] if isinstance(value, list) and value else value
            if not isinstance(value, str | int):
                continue
            stamp = machine_stamp(str(value), style)
            if stamp is None:
                continue
            seen += 1
            where = f"JSON-LD {name} of {', '.join(sorted(kinds)) or 'an object without a type'}"
            yield Found(kind, stamp, where, _jsonld_marks(node, kinds, kind, seen))
    for match in _LOOSE.finditer(page.loose_json[:200_000]):
        stamp = machine_stamp(match.group(2), style)
        if stamp:
            marks = frozenset({f"{_JSONLD[match.group(1)]}:loose"})
            yield Found(_JSONLD[match.group(1)], stamp, f"JSON-LD {match.group(1)} in a damaged block", marks)


def _jsonld_marks(
    node: Mapping[str, object], kinds: frozenset[str], kind: ClueKind, seen: int
) -> frozenset[str]:
    what = "aside" if kinds & _ASIDES else "article" if any(map(_ARTICLES.search, kinds)) else "other"
    marks = {f"{kind}:{what}"}
    if what == "article" and "webpage" in kinds:
        marks.add(f"{kind}:webpage")
    if seen > 4:
        marks.add("jsonld:late")
    return frozenset(marks)


def meta_dates(page: Page, style: Style) -> Iterator[Found]:
    """Dates of meta elements, by what their name says."""
    for node in page.tree.css("meta[content]"):
        label = attribute(node, "property") or attribute(node, "name") or attribute(node, "http-equiv")
        label = label or attribute(node, "itemprop")
        squashed = _PUNCTUATION.sub("", label.lower())
        kind = (
            ClueKind.META_PUBLISHED
            if squashed in _PUBLISHED
            else ClueKind.META_MODIFIED
            if squashed in _MODIFIED
            else ClueKind.META_DATE
            if squashed in _GENERIC
            else None
        )
        stamp = machine_stamp(attribute(node, "content"), style) if kind else None
        if kind and stamp:
            yield Found(kind, stamp, f'meta element "{label[:60]}"', frozenset({f"meta:{squashed}"}))


def selected_dates(page: Page, style: Style, selectors: Sequence[str]) -> Iterator[Found]:
    """Dates of the elements that the publisher's row names as its date of publication. Raises ConfigError."""
    for selector in selectors:
        try:
            nodes = page.tree.css(selector)[:2]
        except SelectolaxError as error:
            message = f"date_selectors: {selector!r} is not a CSS selector; mend that row."
            raise ConfigError(message) from error
        for node in nodes:
            value = attribute(node, "datetime") or attribute(node, "content") or node.text(separator=" ")
            stamp = machine_stamp(folded(value)[:_DATE_TEXT], style)
            if stamp:
                where = f'the publisher\'s date element "{selector}"'
                marks = frozenset({f"{ClueKind.TIME_PUBLISHED}:says-published"})
                yield Found(ClueKind.TIME_PUBLISHED, stamp, where, marks)


def element_dates(page: Page, style: Style) -> Iterator[Found]:
    """Dates of microdata, time elements and elements whose class or id speaks of a date."""
    headed = False
    order = 0
    has_heading = page.tree.css_first("h1") is not None
    for node in page.tree.css(_ELEMENTS)[:_ELEMENT_LIMIT]:
        if node.tag == "h1":
            headed = True
            continue
        if node.tag in {"html", "body", "meta", "link", "input"} and not attribute(node, "itemprop"):
            continue
        found = _element(node, style, order)
        if found is None:
            continue
        order += 1
        side = "headless" if not has_heading else "after-h1" if headed else "before-h1"
        kind = found.kind
        marks = found.marks | {f"{kind}:{side}", f"{kind}:nth{min(order, 4)}"}
        yield Found(kind, found.stamp, found.where, marks)


def _element(node: LexborNode, style: Style, order: int) -> Found | None:
    itemprop = attribute(node, "itemprop").lower()
    label = f"{attribute(node, 'class')} {attribute(node, 'id')} {attribute(node, 'property')} {itemprop}"
    value = attribute(node, "datetime") or (attribute(node, "content") if itemprop else "")
    stamp = machine_stamp(value, style) if value else None
    if stamp is None and node.tag == "abbr":
        stamp = machine_stamp(attribute(node, "title"), style)
    text = ""
    if stamp is None:
        text = folded(node.text(separator=" "))[: _DATE_TEXT + 1]
        if len(text) > _DATE_TEXT or not any(letter.isdigit() for letter in text):
            return None
        stamp = machine_stamp(text, style)
    if stamp is None:
        return None
    kind = _element_kind(node, itemprop, label)
    place = f"<{node.tag}> element" + (
        f' of class "{attribute(node, "class")[:60]}"' if attribute(node, "class") else ""
    )
    return Found(
        kind, stamp, f"itemprop {itemprop}" if "date" in itemprop else place, _around(node, kind, label, text)
    )


def _element_kind(node: LexborNode, itemprop: str, label: str) -> ClueKind:
    if "datemodified" in itemprop:
        return ClueKind.MICRODATA_MODIFIED
    if "datepublished" in itemprop or "datecreated" in itemprop or "uploaddate" in itemprop:
        return ClueKind.MICRODATA
    if node.tag == "time" or attribute(node, "datetime"):
        publishes = _PUBLISH_WORDS.search(label) or "pubdate" in node.attributes
        return ClueKind.TIME_PUBLISHED if publishes and not _only_modified(label) else ClueKind.TIME_ELEMENT
    return ClueKind.BYLINE


def _only_modified(label: str) -> bool:
    return bool(_MODIFY_WORDS.search(label)) and not _PUBLISH_WORDS.search(label)


def _around(node: LexborNode, kind: ClueKind, label: str, text: str) -> frozenset[str]:
    """What the element and those around it are called."""
    marks = set()
    if _only_modified(label) or _MODIFY_WORDS.search(text):
        marks.add("says-modified")
    if _PUBLISH_WORDS.search(label) or _PUBLISH_WORDS.search(text):
        marks.add(f"{kind}:says-published")
    if kind is ClueKind.BYLINE:
        marks.add("byline:named-date" if _NAMED_DATE.search(label) else "byline:meta")
        if len(text) < 30:
            marks.add("byline:short")
    above: LexborNode | None = node
    for _ in range(_LEVELS):
        if above is None or above.tag in {"body", "html"}:
            break
        marks |= _surroundings(above.tag or "", f"{attribute(above, 'class')} {attribute(above, 'id')}"[:200])
        above = above.parent
    return frozenset(marks)


@lru_cache(maxsize=4096)
def _surroundings(tag: str, called: str) -> frozenset[str]:
    """What an element of this tag, class and id makes of the dates within it."""
    marks = set()
    if tag in {"article", "main", "header"}:
        marks.add(f"in-{tag}")
    if tag in {"aside", "footer", "nav"} or _OTHERS.search(called):
        marks.add("in-others")
    if _COMMENTS.search(called):
        marks.add("in-comments")
    return frozenset(marks)
