"""Details of the claim held against the page one by one, each with its reason in plain words."""

from collections import Counter
from dataclasses import dataclass

from citecheck.model import FactCheck, FactKind, FactResult, Span
from citecheck.verify.backing import Presence
from citecheck.verify.claims import Anatomy, Name
from citecheck.verify.numbers import Quantity, differs, same_value
from citecheck.verify.page import Page
from citecheck.verify.when import Dated, covers, pieced
from citecheck.verify.words import STOP, stems

_ANCHORS = 4  # rarest words of a quotation, from which it is looked for
SAME_SLOT = 0.6  # share of the rest of the clause that a sentence must hold to speak of the same thing
SAME_DAY = 0.75  # the same for dates, of which a page about one thing gives many
_SAME_SCALE = 8.0  # numbers further apart than this factor hardly fill the same slot
_NEAR_QUOTE = 0.8  # share of a quotation's words, in order, that still count as the quotation


@dataclass(frozen=True, slots=True)
class Slot:
    """The clause around a detail: which sentences of the page speak of the same thing."""

    shares: dict[int, float]  # sentence -> share of the clause's other words that it holds
    names_missing: frozenset[int]  # sentences that lack a name of the clause


def check_facts(anatomy: Anatomy, page: Page, presence: Presence) -> tuple[FactCheck, ...]:
    """Numbers, dates, names and quotes of the claim in that order."""
    return (
        *(_number(number, anatomy, page, presence) for number in anatomy.numbers),
        *(_date(date, anatomy, page, presence) for date in anatomy.dates),
        *(_name(name, page) for name in anatomy.names if name.sure),
        *(_quote(span.of(anatomy.text), page) for span in anatomy.quotes),
    )


def _number(number: Quantity, anatomy: Anatomy, page: Page, presence: Presence) -> FactCheck:
    same = [
        given for given, _ in page.quantities if same_value(number, given) and not _other_kind(number, given)
    ]
    if same:
        closest = min(
            same, key=lambda given: (not _shares_unit(number, given), abs(given.value - number.value))
        )
        how = "the same number" if closest.value == number.value else "the same, rounded"
        return FactCheck(
            FactKind.NUMBER, number.text, FactResult.FOUND, f"the page gives {how}", closest.text
        )
    rival = _rival_number(number, anatomy, page, presence)
    if rival is not None:
        reason = f"the page gives {_said(rival)} where the article says {_said(number)}"
        return FactCheck(FactKind.NUMBER, number.text, FactResult.CONFLICT, reason, rival.text)
    return FactCheck(
        FactKind.NUMBER, number.text, FactResult.MISSING, f"the page does not give {number.text}"
    )


def _other_kind(claimed: Quantity, given: Quantity) -> bool:
    """Whether one is money or a share and the other certainly is something else."""
    return None not in (claimed.exact_unit, given.exact_unit) and claimed.exact_unit != given.exact_unit


def _said(number: Quantity) -> str:
    return number.text.strip(" .,")


def _rival_number(number: Quantity, anatomy: Anatomy, page: Page, presence: Presence) -> Quantity | None:
    """Another value in the same slot: same unit, in a sentence that holds the rest of the clause."""
    if number.ordinal or not number.units or _ambiguous(number, anatomy):
        return None
    slot = _slot(number.span, anatomy, page, presence)
    rivals = [
        (slot.shares.get(sentence, 0.0), given)
        for given, sentence in page.quantities
        if _same_unit(number, given)
        and max(number.value, given.value) <= _SAME_SCALE * min(number.value, given.value)
        and slot.shares.get(sentence, 0.0) >= SAME_SLOT
        and sentence not in slot.names_missing
    ]
    if not rivals or not all(differs(number, given) for _, given in rivals):
        return None
    best = max(share for share, _ in rivals)
    values = {given.value for share, given in rivals if share >= best - 0.1}
    return max(rivals, key=lambda pair: pair[0])[1] if len(values) == 1 else None


def _ambiguous(number: Quantity, anatomy: Anatomy) -> bool:
    """Whether the claim has another number of the same unit: which slot is meant is then a guess."""
    return any(other.span != number.span and _same_unit(number, other) for other in anatomy.numbers)


def _shares_unit(one: Quantity, other: Quantity) -> bool:
    return bool(set(one.units) & set(other.units))


def _same_unit(claimed: Quantity, given: Quantity) -> bool:
    if claimed.exact_unit or given.exact_unit:
        return claimed.exact_unit == given.exact_unit
    return bool(claimed.units) and bool(given.units) and claimed.units[0] in given.units[:2]


def _slot(inside: Span, anatomy: Anatomy, page: Page, presence: Presence) -> Slot:
    clause = next((c for c in anatomy.clauses if c.start <= inside.start < c.end), Span(0, len(anatomy.text)))
    rest = [
        index
        for index, word in enumerate(anatomy.words)
        if clause.start <= word.start < clause.end and not inside.start <= word.start < inside.end
    ]
    if len(rest) < 2:
        rest = [i for i, word in enumerate(anatomy.words) if not inside.start <= word.start < inside.end]
    total = sum(anatomy.weights[index] for index in rest) or 1.0
    shares: dict[int, float] = {}
    holders: dict[int, set[int]] = {}
    for index in rest:
        at = {page.sentence_at[place] for place in presence.places[index]}
        holders[index] = at
        for sentence in at:
            shares[sentence] = shares.get(sentence, 0.0) + anatomy.weights[index] / total
    named = [i for i in rest if _is_name(i, anatomy)]
    missing = {
        sentence
        for sentence in shares
        for index in named
        if not holders[index] & {sentence - 1, sentence, sentence + 1}
    }
    return Slot(shares if len(rest) >= 2 else {}, frozenset(missing))


def _is_name(index: int, anatomy: Anatomy) -> bool:
    word = anatomy.words[index]
    return any(name.sure and name.span.start <= word.start < name.span.end for name in anatomy.names)


def _date(date: Dated, anatomy: Anatomy, page: Page, presence: Presence) -> FactCheck:
    full = [given for given, _ in page.dates if covers(date, given)]
    if full:
        return FactCheck(FactKind.DATE, date.text, FactResult.FOUND, "the page gives this date", full[0].text)
    without_year = pieced(date, (given for given, _ in page.dates))
    if without_year is not None:
        reason = "the page gives it without the year, which is the year of other dates on it"
        return FactCheck(FactKind.DATE, date.text, FactResult.FOUND, reason, without_year.text)
    rival = _rival_date(date, anatomy, page, presence)
    if rival is not None:
        reason = f"the page gives {rival.text} where the article says {date.text}"
        return FactCheck(FactKind.DATE, date.text, FactResult.CONFLICT, reason, rival.text)
    return FactCheck(FactKind.DATE, date.text, FactResult.MISSING, f"the page does not give {date.text}")


def _rival_date(date: Dated, anatomy: Anatomy, page: Page, presence: Presence) -> Dated | None:
    """Another date of the same precision in the same slot, the only one in its sentence."""
    slot = _slot(date.span, anatomy, page, presence)
    dates_in = Counter(sentence for _, sentence in page.dates)
    rivals = []
    for given, sentence in page.dates:
        alone = dates_in[sentence] == 1
        if slot.shares.get(sentence, 0.0) < SAME_DAY or sentence in slot.names_missing or not alone:
            continue
        shared = [(a, b) for a, b in _parts(date, given) if a is not None and b is not None]
        if shared and date.parts == given.parts and sum(a != b for a, b in shared) == 1:
            rivals.append(given)
    return rivals[0] if len({(r.year, r.month, r.day) for r in rivals}) == 1 else None


def _parts(one: Dated, other: Dated) -> tuple[tuple[int | None, int | None], ...]:
    return (one.year, other.year), (one.month, other.month), (one.day, other.day)


def _name(name: Name, page: Page) -> FactCheck:
    here = [page.any_of(word) for word in name.stems]
    if all(here):
        return FactCheck(FactKind.NAME, name.text, FactResult.FOUND, "the page names it")
    acronym = "".join(word[0] for word in name.stems)
    if len(name.stems) >= 2 and acronym in page.places:
        return FactCheck(
            FactKind.NAME, name.text, FactResult.FOUND, "the page has it as an acronym", acronym.upper()
        )
    if len(name.stems) == 1 and name.text.isupper() and _spelt_out(name.stems[0], page):
        return FactCheck(FactKind.NAME, name.text, FactResult.FOUND, "the page has it spelt out")
    if len(name.stems) >= 2 and here[-1] and name.stems[-1] not in STOP:
        reason = f"the page has only a part of the name: {name.stems[-1].capitalize()}"
        return FactCheck(FactKind.NAME, name.text, FactResult.MISSING, reason, name.text.split()[-1])
    return FactCheck(FactKind.NAME, name.text, FactResult.MISSING, f"the page does not name {name.text}")


def _spelt_out(acronym: str, page: Page) -> bool:
    """Whether words on the page begin with the acronym's letters, one after another."""
    if not 2 < len(acronym) < 7:
        return False
    initials = "".join(word[0] for word in page.stems if word not in STOP)
    return acronym in initials


def _quote(quote: str, page: Page) -> FactCheck:
    wanted = stems(quote)
    if not wanted:
        return FactCheck(FactKind.QUOTE, quote, FactResult.FOUND, "nothing is quoted")
    share = quoted_share(wanted, page)
    if share >= 1:
        return FactCheck(FactKind.QUOTE, quote, FactResult.FOUND, "the page has these very words")
    if share >= _NEAR_QUOTE and len(wanted) >= 4:
        return FactCheck(FactKind.QUOTE, quote, FactResult.FOUND, "the page has nearly these words")
    return FactCheck(FactKind.QUOTE, quote, FactResult.MISSING, "the page does not have these words")


def quoted_share(wanted: list[str], page: Page) -> float:
    """Share of the words of a quotation that stand in order in one stretch of the page."""
    best = 0
    stretch = int(len(wanted) * 1.3) + 2
    anchors = sorted((len(page.same(word)), index) for index, word in enumerate(wanted) if page.same(word))[
        :_ANCHORS
    ]
    starts = {place - index for _, index in anchors for place in page.same(wanted[index])}
    for start in sorted(starts):
        window = page.stems[max(0, start) : max(0, start) + stretch]
        if best >= len(wanted):
            break
        if len(set(wanted) & set(window)) > best * 0.9:
            best = max(best, _in_order(wanted, window))
    return best / len(wanted)


def _in_order(wanted: list[str], window: tuple[str, ...]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(window) + 1)
    for word in wanted:
        previous = 0
        for index, other in enumerate(window, 1):
            current = row[index]
            row[index] = previous + 1 if word == other else max(row[index], row[index - 1])
            previous = current
    return row[-1]
