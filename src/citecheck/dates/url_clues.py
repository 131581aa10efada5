"""Date clues in a URL alone: known before any fetch, and again offline."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import unquote_plus

from citecheck.dates.days import FIRST_YEAR, LAST_YEAR, day_of
from citecheck.dates.ids import ID_NAMES, ID_TIMES
from citecheck.dates.url_path import WrittenDate, path_date, written
from citecheck.model import ClueFamily, ClueKind, DateClue, Precision, Publisher

# Shares of 800 development pages on which a clue held within its precision; measured by kind and precision.
RELIABILITY = {
    (ClueKind.URL_PATH, Precision.DAY): 0.97,
    (ClueKind.URL_PATH, Precision.MONTH): 0.97,
    (ClueKind.URL_PATH, Precision.YEAR): 0.94,
    (ClueKind.URL_QUERY, Precision.DAY): 0.95,
    (ClueKind.URL_ID, Precision.INSTANT): 0.98,
}
_ARCHIVES = re.compile(
    r"https?://(?:web\.archive\.org/web/|archive\.(?:today|ph|is|li|md|fo|vn)/|arquivo\.pt/wayback/|"
    r"(?:www\.)?webarchive\.org\.uk/wayback/archive/)(\d{4,14})[a-z_]*/(?=[a-z0-9])(?!\d+$)",
    re.IGNORECASE,
)
_UUID = re.compile(
    r"(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[17][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])",
    re.IGNORECASE,
)
_FEDIVERSE = re.compile(r"/(?:@[\w.@-]+|users/\w+/statuses|web/@[\w.@-]+)/(1\d{17})(?:/|$)")
_DISCORD = re.compile(
    r"^(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com/channels/\d+/\d+/(\d{17,20})(?:/|$)", re.I
)
_YEARS, _MONTHS, _DAYS = {"yyyy", "year", "y", "jahr", "godina"}, {"mm", "month", "m", "monat", "mesec"}, {
    "dd", "day", "d", "tag", "dan"}  # fmt: skip
_WHOLE = {"date", "datum", "day", "d", "published", "pubdate", "dt"}
_WHOLE_VALUE = re.compile(r"(?P<year>\d{4})(?P<mark>[-./]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})")


def url_clues(url: str, publisher: Publisher) -> tuple[DateClue, ...]:
    """Every date in `url`: its path, its query and the ids in it.

    An archived copy's address is read as the page's own that it holds: the day of archiving says nothing
    about publication. A publisher's patterns come first; where one matches, nothing else is guessed from
    that part.
    """
    _, _, rest = own_address(url).partition("://")
    address, _, query = rest.partition("#")[0].partition("?")
    host, _, path = address.partition("/")
    found = [
        _clue(ClueKind.URL_PATH, date_in_path, "path segments")
        for date_in_path in [_path_date(f"/{path}", publisher)]
        if date_in_path
    ]
    found += [
        _clue(ClueKind.URL_QUERY, date_in_query, "query")
        for date_in_query in [_query_date(query, publisher) if query else None]
        if date_in_query
    ]
    return (*found, *_id_clues(host, f"/{path}", query, publisher))


def own_address(url: str) -> str:
    """The page's own address inside the address of an archived copy; any other URL as it is."""
    match = _ARCHIVES.match(url)
    if match is None:
        return url
    inside = url[match.end() :]
    return inside if "://" in inside[:8] else f"http://{inside}"


def _path_date(path: str, publisher: Publisher) -> WrittenDate | None:
    return _by_pattern(path, publisher, "path") or path_date(path)


def _query_date(query: str, publisher: Publisher) -> WrittenDate | None:
    return _by_pattern(query, publisher, "query") or _generic_query_date(query)


def _by_pattern(text: str, publisher: Publisher, part: str) -> WrittenDate | None:
    for pattern in publisher.url_dates:
        if pattern.part == part:
            for match in _anchored(pattern.pattern, part).finditer(text):
                if date_in_url := written(match, match[0].strip("/&")):
                    return date_in_url
    return None


@lru_cache(maxsize=512)
def _anchored(pattern: str, part: str) -> re.Pattern[str]:
    """A publisher's pattern held to whole path segments or whole query fields."""
    mark = "/" if part == "path" else "&"
    return re.compile(rf"(?:^|{mark})(?:{pattern})(?=[{mark}]|$)")


def _generic_query_date(query: str) -> WrittenDate | None:
    """yyyy=2019&mm=01&dd=08 and date=2019-01-08; values under other names are no dates to us."""
    parts: dict[str, str] = {}
    spelled: list[str] = []
    for field in query.split("&"):
        name, _, value = field.partition("=")
        name = name.lower()
        if name in _WHOLE and (match := _WHOLE_VALUE.fullmatch(unquote_plus(value)[:10])):
            return written(match, field)
        kind = "year" if name in _YEARS else "month" if name in _MONTHS else "day" if name in _DAYS else ""
        if kind and value.isdecimal() and len(value) <= 4 and kind not in parts:
            parts[kind] = value
            spelled.append(field)
    if set(parts) != {"year", "month", "day"} or len(parts["year"]) != 4:
        return None
    day = day_of(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return WrittenDate(day, Precision.DAY, "&".join(spelled))


def _id_clues(host: str, path: str, query: str, publisher: Publisher) -> Iterator[DateClue]:
    seen: set[str] = set()
    for kind, text in _ids(host, path, query, publisher):
        moment = ID_TIMES[kind](text)
        if moment and text not in seen:
            seen.add(text)
            yield DateClue(
                ClueKind.URL_ID, ClueFamily.ID, moment, Precision.INSTANT,
                f'time inside the {ID_NAMES[kind]} "{text}"',
                RELIABILITY[ClueKind.URL_ID, Precision.INSTANT],
            )  # fmt: skip


def _ids(host: str, path: str, query: str, publisher: Publisher) -> Iterator[tuple[str, str]]:
    for pattern in publisher.url_ids:
        if match := _anchored(pattern, "path").search(path):
            for kind, text in match.groupdict().items():
                if text:
                    yield kind, text
    if "-" in path or "-" in query:
        for part in (path, query):
            for match in _UUID.finditer(part):
                yield "uuid1", match[0]
    if match := _FEDIVERSE.search(path):
        yield "mastodon", match[1]
    if match := _DISCORD.match(host + path):
        yield "discord", match[1]


def _clue(kind: ClueKind, found: WrittenDate, place: str) -> DateClue:
    reliability = RELIABILITY.get((kind, found.precision), 0.9)
    value: date = found.value
    where = f'{place} "{found.text}"'
    return DateClue(kind, ClueFamily.URL, value, found.precision, where, reliability)
