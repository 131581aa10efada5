"""Signals: everything the decision table may ask about one capture, each under a plain name.

The wire and the places on the way are arrival.py's, what stands before the page is barriers.py's; here is
what the page itself says and shows.
"""

from dataclasses import dataclass
from functools import cached_property

from citecheck.classify.barriers import Barriers
from citecheck.classify.domain_words import advertises_trash, lists_adverts, offers_domain, trash_in
from citecheck.classify.places import share
from citecheck.classify.wordings import needs_script

OFFERED = 150  # characters of running text; who sells a domain needs no more
_TITLED_SO = "its title is the domain's name"
_SAYS_LITTLE = "it names the domain and says little else"
_NAMES_DOMAIN = frozenset({_TITLED_SO, _SAYS_LITTLE})


@dataclass(frozen=True)
class Signals(Barriers):
    """One arrival, asked by name what its page says and what it asks of readers."""

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
        # News of a domain says so twice, too: there that is one sign.
        bare = names_itself or (self.alone and self.running < OFFERED)
        found = (
            ("its title or heading offers the domain", offers_domain(heading)),
            ("every address shows it", self.is_anywhere and offers_domain(self.everything_said)),
            ("its text offers the domain", bare and offers_domain(self.beside_headings)),
            (_TITLED_SO, self.facts.title.strip().lower() == cited.domain),
            ("it lists sponsored links", lists_adverts(self.everything_said)),
            ("its markup is a parking company's", self.marked("parking")),
            ("it shows nothing of its own", self.marked("parking") and self.visible == 0),
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

    @property
    def carries_trash(self) -> bool:
        """The title has the search words of domain grabbers, and nothing of the cited address. What the site
        marks as an article is one, unless it stands at any address."""
        if not self.is_titled_trash or self.facts is None or self.cited is None:
            return False
        if self.is_anywhere:
            return True
        # Where there is nothing to hold the title against, or in another script, it takes more than one such
        # phrase.
        said = trash_in("\n".join((*self.headings, *self.facts.statements)))
        comparable = bool(self.cited.slug) and any(phrase.isascii() for phrase in said)
        return not self.facts.article_marked and (comparable or len(said) > 2)

    @cached_property
    def is_titled_trash(self) -> bool:
        """The title has such words and nothing of the cited address."""
        cited = self.cited
        if not self.facts or not cited or advertises_trash(cited.url.replace("-", " ").replace("/", " ")):
            return False
        if not advertises_trash(self.facts.title):
            return False
        return share(cited.slug, self.page_words_shown) < 0.34  # one of three may be chance

    @property
    def another_owner(self) -> bool:
        """After a gap, another language and another text than the baseline's."""
        baseline, context = self.context.baseline, self.context
        if not baseline or context.similarity is None or not context.failed_before:
            return False
        changed = bool(baseline.language and context.language and baseline.language != context.language)
        return changed and context.similarity < 0.3
