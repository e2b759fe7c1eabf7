"""Backups of the library, and a way out when its file is damaged.

A backup holds what cannot be made again: texts, versions, favourites, what was settled. The index is left out; it is
made anew when a backup is put back. So a backup is small, and is made a few items at a time between two key strokes.
"""

# ruff: noqa: S608  the names in these statements are our own

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from facilitator.storage import backup, database
from facilitator.storage.backup import Restored
from facilitator.storage.database import Connection, mapped, transaction
from facilitator.storage.folder import Home
from facilitator.storage.holding import make_file
from facilitator.storage.keys import DataKey
from facilitator.storage.library.catalogue import Catalogue, put_setting
from facilitator.storage.library.long_work import Work
from facilitator.storage.library.records import Progress
from facilitator.storage.library.schema import MIGRATIONS, OWN_BATCH, REMEMBERED
from facilitator.storage.migrations import migrate

KEEP = 3
"""How many backups are kept."""

_ROWS = 8  # items copied at a time

_ITEM = "number, batch, kind, id, title, facets, author, licence, adapted_from, version, updated_at, trashed_at"
_PLAIN = ("favourite", "settled")


def back_up_when_due(catalogue: Catalogue, now: datetime) -> Work[Path | None]:
    """Make a backup when the last one is a day old and something was written since."""
    changes = catalogue.setting("changes")
    if not changes or changes == catalogue.setting("kept") or not backup.is_due(catalogue.home, now):
        return None
    return (yield from back_up(catalogue, now))


def back_up(catalogue: Catalogue, now: datetime, *, only: bool = False) -> Work[Path]:
    """Make a backup and let older ones go; all of them when `only`, because they hold what was destroyed."""
    at = Home(catalogue.home)
    path = backup.path_for(at, now)
    part = path.with_name(path.name + ".part")
    changes = catalogue.setting("changes")
    with mapped(part):
        backup.make_room(at)
        target = database.create(part, catalogue.key)
        try:
            migrate(target, MIGRATIONS)
            yield from _copied(catalogue, target)
        finally:
            target.close()
        backup.put_in_place(part, path, catalogue.key)
    backup.keep_newest(at, 1 if only else KEEP, path)
    with catalogue.writing() as connection:
        put_setting(connection, "kept", changes)
    return path


def _copied(catalogue: Catalogue, target: Connection) -> Iterator[Progress]:
    """Copy some rows at a time; what is written meanwhile is copied as it is by then."""
    with catalogue.reading() as source, transaction(target):
        batches = source.execute("SELECT * FROM batch WHERE done AND number <> ?", (OWN_BATCH,)).fetchall()
        target.executemany(f"INSERT INTO batch VALUES ({_marks(9)})", batches)
        for table in _PLAIN:
            rows = source.execute(f"SELECT * FROM {table}").fetchall()
            if rows:
                target.executemany(f"INSERT INTO {table} VALUES ({_marks(len(rows[0]))})", rows)
        told = source.execute("SELECT * FROM setting WHERE substr(name, 1, ?) = ?", (len(REMEMBERED), REMEMBERED))
        target.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", told.fetchall())
        total = source.execute("SELECT count(*) FROM item").fetchone()[0]
    known = (OWN_BATCH, *(row[0] for row in batches))
    yield from _copied_items(catalogue, target, known, total)
    yield from _copied_versions(catalogue, target)


def _copied_items(catalogue: Catalogue, target: Connection, batches: tuple[int, ...], total: int) -> Iterator[Progress]:
    which = f"batch IN ({_marks(len(batches))})"
    items = f"SELECT {_ITEM}, 0 FROM item WHERE number > ? AND {which} ORDER BY number LIMIT {_ROWS}"
    last, done = 0, 0
    while True:
        with catalogue.reading() as source, transaction(target):
            rows = source.execute(items, (last, *batches)).fetchall()
            target.executemany(f"INSERT INTO item VALUES ({_marks(13)})", rows)
            for row in rows:
                text = source.execute("SELECT * FROM source WHERE number = ?", (row[0],)).fetchone()
                target.execute("INSERT INTO source VALUES (?, ?, ?)", text)
        if not rows:
            return
        last, done = rows[-1][0], done + len(rows)
        yield Progress(done, total)


def _copied_versions(catalogue: Catalogue, target: Connection) -> Iterator[Progress]:
    versions = f"SELECT rowid, * FROM version WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS}"
    last = 0
    while True:
        with catalogue.reading() as source, transaction(target):
            rows = source.execute(versions, (last,)).fetchall()
            target.executemany(f"INSERT INTO version VALUES ({_marks(6)})", [row[1:] for row in rows])
        if not rows:
            return
        last = rows[-1][0]
        yield Progress(0, 0)


def _marks(count: int) -> str:
    return ", ".join("?" * count)


# ---- when the file is damaged


def mend(home: Path, key: DataKey, now: datetime) -> Restored:
    """Put the newest good backup in the place of a damaged library, or an empty one when there is none.

    The damaged file is kept under another name, and what the user wrote and can still be read of it is saved. Packs
    can be imported again. The library must not be open. Raises AlreadyOpen, or an error of the disk.
    """

    def empty(path: Path) -> None:
        make_file(path, key, lambda connection: migrate(connection, MIGRATIONS))

    return backup.restore(home, key, now, rescue=_rescue, empty=empty)


_NEXT_ITEM = f"""
SELECT i.number, i.{_ITEM.replace("number, batch", "batch").replace(", ", ", i.")}, s.text, s.parts
FROM item AS i JOIN source AS s ON s.number = i.number
WHERE i.number >= ? AND i.batch = {OWN_BATCH} ORDER BY i.number LIMIT 1
"""
_NEXT_VERSION = "SELECT rowid, kind, id, number, at, note, text FROM version WHERE rowid >= ? ORDER BY rowid LIMIT 1"
_NEWER = "SELECT number, updated_at FROM item WHERE batch = ? AND kind = ? AND id = ?"


def _rescue(damaged: Path, at: Home, key: DataKey) -> int:
    """Bring what the user wrote and can still be read into the file that was put back. Gives how many items."""
    items = backup.read_damaged(damaged, key, _NEXT_ITEM)
    versions = backup.read_damaged(damaged, key, _NEXT_VERSION)
    connection = database.connect(at.database, key)
    try:
        migrate(connection, MIGRATIONS)
        with transaction(connection):
            connection.executemany(f"INSERT OR IGNORE INTO version VALUES ({_marks(6)})", [row[1:] for row in versions])
            return sum(_rescued(connection, row) for row in items)
    finally:
        connection.close()


def _rescued(connection: Connection, row: tuple[object, ...]) -> bool:
    """Put an item there, unless what is there is as new. It is indexed at the next opening."""
    batch, kind, id_ = row[1:4]
    text, parts = row[-2:]
    there = connection.execute(_NEWER, (batch, kind, id_)).fetchone()
    if there is not None:
        if str(there[1]) >= str(row[10]):
            return False
        connection.execute("DELETE FROM source WHERE number = ?", (there[0],))
        connection.execute("DELETE FROM item WHERE number = ?", (there[0],))
    made = connection.execute(
        f"INSERT INTO item ({_ITEM.removeprefix('number, ')}, indexed) VALUES ({_marks(12)}) RETURNING number",
        (*row[1:-2], 0),
    ).fetchall()
    connection.execute("INSERT INTO source VALUES (?, ?, ?)", (made[0][0], text, parts))
    return True
