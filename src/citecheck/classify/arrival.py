"""Arrival: what came over the wire, how much of a page it is, and where the link leads."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

from citecheck.classify.context import ObserveContext
from citecheck.classify.drift import UNCHANGED
from citecheck.classify.facts import LONGEST_MARKED
from citecheck.classify.not_found import parts_of_title
from citecheck.classify.places import (
    Place,
    leads_home,
    names_host,
    place,
    same_place,
    share,
    telling_words,
)
from citecheck.model import FailureKind, FetchOutcome, Hop, PageFacts

READABLE = frozenset({"application/pdf", "application/xhtml+xml", "application/xml", "application/json"})
SAME = 0.6  # share of the cited slug's words that make another address the same document
A_NOTICE = 260  # characters of its own that a notice has at most
ALONE_LINKS = 6  # what stands before a site links to its terms and its makers at most
ALONE_TEXT = 600  # characters of running text
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True)
class Arrival:
    """One capture, its page and its context: the wire, the page's measures and the places on the way."""

    outcome: FetchOutcome
    facts: PageFacts | None
    context: ObserveContext = field(default_factory=ObserveContext)

    # --- the wire
    @property
    def failure(self) -> FailureKind | None:
        """Why there is no complete answer."""
        return self.outcome.failure.kind if self.outcome.failure else None

    @cached_property
    def status(self) -> int:
        """The final status, 0 where there is none."""
        return self.outcome.status or 0

    @property
    def final_hop(self) -> Hop | None:
        """The last request."""
        return self.outcome.final

    @cached_property
    def ok(self) -> bool:
        """A complete answer of the 200 family that should carry a page."""
        return 200 <= self.status < 300 and self.status not in (204, 205, 206)

    @cached_property
    def certificate_error(self) -> str | None:
        """Why a certificate on the way is not valid."""
        bad = next((hop.tls for hop in self.outcome.hops if hop.tls and not hop.tls.verified), None)
        return (bad.error or "it could not be verified") if bad else None

    # --- the page
    @property
    def visible(self) -> int:
        """Visible characters."""
        return self.facts.visible_length if self.facts else 0

    @property
    def running(self) -> int:
        """Characters of running text."""
        return self.facts.running_length if self.facts else 0

    @cached_property
    def own(self) -> int:
        """Characters of running text that are the page's own: not what leads to other pages, nor what these
        show too."""
        if not self.facts:
            return 0
        marks, under = self.facts.paragraph_marks, self.facts.under_headline
        others = {mark for page in self.context.beside for mark in page.paragraph_marks}
        own = self.running
        if marks and others:
            own = sum(mark & LONGEST_MARKED for mark in marks if mark not in others)
        return min(own, self.running if under is None else under)

    @cached_property
    def furniture(self) -> frozenset[str]:
        """Lines that other pages of the host show."""
        return frozenset(line for page in self.context.beside for line in page.statements)

    @cached_property
    def own_lines(self) -> tuple[str, ...]:
        """The page's short lines that are no headings, nor part of its title or of its site."""
        if not self.facts:
            return ()
        others = {*self.facts.headings, *parts_of_title(self.facts.title), self.facts.title} | self.furniture
        return tuple(line for line in self.facts.statements if line not in others)

    @cached_property
    def is_notice(self) -> bool:
        """The page is known to say next to nothing beside what its site says on every page."""
        if not self.facts or not self.context.beside or self.facts.article_dated:
            return False
        return self.own < A_NOTICE and sum(map(len, self.own_lines)) < A_NOTICE

    @property
    def is_page(self) -> bool:
        """HTML, or nothing that says otherwise."""
        return self.facts is None or "html" in self.facts.media_type

    @property
    def readable_type(self) -> bool:
        """A kind of file that can be read."""
        kind = self.facts.media_type if self.facts else ""
        return not kind or kind.startswith("text/") or kind in READABLE or kind.endswith(("+xml", "+json"))

    @property
    def headings(self) -> tuple[str, ...]:
        """Title and top headings."""
        return (self.facts.title, *self.facts.headings) if self.facts else ()

    @property
    def alone(self) -> bool:
        """Next to no text, and hardly a link to anything else: pages of a site lead to other pages."""
        return self.facts is not None and self.running < ALONE_TEXT and self.facts.links < ALONE_LINKS

    def marked(self, name: str) -> bool:
        """Whether the markup has tell-tales of this name."""
        return self.facts is not None and name in self.facts.markers

    # --- places
    @cached_property
    def cited(self) -> Place | None:
        """The cited URL as a place."""
        return place(self.context.cited_url or self.outcome.url)

    @cached_property
    def final(self) -> Place | None:
        """Where the redirects ended."""
        return place(self.final_hop.url if self.final_hop else self.outcome.url)

    @cached_property
    def sent_on(self) -> Place | None:
        """Where a page without text of its own sends its readers (meta refresh, script)."""
        if not self.facts or self.running >= 200 or self.visible >= 600:
            return None
        target = self.facts.refresh_url or (self.facts.script_url if self.visible < 200 else None)
        found = place(target) if target else None
        return None if found and self.final and found.url == self.final.url else found

    @property
    def asked_host(self) -> str | None:
        """The host that was asked last, or was to be: where a redirect leads, nobody may have answered."""
        hop = self.final_hop
        to = hop.header("location") if hop and self.failure and hop.status in _REDIRECTS else None
        led = _led(hop.url, to) if hop and to else None
        where = led or self.final
        return where.host if where else None

    @property
    def landing(self) -> Place | None:
        """Where readers end up."""
        return self.sent_on or self.final

    @property
    def leads_home(self) -> bool:
        """A deep link that ends at a front or section page of something else."""
        cited, landing = self.cited, self.landing
        if not cited or not landing or not leads_home(cited, landing):
            return False
        if self.context.similarity is not None and self.context.similarity >= UNCHANGED:
            return False  # a site of one page: the text is there
        if names_host(cited, landing):
            return False  # it got a site of its own
        return landing.is_front or landing.is_search or share(cited.slug, self.page_words) < SAME

    @property
    def siblings_agree(self) -> bool:
        """Other deep links of the host end at the same place."""
        return self.landing is not None and self.landing.url in self.context.siblings

    @property
    def elsewhere(self) -> bool:
        """Readers end up at another address, not only a tidier one."""
        return bool(self.cited and self.landing and not same_place(self.cited, self.landing))

    @property
    def same_site_front(self) -> bool:
        """A cited front page led to another page of the same site, as sites with several languages do."""
        cited, landing = self.cited, self.landing
        return bool(cited and landing and cited.is_front and cited.domain == landing.domain)

    @property
    def for_good(self) -> bool:
        """A redirect on the way says that it is permanent."""
        return any(hop.status in _PERMANENT for hop in self.outcome.hops[:-1])

    @cached_property
    def page_words_shown(self) -> frozenset[str]:
        """Telling words of title and headings: what a reader sees."""
        return telling_words(" ".join((*self.headings, self.facts.og_title if self.facts else "")))

    @cached_property
    def page_words(self) -> frozenset[str]:
        """Telling words of the final address, title and headings."""
        return self.page_words_shown | (self.final.slug if self.final else frozenset())

    @property
    def titled_as_before(self) -> bool:
        """Title or canonical address are those of the baseline."""
        baseline = self.context.baseline
        if baseline is None or self.facts is None:
            return False
        if baseline.canonical and baseline.canonical == self.facts.canonical:
            return True
        words = telling_words(baseline.title or "")
        return len(words) >= 2 and share(words, self.page_words_shown) >= SAME

    @cached_property
    def same_document(self) -> bool:
        """Title, canonical address, slug or id say that it is the cited document."""
        cited, final = self.cited, self.final
        if not cited or not final or (final.is_search and not cited.is_search):
            return False  # the words searched for are no title
        if self.context.similarity is not None:
            return self.context.similarity >= UNCHANGED or self.titled_as_before
        if self.titled_as_before:
            return True
        if len(cited.slug) >= 2 and share(cited.slug, self.page_words) >= SAME:
            return True
        ids = {s for s in (*cited.segments, cited.query) for s in _numbers(s)}
        return bool(ids) and any(number in final.url for number in ids)


def _led(url: str, location: str) -> Place | None:
    try:
        return place(urljoin(url, location.strip()))
    except ValueError:
        return None


def _numbers(text: str) -> list[str]:
    """Runs of at least six digits that are no dates: ids."""
    runs = "".join(c if c.isdigit() else " " for c in text).split()
    return [run for run in runs if len(run) >= 6 and not (len(run) == 8 and run[:2] in ("19", "20"))]
