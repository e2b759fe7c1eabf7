"""The packs that were made here, remembered so that a next one is a next version: same id, higher number."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from facilitator.content.kinds import slug_of
from facilitator.storage.library.records import ItemKey, ItemKind

REMEMBERED = "packs"
"""The name under which the library remembers them."""

VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}")

_SLUG_LENGTH, _MARK_LENGTH = 40, 8


@dataclass(frozen=True, slots=True)
class OwnPack:
    """A pack as it was made last."""

    id: str
    title: str
    author: str = ""
    licence: str = ""
    version: str = ""
    folder: str = ""
    items: tuple[ItemKey, ...] = ()


def read(written: str) -> tuple[OwnPack, ...]:
    """Read what was remembered; what cannot be read is no reason to stop."""
    try:
        found = json.loads(written or "[]")
        return tuple(_pack(each) for each in found)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _pack(plain: dict[str, Any]) -> OwnPack:
    items = tuple(ItemKey(ItemKind(kind), id_) for kind, id_ in plain.pop("items"))
    return OwnPack(**plain, items=items)


def written(packs: Iterable[OwnPack]) -> str:
    """Write them down."""
    return json.dumps([asdict(pack) for pack in packs], ensure_ascii=False)


def with_pack(packs: Iterable[OwnPack], pack: OwnPack) -> tuple[OwnPack, ...]:
    """Give them with this one in the place of what it was, the newest first."""
    return (pack, *(each for each in packs if each.id != pack.id))


def pack_with(packs: Iterable[OwnPack], key: ItemKey) -> OwnPack | None:
    """Find the newest pack that holds an item."""
    return next((pack for pack in packs if key in pack.items), None)


def named(pack: OwnPack, unique: str) -> OwnPack:
    """Give a new pack its id: its title, and a mark that no other pack of that title has."""
    if pack.id:
        return pack
    mark = sha256(unique.encode()).hexdigest()[:_MARK_LENGTH]
    stem = slug_of(pack.title)[:_SLUG_LENGTH].strip("-")
    return replace(pack, id=f"{stem}-{mark}" if stem else f"pakket-{mark}")


def next_version(version: str) -> str:
    """Propose the next number: 1.0 for a first version, 1.1 after 1.0, 2.0.4 after 2.0.3."""
    if not VERSION.fullmatch(version):
        return "1.0"
    numbers = [int(number) for number in version.split(".")]
    if len(numbers) == 1:
        numbers.append(0)
    numbers[-1] += 1
    return ".".join(map(str, numbers))


def file_name(title: str, version: str) -> str:
    """The name that is proposed for the file, without its ending."""
    return f"{slug_of(title) or 'pakket'}-{version}"


def held_by(pack: OwnPack | None, chosen: ItemKey) -> Collection[ItemKey]:
    """The items that are ticked at first: the one that was chosen, and what the pack had."""
    return {chosen, *(() if pack is None else pack.items)}
