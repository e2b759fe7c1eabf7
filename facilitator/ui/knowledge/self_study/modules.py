"""The modules there are: those that come with the program, and scripts of that form that were written or imported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from facilitator.content.drafts import read_draft
from facilitator.content.library import SCRIPT_FILES, Library
from facilitator.core.script import Script
from facilitator.core.text import fold
from facilitator.core.vocabulary import Form
from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.users_items import one_of_each, users_items

if TYPE_CHECKING:
    from facilitator.storage.library.store import LibraryStore


class OnShelf(NamedTuple):
    """What the user wrote or imported: modules, and the titles of cards by id."""

    modules: tuple[Script, ...] = ()
    cards: Mapping[str, str] = MappingProxyType({})


def shipped(library: Library) -> OnShelf:
    """Give what comes with the program."""
    modules = tuple(script for script in library.scripts if script.form is Form.ZELFSTUDIE)
    return OnShelf(modules, {card.id: card.title for card in library.cards})


def from_shelf(shelf: LibraryStore) -> OnShelf:
    """Give what was written here or imported, as far as it can be read. Waits for the library.

    Raises the StoreError with which the library does not open.
    """
    there = [item for item, _pack in users_items(shelf, ItemKind.SCRIPT, ItemKind.CARD)]
    texts = (item.text for item in there if item.key.kind is ItemKind.SCRIPT and item.facets.form == Form.ZELFSTUDIE)
    read = (read_draft(SCRIPT_FILES, text).value for text in texts)
    modules = tuple(script for script in read if script is not None)
    return OnShelf(modules, {item.key.id: item.title for item in there if item.key.kind is ItemKind.CARD})


def together(first: OnShelf, others: OnShelf) -> OnShelf:
    """Put them together in order of title; of two with one id the user's own counts."""
    modules = tuple(sorted(one_of_each(first.modules, others.modules), key=lambda module: fold(module.title)))
    return OnShelf(modules, {**first.cards, **others.cards})
