"""Versions of what the user wrote: keeping them, reading them, and putting another text in the place of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from facilitator.storage.database import Connection
from facilitator.storage.library import items
from facilitator.storage.library.catalogue import Catalogue, mark_changed
from facilitator.storage.library.errors import NotThere
from facilitator.storage.library.history import Replacement, Version
from facilitator.storage.library.records import ItemKey
from facilitator.storage.library.shelf import Entry

_IS_KEPT = """
SELECT coalesce((SELECT text FROM version WHERE kind = ? AND id = ? ORDER BY number DESC LIMIT 1) = text, 0)
FROM source WHERE number = ?
"""


def keep(catalogue: Catalogue, key: ItemKey, note: str, at: datetime) -> Version:
    """Keep what is written now as a version, to be found again as it is. Raises NotThere, NotYours."""
    entry = items.own(catalogue, key)
    with catalogue.writing() as connection:
        version = _keep(connection, entry, note, at)
        mark_changed(connection)
    return version


def keep_if_new(catalogue: Catalogue, key: ItemKey, note: str, at: datetime) -> Version | None:
    """Keep what is written now, unless the newest version is the same. Raises NotThere, NotYours."""
    entry = items.own(catalogue, key)
    with catalogue.reading() as connection:
        kept = _is_kept(connection, entry)
    return None if kept else keep(catalogue, key, note, at)


def replace(catalogue: Catalogue, replacements: Sequence[Replacement], before: str, at: datetime) -> None:
    """Put other texts in the place of what is there: all of them, or none.

    What is there is kept first, with the note `before`, unless the newest version is the same. What comes is kept as a
    version too, and is not in the trash any more. Raises NotThere, NotYours.
    """
    own = [(items.own(catalogue, one.indexed.key), one) for one in replacements]
    with catalogue.writing() as connection:
        for entry, one in own:
            if not _is_kept(connection, entry):
                _keep(connection, entry, before, at)
            items.write_over(catalogue, connection, entry.number, one.indexed, one.text, at)
            connection.execute("UPDATE item SET trashed_at = NULL WHERE number = ?", (entry.number,))
            _keep(connection, entry, one.note, at)
        mark_changed(connection)
    for entry, one in own:
        catalogue.shelf.put(entry._replace(title=one.indexed.title, facets=one.indexed.facets, trashed=False))


def listed(catalogue: Catalogue, key: ItemKey) -> tuple[Version, ...]:
    """Give the versions that were kept, the newest first."""
    query = "SELECT number, at, note FROM version WHERE kind = ? AND id = ? ORDER BY number DESC"
    with catalogue.reading() as connection:
        rows = connection.execute(query, key).fetchall()
    return tuple(Version(number, datetime.fromisoformat(at), note) for number, at, note in rows)


def text(catalogue: Catalogue, key: ItemKey, number: int) -> str:
    """Give the text of a version. Raises NotThere."""
    query = "SELECT text FROM version WHERE kind = ? AND id = ? AND number = ?"
    with catalogue.reading() as connection:
        row = connection.execute(query, (*key, number)).fetchone()
    if row is None:
        raise NotThere(f"{key.id} {number}")
    return str(row[0])


def _is_kept(connection: Connection, entry: Entry) -> bool:
    """Whether the newest version is the same as what is there."""
    return bool(connection.execute(_IS_KEPT, (*entry.key, entry.number)).fetchone()[0])


def _keep(connection: Connection, entry: Entry, note: str, at: datetime) -> Version:
    """Keep what an item holds as its newest version, inside the transaction that is open."""
    (number,) = connection.execute(
        "UPDATE item SET version = version + 1 WHERE number = ? RETURNING version", (entry.number,)
    ).fetchall()[0]
    connection.execute(
        "INSERT INTO version SELECT ?, ?, ?, ?, ?, text FROM source WHERE number = ?",
        (*entry.key, number, at.isoformat(), note, entry.number),
    )
    return Version(number, at, note)
