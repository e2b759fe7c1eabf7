"""How a script, case or card is found: its texts by where they stand, and by what it can be browsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from facilitator.content.asked import read_asked
from facilitator.content.drafts import read_draft
from facilitator.content.kinds import Plain
from facilitator.content.library import Library
from facilitator.content.locate import resource
from facilitator.content.writing import as_plain
from facilitator.content.yaml_tree import Tree
from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.fit import needs_of
from facilitator.core.script import Script
from facilitator.storage.library.records import Facets, Indexed, ItemKey, ItemKind, Packed, Part, Weight
from facilitator.ui.casuistry.contents import FILES, Value
from facilitator.ui.casuistry.editor.labels import FIELDS
from facilitator.words import _

_MARKS = re.compile(r"\*+|^#+ |^ *[-+] ", re.MULTILINE)
"""The marks of Markdown: they are no words to find, and nobody reads them in what was found."""

CHECK, INSTRUMENT = "check", "instrument"
"""What a card is that is more than a card to read."""

_WEIGHTS = {**dict.fromkeys(("themes", "roles", "role", "summary", "goal"), Weight.HEAD), "asked": Weight.ASKED}
_WORDLESS = frozenset(
    {"id", "kind", "for_everyone", "phase", "address", "one", "other", "since", "moment", "sex", "how", "shown", "way"}
)


def indexed(kind: ItemKind, id_: str, plain: Plain, value: Value | None) -> Indexed:
    """Give how an item is found. A draft that is not right yet is found by its texts."""
    title = plain.get("title", "") if isinstance(plain, dict) else ""
    named = title if isinstance(title, str) and title.strip() else _("no title yet")
    parts = (Part("", Weight.TITLE, named), *_parts(plain, ""))
    return Indexed(ItemKey(kind, id_), named, parts, _facets(value))


def indexed_tree(kind: ItemKind, id_: str, tree: Tree | None, value: Value | None) -> Indexed:
    """Give how an item of which the text was read is found."""
    return indexed(kind, id_, {} if tree is None else as_plain(tree.root), value)


def indexed_text(kind: ItemKind, id_: str, text: str) -> Indexed:
    """How an item of this text is found."""
    read = read_draft(FILES[kind], text)
    return indexed_tree(kind, id_, read.tree, read.value)


def shipped_items(library: Library) -> tuple[Packed, ...]:
    """Everything that comes with the program; scripts and cases with how people ask for them."""
    asked = read_asked(resource("language"))
    kinds: tuple[tuple[ItemKind, tuple[Any, ...]], ...] = (
        (ItemKind.SCRIPT, library.scripts),
        (ItemKind.CASE, library.cases),
        (ItemKind.CARD, library.cards),
    )
    return tuple(
        Packed(_asked_for(indexed(kind, value.id, FILES[kind].declare().plain(value), value), asked))
        for kind, values in kinds
        for value in values
    )


def _asked_for(item: Indexed, asked: Mapping[str, tuple[str, ...]]) -> Indexed:
    if item.key.kind is ItemKind.CARD:
        return item  # it says so itself
    parts = (Part(_(FIELDS["asked"]), Weight.ASKED, text) for text in asked.get(item.key.id, ()))
    return replace(item, parts=(*item.parts, *parts))


def _parts(plain: Plain, name: str) -> Iterator[Part]:
    """Every text under its name; the items of a list and the fields of what is in them go by the name of the whole."""
    if isinstance(plain, str):
        if plain.strip() and name not in _WORDLESS:
            words = _MARKS.sub("", plain)
            yield Part(_(FIELDS.get(name, name)), _WEIGHTS.get(name, Weight.TEXT), words)
    elif isinstance(plain, dict):
        for key, value in plain.items():
            if key != "title" or name:
                yield from _parts(value, key)
    else:
        for item in plain:
            yield from _parts(item, name)


def _facets(value: Value | None) -> Facets:
    """By what an item is browsed. What changes here raises `found_by.VERSION`: what users have is read anew then."""
    match value:
        case Case():
            phases = tuple(dict.fromkeys(moment.phase.value for moment in value.moments))
            steps = sorted({moment.meldcode_step for moment in value.moments if moment.meldcode_step is not None})
            return Facets(
                value.themes, value.roles, phases, value.level.value, "", value.minutes, tuple(map(str, steps))
            )
        case Script():
            needed = tuple(phase.value for phase in needs_of(value).phases)
            return Facets((), value.roles, needed, "", value.form.value, value.minutes)
        case Card():
            at = tuple(map(str, value.steps))
            return Facets(value.themes, value.roles, tuple(value.phases), steps=at, sort=_sort(value))
        case None:
            return Facets()


def _sort(card: Card) -> str:
    return CHECK if card.fact_check is not None else INSTRUMENT if card.instrument is not None else ""
