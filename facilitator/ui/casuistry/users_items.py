"""What the user has: what was written here and what came in packs; and which of two with one id counts.

An id of the user's own can come to be one of the program's too, when the program grows. The user's counts everywhere
then, as in the library (`tell_shipped`): it was written or taken in on purpose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from facilitator.storage.library.records import Item, ItemKind

if TYPE_CHECKING:
    from facilitator.storage.library.store import LibraryStore


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


class UsersItem(NamedTuple):
    """An item that is not the program's; `pack` is the title of the pack it came in, if any."""

    item: Item
    pack: str = ""


def users_items(shelf: LibraryStore, *kinds: ItemKind) -> tuple[UsersItem, ...]:
    """Give what was written here or imported and does not lie in the trash. Waits for the library.

    Raises the StoreError with which the library does not open, and CancelledError where it was closed meanwhile: the
    program ends then, and nobody is to be told.
    """
    try:
        return _users_items(shelf, kinds)
    except RuntimeError as closed:
        raise CancelledError from closed


def _users_items(shelf: LibraryStore, kinds: Collection[ItemKind]) -> tuple[UsersItem, ...]:
    found = [UsersItem(item) for item in shelf.own_items().result()]
    for pack in shelf.packs().result():
        found += [UsersItem(item, pack.title) for item in shelf.pack_items(pack.id).result()]
    return tuple(one for one in found if one.item.key.kind in kinds and one.item.trashed_at is None)


def one_of_each(shipped: Iterable[N], users: Iterable[N]) -> tuple[N, ...]:
    """Give each id once: the program's, the user's in the place of one with the same id, then the user's others."""
    mine = {one.id: one for one in users}
    there = {one.id: one for one in shipped}
    return tuple((there | mine).values())
