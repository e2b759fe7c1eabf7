"""What a pack that was read would do to the library, and what is brought in of it. No screens here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

from facilitator.content.compare import Change, Changes, Fate, Held, compare
from facilitator.content.drafts import read_draft
from facilitator.content.library import FileKind, Library
from facilitator.content.manifest import About
from facilitator.content.pack import Item as PackItem
from facilitator.content.pack import Key, Pack, PackReading, keys_of, read_pack
from facilitator.storage.library import records
from facilitator.storage.library.records import Indexed, Item, ItemKey, ItemKind, Origin, Packed
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
        packed: what comes in as it is: all but what the user wrote themselves.
    """

    pack: Pack
    before: str
    age: Age
    changes: Changes
    mine: frozenset[Key]
    in_the_way: tuple[Item, ...]
    packed: tuple[Packed, ...]

    @property
    def does_nothing(self) -> bool:
        """Whether all of it is there already."""
        return self.age is Age.SAME and all(change.fate is Fate.SAME for change in self.changes)


def read(path: Path, library: Library) -> PackReading:
    """Read a pack, which may not take what comes with the program."""
    return read_pack(path, keys_of(library))


def key_of(item: PackItem) -> ItemKey:
    """Name an item of a pack as the library names it."""
    return ItemKey(KIND_OF[item.kind.shelf], item.value.id)


def offer(pack: Pack, known: Iterable[records.Pack], items: Collection[Item]) -> Offer:
    """Hold a pack against what the library has of it, and what has a key that it takes."""
    there = next((one for one in known if one.id == pack.about.id), None)
    before = "" if there is None else there.version
    mine = frozenset(_shelved(item.key) for item in items if item.origin is Origin.OWN)
    others = [item for item in items if item.origin is Origin.IMPORTED and item.pack != pack.about.id]
    readings = [(item, held_item(item)) for item in items if item not in others]
    held = [Held(now, None if item.origin is Origin.OWN else now) for item, now in readings if now is not None]
    unread = {_shelved(item.key) for item, now in readings if now is None and item.origin is Origin.OWN}
    changes = tuple(_conflict(change) if change.item.key in unread else change for change in compare(held, pack))
    return Offer(pack, before, _age(pack.about, before), changes, mine, tuple(others), _packed(pack, mine))


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
