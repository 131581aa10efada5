"""Signals: everything the decision table may ask about one capture, each under a plain name."""

from dataclasses import dataclass, field
from functools import cached_property

from citecheck.classify.drift import UNCHANGED
from citecheck.classify.places import Place, carries, leads_home, place, same_place, share, telling_words
from citecheck.classify.probe import ProbeSays
from citecheck.classify.walls import bot_wall
from citecheck.classify.wordings import (
    advertises_trash,
    asks_consent,
    asks_subscription,
    lists_adverts,
    names_region,
    needs_script,
    offers_domain,
    says_consent,
    says_login,
    trash_in,
)
from citecheck.model import FailureKind, FetchOutcome, Hop, PageFacts, Publisher

READABLE = frozenset({"application/pdf", "application/xhtml+xml", "application/xml", "application/json"})
SAME = 0.6  # share of the cited slug's words that make another address the same document
FORM_LINKS = 12  # many pages have a sign-in form in their head
ALONE_LINKS = 6  # what stands before a site links to its terms and its makers at most
ALONE_TEXT = 600  # characters of running text
_PERMANENT = frozenset({301, 308})
_TITLED_SO = "its title is the domain's name"
_SAYS_LITTLE = "it names the domain and says little else"
_NAMES_DOMAIN = frozenset({_TITLED_SO, _SAYS_LITTLE})


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the first good capture of the source said."""

    title: str | None
    canonical: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ObserveContext:
    """What is known besides the capture itself. Everything may be missing."""

    cited_url: str | None = None  # None: the URL that was fetched
    publisher: Publisher | None = None
    siblings: tuple[str, ...] = ()  # where other deep URLs of this host ended up
    probe: ProbeSays = ProbeSays.NOT_ASKED
    conditional: bool = False  # the request carried the ETag or date of an earlier capture
    baseline: Baseline | None = None
    similarity: float | None = None  # main text against the baseline's, 0 to 1
    language: str | None = None  # of the main text now
    failed_before: bool = False  # the link was gone or unreachable before this capture


@dataclass(frozen=True)
class Signals:
    """One capture, its page and its context, asked by name."""

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

    @cached_property
    def wall(self) -> str | None:
        """The vendor of a bot wall that answered."""
        final = self.final
        if final is not None and final.segments[:1] == ("sorry",) and "google." in final.host:
            return "Google"
        return bot_wall(self.final_hop, self.facts)

    # --- the page
    @property
    def visible(self) -> int:
        """Visible characters."""
        return self.facts.visible_length if self.facts else 0

    @property
    def running(self) -> int:
        """Characters of running text."""
        return self.facts.running_length if self.facts else 0

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

    # --- what the page says
    @cached_property
    def asks_sign_in(self) -> bool:
        """A sign-in page stands where the text should be."""
        if not self.facts or self.running >= 1_500:
            return False
        form = self.facts.password_form
        if self.sent_to_sign_in:
            return True
        if self.facts.article_marked or self.running >= 400 or self.visible >= 1_500:
            return False
        titled = says_login(*self.headings) and (form or (self.visible < 600 and self.alone))
        return titled or (form and self.running < 200 and self.facts.links < FORM_LINKS)

    @property
    def passes_sign_in(self) -> bool:
        """A redirect on the way leads to a sign-in page."""
        places = [place(hop.url) for hop in self.outcome.hops]
        cited = self.cited
        return any(p and p.login_path for p in places) and not (cited and cited.login_path)

    @property
    def sent_to_sign_in(self) -> bool:
        """A redirect leads from an ordinary address to that of a sign-in page."""
        cited, landing = self.cited, self.landing
        if not cited or not landing or not self.elsewhere:
            return False
        return (landing.login_path and not cited.login_path) or (landing.login_host and not cited.login_host)

    @property
    def sent_to_gate(self) -> bool:
        """A redirect leads from the cited page to one that must be passed first: its address says so, or
        says where to go on afterwards."""
        cited, landing = self.cited, self.landing
        if not cited or not landing or not self.elsewhere or self.running >= 600 or cited.is_gate:
            return False
        home = landing.is_front and landing.domain == cited.domain
        return landing.is_gate or (carries(landing, cited) and not landing.is_error and not home)

    @property
    def sent_to_offer(self) -> bool:
        """A redirect leads from the cited page to one that offers an account or a subscription first."""
        cited, landing = self.cited, self.landing
        if not cited or not landing or not self.elsewhere or self.running >= 1_500:
            return False
        return landing.is_offer and not cited.is_offer

    @cached_property
    def asks_consent(self) -> bool:
        """A consent page stands where the text should be."""
        landing = self.landing
        if landing and landing.is_consent and not (self.cited and self.cited.is_consent):
            return self.running < 3_000
        if not self.facts or self.running >= 2_500:
            return False
        if self.visible == 0 and self.marked("consent"):
            return self.facts.media == 0 or self.alone  # the dialogue comes in a frame
        if not asks_consent(self.everything_said):
            return False
        if self.facts.article_marked or not self.alone:
            return False
        return says_consent(*self.headings) or (
            not self.facts.headings and self.visible < 900 and self.marked("consent")
        )

    @cached_property
    def names_region(self) -> bool:
        """The page says that it is withheld here."""
        if self.running >= 800 or self.visible >= 1_500 or (self.facts and self.facts.article_marked):
            return False
        return names_region("\n".join((*self.headings, self.everything_said)))

    @cached_property
    def asks_subscription(self) -> bool:
        """A teaser ends with an offer to subscribe, or the page itself declares that it is not free."""
        if not self.facts:
            return False
        if self.facts.free is False:
            return True
        if self.running >= 2_500 or not asks_subscription(self.everything_said):
            return False
        return self.running < 1_200 or self.marked("paywall")

    @cached_property
    def everything_said(self) -> str:
        """The start of the visible text and the page's short lines."""
        return "\n".join((self.facts.visible_start, *self.facts.statements)) if self.facts else ""

    @property
    def beside_headings(self) -> str:
        """What the page says outside its headings."""
        if not self.facts:
            return ""
        lines = [line for line in self.facts.statements if line not in self.headings]
        return "\n".join(lines) or self.facts.visible_start

    @cached_property
    def parking_signals(self) -> tuple[str, ...]:
        """What says that the domain is parked or for sale; two are wanted."""
        landing, cited = self.landing, self.cited
        if not self.facts or not cited or self.running >= 600 or self.facts.article_marked:
            return ()
        heading = " | ".join(self.headings)
        names_itself = cited.domain in f"{heading} {self.facts.visible_start}".lower()
        found = (
            ("its title or heading offers the domain", offers_domain(heading)),
            ("its text offers the domain", offers_domain(self.beside_headings)),
            (_TITLED_SO, self.facts.title.strip().lower() == cited.domain),
            ("it lists sponsored links", lists_adverts(self.everything_said)),
            ("its markup is a parking company's", self.marked("parking")),
            ("a parking company answers", bool(landing and landing.is_parking) and not cited.is_parking),
            ("it leads to a parking page", bool(landing and landing.segments == ("lander",))),
            ("another domain answers", bool(landing and landing.domain != cited.domain)),
            (_SAYS_LITTLE, names_itself and self.visible < 400),
        )  # fmt: skip
        said = tuple(words for words, holds in found if holds)
        return said if {*said} - _NAMES_DOMAIN else ()  # a small site's page may name the domain twice

    @cached_property
    def needs_script(self) -> bool:
        """Nothing, or next to nothing, is shown without a script."""
        if not self.facts or not self.is_page or self.sent_on:
            return False
        if self.visible == 0:
            return self.facts.scripts > 0 and (self.facts.app_root or self.facts.media == 0)
        if self.visible < 400 and self.running < 300 and needs_script(self.facts.visible_start):
            return self.alone or self.facts.app_root
        bare = self.visible < 150 and not self.facts.headings
        return bare and (self.facts.app_root or needs_script(self.facts.noscript))

    @property
    def is_shell(self) -> bool:
        """An application's frame, which a script is to fill."""
        return self.facts is not None and self.facts.scripts > 0 and self.facts.app_root

    @property
    def shows_nothing(self) -> bool:
        """Not a word, not a picture, not a script."""
        if self.facts is None or self.facts.size == 0:
            return True
        if not self.is_page:
            return self.facts.media_type.startswith("text/") and self.visible == 0
        return self.visible == 0 and self.facts.media == 0 and self.facts.scripts == 0 and not self.sent_on

    @cached_property
    def carries_trash(self) -> bool:
        """The title has the search words of domain grabbers, and nothing of the cited address."""
        cited = self.cited
        if not self.facts or not cited or advertises_trash(cited.url.replace("-", " ").replace("/", " ")):
            return False
        if self.facts.article_marked or not advertises_trash(self.facts.title):
            return False
        if not cited.slug:  # nothing to hold the title against: it takes more than one such phrase
            return len(trash_in("\n".join((*self.headings, *self.facts.statements)))) > 2
        return share(cited.slug, self.page_words_shown) < 0.3

    @property
    def another_owner(self) -> bool:
        """After a gap, another language and another text than the baseline's."""
        baseline, context = self.context.baseline, self.context
        if not baseline or context.similarity is None or not context.failed_before:
            return False
        changed = bool(baseline.language and context.language and baseline.language != context.language)
        return changed and context.similarity < 0.3


def _numbers(text: str) -> list[str]:
    """Runs of at least six digits that are no dates: ids."""
    runs = "".join(c if c.isdigit() else " " for c in text).split()
    return [run for run in runs if len(run) >= 6 and not (len(run) == 8 and run[:2] in ("19", "20"))]
