"""What of a record is printed: what reads the same without a field does not tell that field.

So nobody has to say twice what a document tells. A field that is added to a paper, or left out of it, is added to or
left out of the data with it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")
Show = Callable[[R], object]
"""Gives how a record reads."""


def only_printed(record: R, show: Show[R], neutral: Mapping[str, object] | None = None) -> R:
    """Give a record with only what `show` shows of it; every other field gets its default.

    `neutral` is what takes the place of fields without a default; other fields without one stay. Of what is in a tuple
    each is asked for by itself, of a record in a field each of its fields.
    """
    whole, instead = show(record), dict(neutral or {})
    for field in dataclasses.fields(record):
        nothing = instead.get(field.name, field.default)
        value = getattr(record, field.name)
        if nothing is dataclasses.MISSING or value == nothing:
            continue
        without = _with(record, field.name, nothing)
        if show(without) == whole:
            record = without
        elif isinstance(value, tuple):
            record = _with(record, field.name, _items(record, field.name, value, show))
        elif _is_record(value):
            record = _with(record, field.name, only_printed(value, _in_place(record, field.name, show)))
    return record


def _items(record: R, name: str, items: tuple[Any, ...], show: Show[R]) -> tuple[Any, ...]:
    """Give what is printed of the items in a tuple."""
    whole, put = show(record), _in_place(record, name, show)
    for item in items:
        fewer = tuple(each for each in items if each is not item)
        if put(fewer) == whole:
            items = fewer
    for number, item in enumerate(items):
        if _is_record(item):
            items = _changed(items, number, only_printed(item, _among(items, number, put)))
    return items


def _in_place(record: R, name: str, show: Show[R]) -> Show[Any]:
    """Give how a record reads with something else in a field."""
    return lambda value: show(_with(record, name, value))


def _among(items: tuple[Any, ...], number: int, put: Show[Any]) -> Show[Any]:
    """Give how it reads with something else in the place of one item."""
    return lambda part: put(_changed(items, number, part))


def _changed(items: tuple[Any, ...], number: int, item: object) -> tuple[Any, ...]:
    return (*items[:number], item, *items[number + 1 :])


def _is_record(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


def _with(record: R, name: str, value: object) -> R:
    fields: dict[str, Any] = {name: value}
    return dataclasses.replace(record, **fields)
