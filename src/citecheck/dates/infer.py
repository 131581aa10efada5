"""When was a text written, going by the text alone? A window with its reason, or nothing.

What counts is how people name dates. Whoever writes "during October 24-29" without a year writes within
months of it; the year must then be bound by something in the same sentence ("Slavic Shield 2019"). A
full date proves only that the text is no older, so on its own it gives no window: histories are full of
them. URLs are never looked at: their dates are what we want to check.

Rules, first that holds:
1. The text labels its own date ("Published: 19 October 2019"): that day.
2. An undated day or month in a sentence with the edition of a named event ("Slavic Shield 2019 ...
   October 24-29"), and no later year in the text: from the event's last day.
3. Full dates within 60 days of one another, the latest of the text, and beside them a word that counts
   from the day of writing ("yesterday", "on Monday"): from the latest of them.
The window ends RECENT_MONTHS after it begins, or today if that is earlier.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from citecheck.dates.days import months_after, say
from citecheck.dates.grammar import mentions
from citecheck.dates.lexicon import MONTHS
from citecheck.dates.mention import DateMention, MentionKind, yearless_in
from citecheck.model import DateWindow, Precision, Publication, PublishedHow, Span

RECENT_MONTHS = 6  # recent events are written about within this time
CLUSTER = timedelta(days=60)
NEAR = 300  # characters between a full date and the word that makes it recent
READ = 100_000  # characters looked at: what a text tells of its time stands early
HEAD = 800  # characters in which a text labels its own date

_LABEL = re.compile(
    r"(?:^|\n|[|·•])[ \t]*(?:first |originally )?(?:published|posted|date published|date|dateline|objavljeno|"
    r"datum|objavljen|објављено|датум|опубликовано|дата(?: публикации)?|veröffentlicht|erschienen|"
    r"stand|publié|date de publication)(?: on| am| le)?\s*:?\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…]{1,9}[”\"’»)]*\s+(?=[\"“„«(]?[A-ZŠĐČĆŽА-ЯЂЈЉЊЋЏ])|\n[ \t]*\n")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|going to|scheduled|planned|plans?|upcoming|due to|set to|expected|next|future|"
    r"agenda|vision|strategy|goals?|target|će|ће|biće|биће|planira\w*|планира\w*|narednih|следећ\w*|"
    r"будет|будут|запланирован\w*|состоится|пройд[её]т|wird|werden|geplant|soll|sollen|aura|auront|sera|"
    r"seront|prévu\w*|prochain\w*)\b",
    re.IGNORECASE,
)
_NO_NAMES = (
    "in of since by until before after from during to and or for the about around early late mid between "
    "spring summer autumn fall winter year u od do iz za posle pre oko godine godina у од до из за после пре "
    "око године в с по к года году im seit bis vor nach jahr jahre sommer winter en depuis avant après de du "
    "an année été hiver für pour per"
)
_NOT_AN_EDITION = frozenset(_NO_NAMES.split()) | frozenset(MONTHS)
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day that the text speaks of as recent, and the words that show it."""

    last: date
    words: str


def infer_publication(text: str, language: str | None, today: date) -> Publication | None:
    """The days within which `text` was written and the reason, or None where it gives nothing away.

    `today` closes the window and rules out what lies ahead. Never raises.
    """
    text = text[:READ]
    found = [mention for mention in mentions(text, language) if mention.kind is not MentionKind.ANAPHORIC]
    labelled = _labelled(text, found, today)
    if labelled is not None:
        return labelled
    bound = _edition(text, found, today) or _cluster(text, found, today)
    if bound is None:
        return None
    latest = min(months_after(bound.last, RECENT_MONTHS), today)
    reason = (
        f"{bound.words} puts the article on or after {say(bound.last)}; "
        f"what is told as recent is written within {RECENT_MONTHS} months"
    )
    return Publication(PublishedHow.INFERRED, DateWindow(bound.last, latest), reason)


def _labelled(text: str, found: list[DateMention], today: date) -> Publication | None:
    for mention in found:
        window = mention.window
        if mention.span.start > HEAD or window is None or window.day is None or window.day > today:
            continue
        line = text[max(0, mention.span.start - 60) : mention.span.start]
        if _LABEL.search(line):
            words = " ".join(text[mention.span.start - len(line.split("\n")[-1]) : mention.span.end].split())
            return Publication(PublishedHow.INFERRED, window, f'the text says "{words}"')
    return None


def _edition(text: str, found: list[DateMention], today: date) -> _Bound | None:
    """The latest undated day bound to a year by a named event's edition in the same sentence."""
    best: _Bound | None = None
    for sentence in _sentences(text):
        inside = [mention for mention in found if sentence.start <= mention.span.start < sentence.end]
        if not any(mention.yearless for mention in inside) or _AHEAD.search(sentence.of(text)):
            continue
        for year_mention in inside:
            name = _edition_name(text, sentence, year_mention)
            if name is None or year_mention.window is None or year_mention.window.earliest is None:
                continue
            for mention in inside:
                bound = _bind(mention, year_mention.window.earliest.year, name)
                if bound and bound.last <= today and (best is None or bound.last > best.last):
                    best = bound
    if best is None or _latest_year(text, found, today) > best.last.year:
        return None
    return best


def _bind(mention: DateMention, year: int, name: str) -> _Bound | None:
    if mention.yearless is None:
        return None
    window = yearless_in(*mention.yearless, year)
    if window is None or window.latest is None or window.earliest is None:
        return None
    told = _one_line(mention.text)
    # A whole month is spoken of as recent from its first day on.
    last = window.earliest if mention.precision is Precision.MONTH else window.latest
    return _Bound(last, f'"{name} … {told}"')


def _edition_name(text: str, sentence: Span, mention: DateMention) -> str | None:
    """ "Slavic Shield 2019": the name and its year, where the year belongs to a name."""
    if mention.precision is not Precision.YEAR or not re.fullmatch(r"20\d\d", mention.text):
        return None
    before = text[sentence.start : mention.span.start]
    words = list(_WORD.finditer(before))
    if (
        not words
        or before[words[-1].end() :].strip(" \n\"“”«»„'’—–-")
        or words[-1][0].lower() in _NOT_AN_EDITION
    ):
        return None
    name: list[str] = []
    for word in reversed(words[-4:]):
        if word[0].lower() in _NOT_AN_EDITION:
            break
        name.insert(0, word[0])
    while name and not name[0][0].isupper():
        name.pop(0)
    return f"{' '.join(name)} {mention.text}" if name else None


def _cluster(text: str, found: list[DateMention], today: date) -> _Bound | None:
    """The latest full dates, where two are close in time and one stands beside a word like "yesterday"."""
    ahead = _ahead(text)
    full = [
        (mention.window.latest, mention)
        for mention in found
        if mention.precision is Precision.DAY
        and mention.window is not None
        and mention.window.latest is not None
        and mention.window.latest <= today
        and not any(span.start <= mention.span.start < span.end for span in ahead)
    ]
    if not full:
        return None
    last = max(day for day, _ in full)
    if _latest_year(text, found, today) > last.year:
        return None
    close = [mention for day, mention in full if last - day <= CLUSTER]
    now = [mention for mention in found if mention.offset is not None and -31 <= mention.offset[0] < 0]
    # "on Saturday, 3 November 2023" counts from nothing: the weekday belongs to the date.
    now = [word for word in now if not any(0 <= day.span.start - word.span.end <= 4 for _, day in full)]
    if len({mention.text for mention in close}) < 2 or not now:
        return None
    for mention in close:
        word = min(now, key=lambda other: abs(other.span.start - mention.span.start))
        if abs(word.span.start - mention.span.start) <= NEAR:
            return _Bound(last, f'"{_one_line(mention.text)}" told as recent ("{_one_line(word.text)}")')
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _latest_year(text: str, found: list[DateMention], today: date) -> int:
    """The latest year that the text speaks of as past or present."""
    ahead = _ahead(text)
    years = [
        mention.window.latest.year
        for mention in found
        if mention.window is not None
        and mention.window.latest is not None
        and mention.window.latest.year <= today.year
        and not any(span.start <= mention.span.start < span.end for span in ahead)
    ]
    return max(years, default=0)


def _ahead(text: str) -> list[Span]:
    """The sentences that speak of what is to come."""
    return [span for span in _sentences(text) if _AHEAD.search(span.of(text))]


def _sentences(text: str) -> list[Span]:
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        spans.append(Span(start, match.end()))
        start = match.end()
    return [*spans, Span(start, len(text))]
