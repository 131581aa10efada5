"""Barriers: what stands before the page: bot walls, accounts, refusals, consent, prices, borders."""

from dataclasses import dataclass
from functools import cached_property

from citecheck.classify.arrival import SAME, Arrival
from citecheck.classify.domain_words import offers_domain
from citecheck.classify.markers import MOST_TEXT
from citecheck.classify.not_found import statement_says_not_found
from citecheck.classify.places import carries, place, share
from citecheck.classify.probe import ProbeSays
from citecheck.classify.refusals import heads_with_refusal, may_refuse, refuses, says_blocked
from citecheck.classify.thread import (
    HEADLINE,
    locks,
    needs_account,
    own_sentences,
    shows_thread,
    talks_of_account,
)
from citecheck.classify.walls import SHORT, bot_wall
from citecheck.classify.withdrawn import says_nobodys
from citecheck.classify.wordings import (
    asks_consent,
    asks_subscription,
    goes_on,
    heads_with_region,
    is_sentence,
    names_paywalls,
    names_region,
    says_challenge,
    says_consent,
    says_login,
    shows_challenge,
)

FORM_LINKS = 12  # many pages have a sign-in form in their head
A_LINE_OR_TWO = 300  # visible characters
AT_LENGTH = 3_000  # characters in which it is told at every address why a site is blocked
LONG_HEADLINE = 12  # characters, where words are not set apart
FIRST_LINES = 4  # under a headline
READABLE_PART = 60  # characters: a sentence
TOLD = 10  # words of a sentence that tells of something; what asks to subscribe is shorter


@dataclass(frozen=True)
class Barriers(Arrival):
    """One arrival, asked what its page wants of readers first."""

    @property
    def is_anywhere(self) -> bool:
        """A made-up address of the host gives the same page."""
        return self.context.probe in (ProbeSays.SAME, ProbeSays.EVERYWHERE)

    @property
    def is_everywhere(self) -> bool:
        """So does its front page."""
        return self.context.probe is ProbeSays.EVERYWHERE

    @property
    def is_named(self) -> bool:
        """Title or headings have words of the cited address."""
        return self.cited is not None and share(self.cited.slug, self.page_words_shown) > 0

    # --- what comes first
    @cached_property
    def wall(self) -> str | None:
        """The vendor of a bot wall that answered."""
        final = self.final
        if final is not None and final.segments[:1] == ("sorry",) and "google." in final.host:
            return "Google"
        found = bot_wall(self.final_hop, self.facts)
        if found or not self.is_anywhere or self.own >= SHORT:
            return found
        first = (*self.headings, *self.own_lines[:FIRST_LINES])
        return "a bot check" if says_challenge(*self.headings) or shows_challenge(*first) else None

    @cached_property
    def asks_sign_in(self) -> bool:
        """A sign-in page stands where the text should be."""
        if not self.facts or self.own >= 1_500:
            return False
        form = self.facts.password_form and not self.has_form_everywhere
        if self.sent_to_sign_in:
            return True
        if self.facts.article_dated or self.own >= 400 or self.has_thread:
            return False
        if self.is_notice and self.tells_of_sign_in:
            return True
        if self.says_a_line and not self.is_named and self.only_refuses and any(map(refuses, self.own_lines)):
            return True
        if self.visible >= 1_500:  # much stands around it: its headline must say so
            return (form or self.is_anywhere) and says_login(*self.headings)
        mail = self.facts.account_form and not self.is_named
        asked = form or mail or (self.visible < 600 and self.alone)
        if says_login(*self.headings) and (asked or self.is_anywhere):
            return True
        lines = self.own_lines if self.furniture else self.facts.statements
        if self.is_anywhere and self.alone and any(map(locks, lines)):
            nobodys = any(map(says_nobodys, lines)) or offers_domain(self.everything_said)
            return not nobodys and not asks_consent(self.everything_said)
        if not form:
            return False
        if not self.is_named and any(map(needs_account, lines)):
            return True
        few = self.facts.links < FORM_LINKS
        return self.running < 200 and (few or any(map(may_refuse, lines))) and not self.has_form_beside

    @property
    def says_a_line(self) -> bool:
        """A page that leads nowhere says a line or two."""
        return self.alone and self.visible < A_LINE_OR_TWO

    @cached_property
    def is_refusal(self) -> bool:
        """The page is headed as a refusal and says nothing else, or it stands at every address and says that
        it is blocked. Not what is dated, named as cited, or speaks of an account."""
        if not self.facts or self.facts.article_dated or self.facts.password_form or self.is_named:
            return False
        anywhere = self.is_anywhere and self.own < AT_LENGTH
        told = (*self.headings, *(self.own_lines[:FIRST_LINES] if anywhere else self.own_lines))
        if any(map(statement_says_not_found, told)) or any(map(talks_of_account, told)):
            return False
        headed = heads_with_refusal(*self.headings)
        if anywhere:
            return headed or any(map(says_blocked, told))
        return headed and (self.is_notice or self.says_a_line) and self.only_refuses

    @cached_property
    def only_refuses(self) -> bool:
        """No headline and no sentence of its own says anything else than who may read, as news do."""
        if not self.facts or any(map(self._heads_a_text, self.facts.headings)):
            return False
        sentences = filter(is_sentence, self.own_lines)
        return all(may_refuse(line) or talks_of_account(line) for line in sentences)

    def _heads_a_text(self, heading: str) -> bool:
        names = {self.facts.site_name, self.facts.title} if self.facts else set()
        long = len(heading.split()) >= HEADLINE or (not heading.isascii() and len(heading) >= LONG_HEADLINE)
        of_readers = heads_with_refusal(heading) or refuses(heading) or says_login(heading)
        return long and heading not in names and not of_readers

    @property
    def has_form_everywhere(self) -> bool:
        """Other pages of the host have a form with a password, too."""
        return any(page.password_form for page in self.context.beside)

    @property
    def tells_of_sign_in(self) -> bool:
        """All that a page has of its own is a form, or words that it takes an account."""
        told = (*self.headings, *self.own_lines)
        if not self.facts or any(map(statement_says_not_found, told)):
            return False
        looked = any(page.running_length < MOST_TEXT for page in self.context.beside)  # else it is not known
        if self.facts.password_form and looked and not self.has_form_everywhere:
            return True
        if self.is_anywhere and any(map(locks, told)):
            return True
        if self.is_named:
            return False
        refused = heads_with_refusal(*self.headings) and any(map(talks_of_account, told))
        if self.only_refuses and (refused or any(map(may_refuse, told))):
            return True
        return says_login(*self.headings) or any(map(needs_account, told))

    @cached_property
    def has_form_beside(self) -> bool:
        """A form without a word that asks to sign in: many sites have one on every page. So has this one, if
        it says something else and its host is honest of others, or if it says that nothing is there."""
        if not self.facts:
            return False
        honest = self.context.probe is ProbeSays.HONEST
        says_more = honest and own_sentences(self.facts) > 0
        return says_more or any(map(statement_says_not_found, self.facts.statements))

    @property
    def may_have_form_beside(self) -> bool:
        """The same, should the host be honest: then it is worth asking."""
        told = self.asks_sign_in and not self.sent_to_sign_in and not says_login(*self.headings)
        return told and self.facts is not None and own_sentences(self.facts) > 0

    @cached_property
    def has_thread(self) -> bool:
        """Beside the form, posts of people: the cited address or the markup is a forum's. Not where a
        redirect led, nor where a made-up address gives the same: that is not the cited page."""
        if not self.facts or self.elsewhere or self.is_anywhere:
            return False
        forum = self.marked("thread") or (self.cited is not None and self.cited.is_thread)
        return forum and shows_thread(self.facts)

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
        if self.facts.article_dated or not self.alone:
            return False
        return (
            self.is_anywhere
            or says_consent(*self.headings)
            or (not self.facts.headings and self.visible < 900 and self.marked("consent"))
        )

    @cached_property
    def names_region(self) -> bool:
        """The page says that it is withheld here."""
        if self.own < (400 if self.running >= 1_500 else 1_500) and any(
            map(heads_with_region, self.headings)
        ):
            return True  # whatever stands around it, and however the site marks its pages
        if self.is_notice and any(map(names_region, self.own_lines)):
            return True
        if self.own >= 800 or self.visible >= 1_500 or (self.facts and self.facts.article_dated):
            return False
        if any(names_region(heading) and not heads_with_region(heading) for heading in self.headings):
            return False  # a headline
        cited = self.cited
        if cited and len(cited.slug) > 1 and share(cited.slug, self.page_words_shown) >= SAME:
            return False  # the cited page itself, which tells of it
        return names_region(self.everything_said)

    @cached_property
    def asks_subscription(self) -> bool:
        """A teaser ends with an offer to subscribe, or the page itself declares that it is not free."""
        if not self.facts:
            return False
        if self.facts.free is False:
            return True
        if self.own < 500 <= self.running and any(map(asks_subscription, self.first_lines)):
            return True
        told = self.own if self.is_notice else self.running
        if told >= 2_500 or not asks_subscription(self.everything_said):
            return False
        return told < 1_400 or self.marked("paywall")

    @property
    def shows_part(self) -> bool:
        """Of a text behind a paywall, a sentence at least can be read that does not offer a subscription."""
        if not self.facts:
            return False
        length = self.running if self.running >= 2_500 else self.own
        others = (line for line in self.facts.statements if asks_subscription(line) or asks_consent(line))
        return length - sum(len(line) for line in others if len(line) >= READABLE_PART) >= READABLE_PART

    # --- what it says
    @cached_property
    def is_about_paywalls(self) -> bool:
        """A text that speaks of paywalls, and does not declare to be behind one: what its site offers at the
        end, or what it quotes, closes nothing."""
        if not self.facts or self.facts.free is False or self.facts.paragraphs < 2:
            return False
        told = (line for line in self.facts.statements if is_sentence(line, TOLD))
        if any(goes_on(heading) and asks_subscription(heading) for heading in self.headings):
            return True
        return any(names_paywalls(line) for line in (*self.headings, *told) if not asks_subscription(line))

    @cached_property
    def everything_said(self) -> str:
        """The start of the visible text and the page's short lines; its own only, where that is known."""
        if not self.facts:
            return ""
        if not self.furniture:
            return "\n".join((self.facts.visible_start, *self.facts.statements))
        return "\n".join(line for line in self.facts.statements if line not in self.furniture)

    @property
    def first_lines(self) -> tuple[str, ...]:
        """The lines that follow on the page's first heading."""
        said = self.facts.statements if self.facts else ()
        head = next((said.index(heading) for heading in self.headings[1:] if heading in said), None)
        return () if head is None else said[head + 1 : head + 1 + FIRST_LINES]
