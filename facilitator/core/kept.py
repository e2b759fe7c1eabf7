"""Tuples of things that have an id: one added, put in the place of what it was, or dropped. Each may be refused."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Protocol, TypeVar

from facilitator.core.refusal import Refusal


class _Kept(Protocol):
    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=_Kept)

id_of = attrgetter("id")


def add(items: tuple[K, ...], item: K) -> tuple[K, ...] | Refusal:
    """Add one, unless one of its id is there."""
    if item.id in map(id_of, items):  # at C speed: the longest list of a meeting is walked for every answer
        return Refusal.DOUBLE
    return (*items, item)


def put(items: tuple[K, ...], item_id: str, change: Callable[[K], K]) -> tuple[K, ...] | Refusal:
    """Put what `change` makes of one in its place."""
    if item_id not in map(id_of, items):
        return Refusal.UNKNOWN
    index = [item.id for item in items].index(item_id)
    return (*items[:index], change(items[index]), *items[index + 1 :])


def drop(items: tuple[K, ...], item_id: str) -> tuple[K, ...] | Refusal:
    """Drop one."""
    kept = tuple(item for item in items if item.id != item_id)
    return Refusal.UNKNOWN if len(kept) == len(items) else kept
