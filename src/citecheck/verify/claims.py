"""A claim taken apart: words with their weight, clauses, numbers, dates, names and quotes."""

import re
from dataclasses import dataclass

from citecheck.model import Span
from citecheck.verify.lexicon import CALENDAR_WORDS, NAME_JOINTS
from citecheck.verify.numbers import Quantity, quantities
from citecheck.verify.when import Dated, dated
from citecheck.verify.words import STOP, Token, tokenise, weight

_MARKS = re.compile(
    r"\[(?:\d{1,3}|\^[\w-]+|note \d+|n \d+|citation needed|[a-z])\](?:\([^)\s]*\))?|[⁰¹²³⁴-⁹]+"
    r"|<\|?[\w ]{1,20}\|?>|</?[a-zA-Z][^<>]{0,200}>|\*\*|__|`|\[\s*(?:,\s*)*\]|\bhttps?://\S+|^References?\s*\[\d+\]:",
)
_BREAK = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?=(?:and|but|while|which|who|whose|where|after|before|when|with|including|as|making|a|ali"
    r"|dok|koji|koja|koje|но|а|который|которая)\b)"
    r"|\s(?=(?:and|but|while|although|because|which|who|where|after|before|when|i|ali|dok|и|но)\s)",
)
_LONGEST = 3000  # characters of a claim
_LEAST = 3  # words that say something, for a clause to stand by itself
_QUOTED = re.compile(r"[\"“„«»”]([^\"“”„«»]{3,400})[\"”“»«]")
_QUOTE_WORDS = 3  # fewer in quotation marks are a title or an ironic word
_JOIN = frozenset(NAME_JOINTS.split())
_DAYS = frozenset(CALENDAR_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    text: str
    stems: tuple[str, ...]
    span: Span
    sure: bool  # not just a capital at the start of a sentence


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A claim taken apart. `words` are those that say something, each with its weight."""

    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    weights: tuple[float, ...]
    clauses: tuple[Span, ...]
    numbers: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    names: tuple[Name, ...]
    quotes: tuple[Span, ...]  # what stands between the quotation marks


def without_marks(text: str) -> str:
    """`text` with note marks, mark-up and URLs blanked out; the length stays, so spans fit."""
    return _MARKS.sub(lambda match: " " * len(match.group()), text)


def take_apart(text: str, language: str | None = None) -> Anatomy:
    """Take a claim apart; `text` is free of marks already. Only its first 3,000 characters are looked at."""
    text = text[:_LONGEST]
    tokens = tuple(tokenise(text))
    words = tuple(token for token in tokens if token.stem not in STOP)
    dates = dated(text)
    numbers = tuple(
        number
        for number in quantities(text, language)
        if not any(date.span.start <= number.span.start < date.span.end for date in dates)
    )
    return Anatomy(
        text=text,
        tokens=tokens,
        words=words,
        weights=tuple(_weight(token) for token in words),
        clauses=_clauses(text, words),
        numbers=numbers,
        dates=dates,
        names=_names(text, tokens),
        quotes=tuple(
            Span(*match.span(1)) for match in _QUOTED.finditer(text) if len(match[1].split()) >= _QUOTE_WORDS
        ),
    )


def _weight(token: Token) -> float:
    return 5.0 if token.digit else max(0.5, weight(token.stem))


def _clauses(text: str, words: tuple[Token, ...]) -> tuple[Span, ...]:
    """Parts of the claim with enough words each; a part with too few takes the next one in, and what is
    left over at the end joins the part before."""
    cuts = [*(match.end() for match in _BREAK.finditer(text)), len(text)]
    parts: list[Span] = []
    start = 0
    for end in cuts:
        if sum(start <= word.start < end for word in words) >= _LEAST:
            parts.append(Span(start, end))
            start = end
    if start < len(text):
        opened = parts.pop().start if parts else 0
        parts.append(Span(opened, len(text)))
    return tuple(parts)


def _names(text: str, tokens: tuple[Token, ...]) -> tuple[Name, ...]:
    """Runs of capitalised words, joined over "of", "the" and the like, cut at punctuation."""
    names: list[Name] = []
    run: list[Token] = []
    for token in tokens:
        gap = text[run[-1].end : token.start] if run else ""
        if run and (gap.strip(" .'’-&") or (gap.startswith(".") and len(run[-1].stem) > 3)):
            _close(text, run, names)
            run = []
        if token.capital and token.stem not in _DAYS:
            run.append(token)
        elif not (run and token.stem in _JOIN):
            _close(text, run, names)
            run = []
        else:
            run.append(token)
    _close(text, run, names)
    return tuple(names)


def _close(text: str, run: list[Token], names: list[Name]) -> None:
    while run and not run[-1].capital:
        run = run[:-1]
    while run and run[0].stem in STOP and len(run[0].stem) > 1:
        run = run[1:]
    stems = tuple(token.stem for token in run if token.stem not in STOP)
    if not stems:
        return
    name_text = text[run[0].start : run[-1].end]
    before = text[: run[0].start].rstrip(" \"“'(")
    starts = not before or before[-1] in ".!?:"
    sure = not starts or len(stems) > 1 or (len(run[0].stem) > 1 and name_text.isupper())
    names.append(Name(name_text, stems, Span(run[0].start, run[-1].end), sure))
