"""Two weighings: does the page say that it is not there, and is the body the article after all?"""

from citecheck.classify.not_found import (
    heading_says_not_found,
    statement_says_not_found,
    title_says_not_found,
)
from citecheck.classify.places import share
from citecheck.classify.probe import ProbeSays, names_itself
from citecheck.classify.signals import SAME, Signals
from citecheck.classify.wordings import says_error, says_out_of_service
from citecheck.model import PageFacts

TINY = 500  # characters of running text; a not-found page has hardly more
LITTLE = 800  # visible characters; with less, one sentence is the whole page
NOTHING_ELSE = 120  # visible characters; a page of so few that speaks of an error says nothing else
_TEXT = "its text says so"
_SAME = "a made-up address on the same host gives the same page"
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
    if facts is None or (s.context.probe is ProbeSays.SAME and _front(s)):
        return ()
    text = _text_signals(s, facts)
    landing, cited = s.landing, s.cited
    found = list(text)
    if landing and landing.is_error and not (cited and cited.names_error):
        found.append("its address is that of an error page")
    if facts.body_words & ERROR_CLASSES:
        found.append("its markup calls it an error page")
    if s.context.probe is ProbeSays.SAME:
        found.append(_SAME)
    hints = s.context.publisher.soft_404 if s.context.publisher else ()
    if any(hint.lower() in s.everything_said.lower() or hint in facts.title for hint in hints):
        found.append("it has the wording of this publisher's not-found page")
    if (found and found != [_TEXT] and s.running < TINY) or (found == [_TEXT] and s.visible < LITTLE):
        found.append(_NO_TEXT)
    return tuple(found)


def says_not_found(s: Signals) -> bool:
    """Whether the signals suffice. Two at least; more where something speaks against it."""
    if s.context.probe is ProbeSays.SAME and not _front(s):
        return not _same_for_another_reason(s, not_found_signals(s))
    if _is_cited_document(s) or len(found := not_found_signals(s)) < 2:
        return False
    if s.cited and s.cited.speaks_of_errors and not s.elsewhere:
        # Perhaps a page about such pages: they have text. What is named just so, only the probe can tell.
        plain = s.visible < NOTHING_ELSE or (len(found) >= 3 and s.running < TINY)
        return plain and not s.cited.names_error
    if s.context.probe is ProbeSays.HONEST:
        return len(found) >= 3 and s.running < TINY
    if s.running >= LONG or (s.facts is not None and s.facts.article_marked and s.running >= TINY):
        return len(found) >= 3
    return True


def _same_for_another_reason(s: Signals, found: tuple[str, ...]) -> bool:
    """Whether a made-up address may give the same page although this one is there: a gate before every
    page, a shell that scripts fill, or a host with one page for all, which says nothing amiss."""
    if s.asks_subscription:
        return True
    facts = s.facts
    if any(words not in (_SAME, _NO_TEXT) for words in found):
        return False
    filled = facts is not None and facts.scripts > 0 and not names_itself(facts)
    return filled or not _has_nothing_of_the_address(s)


def wants_probe(s: Signals) -> bool:
    """Whether a made-up address should be asked for: something is said that does not decide, or the page
    has little text and nothing of the cited address: no list of wordings has them all."""
    if s.context.probe is not ProbeSays.NOT_ASKED or not s.ok or not s.is_page or _front(s):
        return False
    if says_not_found(s) or _is_cited_document(s):
        return False
    return bool(not_found_signals(s)) or _has_nothing_of_the_address(s)


def _has_nothing_of_the_address(s: Signals) -> bool:
    """Whether the cited address has words, and a page with little text none of them."""
    if s.cited is None or len(s.cited.slug) < 3 or share(s.cited.slug, s.page_words_shown) > 0:
        return False
    return s.running < TINY and not (s.facts and s.facts.article_marked) and not s.asks_subscription


def out_of_service(s: Signals) -> bool:
    """Whether a page in place of another says that its host is out of service just now."""
    facts = s.facts
    if facts is None or s.running >= TINY or s.visible >= LITTLE or facts.article_marked:
        return False
    return says_out_of_service(*s.headings) and not _is_cited_document(s)


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
    points += _headline(facts)
    points += s.context.similarity is not None and 2 * (s.context.similarity >= 0.8)
    return points >= 2


def _text_signals(s: Signals, facts: PageFacts) -> list[str]:
    names = (facts.site_name, s.final.host if s.final else "")
    found = []
    if title_says_not_found(facts.title, names):
        found.append("its title says so")
    if any(heading_says_not_found(heading) for heading in facts.headings):
        found.append("its heading says so")
    if (found or s.running < LONG) and any(map(statement_says_not_found, _statements(facts))):
        found.append(_TEXT)
    return found


def _statements(facts: PageFacts) -> tuple[str, ...]:
    headings = set(facts.headings)
    return tuple(line for line in facts.statements if line not in headings)


def _is_cited_document(s: Signals) -> bool:
    """Title and headings have the words of the cited slug."""
    return s.cited is not None and len(s.cited.slug) >= 3 and share(s.cited.slug, s.page_words_shown) >= SAME


def _headline(facts: PageFacts) -> bool:
    """A heading of three words or more that the title repeats."""
    title = facts.title.casefold()
    return (
        any(len(h.split()) >= 3 and h.casefold() in title for h in facts.headings) and facts.paragraphs >= 2
    )


def _front(s: Signals) -> bool:
    return s.cited is None or s.cited.is_front
