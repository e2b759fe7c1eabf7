"""What a newer pack would change: which items come, go and differ, in which fields, and what the user had changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import Any

from facilitator.content.kinds import Plain
from facilitator.content.labels import where
from facilitator.content.pack import Item, Key, Pack
from facilitator.content.problem import Where
from facilitator.content.records import Record
from facilitator.content.writing import AnyKind, fields_of, item_of


class Fate(Enum):
    """What a pack would do with an item."""

    ADDED = auto()
    REMOVED = auto()
    CHANGED = auto()
    SAME = auto()


@dataclass(frozen=True, slots=True)
class Held:
    """An item in the library: as it is now, and as it came in (None when it came from no pack)."""

    now: Item
    imported: Item | None = None

    @property
    def edited(self) -> bool:
        """Whether the user made something else of it, or made it at all."""
        return self.imported is None or self.imported.value != self.now.value


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in an item, what stands there now, and what the pack puts there; one of the two can be empty."""

    path: Where
    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a pack would do with one item. `differences` go from what stands there now to what the pack holds."""

    fate: Fate
    now: Item | None
    new: Item | None
    differences: tuple[Difference, ...] = ()
    edited: bool = False

    @property
    def item(self) -> Item:
        """The item, as the pack has it when it does."""
        item = self.new or self.now
        assert item is not None  # noqa: S101  a change is about something
        return item

    @property
    def conflict(self) -> bool:
        """Whether the user has to choose: keep what they made of it, or take what the pack holds."""
        return self.edited and self.fate in {Fate.CHANGED, Fate.REMOVED}


Changes = tuple[Change, ...]


def compare(held: Collection[Held], new: Pack) -> Changes:
    """Say what a pack would do with what is in the library.

    `held` is what came from an earlier version of this pack, and whatever else has a key that the pack takes.
    """
    mine: dict[Key, Held] = {one.now.key: one for one in held}
    theirs: dict[Key, Item] = {item.key: item for item in new.items}
    gone = [_removed(one) for key, one in mine.items() if key not in theirs and one.imported is not None]
    return (*(_change(mine.get(key), item) for key, item in theirs.items()), *gone)


def _removed(held: Held) -> Change:
    return Change(Fate.REMOVED, held.now, None, edited=held.edited)


def _change(held: Held | None, new: Item) -> Change:
    if held is None:
        return Change(Fate.ADDED, None, new)
    nothing_new = held.imported is not None and held.imported.value == new.value
    if nothing_new or held.now.value == new.value:
        return Change(Fate.SAME, held.now, new, edited=held.edited)
    return Change(Fate.CHANGED, held.now, new, differences(held.now, new), held.edited)


# ---- differences


def differences(old: Item, new: Item) -> tuple[Difference, ...]:
    """Give every place in which two items of one kind differ, in the order of the declaration."""
    declared = old.kind.declare()
    return plain_differences(declared, declared.plain(old.value), declared.plain(new.value))


def plain_differences(declared: Record[Any], old: Plain, new: Plain) -> tuple[Difference, ...]:
    """Give every place in which two texts of a kind differ, also while something in them is still to be put right."""
    return tuple(
        Difference(path, where(declared, path), _words(before), _words(after))
        for path, before, after in _found(old, new, declared, ())
    )


Found = Iterator[tuple[Where, Plain, Plain]]


def _found(old: Plain, new: Plain, kind: AnyKind, path: Where) -> Found:
    """Give the smallest places in which two values differ; nothing stands there as an empty text."""
    if isinstance(old, dict) or isinstance(new, dict):
        before, after = _keys(old), _keys(new)
        for field in fields_of(kind):
            yield from _found(before.get(field.name, ""), after.get(field.name, ""), field.kind, (*path, field.name))
    elif isinstance(old, list) or isinstance(new, list):
        compared = _by_id if any(map(_id, [*old, *new])) else _by_place
        yield from compared(list(old), list(new), item_of(kind), path)
    elif old != new:
        yield path, old, new


def _keys(plain: Plain) -> dict[str, Plain]:
    return plain if isinstance(plain, dict) else {}


def _id(plain: Plain) -> str:
    return str(_keys(plain).get("id", ""))


def _by_id(old: list[Plain], new: list[Plain], kind: AnyKind, path: Where) -> Found:
    """Compare what has the same id, wherever it stands, and then the order."""
    olds, news = {_id(item): item for item in old}, {_id(item): item for item in new}
    for place, (key, item) in enumerate(news.items()):
        if key in olds:
            yield from _found(olds[key], item, kind, (*path, place))
        else:
            yield (*path, place), "", item
    for place, (key, item) in enumerate(olds.items()):
        if key not in news:
            yield (*path, place), item, ""
    before, after = [key for key in olds if key in news], [key for key in news if key in olds]
    if before != after:
        yield path, list(before), list(after)


def _by_place(old: list[Plain], new: list[Plain], kind: AnyKind, path: Where) -> Found:
    """Compare what stands in the same place between items that stayed as they were."""
    matcher = SequenceMatcher(None, [str(item) for item in old], [str(item) for item in new], autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal":
            continue
        both = min(last - first, end - begin)
        for step in range(both):
            yield from _found(old[first + step], new[begin + step], kind, (*path, begin + step))
        yield from (((*path, place), old[place], "") for place in range(first + both, last))
        yield from (((*path, place), "", new[place]) for place in range(begin + both, end))


def _words(plain: Plain) -> str:
    """Give everything that stands in a value, for a person to read."""
    if isinstance(plain, str):
        return plain
    return " · ".join(filter(None, map(_words, plain.values() if isinstance(plain, dict) else plain)))
