"""A copy of a session elsewhere, for the moment when the store itself cannot be written; and bringing it back.

A copy is a store of its own: same key, encrypted, with its slot file beside it, so that it opens with the recovery
key on another laptop too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from facilitator.storage import database, folder, journal
from facilitator.storage.database import Connection, mapped, transaction
from facilitator.storage.errors import Broken
from facilitator.storage.folder import Home, slots_of
from facilitator.storage.holding import make_file
from facilitator.storage.journal import Record
from facilitator.storage.keys import DataKey
from facilitator.storage.migrations import migrate


def make_store(path: Path, key: DataKey, records: Iterable[Record] = ()) -> None:
    """Make a store with these events. It appears under its name when it is whole and on the disk.

    Raises the errors of the disk.
    """

    def fill(connection: Connection) -> None:
        migrate(connection)
        with transaction(connection):
            journal.add(connection, records)

    make_file(path, key, fill)


def save_copy(path: Path, home: Path, key: DataKey, records: Sequence[Record]) -> Path:
    """Save these events encrypted at `path`, with the slot file beside it. Gives the path of the copy.

    Raises DiskFull, ReadOnly, Unreachable or DiskTrouble, of the place where the copy was to go.
    """
    at = path if path.suffix == ".db" else path.with_name(f"{path.name}.db")
    make_store(at, key, records)
    with folder.reported():
        slots = Home(home).slots
        if slots.is_file():
            folder.write_atomically(slots_of(at), slots.read_bytes())
    return at


def bring_back(connection: Connection, copy: Path, key: DataKey, scratch: Path) -> int:
    """Take the events of a copy into the journal, each at its place. Gives how many were new.

    The copy is read in the folder `scratch`, so that it stays as it is, on a read-only stick too. An erased session
    stays erased. Raises what `database.connect` raises for the copy.
    """
    import shutil  # noqa: PLC0415  4 ms, and seldom needed

    part = scratch / "brought-back.part"
    try:
        with folder.reported():
            shutil.copyfile(copy, part)
        records = _all_records(part, key)
    finally:
        part.unlink(missing_ok=True)
    gone = journal.erased(connection)
    with transaction(connection):
        return sum(merge(connection, id_, found) for id_, found in records.items() if id_ not in gone)


def _all_records(path: Path, key: DataKey) -> dict[str, tuple[Record, ...]]:
    connection = database.connect(path, key)
    try:
        with mapped(path):
            migrate(connection)
            return {id_: journal.records_of(connection, id_) for id_ in journal.session_ids(connection)}
    finally:
        connection.close()


def merge(connection: Connection, session_id: str, records: Sequence[Record]) -> int:
    """Merge events into those of a session, inside the transaction that is open. Gives how many were new.

    Where the two have gone separate ways since their last common event, the moment of each event decides.
    """
    here = journal.records_of(connection, session_id)
    known = {record.id for record in here}
    new = [record for record in records if record.id not in known]
    if not new:
        return 0
    merged = _in_order(here, records)
    same = next((i for i, (old, now) in enumerate(zip(here, merged, strict=False)) if old.id != now.id), len(here))
    for record in here[same:]:
        connection.execute("DELETE FROM event WHERE id = ?", (record.id,))
    journal.add(connection, merged[same:])
    with suppress(Broken):  # a session without its beginning is kept, and cannot be shown
        journal.project(connection, session_id)
    return len(new)


def _in_order(here: Sequence[Record], there: Sequence[Record]) -> list[Record]:
    """Put what is new of `there` into `here`: after what it followed there, and otherwise by the clock."""
    ours, theirs = {record.id for record in here}, {record.id for record in there}
    merged = list(here)
    place = 0
    for record in there:
        if record.id in ours:
            place = 1 + next(i for i, other in enumerate(merged) if other.id == record.id)
            continue
        while place < len(merged) and merged[place].id not in theirs and _before(merged[place], record):
            place += 1
        merged.insert(place, record)
        place += 1
    return merged


def _before(one: Record, other: Record) -> bool:
    return datetime.fromisoformat(one.at) <= datetime.fromisoformat(other.at)
