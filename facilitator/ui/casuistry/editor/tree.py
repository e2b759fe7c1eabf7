"""What is being written, as plain values: texts, lists and records of them. Every change gives a new tree.

A tree is what stands in a content file, before anybody judged it: half a number is a text too. What is empty is not
in the file (see `without_empty`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | tuple[Plain, ...] | Mapping[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]


def at(tree: Plain, path: Path) -> Plain | None:
    """Give what stands at a path, None where nothing does."""
    here: Plain | None = tree
    for key in path:
        if isinstance(here, Mapping) and isinstance(key, str):
            here = here.get(key)
        elif isinstance(here, tuple) and isinstance(key, int) and 0 <= key < len(here):
            here = here[key]
        else:
            return None
    return here


def text_at(tree: Plain, path: Path) -> str:
    """Give the text at a path, empty where there is none."""
    found = at(tree, path)
    return found if isinstance(found, str) else ""


def items_at(tree: Plain, path: Path) -> tuple[Plain, ...]:
    """Give the items of the list at a path, none where there is no list."""
    found = at(tree, path)
    return found if isinstance(found, tuple) else ()


def records_at(tree: Plain, path: Path) -> tuple[Mapping[str, Plain], ...]:
    """Give the records in the list at a path."""
    return tuple(item for item in items_at(tree, path) if isinstance(item, Mapping))


def put(tree: Plain, path: Path, value: Plain) -> Plain:
    """Give the tree with this value at a path; records on the way there are made. The lists on it must be there."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        items = tree if isinstance(tree, tuple) else ()
        return (*items[:key], put(items[key], rest, value), *items[key + 1 :])
    record = tree if isinstance(tree, Mapping) else {}
    return {**record, key: put(record.get(key, {} if rest and isinstance(rest[0], str) else ()), rest, value)}


def change_items(tree: Plain, path: Path, change: Callable[[tuple[Plain, ...]], Sequence[Plain]]) -> Plain:
    """Give the tree with the list at a path changed."""
    return put(tree, path, tuple(change(items_at(tree, path))))


def inserted(tree: Plain, path: Path, index: int, value: Plain) -> Plain:
    """Give the tree with an item put into the list at a path, before what is at `index`."""
    return change_items(tree, path, lambda items: (*items[:index], value, *items[index:]))


def removed(tree: Plain, path: Path, index: int) -> Plain:
    """Give the tree without an item of the list at a path."""
    return change_items(tree, path, lambda items: (*items[:index], *items[index + 1 :]))


def moved(tree: Plain, path: Path, index: int, by: int) -> Plain:
    """Give the tree with an item of the list at a path moved up (negative) or down; the ends stop it."""

    def change(items: tuple[Plain, ...]) -> Sequence[Plain]:
        rest = [*items[:index], *items[index + 1 :]]
        rest.insert(max(0, min(index + by, len(rest))), items[index])
        return rest

    return change_items(tree, path, change)


def without_empty(tree: Plain) -> Plain | None:
    """Give the tree without what is empty; None when nothing is left of it."""
    if isinstance(tree, str):
        return tree if tree.strip() else None
    if isinstance(tree, Mapping):
        kept = {key: left for key, value in tree.items() if (left := without_empty(value)) is not None}
        return kept or None
    items = tuple(left for item in tree if (left := without_empty(item)) is not None)
    return items or None


def renamed(tree: Plain, key_names: frozenset[str], old: str, new: str) -> Plain:
    """Give the tree with every text `old` that stands under one of these keys changed into `new`."""
    if isinstance(tree, Mapping):
        return {
            key: new if key in key_names and value == old else renamed(value, key_names, old, new)
            for key, value in tree.items()
        }
    return tuple(renamed(item, key_names, old, new) for item in tree) if isinstance(tree, tuple) else tree
