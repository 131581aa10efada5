"""What kind of place a URL names: a front page, a section, an article, a sign-in page, an error page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, unquote_plus

from citecheck.classify.place_words import (
    CONSENT_SEGMENTS,
    GATE_SEGMENTS,
    LANGUAGES,
    LOGIN_LABELS,
    LOGIN_SEGMENTS,
    OFFER_SEGMENTS,
    PARKING_HOSTS,
    RESOLVERS,
    SEARCH_SEGMENTS,
    SECTIONS,
    STOP_WORDS,
    THREADS,
    VIEWS,
)
from citecheck.model import FetchOutcome
from citecheck.text import fold
from citecheck.urls import BadUrl, registrable_domain, take_apart

_LOCALE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?|intl|global|world-?wide|international")
_INDEX = re.compile(
    r"(?:index|home|homepage|default|main|welcome|start|startseite|accueil|inicio|frontpage|front)"
    r"(?:\.(?:html?|php\d?|aspx?|jsp|jsf|cfm|do|shtml|xhtml))?"
)
_ERROR_SEGMENT = re.compile(
    r"(?:error[-_]?|err|http[-_]?|page[-_]?|status[-_]?)?404(?:[-_]?(?:error|page|not[-_]?found))?(?:\.\w{2,5})?|"
    r"(?:page[-_]?|error[-_]?|file[-_]?|article[-_]?)?not[-_]?found(?:[-_]?(?:page|error))?(?:\.\w{2,5})?|"
    r"(?:errors?|error[-_]?page|errordocs?|missing|page[-_]?missing|fehler|erreur)(?:\.\w{2,5})?|"
    r"seite[-_]nicht[-_]gefunden|page[-_]introuvable|pagina[-_]no[-_]encontrada|nicht[-_]gefunden"
)
_CONSENT_HOST = re.compile(
    r"^(?:consent|guce|cookies?|cmp|privacy|myprivacy|consentement|zustimmung|choices)\."
    r"|^(?:www\.)?cookiewall\.|privacy-mgmt\.com$"
)
_WORD = re.compile(r"[^\W_]+")
_LISTS = frozenset({"category", "section", "tag", "topic", "topics", "tags", "kategorie"})
_ID_QUERY = re.compile(
    r"(?:^|&)(?:[a-z_]*id|p|page_id|article|story|doc|document|news|n|a|post|item|storyid|newsid|artid|q|v|file|"
    r"module|action|view|option|cmd|do|c|t|s|id_\w+)=[^&]+",
    re.IGNORECASE,
)
_SEARCH_QUERY = re.compile(
    r"(?:^|&)(?:s|q|query|search|keywords?|suchbegriff|words?|text|term)=", re.IGNORECASE
)
_VIEW = re.compile(r"\d{1,2}")  # a page number
_DATE_PART = re.compile(r"(?:19|20)\d\d|0?[1-9]|1[0-2]")
_OWN_NAME = 5  # letters
_SLUGLESS = 24  # a lone segment longer than this names more than a section


@dataclass(frozen=True, slots=True)
class Place:
    """A URL read as a place on a site."""

    url: str
    host: str
    domain: str  # registrable
    segments: tuple[str, ...]  # of the path, decoded, lower case
    query: str

    @property
    def is_front(self) -> bool:
        """The site's or a language's front page."""
        if _ID_QUERY.search(self.query):
            return False
        rest = [segment for segment in self.segments if not _INDEX.fullmatch(segment)]
        return not rest or (len(rest) == 1 and _is_locale(rest[0]))

    @property
    def is_section(self) -> bool:
        """A page that lists others. Told by its words, so a short unusual name is not one."""
        if _ID_QUERY.search(self.query):
            return False
        rest = [
            segment for segment in self.segments if not (_INDEX.fullmatch(segment) or _is_locale(segment))
        ]
        if not rest or len(rest) > 3:
            return False
        if len(rest) > 1 and rest[0] in {
            "category",
            "section",
            "tag",
            "topic",
            "topics",
            "tags",
            "kategorie",
        }:
            return len(rest) == 2
        named = [segment for segment in rest if not _DATE_PART.fullmatch(segment)]
        return bool(named) and all(segment.partition(".")[0] in SECTIONS for segment in named)

    @property
    def is_search(self) -> bool:
        """What a site's own search finds."""
        asked = _SEARCH_QUERY.search(self.query) is not None
        return asked and (not self.segments or any(s in SEARCH_SEGMENTS for s in self.segments))

    @property
    def is_gate(self) -> bool:
        """A page that readers are sent to before they may go on."""
        return any(segment in GATE_SEGMENTS for segment in self.segments)

    @property
    def is_offer(self) -> bool:
        """A page that offers an account or a subscription."""
        return any(segment in OFFER_SEGMENTS for segment in self.segments)

    @property
    def login_path(self) -> bool:
        """The path is that of a sign-in page."""
        return any(segment in LOGIN_SEGMENTS for segment in self.segments)

    @property
    def login_host(self) -> bool:
        """The host does nothing but sign people in."""
        labels = self.host.split(".")
        return len(labels) > 2 and labels[0] in LOGIN_LABELS

    @property
    def is_thread(self) -> bool:
        """A page of a forum, by its path or host."""
        names = (self.host.partition(".")[0], *(segment.partition(".")[0] for segment in self.segments))
        return any(name in THREADS for name in names)

    @property
    def is_error(self) -> bool:
        """A page that a site keeps for what it cannot find."""
        return any(_ERROR_SEGMENT.fullmatch(segment) for segment in self.segments)

    @property
    def names_error(self) -> bool:
        """The page itself is named like such a page: where it is cited, it is perhaps about them."""
        return any(_ERROR_SEGMENT.fullmatch(segment) for segment in self.segments[-2:])

    @property
    def is_consent(self) -> bool:
        """A page that asks for consent."""
        return bool(_CONSENT_HOST.search(self.host)) or any(s in CONSENT_SEGMENTS for s in self.segments)

    @property
    def is_resolver(self) -> bool:
        """A shortener or a resolver of identifiers: redirecting is its job."""
        return self.host.removeprefix("www.") in RESOLVERS

    @property
    def is_parking(self) -> bool:
        """A marketplace or parking company's host."""
        return self.domain in PARKING_HOSTS

    @property
    def slug(self) -> frozenset[str]:
        """The telling words of the last segment that has some, folded."""
        for segment in reversed(self.segments):
            words = telling_words(segment.rpartition(".")[0] or segment)
            if len(words) >= 2:
                return words
        return frozenset()

    @property
    def speaks_of_errors(self) -> bool:
        """The slug itself, or what it stands under, is about pages that are not found."""
        return any(
            re.search(r"404|not-found|notfound|page-missing|nicht-gefunden|introuvable", segment)
            for segment in self.segments[-2:]
        )


@lru_cache(maxsize=1024)  # the cited and the final address are mostly one
def place(url: str) -> Place | None:
    """`url` as a place, None where it is no URL."""
    parts = take_apart(url)
    if isinstance(parts, BadUrl):
        return None
    segments = tuple(unquote(piece).lower().strip() for piece in parts.path.split("/"))
    return Place(
        url, parts.host, registrable_domain(parts.host), tuple(s for s in segments if s), parts.query
    )


def landings(outcomes: Iterable[FetchOutcome]) -> tuple[str, ...]:
    """Where deep links ended up elsewhere than at their own place: what a redirect home is held against."""
    found: list[str] = []
    for outcome in outcomes:
        cited, final = place(outcome.url), place(outcome.final.url) if outcome.final else None
        if cited and final and not cited.is_front and not cited.is_section and not same_place(cited, final):
            found.append(final.url)
    return tuple(dict.fromkeys(found))


def telling_words(text: str) -> frozenset[str]:
    """Words of three letters and more, and numbers that are no dates, folded."""
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(w for w in words if len(w) > 2 and not w.isdigit() and w not in STOP_WORDS)


def share(wanted: frozenset[str], found: frozenset[str]) -> float:
    """How much of `wanted` is among `found`, 0 to 1."""
    return len(wanted & found) / len(wanted) if wanted else 0.0


def same_place(one: Place, other: Place) -> bool:
    """Whether two URLs differ only in what servers tidy up: scheme, www, slash, case, index page, ending,
    and parameters."""
    if one.url == other.url:
        return True
    return _bare_host(one.host) == _bare_host(other.host) and _tidy(one) == _tidy(other)


def carries(landing: Place, cited: Place) -> bool:
    """Whether a parameter of `landing` holds the address or path of `cited`: where to go on afterwards."""
    if not cited.segments or not landing.query:
        return False
    wanted = "/" + "/".join(cited.segments)
    values = (unquote_plus(pair.partition("=")[2]).lower().rstrip("/") for pair in landing.query.split("&"))
    return any(value.partition("?")[0].endswith(wanted) for value in values)


def leads_home(cited: Place, final: Place) -> bool:
    """Whether a deep URL now ends at a front or section page, or at the directory it stood in."""
    if cited.is_front or cited.is_section or cited.is_resolver or same_place(cited, final):
        return False
    if final.is_front:
        return not (not cited.segments and not cited.query)
    if final.is_section or (final.is_search and not cited.is_search):
        return True
    return _is_directory_of(final, cited)


def names_host(cited: Place, landing: Place) -> bool:
    """Whether the last part of a cited path is in the name of the other host that it leads to."""
    last = "".join(filter(str.isalnum, cited.segments[-1].partition(".")[0])) if cited.segments else ""
    here, there = ("".join(filter(str.isalnum, where.host)) for where in (cited, landing))
    return len(last) >= _OWN_NAME and last in there and last not in here


def _is_directory_of(final: Place, cited: Place) -> bool:
    """Whether `final` is a directory above `cited`, and not the document that `cited` is a view of."""
    depth = len(final.segments)
    if not 0 < depth < len(cited.segments) or cited.segments[:depth] != final.segments:
        return False
    if _ID_QUERY.search(final.query) or all(_VIEW.fullmatch(s) or s in VIEWS for s in cited.segments[depth:]):
        return False
    last = final.segments[-1]
    if _DATE_PART.fullmatch(last):
        return True  # a year's or a month's list, whatever it stands under
    return not (final.slug or len(last) > _SLUGLESS or last.isdigit())


def _is_locale(segment: str) -> bool:
    found = _LOCALE.fullmatch(segment)
    return found is not None and (found[1] is None or found[1] in LANGUAGES)


def _bare_host(host: str) -> str:
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host)


def _tidy(where: Place) -> tuple[str, ...]:
    segments = [s for s in where.segments if not _INDEX.fullmatch(s)]
    if segments:
        segments[-1] = re.sub(r"\.(?:html?|php\d?|aspx?|jsp|shtml|xhtml|cfm)$", "", segments[-1])
    identity = [p for p in where.query.split("&") if _ID_QUERY.match(p)]
    return (*segments, *sorted(identity))
