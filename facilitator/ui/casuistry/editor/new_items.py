"""What a new item of a list begins with: a short name of its own, and what nearly every author would choose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from facilitator.content.kinds import Kind, OneOf, Slug
from facilitator.content.records import Record
from facilitator.ui.casuistry.editor.tree import Path, Plain, records_at, text_at

_STEMS = {"persons": "persoon", "moments": "moment", "questions": "vraag", "steps": "stap"}


def new_item(tree: Plain, path: Path, kind: Kind[Any]) -> Plain:
    """Make an empty item for the list at a path."""
    if not isinstance(kind, Record):
        return ""
    item: dict[str, Plain] = {}
    for field in kind.fields:
        if field.name == "id" and isinstance(field.kind, Slug):
            item["id"] = _free_id(tree, path)
        elif field.required and isinstance(field.kind, OneOf):
            item[field.name] = _first_of(field.kind.members)
    return item or _blank(kind)


def _first_of(members: type[StrEnum]) -> str:
    return next(iter(members)).value


def _blank(kind: Record[Any]) -> Mapping[str, Plain]:
    return {kind.fields[0].name: ""}


def _free_id(tree: Plain, path: Path) -> str:
    """A short name that no other item of the list has; once used it never changes, whatever the item is called."""
    taken = {text_at(item, ("id",)) for item in records_at(tree, path)}
    stem = _STEMS.get(str(path[-1]), "deel")
    number = next(n for n in range(1, len(taken) + 2) if f"{stem}-{n}" not in taken)
    return f"{stem}-{number}"
