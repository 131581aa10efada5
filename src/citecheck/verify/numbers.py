"""Quantities of a text: value, unit and how exactly it is given. Years and "Q3" are not quantities."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from citecheck.model import Span
from citecheck.text import fold
from citecheck.verify.lexicon import COMMA_DECIMAL, ONES, ORDINALS, TENS
from citecheck.verify.words import STOP, stem

_SMALL = {word: index for index, word in enumerate(ONES.split())}
_TENS = {word: 10 * index for index, word in enumerate(TENS.split(), 2)}
_ORDINALS = {word: index for index, word in enumerate(ORDINALS.split(), 1)}
_OTHER = {"dozen": 12, "once": 1, "twice": 2, "hundred": 100}
_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "milion": 1e6, "miliona": 1e6, "milijardi": 1e9,
    "milijarda": 1e9,
    "hiljada": 1e3, "tysac": 1e3, "tysjac": 1e3, "millionen": 1e6, "milliarden": 1e9, "millions": 1e6,
    "milliards": 1e9, "hundreds": 1e2, "thousands": 1e3,
}  # fmt: skip
_CURRENCY = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rubl", "usd": "dollar", "eur": "euro",
    "gbp": "pound", "dollar": "dollar", "euro": "euro", "pound": "pound", "rubl": "rubl", "rubel": "rubl",
    "roubl": "rubl", "rubli": "rubl", "rubly": "rubl", "dinar": "dinar", "yen": "yen",
}  # fmt: skip
_COMMA_DECIMAL = frozenset(COMMA_DECIMAL.split())
_WORDS = "|".join(sorted({*_SMALL, *_TENS, *_ORDINALS, *_OTHER}, key=len, reverse=True))
_SPELLED = rf"(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(list(_SMALL)[1:10])})"
_QUANTITY = re.compile(
    rf"(?P<currency>[$€£¥₽]|\b(?:US|A|C|NZ|HK)\$)?\s?(?<![\w.,])"
    rf"(?P<number>\d+(?:[.,  ]\d{{3}}(?!\d))*(?:[.,]\d+)?"
    rf"|\b(?:{_SPELLED}|{_WORDS})\b)(?P<ordinal>st|nd|rd|th)?"
    r"(?:[\s -]?(?P<magnitude>hundreds?|thousands?|millions?|billions?|trillion|bn|mn|mln|[mkb](?![\w.])"
    r"|milion\w?|milijard\w?|hiljada|млн|млрд|тыс|миллион\w{0,3}|миллиард\w{0,3}|милион\w?|милијард\w?|хиљада"
    r"|Millionen|Milliarden|milliards)\b\.?)?(?P<percent>\s?(?:%|percent\b|per\s?cent\b|procenat\w?|odsto|проц\w*))?",
    re.IGNORECASE,
)
_CYRILLIC = {
    "млн": 1e6, "млрд": 1e9, "тыс": 1e3, "миллион": 1e6, "миллиард": 1e9, "милион": 1e6,
    "милијард": 1e9, "хиљада": 1e3,
}  # fmt: skip
_ABOUT = re.compile(
    r"(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|circa|oko|око|около|etwa|rund|environ)\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:more than|over|above|at least|exceed\w*|upwards? of|minimum of|>|više od|более)\s*$", re.I
)
_LESS = re.compile(
    r"(?:less than|fewer than|under|below|at most|up to|no more than|<|manje od|менее)\s*$", re.I
)
_NEXT = re.compile(r"[\s-]*([^\W\d_][\w'’]*)(?:[\s-]+([^\W\d_][\w'’]*))?(?:[\s-]+([^\W\d_][\w'’]*))?")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_CODE = re.compile(r"[^\W\d_]-?$")
_HAS = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `step` is its precision: half of it either way is rounding."""

    text: str
    value: float
    step: float
    units: tuple[str, ...]  # stems of the words after it; "%" or a currency's name stands alone
    span: Span
    bound: str = ""  # ">" more than, "<" less than, "~" about
    ordinal: bool = False
    spelled: bool = False

    @property
    def exact_unit(self) -> str | None:
        """The unit where it is beyond doubt: percent or a currency."""
        return self.units[0] if self.units and self.units[0] in {"%", *_CURRENCY.values()} else None


def quantities(text: str, language: str | None = None) -> Iterator[Quantity]:
    """The quantities of `text` in order; `language` tells a decimal comma from a thousands comma."""
    if not _HAS.search(text):
        return
    for match in _QUANTITY.finditer(text):
        quantity = _quantity(text, match, language)
        if quantity is not None:
            yield quantity


def _quantity(text: str, match: re.Match[str], language: str | None) -> Quantity | None:
    raw = match["number"]
    spelled = not raw[0].isdigit()
    if _CODE.search(text[max(0, match.start("number") - 2) : match.start("number")]):
        return None
    if not spelled and text[match.end() - 1].isdigit() and text[match.end() : match.end() + 1].isalpha():
        return None  # 22H2, 4x4 and the like
    magnitude, percent, currency = match["magnitude"], match["percent"], match["currency"]
    bare = not (magnitude or percent or currency or match["ordinal"])
    if bare and _YEAR.match(raw):
        return None
    value, step = _spelled(raw) if spelled else _digits(raw, language)
    factor = _factor(magnitude)
    if spelled and bare and raw.lower() in {"one", "once", "second", "zero"}:
        return None
    before = text[max(0, match.start() - 24) : match.start()]
    return Quantity(
        text=match.group().strip(),
        value=value * factor,
        step=step * factor,
        units=_unit(text, match, percent, currency),
        span=Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.end()),
        bound=">"
        if _MORE.search(before)
        else "<"
        if _LESS.search(before)
        else "~"
        if _ABOUT.search(before)
        else "",
        ordinal=bool(match["ordinal"]) or raw.lower() in _ORDINALS,
        spelled=spelled,
    )


def _unit(text: str, match: re.Match[str], percent: str | None, currency: str | None) -> tuple[str, ...]:
    if percent:
        return ("%",)
    if currency:
        return (_CURRENCY["$" if "$" in currency else currency],)
    after = _NEXT.match(text, match.end())
    stems = [stem(fold(word)) for word in after.groups() if word] if after else []
    for word in stems[:2]:
        if word in _CURRENCY:
            return (_CURRENCY[word],)
    units = []
    for word in stems:
        if word in STOP:
            break
        units.append(word)
    return tuple(units)


def _factor(magnitude: str | None) -> float:
    if not magnitude:
        return 1.0
    word = magnitude.lower().rstrip(".")
    for known, factor in _CYRILLIC.items():
        if word.startswith(known):
            return factor
    return _MAGNITUDES.get(word) or _MAGNITUDES.get(word.rstrip("s")) or 1.0


def _digits(raw: str, language: str | None) -> tuple[float, float]:
    """Value and step of digits: "2.5" is 2.5 by 0.1, "70,000" is 70000 by 10000."""
    raw = raw.replace(" ", " ").replace(" ", " ").replace(" ", "")
    decimal, thousands = (",", ".") if language in _COMMA_DECIMAL else (".", ",")
    whole = raw.replace(thousands, "")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(decimal)}000)+", raw):
        whole = raw.replace(decimal, "")  # 120.000 in a text that should write 120,000
    whole, _, fraction = whole.replace(decimal, ".").replace(",", "").partition(".")
    fraction = fraction.replace(".", "")
    value = float(f"{whole}.{fraction or 0}")
    if fraction:
        return value, 10.0 ** -len(fraction)
    zeros = len(whole) - len(whole.rstrip("0"))
    return value, 10.0 ** min(zeros, len(whole) - 1)


def _spelled(raw: str) -> tuple[float, float]:
    word = raw.lower()
    for table in (_SMALL, _TENS, _ORDINALS, _OTHER):
        if word in table:
            return float(table[word]), 1.0
    tens, ones = re.split(r"[-\s]", word)
    return float(_TENS[tens] + _SMALL[ones]), 1.0


def same_value(claimed: Quantity, given: Quantity) -> bool:
    """Whether the page's number may be written the claim's way: equal, rounded, or within its bound."""
    if math.isclose(claimed.value, given.value, rel_tol=1e-9):
        return True
    if claimed.ordinal != given.ordinal or (min(claimed.value, given.value) < 10 and claimed.step >= 1):
        return False
    if claimed.bound == ">" and claimed.value < given.value <= 1.35 * claimed.value:
        return True
    if claimed.bound == "<" and 0.65 * claimed.value <= given.value < claimed.value:
        return True
    coarse = max(claimed.step, given.step)
    if coarse > 0.11 * max(claimed.value, given.value):  # "70,000" is not every number from 65,000 on
        coarse = max(min(claimed.step, given.step), 0.02 * claimed.value)
    return abs(claimed.value - given.value) <= 0.5 * coarse * (1 + 1e-9)


def differs(claimed: Quantity, given: Quantity) -> bool:
    """Whether both cannot be ways to write one number: never for bounds that allow each other."""
    if same_value(claimed, given) or same_value(given, claimed) or claimed.ordinal != given.ordinal:
        return False
    low, high = sorted((claimed, given), key=lambda quantity: quantity.value)
    if low.bound == ">" or high.bound == "<":
        return False
    vague = 0.15 if "~" in (claimed.bound, given.bound) else 0.04
    return high.value - low.value > max(vague * high.value, 0.5 * min(low.step, high.step))
