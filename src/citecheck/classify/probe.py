"""The soft-404 probe (Bar-Yossef et al. 2004): ask for an address that cannot exist, and compare.

Where that brings a page, the front page is asked for as well. A host that shows one page at every address
says that a page is missing; one that shows it in place of its front page too has put something before the
whole site: a check of its readers, a choice of country, a notice that it is out of service.

Pure parts only: which address, when an answer may be used again, and what it says. Who fetches it,
and that a host is asked at most once a day, is the flow's affair.
"""

import hashlib
import re
from datetime import timedelta

from citecheck.classify.drift import similarity
from citecheck.model import FetchOutcome, PageFacts
from citecheck.model.words import Word
from citecheck.urls import BadUrl, take_apart

KEEP = timedelta(days=7)  # an answer holds this long for its host and directory
EVERY = timedelta(days=1)  # one probe a host
_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word comes out
_DIGITS = re.compile(r"\d+")
_IDS = re.compile(  # in a directory; the days in it are kept
    r"(?<!\d)(?:19|20)\d\d(?!\d)(?:[/-]\d{1,2}(?=[/-]|$)){0,2}|(?:19|20)\d{6}(?!\d)|(?P<id>(?<=/)\d+(?=/|$)|\d{3,})"
)


class ProbeSays(Word):
    """What a made-up address says about a host and directory."""

    NOT_ASKED = "not_asked", "no probe was made"
    HONEST = "honest", "made-up addresses get an honest 404 or 410"
    SAME = "same", "a made-up address gives the same page"
    EVERYWHERE = "everywhere", "a made-up address and the front page give the same page"
    UNCLEAR = "unclear", "the answer says neither"


def probe_url(url: str, seed: str) -> str | None:
    """A sibling of `url` that cannot exist: same directory, same ending, made-up name. Where digits in the
    query or an id in the path choose the page, whatever its name, there are other digits. None for what
    needs no probe: front pages and bad URLs."""
    parts = take_apart(url)
    if isinstance(parts, BadUrl):
        return None
    name = _made_up(f"{seed} {url}")
    directory, _, last = parts.path.rpartition("/")
    directory = _IDS.sub(lambda found: _other_digits(name, found) if found["id"] else found[0], directory)
    by_query = bool(_DIGITS.search(parts.query)) and (not last or "." in last)
    if not last and not by_query:
        if not directory:
            return None
        directory, _, last = directory.rpartition("/")
        path = f"{directory}/{name}/"
    else:
        ending = re.search(r"\.[A-Za-z]{2,5}$", last)
        path = parts.path if by_query else f"{directory}/{name}{ending[0] if ending else ''}"
    query = _DIGITS.sub(str(int.from_bytes(name.encode()[:7], "big")), parts.query) if by_query else ""
    return f"{parts.scheme}://{_authority(url)}{path}" + (f"?{query}" if query else "")


def probe_key(url: str) -> tuple[str, str] | None:
    """(host:port, directory): what an answer holds for."""
    parts = take_apart(url)
    if isinstance(parts, BadUrl):
        return None
    return f"{parts.host}:{parts.port}", parts.path.rstrip("/").rpartition("/")[0] + "/"


def front_url(url: str) -> str | None:
    """The front page of `url`'s host, None for bad URLs."""
    parts = take_apart(url)
    return None if isinstance(parts, BadUrl) else f"{parts.scheme}://{_authority(url)}/"


def probe_says(
    original: PageFacts | None, probe: FetchOutcome, facts: PageFacts | None, front: PageFacts | None = None
) -> ProbeSays:
    """What the answer to a probe says about the page of which `original` are the facts. `facts` are those
    of the made-up address, `front` those of the front page, where pages came."""
    if probe.status in (404, 410):
        return ProbeSays.HONEST
    if probe.failure is not None or probe.status is None or not 200 <= probe.status < 300:
        return ProbeSays.UNCLEAR
    if original is None or facts is None:
        return ProbeSays.UNCLEAR
    if not _alike(original, facts):
        return ProbeSays.UNCLEAR
    if front is not None and _alike(original, front):
        return ProbeSays.EVERYWHERE
    if _found_all_the_same(original, facts):
        return ProbeSays.UNCLEAR
    if front is not None:
        return ProbeSays.SAME
    shell = original.scripts > 0 and not names_itself(original)  # perhaps every page begins like that
    return ProbeSays.UNCLEAR if shell else ProbeSays.SAME


def _found_all_the_same(original: PageFacts, facts: PageFacts) -> bool:
    """Whether a host that takes no heed of names found the page itself: both answers name its address."""
    name = original.url.rstrip("/").rpartition("/")[2]
    named = facts.canonical is not None and facts.canonical == original.canonical
    return named and (facts.canonical or "").rstrip("/").rpartition("/")[2] == name


def _alike(one: PageFacts, other: PageFacts) -> bool:
    if one.visible_sha256 and one.visible_sha256 == other.visible_sha256:
        return True
    longer = max(one.visible_length, other.visible_length)
    if abs(one.visible_length - other.visible_length) > max(60, longer // 10):
        return False
    if one.title == other.title and _name_one_other(one, other):
        return True  # the front page with other news on it, say
    same_head = one.title == other.title and one.headings == other.headings
    if not same_head or similarity(one.visible_start, other.visible_start) < 0.8:
        return False
    return names_itself(one) or _say_the_same(one, other)


def _name_one_other(one: PageFacts, other: PageFacts) -> bool:
    """Whether both say that their true address is one and the same, which neither of them has."""
    named = one.canonical
    return named is not None and named == other.canonical and named not in (one.url, other.url)


def names_itself(facts: PageFacts) -> bool:
    """Whether a heading says more than the title: where both are the site's name, every page has them."""
    return any(heading.casefold() not in facts.title.casefold() for heading in facts.headings)


def _say_the_same(one: PageFacts, other: PageFacts) -> bool:
    """Whether nearly all lines are in both; those that repeat the address asked for do not count."""
    mine, theirs = _lines(one), _lines(other)
    return len(mine & theirs) >= 0.8 * len(mine | theirs)


def _lines(facts: PageFacts) -> frozenset[str]:
    name = facts.url.rstrip("/").rpartition("/")[2]
    return frozenset(line for line in facts.statements if name not in line)


def _authority(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0].split("?", 1)[0].rpartition("@")[2]


def _other_digits(name: str, found: re.Match[str]) -> str:
    """One digit more, from a made-up name, and six at least: ids have not come so far."""
    count = max(len(found[0]), 5)
    return ("9" + str(int.from_bytes(name.encode(), "big")))[: count + 1]


def _made_up(seed: str) -> str:
    digest = hashlib.sha256(seed.encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:16])
