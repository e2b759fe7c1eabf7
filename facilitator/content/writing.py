"""Writes what the reader reads: a script, case or card as YAML text that gives the same record again.

The declarations say which key holds what, and in which order. What is written holds no alias, anchor or tag. A draft
with faults in it can be written too, and keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from facilitator.content.kinds import Day, Kind, Plain, Text, Whole, YesNo
from facilitator.content.records import Field, Group, ListOf, Record
from facilitator.content.yaml_text import WIDTH, block, flowing, quoted
from facilitator.content.yaml_tree import Mapping, Node, Scalar

T = TypeVar("T")
AnyKind = Kind[Any] | None
"""The kind of a value; None for one that the declaration does not know."""

_OWN_NOTATION = re.compile(r"-?[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|false")


def as_text(declared: Record[T], value: T) -> str:
    """Write a record."""
    return plain_as_text(declared, declared.plain(value))


def plain_as_text(declared: Record[Any], plain: Plain) -> str:
    """Write texts in lists and under keys, as a form holds them while an author is busy."""
    return "\n".join(_lines(plain, declared, 0)) + "\n"


def as_plain(node: Node) -> Plain:
    """Give what was read as texts in lists and under keys: the way back from `plain_as_text`.

    White space around a text is left out: a block has a line end that nobody typed.
    """
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Mapping):
        return {key: as_plain(entry.node) for key, entry in node.entries.items()}
    return [as_plain(item) for item in node.items]


def fields_of(kind: AnyKind) -> tuple[Field, ...]:
    """Give the keys that a kind of value has."""
    return kind.fields if isinstance(kind, Group | Record) else ()


def item_of(kind: AnyKind) -> AnyKind:
    """Give the kind of the items of a list."""
    return kind.item if isinstance(kind, ListOf) else None


# ---- lines


def _lines(plain: Plain, kind: AnyKind, indent: int) -> Iterator[str]:
    """Give the lines of a value that begins on a line of its own."""
    if isinstance(plain, str):
        yield from _scalar(plain, kind, indent, indent)
    elif isinstance(plain, dict):
        kinds = {field.name: field.kind for field in fields_of(kind)}
        for key in [name for name in kinds if name in plain] + [name for name in plain if name not in kinds]:
            if indent == 0 and fields_of(item_of(kinds.get(key))):
                yield ""  # air before a list of records
            yield from _after(f"{quoted(key)}:", plain[key], kinds.get(key), indent)
    else:
        for item in plain:
            yield from _item(item, item_of(kind), indent)


def _after(sign: str, plain: Plain, kind: AnyKind, indent: int) -> Iterator[str]:
    """Give the lines of a key, or the dash of a list, with what stands after it."""
    start = f"{' ' * indent}{sign}"
    if plain == "":
        yield start
    elif isinstance(plain, str):
        first, *rest = _scalar(plain, kind, indent + 2, len(start) + 1)
        yield f"{start} {first}"
        yield from rest
    elif plain:
        yield start
        yield from _lines(plain, kind, indent + 2)
    else:
        yield f"{start} {plain}"  # [] and {} are YAML too


def _item(plain: Plain, kind: AnyKind, indent: int) -> Iterator[str]:
    if isinstance(plain, str) or not plain:
        yield from _after("-", plain, kind, indent)
        return
    first, *rest = _lines(plain, kind, indent + 2)
    yield f"{' ' * indent}- {first.lstrip(' ')}"
    yield from rest


def _scalar(text: str, kind: AnyKind, indent: int, used: int) -> list[str]:
    if isinstance(kind, Whole | YesNo | Day) and _OWN_NOTATION.fullmatch(text):
        return [text]
    long = "\n" in text or len(text) > WIDTH - used
    lines = block(text.strip(), indent) if long and isinstance(kind, Text) and kind.long else None
    return lines or flowing(text, indent, used)
