"""Holding: one encrypted file of a home, held open by one thread; every error is one of ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.storage import database, folder
from facilitator.storage.database import Connection, mapped
from facilitator.storage.errors import Damaged, DiskFull, Gone, StoreError, Unreachable
from facilitator.storage.folder import Home
from facilitator.storage.keys import DataKey

Fill = Callable[[Connection], None]
"""Makes what belongs in a file that is new."""


class Holding:
    """The file of one home, opened with its key, and opened again after an error.

    A connection that reported an error is closed; the next question opens it again.
    """

    def __init__(self, home: Home, key: DataKey, fill: Fill) -> None:
        """Make the file when nothing was ever kept here; it is opened when it is first needed."""
        self._home = home
        self._path = home.database
        self._key = key
        self._connection: Connection | None = None
        self._file: tuple[int, int] = (0, 0)
        self._made(fill)

    @contextmanager
    def trusted(self) -> Iterator[Connection]:
        """Give the connection. What goes wrong is raised as a StoreError; what a question raises comes through."""
        try:
            with mapped(self._path):
                connection = self._opened()
                # On Linux a file that was taken away can still be written, and all of it is lost.
                if _identity(self._path) != self._file:
                    raise Unreachable(f"{self._path.name} is another file now")
                yield connection
        except DiskFull:
            raise  # the connection goes on when there is room, and keeps a second copy of the program out
        except Damaged as damaged:
            self.close()
            if damaged.path == self._path and damaged.backup is None:
                from facilitator.storage import backup  # noqa: PLC0415  seldom needed, and never for the first window

                raise Damaged(self._path, backup.newest_good(self._home.folder, self._key)) from damaged
            raise
        except StoreError as error:
            if not isinstance(error.__cause__, DiskFull):  # the same, told in other words
                self.close()
            raise

    def close(self) -> None:
        """Close the connection. The log is folded into the file."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()

    def _made(self, fill: Fill) -> None:
        """Make the file, unless there is one or was one."""
        self._home.make()
        if self._path.exists():
            return
        from facilitator.storage import backup  # noqa: PLC0415  seldom needed, and never for the first window

        if backup.backups(self._home.folder):
            raise Gone(self._path, backup.newest_good(self._home.folder, self._key))
        with folder.alone(self._home):
            if not self._path.exists():
                make_file(self._path, self._key, fill)

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = database.connect(self._path, self._key)
            self._file = _identity(self._path)
        return self._connection


def make_file(path: Path, key: DataKey, fill: Fill) -> None:
    """Make a file and fill it. It appears under its name when it is whole and on the disk.

    Raises the errors of the disk.
    """
    part = path.with_name(path.name + ".part")
    with mapped(part):
        for left in (part, part.with_name(part.name + "-wal")):
            with suppress(FileNotFoundError):
                left.unlink()
        connection = database.create(part, key)
        try:
            fill(connection)
        finally:
            connection.close()
        database.check_encrypted(part, key)
        folder.sync_file(part)
        part.replace(path)
        folder.sync_folder(path.parent)


def _identity(path: Path) -> tuple[int, int]:
    status = os.stat(path)  # noqa: PTH116  half the time of Path.stat, at every event
    return status.st_dev, status.st_ino
