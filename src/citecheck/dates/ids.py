"""The time inside an id: known without any fetch, and hard to get wrong by typing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from citecheck.dates.days import FIRST_YEAR

_UUID_EPOCH = datetime(1582, 10, 15, tzinfo=UTC)  # RFC 9562, 5.1: the Gregorian calendar's first day
_UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TWITTER_EPOCH = 1_288_834_974_657  # milliseconds since 1970: when X began to number this way
_DISCORD_EPOCH = 1_420_070_400_000  # 2015-01-01
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LATEST = 2050  # an id is made by a clock, never by a plan: later years are noise


def uuid_time(text: str) -> datetime | None:
    """The time of a UUID version 1 or 7 (RFC 9562); None for other versions and impossible years."""
    try:
        uuid = UUID(text)
    except ValueError:
        return None
    if uuid.variant != "specified in RFC 4122":
        return None
    if uuid.version == 1:
        return _sane(_UUID_EPOCH, uuid.time / 10_000)
    return _sane(_UNIX_EPOCH, uuid.int >> 80) if uuid.version == 7 else None


def snowflake_time(text: str) -> datetime | None:
    """The time of an X post id: milliseconds in the bits above 22, since 4 November 2010."""
    return _above(text, 22, _TWITTER_EPOCH)


def discord_time(text: str) -> datetime | None:
    """The time of a Discord id: the same layout, since 2015."""
    return _above(text, 22, _DISCORD_EPOCH)


def mastodon_time(text: str) -> datetime | None:
    """The time of a Mastodon post id: milliseconds since 1970 in the bits above 16."""
    return _above(text, 16, 0)


def tiktok_time(text: str) -> datetime | None:
    """The time of a TikTok id: seconds since 1970 in the upper 32 bits."""
    return _sane(_UNIX_EPOCH, (int(text) >> 32) * 1000) if _is_number(text) else None


def ulid_time(text: str) -> datetime | None:
    """The time of a ULID: its first ten characters are milliseconds in Crockford's base 32."""
    upper = text.upper()
    if len(upper) != 26 or any(character not in _CROCKFORD for character in upper):
        return None
    milliseconds = 0
    for character in upper[:10]:
        milliseconds = milliseconds * 32 + _CROCKFORD.index(character)
    return _sane(_UNIX_EPOCH, milliseconds)


def objectid_time(text: str) -> datetime | None:
    """The time of a MongoDB ObjectId: seconds since 1970 in its first eight hex digits."""
    if not re.fullmatch(r"[0-9a-fA-F]{24}", text):
        return None
    return _sane(_UNIX_EPOCH, int(text[:8], 16) * 1000)


ID_TIMES: dict[str, Callable[[str], datetime | None]] = {
    "uuid1": uuid_time,
    "uuid7": uuid_time,
    "snowflake": snowflake_time,
    "discord": discord_time,
    "mastodon": mastodon_time,
    "tiktok": tiktok_time,
    "ulid": ulid_time,
    "objectid": objectid_time,
}  # by the name of the group in a publisher's pattern
ID_NAMES = {
    "uuid1": "UUID",
    "uuid7": "UUID",
    "snowflake": "post number",
    "discord": "message number",
    "mastodon": "post number",
    "tiktok": "post number",
    "ulid": "ULID",
    "objectid": "ObjectId",
}  # as people are told


def _above(text: str, bits: int, epoch: int) -> datetime | None:
    return _sane(_UNIX_EPOCH, (int(text) >> bits) + epoch) if _is_number(text) else None


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= 20  # 64 bits have no more digits


def _sane(epoch: datetime, milliseconds: float) -> datetime | None:
    try:
        moment = epoch + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
    return moment if FIRST_YEAR <= moment.year <= _LATEST else None
