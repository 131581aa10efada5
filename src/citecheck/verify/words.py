"""Words of claim and page: folded, stemmed, with their place, and how much each one says."""

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from citecheck.text import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_DOUBLE = re.compile(r"([bdfglmnprt])\1$")
_UNKNOWN = 9.0  # the weight of a word that the table of common words does not have
_SHORT = 3.0  # the same for a word of up to three small letters: likely a grammar word of any language

STOP = frozenset(
    "a an the this that these those and or but nor so if then than as at by for from in into of off on onto out "
    "over to up upon with within without about after before during between under through against among is are "
    "was were be been being am do does did done have has had having will would shall should can could may might "
    "must it its he his him himself she her hers herself they their them themselves we our us you your i me my "
    "who whom whose which what when where why how there here also not no only very too such same other another "
    "each any all both some more most much many few own just while because until since per via s t ll ve re d m"
    " i u na se je su da za od do sa koji koja koje ali kao biti и в на с по к о из от за не что как это он она "
    "они был была были но у же а то для der die das und ist im den von zu mit ein eine le la les des du et en un "
    "une est que qui dans".split()
)
_IRREGULAR = (
    "be was were been|begin began begun|become became|break broke broken|bring brought|build built|buy bought|"
    "catch caught|choose chose chosen|come came|cut|die died dead death dying|do did done|draw drew drawn|"
    "drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown flight|"
    "get got gotten|give gave given gift|go went gone|grow grew grown growth|have had|hear heard|hold held|"
    "keep kept|know knew known|lead led|leave left|lie lay|lose lost loss|make made|marry married marriage|"
    "mean meant|meet met meeting|pay paid|rise rose risen|run ran|say said|see saw seen|sell sold sale|"
    "send sent|set|show showed shown|shoot shot|sing sang sung|sit sat|speak spoke spoken speech|spend spent|"
    "stand stood|steal stole stolen|swim swam|take took taken|teach taught|tell told|think thought|"
    "throw threw thrown|understand understood|wear wore worn|win won winner victory|write wrote written writer|"
    "film movie|city town|kill killed|man men|woman women|child children kid|person people|foot feet|"
    "first 1st|second 2nd|third 3rd|company firm|song track single|record recorded|purchase acquire acquisition|"
    "author writer|born birth|start started begin|murder killed|us usa america american|uk britain british|"
    "france french|netherlands dutch|spain spanish|denmark danish|greece greek|poland polish|turkey turkish|"
    "wales welsh|ireland irish|scotland scottish scots|england english|switzerland swiss|sweden swedish|"
    "germany german|japan japanese|china chinese|russia russian|serbia serbian serb|croatia croatian croat|"
    "hollywood film|tv television|okay ok|mum mother mom|dad father|wife married|husband married|"
    "doctor dr|saint st|mount mt|versus vs|percent percentage|september sept sep|october oct|november nov|"
    "december dec|january jan|february feb|march mar|april apr|august aug|june jun|july jul"
)


class Token(NamedTuple):
    """One word: its comparable form, its place, and whether it starts with a capital."""

    stem: str
    start: int
    end: int
    capital: bool
    digit: bool


def tokenise(text: str) -> list[Token]:
    """The words and numbers of `text` in order, with spans in `text`."""
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        first = raw[0]
        found.append(Token(_stem_of(raw), match.start(), match.end(), first.isupper(), first.isdigit()))
    return found


def stems(text: str) -> list[str]:
    """The comparable forms of the words of `text`, in order."""
    return [_stem_of(raw) for raw in _WORD.findall(text)]


@lru_cache(maxsize=100_000)
def _stem_of(raw: str) -> str:
    return stem(fold(raw).replace(".", "") if not raw[0].isdigit() else raw.rstrip(".,").replace(",", ""))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its commonest English endings; other words stay whole."""
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) <= 3 or word[0].isdigit():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
    for ending, least in (("ing", 6), ("edly", 7), ("ied", 5), ("ed", 5), ("ly", 6)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + ("y" if ending == "ied" else "")
            word = _DOUBLE.sub(r"\1", word)
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@cache
def kin() -> dict[str, frozenset[str]]:
    """Stems that stand for one another: irregular forms, peoples and their countries, near synonyms."""
    table: dict[str, set[str]] = {}
    for family in _IRREGULAR.split("|"):
        stems = {stem(word) for word in family.split()}
        for member in stems:
            table.setdefault(member, set()).update(stems - {member})
    return {member: frozenset(others) for member, others in table.items()}


@cache
def _common() -> dict[str, float]:
    """Weights of common English stems: inverse document frequency over news and web pages."""
    text = files("citecheck.verify").joinpath("weights/common.json").read_text(encoding="utf-8")
    return {word: tenths / 10 for word, tenths in json.loads(text)["idf"].items()}


def weight(word: str) -> float:
    """How much a stem says, 0 (in every text) to about 9 (rare)."""
    known = _common().get(word)
    if known is not None:
        return known
    return _SHORT if len(word) <= 3 and word.isalpha() else _UNKNOWN
