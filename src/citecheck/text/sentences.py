"""Sentences with exact spans: nupunkt, plus what Serbian, Russian and German need on top."""

import re

import nupunkt

from citecheck.model import Span

_ABBREVIATIONS = {
    "en": "approx est no nos vol fig cf viz ca dept gov sen rep gen col lt capt sgt rev hon ibid ed eds",
    "sr": (
        "npr tzv tj itd sl dr mr prof ing dipl akad god str br čl st tač ul itsl mil mlrd hilj din o.g "
        "tzv op cit vs sv gđa gđica g gosp min maks prim red odn uč im dok potpr "
        "нпр тзв тј итд сл др мр проф инж дипл акад год стр бр чл ст тач ул мил млрд хиљ дин св гђа г одн"
    ),
    "ru": (
        "г гг в вв т.е т.к т.д т.п т.н т др пр напр см ср стр с рис ул пл д корп кв обл р-н им акад "
        "проф доц тыс млн млрд трлн руб коп долл чел экз н.э ок св янв фев мар апр авг сен сент окт ноя дек"
    ),
    "de": "z.b d.h u.a bzw ca evtl ggf nr str dr prof hr fr inkl usw vgl sog mio mrd abs art jan feb okt dez",
    "fr": "m mm mme mlle dr pr etc cf env p pp av apr janv févr avr juil sept oct nov déc",
}
_OPEN = {code: frozenset(words.split()) for code, words in _ABBREVIATIONS.items()}
_ALWAYS = "г гг т.е т.к npr tzv tj нпр тзв тј z.b d.h bzw напр см ул ul dr mr prof др проф"
_ALWAYS_OPEN = frozenset(_ALWAYS.split())
_OPEN["hr"] = _OPEN["bs"] = _OPEN["sr"]
_OPEN["uk"] = _OPEN["be"] = _OPEN["bg"] = _OPEN["ru"]
_LAST_WORD = re.compile(r"([\w.\-]+)\.$")
_ORDINAL = re.compile(r"(?:^|[\s(\"“„–-])(?:\d{1,4}|[IVXLC]{1,6})\.$")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_CLOSERS = re.compile(r"[)\]}»”’\"']+(?=\s|$)")


def sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them.

    `language` is an ISO 639-1 code or None. A blank line always ends a sentence. An ordinal
    ("19. oktobra") and an abbreviation before a lower-case word do not.
    """
    found: list[Span] = []
    place = 0
    for match in (*_PARAGRAPH.finditer(text), None):
        end = match.start() if match else len(text)
        found += _in_paragraph(text, Span(place, end), language)
        place = match.end() if match else end
    return tuple(found)


def _in_paragraph(text: str, paragraph: Span, language: str | None) -> list[Span]:
    words = paragraph.of(text)
    if not words.strip():
        return []
    joined: list[Span] = []
    for start, end in nupunkt.sentence_spans(words):
        span = Span(paragraph.start + start, paragraph.start + end)
        if joined and _continues(text, joined[-1], span, language):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return [span for span in joined if span.of(text).strip()]


def _continues(text: str, before: Span, after: Span, language: str | None) -> bool:
    """Whether nupunkt ended a sentence between the two spans where the language does not."""
    start = after.of(text)
    if _CLOSERS.fullmatch(start.strip()):
        return True
    tail = text[max(before.start, before.end - 24) : before.end]
    first = start.lstrip("\"'“„«(")[:1]
    if _ORDINAL.search(tail):
        return first.islower()
    last = _LAST_WORD.search(tail)
    if last is None:
        return False
    word = last.group(1).lower()
    known = _OPEN.get(language or "", _ALWAYS_OPEN)
    if word not in known and word not in _ALWAYS_OPEN:
        return False
    return first.islower() or first.isdigit() or word in _ALWAYS_OPEN
