"""What is done with single items: writing, throwing away, favourites, what was settled."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from facilitator.storage.database import Connection
from facilitator.storage.errors import Broken
from facilitator.storage.library import index
from facilitator.storage.library.catalogue import (
    Catalogue,
    entry_of,
    insert,
    mark_changed,
    put_setting,
    written_facets,
)
from facilitator.storage.library.errors import IdTaken, NotThere, NotYours
from facilitator.storage.library.history import Settled
from facilitator.storage.library.records import Indexed, Item, ItemKey, Origin, Pack
from facilitator.storage.library.schema import OWN_BATCH, REMEMBERED
from facilitator.storage.library.shelf import Entry

_ITEM = """
SELECT s.text, i.author, i.licence, i.adapted_from, i.version, i.updated_at, i.trashed_at
FROM item AS i JOIN source AS s ON s.number = i.number WHERE i.number = ?
"""


def read(catalogue: Catalogue, key: ItemKey) -> Item:
    """Give an item with its text. Raises NotThere."""
    entry = _entry(catalogue, key)
    with catalogue.reading() as connection:
        text, author, licence, adapted_from, version, updated_at, trashed_at = connection.execute(
            _ITEM, (entry.number,)
        ).fetchone()
    return Item(
        key,
        entry.origin,
        entry.pack,
        entry.title,
        text,
        entry.facets,
        author,
        licence,
        adapted_from,
        version,
        datetime.fromisoformat(updated_at),
        None if trashed_at is None else datetime.fromisoformat(trashed_at),
    )


def own_items(catalogue: Catalogue) -> tuple[Item, ...]:
    """Give what the user wrote and did not throw away, by title."""
    return _read_all(catalogue, lambda entry: entry.origin is Origin.OWN and not entry.trashed)


def users_keys(catalogue: Catalogue) -> frozenset[ItemKey]:
    """Name what the user wrote or imported, and did not throw away."""
    entries = catalogue.shelf.entries.values()
    return frozenset(entry.key for entry in entries if entry.origin is not Origin.SHIPPED and not entry.trashed)


def pack_items(catalogue: Catalogue, pack_id: str, keys: Collection[ItemKey]) -> tuple[Item, ...]:
    """Give the items of a pack, and whatever else has one of these keys; what lies in the trash too."""
    return _read_all(catalogue, lambda entry: entry.pack == pack_id or entry.key in keys)


def _read_all(catalogue: Catalogue, wanted: Callable[[Entry], bool]) -> tuple[Item, ...]:
    entries = sorted(filter(wanted, catalogue.shelf.entries.values()), key=lambda entry: (entry.title, entry.number))
    return tuple(read(catalogue, entry.key) for entry in entries)


def create(
    catalogue: Catalogue, indexed: Indexed, text: str, at: datetime, about: tuple[str, str, str] = ("", "", "")
) -> None:
    """Put a new item of the user's there. `about` is author, licence, and what it was adapted from. Raises IdTaken."""
    if catalogue.shelf.find(indexed.key) is not None:
        raise IdTaken((indexed.key.id,))
    with catalogue.writing() as connection:
        number = insert(connection, OWN_BATCH, indexed, text, about, at)
        index.add(connection, catalogue.vocabulary, number, indexed.parts)
        mark_changed(connection)
    catalogue.shelf.put(entry_of(number, OWN_BATCH, indexed, Origin.OWN, ""))


def save(catalogue: Catalogue, indexed: Indexed, text: str, at: datetime) -> None:
    """Put what is written now in the place of what was. Raises NotThere, or NotYours for what was not written here."""
    entry = own(catalogue, indexed.key)
    with catalogue.writing() as connection:
        write_over(catalogue, connection, entry.number, indexed, text, at)
        mark_changed(connection)
    catalogue.shelf.put(entry._replace(title=indexed.title, facets=indexed.facets))


def write_over(
    catalogue: Catalogue, connection: Connection, number: int, indexed: Indexed, text: str, at: datetime
) -> None:
    """Write another text over that of an item, inside the transaction that is open; the shelf is the caller's."""
    before = _take_out(connection, number)
    connection.execute(
        "UPDATE item SET title = ?, facets = ?, updated_at = ?, indexed = 1 WHERE number = ?",
        (indexed.title, written_facets(indexed.facets), at.isoformat(), number),
    )
    connection.execute(
        "UPDATE source SET text = ?, parts = ? WHERE number = ?", (text, index.written(indexed.parts), number)
    )
    index.add(connection, catalogue.vocabulary, number, indexed.parts)
    gone = set(before) - set(index.words_of(indexed.parts))  # half words that were saved on the way
    index.forget(connection, catalogue.vocabulary, gone)


def describe(catalogue: Catalogue, key: ItemKey, author: str, licence: str) -> None:
    """Say who wrote an item, and how it may be used. Raises NotThere, NotYours."""
    entry = own(catalogue, key)
    with catalogue.writing() as connection:
        connection.execute("UPDATE item SET author = ?, licence = ? WHERE number = ?", (author, licence, entry.number))
        mark_changed(connection)


# ---- throwing away


def remove(catalogue: Catalogue, key: ItemKey, at: datetime) -> None:
    """Throw an item in the trash, from which it can be put back. Raises NotThere, or NotYours for a shipped one."""
    entry = _entry(catalogue, key)
    if entry.origin is Origin.SHIPPED:
        raise NotYours(key.id)
    _set_trashed(catalogue, entry, at.isoformat())


def put_back(catalogue: Catalogue, key: ItemKey) -> None:
    """Take an item out of the trash. Raises NotThere."""
    _set_trashed(catalogue, _entry(catalogue, key), None)


def _set_trashed(catalogue: Catalogue, entry: Entry, at: str | None) -> None:
    with catalogue.writing() as connection:
        connection.execute("UPDATE item SET trashed_at = ? WHERE number = ?", (at, entry.number))
        mark_changed(connection)
    catalogue.shelf.put(entry._replace(trashed=at is not None))


def destroy(connection: Connection, number: int) -> list[str]:
    """Let an item go for good, inside the transaction that is open. Gives the words it had."""
    words = _take_out(connection, number)
    connection.execute("DELETE FROM source WHERE number = ?", (number,))
    connection.execute("DELETE FROM item WHERE number = ?", (number,))
    return words


def forget_about(connection: Connection, key: ItemKey) -> None:
    """Let go of all that is kept about an item beside the item, inside the transaction that is open."""
    for table in ("version", "favourite", "settled"):
        connection.execute(f"DELETE FROM {table} WHERE kind = ? AND id = ?", key)  # noqa: S608  our own names


def packs(catalogue: Catalogue) -> tuple[Pack, ...]:
    """Give the packs that were imported, by title."""
    query = "SELECT pack, title, author, version, licence FROM batch WHERE done AND origin = ? ORDER BY title, pack"
    with catalogue.reading() as connection:
        return tuple(Pack(*row) for row in connection.execute(query, (Origin.IMPORTED.value,)).fetchall())


# ---- favourites, and what was settled


def favour(catalogue: Catalogue, key: ItemKey, yes: bool) -> None:
    """Make an item a favourite, or no longer. Raises NotThere."""
    _entry(catalogue, key)
    change = (
        "INSERT OR IGNORE INTO favourite VALUES (?, ?)" if yes else "DELETE FROM favourite WHERE kind = ? AND id = ?"
    )
    with catalogue.writing() as connection:
        connection.execute(change, key)
        mark_changed(connection)
    catalogue.shelf.favour(key, yes)


def settle(catalogue: Catalogue, key: ItemKey, decided: Settled) -> None:
    """Keep what was decided about personal data that were found; the newest decision counts."""
    with catalogue.writing() as connection:
        connection.execute(
            "INSERT INTO settled VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id, fragment, finding) "
            "DO UPDATE SET decision = excluded.decision, at = excluded.at",
            (*key, decided.fragment, decided.finding, decided.decision, decided.at.isoformat()),
        )
        mark_changed(connection)


def settled(catalogue: Catalogue, key: ItemKey) -> tuple[Settled, ...]:
    """Give what was decided about an item, the oldest first."""
    query = (
        "SELECT fragment, finding, decision, at FROM settled WHERE kind = ? AND id = ? ORDER BY at, fragment, finding"
    )
    with catalogue.reading() as connection:
        rows = connection.execute(query, key).fetchall()
    return tuple(
        Settled(fragment, finding, decision, datetime.fromisoformat(at)) for fragment, finding, decision, at in rows
    )


# ---- what is remembered for the user


def remembered(catalogue: Catalogue, name: str) -> str:
    """Give what was remembered under a name; empty when nothing was."""
    return catalogue.setting(f"{REMEMBERED}{name}")


def remember(catalogue: Catalogue, name: str, value: str) -> None:
    """Remember something for the next time, in the place of what it was."""
    with catalogue.writing() as connection:
        put_setting(connection, f"{REMEMBERED}{name}", value)
        mark_changed(connection)


# ---- finding


def _entry(catalogue: Catalogue, key: ItemKey) -> Entry:
    entry = catalogue.shelf.find(key)
    if entry is None:
        raise NotThere(key.id)
    return entry


def own(catalogue: Catalogue, key: ItemKey) -> Entry:
    """Find what the user wrote. Raises NotThere, or NotYours for what was not written here."""
    entry = _entry(catalogue, key)
    if entry.origin is not Origin.OWN:
        raise NotYours(key.id)
    return entry


def _take_out(connection: Connection, number: int) -> list[str]:
    """Take an item out of the index when it is in it."""
    row = connection.execute(
        "SELECT s.parts, i.indexed FROM source AS s JOIN item AS i ON i.number = s.number WHERE s.number = ?", (number,)
    ).fetchone()
    if row is None:
        raise Broken(f"item {number} has no source")
    parts, indexed = row
    return index.remove(connection, number, index.read(parts)) if indexed else []
