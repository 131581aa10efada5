"""Frozen values to JSON text and back, driven by their type hints.

Dataclasses become objects, tuples arrays, sets sorted arrays, words (enumerations) their value, times
ISO 8601. Reading is lenient where versions differ: unknown fields are dropped, missing ones take their
default.
"""

import json
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]
Encoder = Callable[[Any], Any]

_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
DAY_LENGTH = len("2026-01-31")  # a date and an instant are told apart by their length


def dumps(value: object) -> str:
    """The JSON text of a frozen value. Lone surrogates, which hostile pages carry, come out escaped."""
    plain = _encode(value)
    text = _WRITE(plain)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":"), allow_nan=False)
    return text


def loads(kind: type[T], text: str | bytes) -> T:
    """The value of type `kind` that `dumps` made `text` from; ValueError where it is no such value."""
    read: Decoder = decoder(cast(Any, kind))
    try:
        return cast(T, read(json.loads(text)))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored {getattr(kind, '__name__', kind)}: {error!r}") from error


def _encode(value: object) -> Any:
    kind: Any = type(value)
    encode = _ENCODERS.get(kind)
    return encode(value) if encode is not None else _encoder(kind)(value)


@lru_cache(maxsize=256)
def _encoder(kind: Any) -> Encoder:
    """The function that turns values of a class into what JSON has."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, date):
        return cast(Encoder, kind.isoformat)
    if issubclass(kind, bool | int | float | str):
        return _itself
    if issubclass(kind, tuple):
        return _list
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value: {name: _encode(getattr(value, name)) for name in names}
    raise TypeError(f"no JSON for a {kind.__name__}")


def _list(values: Iterable[object]) -> list[Any]:
    return [value if type(value) is str else _encode(value) for value in values]


@lru_cache(maxsize=256)
def decoder(kind: Any) -> Decoder:
    """The function that turns parsed JSON into a value of type `kind`."""
    while hasattr(kind, "__supertype__"):  # a NewType is its base at run time
        kind = kind.__supertype__
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is frozenset:
        each = decoder(get_args(kind)[0])
        return lambda values: frozenset(map(each, values))
    if kind in (str, int, bool, types.NoneType):
        return _itself
    if kind is float:
        return float
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (date, datetime):
        return cast(Decoder, kind.fromisoformat)
    if is_dataclass(kind):
        return _dataclass(cast(type, kind))
    raise TypeError(f"no way to read a {kind} from JSON")


def _itself(value: Any) -> Any:
    return value


def _union(members: tuple[Any, ...]) -> Decoder:
    rest = [member for member in members if member is not types.NoneType]
    if set(rest) == {date, datetime}:
        read: Decoder = _date_or_instant
    elif len(rest) == 1:
        read = decoder(rest[0])
    else:
        raise TypeError(f"no way to tell {members} apart in JSON")
    return lambda value: None if value is None else read(value)


def _date_or_instant(value: str) -> date:
    return date.fromisoformat(value) if len(value) == DAY_LENGTH else datetime.fromisoformat(value)


def _tuple(members: tuple[Any, ...]) -> Decoder:
    if len(members) == 2 and members[1] is Ellipsis:
        each = decoder(members[0])
        return lambda values: tuple([each(value) for value in values])
    readers = [decoder(member) for member in members]
    return lambda values: tuple([read(value) for read, value in zip(readers, values, strict=True)])


def _dataclass(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    readers = [
        (field.name, decoder(hints[field.name]), _required(field)) for field in fields(kind) if field.init
    ]

    def read(data: Any) -> Any:
        given = {name: decode(data[name]) for name, decode, required in readers if required or name in data}
        return kind(**given)

    return read


def _required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


_ENCODERS: dict[type, Encoder] = {  # the classes met most
    str: _itself,
    int: _itself,
    float: _itself,
    bool: _itself,
    types.NoneType: _itself,
    tuple: _list,
    datetime: datetime.isoformat,
    date: date.isoformat,
    frozenset: lambda values: sorted(map(_encode, values)),
}
