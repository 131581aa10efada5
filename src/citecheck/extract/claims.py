"""The claim that a mark inside a sentence supports."""

import re
from collections.abc import Sequence

from citecheck.extract.passages import Reader, Sentence
from citecheck.model import Anchor, Claim, Span

_CLAUSE = re.compile(
    r";\s+|\s+[–—]\s+|:\s+(?=[A-Z\"“])|"
    r",\s+(?=(?:and|but|while|whereas|although|though|dok|ali|iako|а|но|хотя|док|али|mais|tandis|und|aber|während)\s)"
)
_FEW_WORDS = 4  # a sentence of fewer words says too little by itself
_CLAUSE_WORDS = 5
_LONGEST_CLAUSE = 1000  # characters on either side of the mark
_POINTING = re.compile(
    r"^(?:see|source|sources|read more|more|via|here|link|izvor|više|opširnije|видети|извор|источник|"
    r"подробнее|siehe|quelle|voir|lire)\b",
    re.I,
)


def claim_at(reader: Reader, index: int, anchor: Anchor, others: Sequence[Anchor]) -> Claim:
    """The claim for a mark in sentence `index`; `others` are the sentence's other marks.

    The whole sentence, or with several marks the clauses around this one; together with the sentence
    before it when it only points to its source ("See here.").
    """
    sentence = reader.sentences[index]
    spans = _clauses(reader, sentence, anchor, others)
    text = sentence.text if spans == sentence.spans else reader.tidy(spans)
    before = _before(reader, index)
    if before is not None and _says_little(text) and _same_paragraph(reader, before, sentence):
        spans = (*before.spans, *spans)
        return claim_of(reader, spans, reader.tidy(spans), index - 1)
    return claim_of(reader, spans, text, index)


def claim_of(reader: Reader, spans: Sequence[Span], text: str, index: int) -> Claim:
    """A claim with the sentence before it and the heading above it."""
    before = _before(reader, index)
    return Claim(
        text=text,
        spans=tuple(spans),
        context=before.text if before is not None else "",
        heading=reader.sentences[index].heading or reader.title,
    )


def sentence_claim(reader: Reader, index: int) -> Claim:
    """The whole sentence as a claim."""
    sentence = reader.sentences[index]
    return claim_of(reader, sentence.spans, sentence.text, index)


def _before(reader: Reader, index: int) -> Sentence | None:
    """The sentence before, under the same heading."""
    if index <= 0:
        return None
    before = reader.sentences[index - 1]
    return before if not before.is_heading else None


def _same_paragraph(reader: Reader, before: Sentence, sentence: Sentence) -> bool:
    """Whether neither a blank line nor the start of a list item stands between the two."""
    between = reader.document.text[before.spans[-1].end : sentence.start]
    opening = reader.document.text[sentence.start : sentence.start + 2]
    return between.count("\n") <= 1 and opening not in {"- ", "* ", "• ", "– "}


def _says_little(text: str) -> bool:
    words = re.findall(r"\w+", text)
    return len(words) < _FEW_WORDS or (len(words) < 2 * _FEW_WORDS and bool(_POINTING.match(text)))


def _clauses(
    reader: Reader, sentence: Sentence, anchor: Anchor, others: Sequence[Anchor]
) -> tuple[Span, ...]:
    """The part of the sentence between the clause ends around the mark, where other marks share it."""
    holder = next((span for span in sentence.spans if span.start <= anchor.span.start < span.end), None)
    if holder is None or not any(_apart(anchor, other) for other in others):
        return sentence.spans
    first = max(holder.start, anchor.span.start - _LONGEST_CLAUSE)
    text = reader.document.text[first : min(holder.end, anchor.span.end + _LONGEST_CLAUSE)]
    place = anchor.span.start - first
    ends = [match.end() for match in _CLAUSE.finditer(text)]
    start = max((end for end in ends if end <= place), default=0)
    end = min((end for end in ends if end > place), default=len(text))
    part = text[start:end]
    if len(re.findall(r"\w+", part)) < _CLAUSE_WORDS:
        return sentence.spans
    end = start + len(part.rstrip(" ,;:–—\n"))
    return (Span(first + start, first + end),)


def _apart(anchor: Anchor, other: Anchor) -> bool:
    """Whether another mark stands elsewhere in the sentence for another URL."""
    return other.span.start != anchor.span.start and other.url != anchor.url
