"""Backups: whole encrypted copies of the store beside it, each with its slot file, and putting one back.

A backup is made by reading the whole store, so that damage is noticed within a day of use. Putting one back keeps the
damaged file under another name and saves from it every event that can still be read.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.storage import copies, database, folder, journal
from facilitator.storage.database import Connection, mapped, transaction
from facilitator.storage.errors import Damaged, DiskFull, NoBackup, NotEncrypted, StoreError, Unreachable, WrongKey
from facilitator.storage.folder import Home, slots_of
from facilitator.storage.journal import Record
from facilitator.storage.keys import DataKey
from facilitator.storage.migrations import migrate

KEEP = 5
OLD_AFTER = timedelta(days=1)

_NAME = "%Y%m%d-%H%M%S"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_MISSES = 3_000  # so many events in a row may be unreadable before the rest is given up
_MISSES_ERASED = 100  # so many erasures: there are few of them
_RESTORED, _READING = "restored.part", "reading.part"
_OLD_COPIES = ("damaged-*.db*", f"{_RESTORED}*", f"{_READING}*")


class Restored(NamedTuple):
    """What was done: the backup put back (None: there was none, and a new file was made), where the damaged file lies
    now (None: it was gone), and how much was saved from it.
    """

    backup: Path | None
    kept: Path | None
    saved: int


Rescue = Callable[[Path, Home, DataKey], int]
"""Brings what a damaged file still tells into the file of a home. Gives how much that was."""


def backups(home: Path) -> tuple[Path, ...]:
    """Give the backups, the newest first; files under another name than ours come last."""
    return tuple(sorted(Home(home).backups.glob("*.db"), key=lambda path: (made_at(path), path), reverse=True))


def is_due(home: Path, now: datetime) -> bool:
    """Whether no backup was made in the last day. One of the future was made by a wrong clock, and does not count."""
    return not any(timedelta() <= now - made_at(path) <= OLD_AFTER for path in backups(home))


def made_at(path: Path) -> datetime:
    """Tell from its name when a backup was made (aware, UTC); long ago for a name that is not ours."""
    try:
        return datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return _LONG_AGO


def make(connection: Connection, home: Path, key: DataKey, now: datetime) -> Path:
    """Make a backup and let the oldest go; `now` is aware.

    Raises Damaged when the store does not read back whole, or an error of the disk.
    """
    at = Home(home)
    path = path_for(at, now)
    part = path.with_name(path.name + ".part")
    with mapped(at.database):
        make_room(at)
        if database.faults(connection):
            raise Damaged(at.database)
        connection.execute("VACUUM INTO ?", (str(part),)).fetchall()
        put_in_place(part, path, key, at.slots)
    keep_newest(at, KEEP, path)
    return path


def path_for(at: Home, now: datetime) -> Path:
    """Give where a backup of this moment (aware) goes."""
    return at.backups / f"{_named(now)}.db"


def make_room(at: Home) -> None:
    """Make the folder of backups, and let go in it of what was cut off earlier."""
    at.backups.mkdir(mode=0o700, exist_ok=True)
    for left in at.backups.glob("*.part*"):
        left.unlink()


def put_in_place(part: Path, path: Path, key: DataKey, slots: Path | None = None) -> None:
    """Bring a backup that was written to the disk and give it its name, with the slot file beside it."""
    database.check_encrypted(part, key)
    folder.keep_to_owner(part)
    folder.sync_file(part)
    if slots is not None and slots.is_file():
        folder.write_atomically(slots_of(path), slots.read_bytes())
    part.replace(path)
    folder.sync_folder(path.parent)


def keep_newest(at: Home, count: int, path: Path) -> None:
    """Let the oldest go, so that with the one that was just made, at `path`, so many are left."""
    others = (other for other in backups(at.folder) if other != path and made_at(other) > _LONG_AGO)
    _let_go(tuple(others)[count - 1 :])


def make_only(connection: Connection, home: Path, key: DataKey, now: datetime) -> Path:
    """Make a backup and let all others go: after an erasure they still hold what was erased."""
    try:
        path = make(connection, home, key, now)
    except DiskFull:
        _let_go(backups(home))  # first, then: the room they take is needed
        path = make(connection, home, key, now)
    _let_go(tuple(other for other in backups(home) if other != path))
    return path


def forget_damaged(home: Path) -> None:
    """Let go of the damaged stores that were put aside, and of copies that were cut off halfway.

    After an erasure they still hold what was erased.
    """
    at = Home(home)
    with folder.reported():
        for path in (*(each for name in _OLD_COPIES for each in at.folder.glob(name)), *at.backups.glob("*.part*")):
            path.unlink(missing_ok=True)


def newest_good(home: Path, key: DataKey) -> Path | None:
    """Find the newest backup that reads back whole."""
    return next((path for path in backups(home) if _reads_back(path, key)), None)


def restore(
    home: Path, key: DataKey, now: datetime, rescue: Rescue | None = None, empty: Callable[[Path], None] | None = None
) -> Restored:
    """Put the newest good backup in the place of a store that is damaged or gone. The store must not be open.

    `rescue` (events, when none is given) brings in what the damaged file still tells. Without a good backup `empty`
    makes a new file; when that is not given either, NoBackup is raised, and nothing was changed. Raises AlreadyOpen,
    or an error of the disk too.
    """
    at = Home(home)
    with mapped(at.database), folder.alone(at):
        _not_in_use(at, key)
        good = newest_good(home, key)
        part = at.database.with_name(_RESTORED)
        if good is not None:
            _copy(good, part)
            folder.sync_file(part)
        elif empty is not None:
            empty(part)
        else:
            raise NoBackup
        kept = _put_aside(at, now)
        part.replace(at.database)
        folder.sync_folder(at.folder)
        if good is not None and not at.slots.is_file() and slots_of(good).is_file():
            folder.write_atomically(at.slots, slots_of(good).read_bytes())
        saved = 0 if kept is None else (rescue or _save_from)(kept, at, key)
    return Restored(good, kept, saved)


def _named(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_NAME)


def _let_go(old: tuple[Path, ...]) -> None:
    with folder.reported():
        for path in old:
            path.unlink(missing_ok=True)
            slots_of(path).unlink(missing_ok=True)


def _reads_back(path: Path, key: DataKey) -> bool:
    connection = _opened(path, key)
    if connection is None:
        return False
    try:
        with mapped(path):
            return not database.faults(connection)
    except StoreError:
        return False
    finally:
        connection.close()


def _not_in_use(at: Home, key: DataKey) -> None:
    """Look whether another copy of the program holds the store. Raises AlreadyOpen."""
    with suppress(Damaged, WrongKey, NotEncrypted, Unreachable):
        database.connect(at.database, key).close()


def _copy(source: Path, target: Path) -> None:
    import shutil  # noqa: PLC0415  4 ms, and only when a store is damaged

    shutil.copyfile(source, target)
    folder.keep_to_owner(target)


def _put_aside(at: Home, now: datetime) -> Path | None:
    """Rename a damaged store, with the log that belongs to it, so that nothing of it is lost or mixed up."""
    if not at.database.exists():
        return None
    kept = at.folder / f"damaged-{_named(now)}.db"
    log = at.database.with_name(at.database.name + "-wal")
    if log.exists():
        log.replace(kept.with_name(kept.name + "-wal"))
    at.database.replace(kept)
    return kept


# ---- what can still be read of a damaged store


def _save_from(damaged: Path, at: Home, key: DataKey) -> int:
    """Bring the events that can still be read of a damaged store into the restored one. Gives how many were new.

    What was erased in it is erased in the restored one too: the backup may be one that still had it.
    """
    found: dict[str, list[Record]] = {}
    erasures = read_damaged(damaged, key, _NEXT_ERASED, _MISSES_ERASED)
    for _, *row in read_damaged(damaged, key, _NEXT):
        record = Record(*row)
        found.setdefault(record.session_id, []).append(record)
    connection = database.connect(at.database, key)
    try:
        migrate(connection)
        gone = journal.erased(connection)
        for _, session_id, moment, reason in erasures:
            if session_id not in gone:
                journal.erase(connection, session_id, datetime.fromisoformat(moment), reason)
        gone = journal.erased(connection)
        with transaction(connection):
            return sum(copies.merge(connection, id_, rows) for id_, rows in found.items() if id_ not in gone)
    finally:
        connection.close()


def read_damaged(damaged: Path, key: DataKey, following: str, most: int = _MISSES) -> list[tuple[Any, ...]]:
    """Give the rows that a damaged file still tells, reading from a copy so that the file stays as it was.

    `following` asks for the first row whose number, its first column, is at least `?`. The rest is given up when so
    many in a row, `most`, do not read.
    """
    copy = damaged.with_name(_READING)
    logs = [path.with_name(path.name + "-wal") for path in (damaged, copy)]
    try:
        _copy(damaged, copy)
        if logs[0].exists():
            _copy(logs[0], logs[1])
        with copy.open("r+b") as file:
            file.write(key.salt)  # the first bytes are no secret, and without them nothing opens
        return _row_by_row(copy, key, following, most)
    finally:
        for path in (copy, logs[1]):
            path.unlink(missing_ok=True)


def _row_by_row(path: Path, key: DataKey, following: str, most: int) -> list[tuple[Any, ...]]:
    """Read one row after the other and step over what does not read."""
    found: list[tuple[Any, ...]] = []
    seq, misses = 0, 0
    connection = _opened(path, key)
    while connection is not None and misses < most:
        try:
            with mapped(path):
                row = connection.execute(following, (seq,)).fetchone()
        except StoreError:
            connection.close()  # after a damaged page it reads nothing any more
            connection = _opened(path, key)
            seq, misses = seq + 1, misses + 1
            continue
        if row is None:
            break
        seq, misses = row[0] + 1, 0
        found.append(tuple(row))
    if connection is not None:
        connection.close()
    return found


def _opened(path: Path, key: DataKey) -> Connection | None:
    with suppress(StoreError):
        return database.connect(path, key)
    return None


_NEXT = "SELECT seq, id, session_id, kind, at, body FROM event WHERE seq >= ? ORDER BY seq LIMIT 1"
_NEXT_ERASED = "SELECT rowid, session_id, at, reason FROM erasure WHERE rowid >= ? ORDER BY rowid LIMIT 1"
