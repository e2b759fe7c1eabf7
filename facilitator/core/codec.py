"""Records <-> plain JSON values (dict, list, str, int, bool, None), read from the records' own annotations.

`event_to_plain` writes only what differs from a field's default, so that a field added later costs old events
nothing. Reading checks every type: a stored event that does not fit raises `Unreadable` instead of half-filling one.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

from facilitator.core.events import EVENT_TYPES, Event

Plain = dict[str, Any] | list[Any] | str | int | bool | None
T = typing.TypeVar("T")


class Unreadable(Exception):  # noqa: N818  named for what it says, as its readers do
    """Stored data does not fit the record it should become; the text names the place."""


def to_plain(value: object) -> Plain:
    """Turn a record, or anything inside one, into plain JSON values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record_to_plain(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if value is None or isinstance(value, (str, int)):
        return value
    raise TypeError(f"no plain form for {type(value).__name__}")


def _record_to_plain(record: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, default in _defaults(typing.cast("Hashable", type(record))):
        value = getattr(record, name)
        if default is dataclasses.MISSING or value != default:
            plain[name] = to_plain(value)
    return plain


@cache
def _defaults(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(typing.cast("Any", kind)))


def from_plain(kind: type[T], plain: Plain) -> T:
    """Turn plain JSON values into a record of `kind`. Raises Unreadable."""
    result = _reader(typing.cast("Hashable", kind))(plain, kind.__name__)
    return typing.cast("T", result)


def event_to_plain(event: Event) -> dict[str, Any]:
    """Give an event as plain values, with its kind under "kind"."""
    return {"kind": type(event).__name__, **_record_to_plain(event)}


def event_from_plain(plain: object) -> Event:
    """Read an event back. Raises Unreadable, also for a kind this program does not know."""
    if not isinstance(plain, dict):
        raise Unreadable("an event is a record")
    name = plain.get("kind")
    kind = EVENT_TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Unreadable(f"unknown kind of event: {name!r}")
    return from_plain(kind, {name: value for name, value in plain.items() if name != "kind"})


def map_text(value: T, change: Callable[[str], str]) -> T:
    """Give the same record with every text in it passed through `change`; enumerations stay."""
    return typing.cast("T", _map_text(value, change))


def _map_text(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_map_text(item, change) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {name: _map_text(getattr(value, name), change) for name, _ in _defaults(type(value))}
        return type(value)(**fields)
    return value


# ---- readers, one per annotation

Reader = Callable[[Any, str], Any]


@cache
def _reader(kind: Any) -> Reader:
    if dataclasses.is_dataclass(kind):
        return _record_reader(kind)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(next(arg for arg in typing.get_args(kind) if arg is not types.NoneType))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _converting_reader(kind)
    if kind in (datetime, date, time):
        return _converting_reader(_moment if kind is datetime else kind.fromisoformat)
    return _plain_reader(kind)


def _record_reader(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    required = {field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING}

    def read(plain: Any, where: str) -> Any:
        if not isinstance(plain, dict):
            raise Unreadable(f"{where}: a record was expected")
        if missing := required - plain.keys():
            raise Unreadable(f"{where}: {', '.join(sorted(missing))} missing")
        if unknown := plain.keys() - readers.keys():
            raise Unreadable(f"{where}: unknown {', '.join(sorted(unknown))}")
        return kind(**{name: readers[name](value, f"{where}.{name}") for name, value in plain.items()})

    return read


def _tuple_reader(item: Any) -> Reader:
    def read(plain: Any, where: str) -> Any:
        if not isinstance(plain, list):
            raise Unreadable(f"{where}: a list was expected")
        return tuple(_reader(item)(value, where) for value in plain)

    return read


def _optional_reader(kind: Any) -> Reader:
    def read(plain: Any, where: str) -> Any:
        return None if plain is None else _reader(kind)(plain, where)

    return read


def _converting_reader(convert: Callable[[str], Any]) -> Reader:
    def read(plain: Any, where: str) -> Any:
        try:
            return convert(plain)
        except (ValueError, TypeError) as error:
            raise Unreadable(f"{where}: {plain!r} does not fit") from error

    return read


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment


def _plain_reader(kind: type) -> Reader:
    def read(plain: Any, where: str) -> Any:
        if type(plain) is not kind:
            raise Unreadable(f"{where}: {kind.__name__} was expected")
        return plain

    return read
