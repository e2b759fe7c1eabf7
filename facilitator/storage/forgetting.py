"""What was taken away for good, and may still stand in a backup: remembered beside the store until it is in none.

A file and no row: a row would come along in every backup, and be lost with a store that is damaged. There is nothing in
it, so it tells nobody what was taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from facilitator.storage import backup, folder
from facilitator.storage.database import Connection, mapped
from facilitator.storage.errors import Damaged, StillInBackups, StoreError
from facilitator.storage.folder import Home
from facilitator.storage.keys import DataKey

T = TypeVar("T")


def take_away(connection: Connection, home: Home, key: DataKey, now: datetime, what: Callable[[Connection], T]) -> T:
    """Take something away, from the store first and then from all that was kept of it elsewhere.

    Raises StillInBackups when only the first was done; anything else when nothing was.
    """
    before = home.forgetting.exists()
    folder.write_atomically(home.forgetting, b"")  # first: the power may be cut at any moment after this
    try:
        with mapped(home.database):
            given = what(connection)
    except BaseException:
        if not before:
            _close(home)
        raise
    try:
        finish(connection, home, key, now)
    except Damaged as error:
        raise StillInBackups(str(error)) from error
    return given


def finish(connection: Connection, home: Home, key: DataKey, now: datetime) -> Path | None:
    """Take what was taken away out of the log, the backups and damaged stores put aside. Gives the one backup left.

    Raises StillInBackups when the disk does not let it, or Damaged; then it is still to be done.
    """
    try:
        with mapped(home.database):
            empty_log(connection)
            left = backup.make_only(connection, home.folder, key, now) if backup.backups(home.folder) else None
            backup.forget_damaged(home.folder)
            _close(home)
    except Damaged:
        raise
    except StoreError as error:
        raise StillInBackups(str(error)) from error
    return left


def empty_log(connection: Connection) -> None:
    """Fold the log into the store's file, which overwrites what was taken away, and leave nothing in it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _close(home: Home) -> None:
    with folder.reported():
        home.forgetting.unlink(missing_ok=True)
        folder.sync_folder(home.folder)
