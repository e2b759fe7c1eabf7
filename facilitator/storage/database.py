"""One SQLCipher connection, opened so that what was committed stays, and nothing is ever written in the clear.

Measured on the settings below: kill the process or cut the power at any moment and every committed row is there.
EXCLUSIVE makes a second copy of the program fail at its first read instead of corrupting the store later. `PRAGMA
key` on a library without the cipher does nothing and says nothing, so the library and the file's first bytes are
checked at every opening.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from facilitator.storage import folder
from facilitator.storage.errors import (
    AlreadyOpen,
    Broken,
    Damaged,
    DiskFull,
    DiskTrouble,
    NoCipher,
    NotEncrypted,
    ReadOnly,
    StoreError,
    Unreachable,
    WrongKey,
)
from facilitator.storage.keys import DataKey

PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS: fsync alone does not reach the disk there
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
"""What every connection is set to after its key; the power-cut simulation runs the same.

`cipher_memory_security` stays off: SQLCipher wipes its keys anyway, and wiping all other memory too slows every event
for words that the windows hold in the clear as well.
"""

_OLDEST_LIBRARY = (3, 51, 3)  # earlier ones can corrupt a WAL store
_PLAIN_HEADER = b"SQLite format 3\x00"
_HEADER = 16


class Cursor(Protocol):
    """What is used of a DB-API cursor."""

    def fetchone(self) -> Any:  # noqa: ANN401  what a row holds follows from its query
        """Give the next row, or None."""

    def fetchall(self) -> list[Any]:
        """Give all rows left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """What is used of a DB-API connection: plain SQL."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = (), /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]], /) -> Cursor:
        """Run one statement for every row."""

    def set_progress_handler(self, handler: Callable[[], bool] | None, n: int, /) -> None:
        """Ask after every `n` instructions whether to stop."""

    def close(self) -> None:
        """Close the connection."""


def connect(path: Path, key: DataKey) -> Connection:
    """Open a store that exists. Its schema is not looked at.

    Once at a time in a process: on POSIX a second attempt, though refused, lets go of the first one's lock.

    Raises AlreadyOpen, Unreachable, NotEncrypted, Damaged, WrongKey, ReadOnly, NoCipher, DiskTrouble.
    """
    with folder.reported():
        if not path.is_file():
            raise Unreachable(path.name)
        header = _header(path)
        if not os.access(path, os.W_OK):
            raise ReadOnly(path.name)
        folder.keep_to_owner(path)
    if header == _PLAIN_HEADER:
        raise NotEncrypted(path.name)
    if len(header) < _HEADER:
        raise Damaged(path)  # the library would make an empty store of it
    connection = _keyed(path, key)
    try:
        _prepare(connection, path)
    except Damaged as damage:
        connection.close()
        # A store begins with the salt of its key. When neither fits it is another's store, not a damaged one of ours.
        raise damage if header == key.salt else WrongKey(path.name) from damage
    except BaseException:
        connection.close()
        raise
    if header != key.salt:
        connection.close()
        raise Damaged(path)  # it reads, so only its first bytes were changed
    return connection


def create(path: Path, key: DataKey) -> Connection:
    """Make an empty store at a path where nothing is, and open it. Raises as `connect` does."""
    with folder.reported():
        if path.exists():
            raise FileExistsError(path)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    connection = _keyed(path, key)
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def check_encrypted(path: Path, key: DataKey) -> None:
    """Look whether a store just written begins as an encrypted one does. Raises NotEncrypted."""
    with folder.reported():
        if _header(path) != key.salt:
            raise NotEncrypted(path.name)


def faults(connection: Connection) -> list[str]:
    """Read the whole store and tell what does not fit: every page's seal, then the structure. Empty is well.

    The seals are looked at in the file itself. After a power cut a page there may be torn and whole in the log, which
    is what counts, so the log is folded in first.
    """
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    seals = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if seals:
        return seals
    structure = (str(row[0]) for row in connection.execute("PRAGMA integrity_check"))
    return [line for line in structure if line != "ok"]


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: committed at the end, rolled back when anything is raised. A commit is on the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Turn the errors of the database library, and of the system, into ours."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415  13 ms, off the way to the first window

    try:
        with folder.reported():
            yield
    except dbapi2.Error as error:
        raise _ours(error, path) from error


# ---- opening


def _keyed(path: Path, key: DataKey) -> Connection:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  13 ms, off the way to the first window

    with mapped(path):
        connection: Connection = dbapi2.connect(str(path), isolation_level=None, timeout=0)
        connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if not cipher or dbapi2.sqlite_version_info < _OLDEST_LIBRARY:
        connection.close()
        raise NoCipher(f"cipher {cipher}, SQLite {dbapi2.sqlite_version}")
    return connection


def _prepare(connection: Connection, path: Path) -> None:
    with mapped(path):
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "wal":
        raise ReadOnly(f"{path.name}: journal mode {mode}")


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN = 5, 6, 8, 10, 11, 13, 14
_PERM, _AUTH, _NOTADB = 3, 23, 26

_OURS: dict[int, type[StoreError]] = {
    _BUSY: AlreadyOpen,
    _LOCKED: AlreadyOpen,
    _READONLY: ReadOnly,
    _PERM: ReadOnly,
    _AUTH: ReadOnly,
    _IOERR: DiskTrouble,
    _FULL: DiskFull,
    _CANTOPEN: Unreachable,
}


def _ours(error: Exception, path: Path) -> StoreError:
    """Give our error for one of the library; what it does not name is a fault of the program."""
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    if code in {_CORRUPT, _NOTADB}:
        return Damaged(path)
    if code == _CANTOPEN and path.exists() and not os.access(path.parent, os.W_OK):
        return ReadOnly(f"no file can be made beside {path.name}")
    return _OURS.get(code, Broken)(f"{error} ({code})")
