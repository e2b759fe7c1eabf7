"""Rows that each hold a whole record: one that cannot be read any more is counted, and does not hide the others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from facilitator.core.codec import Unreadable, from_plain

T = TypeVar("T")


class Readable(NamedTuple, Generic[T]):
    """What could be read, in its order, and of how many rows nothing could be made. Those stay as they are."""

    rows: tuple[T, ...]
    unreadable: int = 0


def readable(kind: type[T], bodies: Iterable[str]) -> Readable[T]:
    """Read what can be read."""
    read: list[T] = []
    unreadable = 0
    for body in bodies:
        try:
            read.append(from_plain(kind, json.loads(body)))
        except (ValueError, Unreadable):
            unreadable += 1
    return Readable(tuple(read), unreadable)
