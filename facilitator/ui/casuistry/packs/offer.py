"""What a pack that was read would do to the library, and what is brought in of it. No screens here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from facilitator.content.compare import Change, Changes, Fate, Held, compare
from facilitator.content.doubts import Doubt, Kind, Shelf, among_themselves
from facilitator.content.drafts import read_draft
from facilitator.content.library import CARD_FILES, FileKind, Library
from facilitator.content.manifest import About
from facilitator.content.pack import Item as PackItem
from facilitator.content.pack import Key, Pack, PackReading, keys_of, read_pack
from facilitator.core.card import Card
from facilitator.storage.library import records
from facilitator.storage.library.records import Indexed, Item, ItemKey, ItemKind, Origin, Packed
from facilitator.ui.casuistry.all_cards import Known
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.indexing import indexed

KIND_OF: dict[str, ItemKind] = {kind.shelf: own for own, kind in FILES.items()}


class Age(Enum):
    """How a pack stands to the version of it that is there."""

    UNKNOWN = auto()
    NEWER = auto()
    SAME = auto()
    OLDER = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that was read, held against the library.

    Attributes:
        before: the version that is there; empty when there is none.
        changes: what it would do, item by item.
        mine: the keys of what the user wrote; these never come in as somebody else's.
        in_the_way: what another pack brought under a key that this one takes.
        packed: what comes in as it is: all but what the user wrote themselves, and what is barred.
        doubts: what is doubtful about its cards, by their keys.
        barred: cards under an id that another card has: they cannot come in, and the others can.
    """

    pack: Pack
    before: str
    age: Age
    changes: Changes
    mine: frozenset[Key]
    in_the_way: tuple[Item, ...]
    packed: tuple[Packed, ...]
    doubts: Mapping[Key, tuple[Doubt, ...]] = field(default_factory=dict)
    barred: frozenset[Key] = frozenset()

    @property
    def does_nothing(self) -> bool:
        """Whether all of it is there already."""
        return self.age is Age.SAME and all(change.fate is Fate.SAME for change in self.changes)


def read(path: Path, library: Library) -> PackReading:
    """Read a pack, which may not take what comes with the program. A card that does is barred, and stops no other."""
    return read_pack(path, [key for key in keys_of(library) if key[0] != CARD_FILES.shelf])


def key_of(item: PackItem) -> ItemKey:
    """Name an item of a pack as the library names it."""
    return ItemKey(KIND_OF[item.kind.shelf], item.value.id)


def offer(pack: Pack, known: Iterable[records.Pack], items: Collection[Item], cards: Collection[Known] = ()) -> Offer:
    """Hold a pack against what the library has of it, what has a key that it takes, and the cards there are."""
    there = next((one for one in known if one.id == pack.about.id), None)
    before = "" if there is None else there.version
    mine = frozenset(_shelved(item.key) for item in items if item.origin is Origin.OWN)
    others = [item for item in items if item.origin is Origin.IMPORTED and item.pack != pack.about.id]
    readings = [(item, held_item(item)) for item in items if item not in others]
    held = [Held(now, None if item.origin is Origin.OWN else now) for item, now in readings if now is not None]
    unread = {_shelved(item.key) for item, now in readings if now is None and item.origin is Origin.OWN}
    changes = tuple(_conflict(change) if change.item.key in unread else change for change in compare(held, pack))
    there_are = [one for one in cards if one.pack_id != pack.about.id or one.origin is not Origin.IMPORTED]
    barred = _barred(pack, there_are)
    in_the_way = tuple(item for item in others if _shelved(item.key) not in barred)
    return Offer(
        pack,
        before,
        _age(pack.about, before),
        changes,
        mine,
        in_the_way,
        _packed(pack, mine | barred),
        _doubts(pack, there_are, mine),
        barred,
    )


def _cards(pack: Pack) -> list[Card]:
    return [item.value for item in pack.items if item.kind is CARD_FILES]


def _barred(pack: Pack, there_are: Iterable[Known]) -> frozenset[Key]:
    """Cards under an id that another card has, which the user did not write."""
    taken = {one.card.id for one in there_are if one.origin is not Origin.OWN}
    return frozenset((CARD_FILES.shelf, card.id) for card in _cards(pack) if card.id in taken)


def _doubts(pack: Pack, there_are: Iterable[Known], mine: Collection[Key]) -> dict[Key, tuple[Doubt, ...]]:
    """What is doubtful about each card. One that the user wrote too is compared with theirs place by place."""
    shelf, together = Shelf(one.card for one in there_are), among_themselves(_cards(pack))
    found: dict[Key, tuple[Doubt, ...]] = {}
    for card in _cards(pack):
        key = CARD_FILES.shelf, card.id
        told = dict.fromkeys((*shelf.doubts(card), *together.get(card.id, ())))
        left = [doubt for doubt in told if key not in mine or doubt.kind is Kind.NO_SOURCE]
        if left:
            found[key] = tuple(left)
    return found


def _conflict(change: Change) -> Change:
    """What the user is still busy with cannot be compared, and is theirs."""
    return Change(Fate.CHANGED, None, change.new, edited=True)


def _shelved(key: ItemKey) -> Key:
    return FILES[key.kind].shelf, key.id


def held_item(item: Item) -> PackItem | None:
    """Read an item of the library as a pack holds it; None while something in it is still to be put right."""
    kind: FileKind[Any] = FILES[item.key.kind]
    value = read_draft(kind, item.text).value
    return None if value is None else PackItem(kind, value, item.text)


def _age(about: About, before: str) -> Age:
    if not before:
        return Age.UNKNOWN
    there = About(about.id, "", "", before, "", about.made_on)
    if about.order == there.order:
        return Age.SAME
    return Age.NEWER if about.order > there.order else Age.OLDER


# ---- what is brought in


def stored_pack(about: About) -> records.Pack:
    """A pack as the library keeps it."""
    return records.Pack(about.id, about.title, about.author, about.version, about.licence)


def _packed(pack: Pack, mine: Collection[Key]) -> tuple[Packed, ...]:
    about = pack.about
    return tuple(
        Packed(indexed_item(item), item.text, about.author, about.licence)
        for item in pack.items
        if item.key not in mine
    )


def indexed_item(item: PackItem) -> Indexed:
    """How an item of a pack is found."""
    return indexed(KIND_OF[item.kind.shelf], item.value.id, item.kind.declare().plain(item.value), item.value)
