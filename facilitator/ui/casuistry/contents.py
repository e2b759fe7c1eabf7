"""Contents: what stands in an item of the library, whether it came with the program or is kept in its own file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.content.drafts import read_draft
from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES, FileKind, Library
from facilitator.content.writing import as_text
from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.storage.library.records import Item, ItemKey, ItemKind, Origin

FILES: dict[ItemKind, FileKind[Any]] = {
    ItemKind.SCRIPT: SCRIPT_FILES,
    ItemKind.CASE: CASE_FILES,
    ItemKind.CARD: CARD_FILES,
}
Value = Script | Case | Card


@dataclass(frozen=True, slots=True)
class Content:
    """An item with what stands in it; `value` is None while something in it is still to be put right."""

    item: Item
    value: Value | None
    text: str


def content_of(item: Item, library: Callable[[], Library]) -> Content:
    """Read an item."""
    kind = FILES[item.key.kind]
    if item.origin is Origin.SHIPPED:
        value = shipped(item.key, library())
        return Content(item, value, "" if value is None else as_text(kind.declare(), value))
    return Content(item, read_draft(kind, item.text).value, item.text)


def shipped(key: ItemKey, library: Library) -> Value | None:
    """Find what comes with the program."""
    among: dict[ItemKind, tuple[Value, ...]] = {
        ItemKind.SCRIPT: library.scripts,
        ItemKind.CASE: library.cases,
        ItemKind.CARD: library.cards,
    }
    return next((value for value in among[key.kind] if value.id == key.id), None)
