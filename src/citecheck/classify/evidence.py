"""Two weighings: does the page say that it is not there, and is the body the article after all?"""

from collections.abc import Callable, Sequence
from functools import partial

from citecheck.classify.arrival import SAME
from citecheck.classify.markers import MOST_TEXT
from citecheck.classify.not_found import (
    heading_says_not_found,
    parts_of_title,
    statement_says_not_found,
    title_says_not_found,
    without_site_name,
)
from citecheck.classify.places import place, share, telling_words
from citecheck.classify.probe import ProbeSays
from citecheck.classify.refusals import heads_with_refusal, says_blocked
from citecheck.classify.signals import Signals
from citecheck.classify.withdrawn import (
    heading_says_withdrawn,
    says_closed,
    says_nobodys,
    statement_repeats_withdrawn,
    statement_says_withdrawn,
)
from citecheck.classify.wordings import (
    asks_consent,
    heads_with_region,
    is_for_now,
    is_sentence,
    names_maintenance,
    says_challenge,
    says_error,
    says_login,
    says_out_of_service,
    sentences,
    shows_breakdown,
)
from citecheck.model import PageFacts

TINY = 500  # characters of running text; a not-found page has hardly more
TEASERS = 3_000  # characters of running text; what a site says of its other pages below such a page
A_MENU = 20  # links; a page in front of a site has fewer
LITTLE = 800  # visible characters; with less, one sentence is the whole page
A_SENTENCE = 60  # characters of a sentence that is no "try another one"
A_STORY = 80  # characters; notices are told in fewer, or in fewer sentences
A_LABEL = 3  # words; a headline has more
BARE = 200  # visible characters; nothing but a message has place in so few
HARDLY = 0.34  # of an address's words: one of three may be chance
NOTICE = 300  # visible characters; a page of so few is a notice as a whole
NOTHING_ELSE = 120  # visible characters; a page of so few that speaks of an error says nothing else
_TEXT = "its text says so"
_SAME = "a made-up address on the same host gives the same page"
_ADDRESS = "its address is that of an error page"
_MARKUP = "its markup calls it an error page"
_NO_TEXT = "it has next to no text"
LONG = 1_200  # of running text; more than such pages write about themselves
ERROR_CLASSES = frozenset(
    {
        "error404", "error-404", "error_404", "page-404", "page404", "page-not-found",
        "pagenotfound", "is-404", "http404", "http-404", "template-404", "path-404", "not-found",
        "not-found-page", "notfound", "status-404", "e404", "error-page", "errorpage",
        "page-error",
    }
)  # fmt: skip


def not_found_signals(s: Signals) -> tuple[str, ...]:
    """What says that there is no such page, in words: text, address, markup and the probe."""
    facts = s.facts
    if facts is None or (s.is_anywhere and _front(s)):
        return ()
    text = _text_signals(s, facts)
    landing, cited = s.landing, s.cited
    found = list(text)
    said = place(facts.canonical) if facts.canonical else None  # by the page itself
    if any(where and where.is_error for where in (landing, said)) and not (cited and cited.names_error):
        found.append(_ADDRESS)
    if facts.body_words & ERROR_CLASSES:
        found.append(_MARKUP)
    if s.is_anywhere:
        found.append(_SAME)
    hints = s.context.publisher.soft_404 if s.context.publisher else ()
    if any(hint.lower() in s.everything_said.lower() or hint in facts.title for hint in hints):
        found.append("it has the wording of this publisher's not-found page")
    if found and s.own < TINY and (found != [_TEXT] or s.visible < NOTHING_ELSE):
        found.append(_NO_TEXT)  # one line among others may be about anything
    return tuple(found)


def says_not_found(s: Signals) -> bool:
    """Whether the signals suffice. Two at least; more where something speaks against it."""
    if s.is_anywhere and not _front(s):
        plainly = any(words not in (_SAME, _NO_TEXT) for words in not_found_signals(s))
        if s.asks_subscription or s.context.probe is ProbeSays.EVERYWHERE:
            return (plainly or _is_front_page(s)) and not s.asks_subscription
        return plainly or _could_be_any_page(s)
    if len(found := not_found_signals(s)) < 2 or _is_cited_document(s):
        return False
    if s.sent_on is not None and not s.sent_on.is_error:
        return False  # it says where it is now
    if s.cited and s.cited.speaks_of_errors and not s.elsewhere:
        # Perhaps a page about such pages: they have text. What is named just so, only the probe can tell.
        plain = s.visible < NOTHING_ELSE or (len(found) >= 3 and s.own < TINY)
        if not plain or s.cited.names_error:
            return False
    article = s.facts is not None and s.facts.article_marked
    if s.facts is not None and s.facts.article_dated and not {_MARKUP, _ADDRESS} & set(found):
        return False  # an article with its date may be headed so; what answers anywhere is dealt with above
    if s.context.probe is ProbeSays.HONEST or s.context.beside:
        # A title and its heading are one headline.
        if s.is_notice and _says_only(statement_says_not_found, s):
            return True
        said = _TEXT in found or s.visible < BARE or any(map(statement_says_withdrawn, s.own_lines))
        return said and len(found) >= 3 and s.own < TINY and not article
    return len(found) >= 3 or not (article or s.own >= LONG)


def leads_there_from_anywhere(s: Signals) -> bool:
    """Whether a page that would not be found leads, as a made-up address does, to one page with a menu that
    does not say that anything is missing: a section of the site, whatever it is called."""
    if s.context.probe is not ProbeSays.SAME or not s.elsewhere or s.alone:
        return False
    return set(not_found_signals(s)) <= {_SAME, _NO_TEXT} and says_not_found(s)


def wants_probe(s: Signals) -> bool:
    """Whether a made-up address should be asked for: something is said that does not decide, or the page
    has little text and could stand at any address: no list of wordings has them all."""
    if s.context.probe is not ProbeSays.NOT_ASKED or not s.ok or not s.is_page or _front(s):
        return False
    if s.is_titled_trash or s.may_have_form_beside or _is_headed_as_notice(s):
        return True
    if _is_cited_document(s) and not says_missing(s):
        return False
    if says_not_found(s):
        return _TEXT not in not_found_signals(s) and s.visible >= BARE  # it may be a headline
    return bool(not_found_signals(s)) or _could_be_any_page(s)


def _is_headed_as_notice(s: Signals) -> bool:
    """Whether the headline is a notice's, and not a dated article's: how much of the rest is the page's own,
    other pages of its host will tell."""
    if s.facts is None or s.facts.article_dated:
        return False
    headed = (s.facts.title, *parts_of_title(s.facts.title), *s.facts.headings)
    plainly = says_login(*headed) or says_out_of_service(*headed) or says_challenge(*headed)
    plainly = plainly or heads_with_refusal(*headed)
    if plainly or any(map(heading_says_withdrawn, headed)) or any(map(heads_with_region, headed)):
        return True
    if s.own >= TINY:
        return False
    return any(statement_says_withdrawn(line) or says_blocked(line) for line in (*headed, *s.own_lines))


def _could_be_any_page(s: Signals) -> bool:
    """Whether a page is not long, not an article by its markup, and shows hardly one of the words that the
    cited address has. Where that has none, only a page with little text could be any. A page that looks like
    the front page could be any, however long."""
    if s.asks_subscription or s.cited is None or s.facts is None or s.facts.article_dated:
        return False
    if share(s.cited.slug, _headline_words(s.facts)) >= HARDLY:
        return False
    # Of what has no headline, nobody knows how much of the text leads elsewhere.
    unnamed = TINY if s.facts.under_headline is not None else LONG
    little = TEASERS if len(s.cited.slug) > 1 else unnamed
    return s.own < little or s.is_anywhere or _looks_like_the_front(s, s.facts)


def _looks_like_the_front(s: Signals, facts: PageFacts) -> bool:
    """Whether a page says that its address is the front page's, or is titled with the site's name and little
    else, and has no headline."""
    canonical = place(facts.canonical) if facts.canonical else None
    if canonical is not None and s.final is not None and canonical.is_front:
        return canonical.domain == s.final.domain
    names = {facts.site_name.casefold(), *((s.final.host, s.final.domain) if s.final else ())}
    parts = parts_of_title(facts.title)
    others = [part for part in (*parts, *facts.headings) if part.casefold() not in names]
    few = len(others) < len(parts) and all(len(part.split()) <= A_LABEL for part in others)
    return few and not any(heading in others for heading in facts.headings)


def _headline_words(facts: PageFacts) -> frozenset[str]:
    """Telling words of what stands over the text; of a title without the site's name behind it."""
    return telling_words(" ".join((*facts.headings, facts.og_title, without_site_name(facts.title))))


def _is_front_page(s: Signals) -> bool:
    """Whether a page that answers at every address has a menu and text, as a front page has."""
    if s.facts is None or s.running < TINY or not _could_be_any_page(s):
        return False
    return s.facts.links >= A_MENU or s.running >= MOST_TEXT  # of a page with so much, links are not counted


def says_missing(s: Signals) -> bool:
    """Whether title, heading, text or markup of the page itself say that there is no such page."""
    facts = s.facts
    return facts is not None and bool(_text_signals(s, facts) or facts.body_words & ERROR_CLASSES)


def stands_before_all(s: Signals) -> bool:
    """Whether one page with little text answers at every address of the host, its front page too, and does
    not say that anything is missing: what lies behind it, we do not see."""
    return _is_one_notice(s) and _could_be_any_page(s) and not says_not_found(s)


def is_nobodys(s: Signals) -> bool:
    """Whether one page with little text answers at every address of the host, and says that the site has
    ended, or is what a server shows that has none: of a front page, its heading tells."""
    if s.facts is None:
        return False
    if _front(s):
        return s.alone and s.visible < LITTLE and any(map(says_nobodys, s.headings))
    if not (s.alone and _is_one_notice(s)):
        return False
    said = (*s.headings, *s.facts.statements)
    closed = any(map(says_closed, said)) and not any(map(is_for_now, said))
    return closed or any(map(says_nobodys, said))


def _is_one_notice(s: Signals) -> bool:
    return s.context.probe is ProbeSays.EVERYWHERE and not _front(s) and s.running < TINY


def says_withdrawn(s: Signals) -> bool:
    """Whether a page with little text says that what stood here was taken away: its heading and a line of it
    do, or one of them where there is nothing else."""
    facts, cited = s.facts, s.cited
    if facts is None or cited is None or facts.article_dated or s.own >= TINY or _front(s):
        return False
    if s.is_notice and not s.has_thread and _says_only(statement_says_withdrawn, s):
        return True
    if cited.is_thread and any(is_sentence(line, words=1) for line in s.own_lines):
        return False  # a post of one word is one
    named = len(cited.slug) >= 2 and share(cited.slug, s.page_words_shown) >= SAME
    if named or cited.speaks_of_errors or s.has_thread:
        return False
    titled = (facts.title, *parts_of_title(facts.title), *facts.headings)
    said = s.own_lines
    if not any(map(heading_says_withdrawn, titled)):
        return not facts.headings and any(map(statement_says_withdrawn, said))
    if any(map(statement_says_withdrawn, said)):
        return True
    if any(map(statement_repeats_withdrawn, said)):
        return not any(map(partial(_tells, least=3), said))
    if s.context.beside and any(is_sentence(line) and len(line) >= A_SENTENCE for line in s.own_lines):
        return False  # all of these are its own
    return s.own < BARE and not facts.article_marked and not any(map(partial(_tells, least=2), said))


def _says_only(says: Callable[[str], bool], s: Signals) -> bool:
    """Whether a line that is the page's own says so, and no other is a sentence."""
    others = [line for line in s.own_lines if not says(line)]
    return len(others) < len(s.own_lines) and not any(map(is_sentence, others))


def _tells(line: str, least: int) -> bool:
    """Whether a line tells a story: so many sentences that are not about cookies."""
    return len(line) >= A_STORY and len(sentences(line)) >= least and not asks_consent(line)


def out_of_service(s: Signals) -> bool:
    """Whether a page in place of another says that its host is out of service just now."""
    facts, known = s.facts, s.is_notice or s.is_everywhere
    if facts is None or s.own >= TINY or (s.visible >= LITTLE and not known) or facts.article_dated:
        return False
    well = s.context.probe is ProbeSays.HONEST or (s.context.beside and not s.is_anywhere)
    if well and sum(is_sentence(line, words=3) for line in s.own_lines) > 1:
        return False  # other pages of the host are there, and this one says more
    little = s.is_notice or s.visible < NOTICE
    lines = [line for told in s.own_lines for line in sentences(told)[:1]] if little else []
    said = says_out_of_service(*s.headings, *lines) or shows_breakdown(facts.visible_start)
    said = said or (s.is_everywhere and s.alone and _is_away_for_now((*s.headings, *s.own_lines)))
    return said and not _is_cited_document(s)


def _is_away_for_now(lines: Sequence[str]) -> bool:
    """Whether the one page that a host shows speaks of maintenance, or of something that is so just now."""
    if any(map(names_maintenance, lines)):
        return True
    return any(map(is_for_now, lines)) and not any(map(says_nobodys, lines))


def body_is_article(s: Signals) -> bool:
    """Whether the body of an error answer is the article: enough text, nothing that says error, and
    signs of an article that weigh two points or more."""
    facts = s.facts
    if facts is None or s.running < 300 or s.wall or s.asks_sign_in:
        return False
    if says_error(*s.headings) or _text_signals(s, facts) or facts.body_words & ERROR_CLASSES:
        return False
    points = 2 * facts.article_marked + 2 * _is_cited_document(s)
    points += s.running >= 500 and facts.paragraphs >= 3
    points += _headline(s, facts)
    points += s.context.similarity is not None and 2 * (s.context.similarity >= 0.8)
    return points >= 2


def _text_signals(s: Signals, facts: PageFacts) -> list[str]:
    final = s.final
    names = (facts.site_name, *((final.host, final.domain, final.domain.partition(".")[0]) if final else ()))
    found = []
    titles = {facts.title} if facts.og_title in facts.title else {facts.title, facts.og_title}
    if any(title_says_not_found(title, names) for title in titles):
        found.append("its title says so")
    if any(heading_says_not_found(heading) for heading in facts.headings):
        found.append("its heading says so")
    if (found or s.running < LONG) and any(map(statement_says_not_found, s.own_lines)):
        found.append(_TEXT)
    return found


def _is_cited_document(s: Signals) -> bool:
    """Title and headings have the words of the cited slug."""
    return s.cited is not None and len(s.cited.slug) >= 3 and share(s.cited.slug, s.page_words_shown) >= SAME


def _headline(s: Signals, facts: PageFacts) -> bool:
    """A heading of three words or more that the title repeats, and the cited address does not belie."""
    title = facts.title.casefold()
    repeated = [h for h in facts.headings if len(h.split()) >= 3 and h.casefold() in title]
    if not repeated or facts.paragraphs < 2:
        return False
    slug = s.cited.slug if s.cited is not None else frozenset()
    return len(slug) < 2 or share(slug, telling_words(" ".join(repeated))) > 0


def _front(s: Signals) -> bool:
    return s.cited is None or s.cited.is_front
