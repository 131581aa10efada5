# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""How pages say "there is no such page", in some sixty languages.

A heading counts only when it says nothing else: "Page not found" does, "Page not found: the story of
an error" does not. A statement (a line of the page) counts when it begins with such words. Everything
is compared folded: lower case, no diacritics, Latin letters for Cyrillic ones.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from citecheck.classify.missing_things import ACCOUNTS, LANGUAGES, WITHOUT_SPACES, Missing
from citecheck.classify.not_found_words import WORDINGS
from citecheck.text import fold, one_of

LONGEST = 240  # characters; no server says it at greater length

# What stands around the message and says nothing by itself.
_NOISE = (
    r"(?:https?|http[ -]?status|status|error|errors|code|fehler(?:code)?|fehlermeldung|erreur|errore|"
    r"errori|erro|fout|feil|fel|fejl|virhe|blad|chyba|hiba|eroare|greska|oshibka|osibka|pomylka|pomilka|"
    r"hata|khata|loi|gabim|kluda|klaida|viga|σφαλμα|خطای|तरुटि|kesalahan|sfalma|o+ps[iy]?|oop?s[iy]e?|whoops|ups+|hups+a?|hoppla|hoppa|hoppsan|jejda|opa|oi|ουπσ|ωχ|אופס|ojsan|uh[ -]?oh|hm+|oeps|vaya|k sozaleniju|na zal|za sazalenie|nazalost|عذرا|huch|omlouvame se|napaka|خطا|خطاي|שגיאה|"
    r"oh no|oh dear|ooh|ouch|aie|oei|sorry|so sorry|we'?re sorry|we are sorry|apologies|our apologies|"
    r"unfortunately|entschuldigung|leider|desole|nous sommes desoles|lo sentimos|lo siento|desculpe|"
    r"ci dispiace|spiacenti|siamo spiacenti|helaas|beklager|tyvarr|valitettavasti|przepraszamy|"
    r"niestety|desvaerre|bohuzel|lituji|izvinite|zao nam je|zal|mi spiace|ne pare rau|sajnaljuk|sajnos|"
    r"vabandust|atvainojiet|atsiprasome|uzgunuz|maaf|rat tiec|izvinjavamo se|lutujeme|कषमा करें|"
    r"エラー|错误|錯誤|오류|申し訳ございません|申し訳ありません|抱歉|很抱歉|对不起|죄송합니다|"
    r"404(?:-es)?|4 0 4|٤٠٤|۴۰۴|error404)"
)
EDGES = " \t.!?:;,-–—…¡¿\"'()[]。！？、，،؟۔।։|｜"
_EDGE = r"[^\w]*"
_LEAD = re.compile(rf"^{_EDGE}(?:{_NOISE}|but|aber|mais|pero|maar|ale)(?![^\W\d_]){_EDGE}")
_TRAIL = re.compile(rf"(?<![^\W\d_]){_NOISE}{_EDGE}$")
_BRACKETS = re.compile(r"[()\[\],،，、]")
_NUMBER = re.compile(r"(?<!\d)404(?!\d)|(?<!\d)4 0 4(?!\d)|٤٠٤|۴۰۴")

# Of a headline that quotes such words, more follows: what happened, or who said so.
_REST = r"(?:(?!, (?:says|said)\b)[^:\"“”«»])*"
_BETWEEN = r"(?:[^\s.!?:;|]+ ){0,6}?"
# What may follow without changing what the heading says.
_TAIL = (
    r"(?: (?:on (?:this|the|our) (?:server|site|website)|here|anymore|any more|yet|right now|or .{0,40}|"
    r"and .{0,40}|in our .{0,20}|at this (?:location|address)|mehr|auf .{0,30}|ou .{0,40}|oder .{0,40}|o .{0,40}|"
    r"eller .{0,40}|lub .{0,40}|ili .{0,40}))?"
)


def _pattern() -> re.Pattern[str]:
    wordings = (wording for group in WORDINGS.values() for wording in group)
    return one_of(*(wording.replace("~", _BETWEEN).replace(".*", _REST) for wording in wordings))


_MESSAGE = _pattern()
_WHOLE = re.compile(rf"(?:{_MESSAGE.pattern}){_TAIL}")
_SEPARATOR = re.compile(r"\s+[|\-–—·•]\s+|\s*[|｜»«·•]\s*")
_OUTSIDE_QUOTES = re.compile(r"\s+[|\-–—·•]\s+|\s*[|｜·•]\s*")
_SITE_NAME = 5  # words; a longer part of a title is a headline
_SERVER = r"(?:(?:the |le |el |o |il |de |az? )?(?:server|serveur|servidor|szerver|serverul|serwer|serveren|сервер) )?"
_FEW_WORDS = r"(?: [\w'.-]{1,14}){0,5}?"  # "that you have asked for", "of this user"


class _Language(NamedTuple):
    """What one language says of a page, and of accounts and the like as well."""

    pages: re.Pattern[str]
    all_things: re.Pattern[str]


def _of_language(m: Missing) -> _Language:
    things, behind = rf"(?:{m.things}){_FEW_WORDS}", rf"(?:{m.things})(?: [\w'.-]{{1,14}}){{0,5}}"
    pages = _said(m, things, behind)
    return _Language(pages, _said(m, f"{things}|{m.others}", f"{behind}|{m.others}") if m.others else pages)


def _said(m: Missing, things: str, behind: str) -> re.Pattern[str]:
    after = rf"(?:(?:{m.lead}) )*(?:{things}) (?:{m.after})"
    if not m.before:
        return one_of(after)
    return one_of(after, rf"{_SERVER}(?:{m.before}) ?(?:(?:{m.lead}) )*(?:{behind})")


_UNSPACED, _ACCOUNTS = one_of(*WITHOUT_SPACES), one_of(*ACCOUNTS)
_BY_CUE: dict[str, list[_Language]] = {}
for _missing in LANGUAGES.values():
    _language = _of_language(_missing)
    for _cue in _missing.cues.split():
        _BY_CUE.setdefault(fold(_cue), []).append(_language)


def _languages_of(folded: str) -> Iterator[_Language]:
    """Those that folded text may be of, by the words of it that say that something is not: mostly none."""
    for word in {word.strip(EDGES) for word in folded.split()}:
        yield from _BY_CUE.get(word, ())


@lru_cache(maxsize=1024)  # a title, its parts and the headings have much in common
def heading_says_not_found(heading: str) -> bool:
    """Whether `heading`, as a whole, says that there is no such page."""
    core, number = message_core(heading)
    if not core:
        return number
    if _WHOLE.fullmatch(core) or (not core.isascii() and _UNSPACED.fullmatch(core)):
        return True
    return any(language.pages.fullmatch(core) for language in _languages_of(core))


def title_says_not_found(title: str, site_names: Iterable[str] = ()) -> bool:
    """Whether a title, or one of the parts that a site name is set off from, says so."""
    names = {bare for name in site_names if (bare := _bare(name))}
    # In headlines a colon is too common to part them, but for such a name.
    for rest, colon, name in (title.rpartition(":"), title.partition(":")[::-1]):
        if colon and _bare(name) in names:
            title = rest
    separator = _OUTSIDE_QUOTES if "«" in title and "»" in title else _SEPARATOR  # a pair quotes somebody
    parts = [part for part in separator.split(title) if part and _bare(part) not in names]
    saying = [part for part in parts if heading_says_not_found(part)]
    others = [part for part in parts if part not in saying]
    if heading_says_not_found(title):
        return True
    return bool(saying) and all(len(part.split()) <= _SITE_NAME and len(part) < 60 for part in others)


def _bare(name: str) -> str:
    """A name by its letters alone, as a host writes it."""
    return "".join(filter(str.isalnum, fold(name)))


def parts_of_title(title: str) -> list[str]:
    """What separators set off from one another in a title."""
    return [part.strip() for part in _OUTSIDE_QUOTES.split(title) if part.strip()]


def without_site_name(title: str) -> str:
    """A title without what is set off behind it: mostly the name of the site."""
    return next(iter(parts_of_title(title)), "")


def statement_says_not_found(line: str) -> bool:
    """Whether a line of the page begins by saying so."""
    core, number = message_core(line)
    if not core:
        return number
    told = (language.all_things for language in _languages_of(core))
    for pattern in (_MESSAGE, _UNSPACED, _ACCOUNTS, *told):
        match = pattern.match(core)
        if match is not None and not core[match.end() : match.end() + 1].isalnum():
            return True
    return False


def message_core(text: str) -> tuple[str, bool]:
    """`text` folded, without the noise at both ends, and whether the text holds the number."""
    folded = " ".join(_BRACKETS.sub(" ", fold(text[:LONGEST])).split())
    core = folded.strip(EDGES)
    while True:
        shorter = _TRAIL.sub("", _LEAD.sub("", core, count=1), count=1).strip(EDGES)
        if shorter == core:
            break
        if not shorter:
            return "", bool(_NUMBER.search(folded))
        core = shorter
    return core, bool(_NUMBER.search(folded))
