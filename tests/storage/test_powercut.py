"""The power goes at any moment: what was committed is there, in every state the disk may be found in."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from facilitator.storage import copies, database, journal
from facilitator.storage.database import Connection, mapped, transaction
from facilitator.storage.errors import StoreError
from facilitator.storage.keys import DataKey
from facilitator.storage.projection import Projector, rows_of
from tests.storage.keeping import Meeting
from tests.storage.powercut import Disk, PowerCut, connected

CUTS, STATES = 80, 3
KEY = DataKey.new()
ENTRIES = Meeting().led(answers=120).entries


@dataclass
class Found:
    """What all states after all cuts came to."""

    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0


def write_until_the_cut(connection: Connection) -> list[str]:
    """Keep one event after the other as the ledger does; give those whose commit returned."""
    acknowledged: list[str] = []
    projector = Projector()
    try:
        for entry in ENTRIES:
            with transaction(connection):
                journal.add(connection, [entry.record])
                projector.write(connection, "s-1", rows_of(entry.session, entry.at))
            acknowledged.append(entry.record.id)
    except PowerCut:
        return acknowledged
    raise AssertionError("the power was not cut")


def look(path: Path, acknowledged: list[str], found: Found) -> None:
    """Open what the disk holds with the program's own library and count what is missing or wrong."""
    try:
        connection = database.connect(path, KEY)
    except StoreError:
        found.damaged += 1
        return
    try:
        with mapped(path):
            records = journal.records_of(connection, "s-1")
            right = [entry.record for entry in ENTRIES[: len(records)]] == list(records)
            found.damaged += not right or bool(database.faults(connection))
            found.lost += len(set(acknowledged) - {record.id for record in records})
    except StoreError:
        found.damaged += 1
    finally:
        connection.close()


def cut_often(folder: Path, synchronous: str) -> Found:
    """Cut the power in as many runs, and look at a few states after each."""
    rnd, found = random.Random(11), Found()
    copies.make_store(folder / "empty.db", KEY)
    for number in range(CUTS):
        run = folder / f"run{number}"
        run.mkdir()
        path = run / "store.db"
        path.write_bytes((folder / "empty.db").read_bytes())
        disk = Disk(run)
        with connected(disk, path, KEY, synchronous) as connection:
            disk.left = rnd.randint(1, 400)
            acknowledged = write_until_the_cut(connection)
            found.acknowledged += len(acknowledged)
            for state in range(STATES):
                after = run / str(state)
                after.mkdir()
                disk.after_the_cut(rnd, after)
                look(after / "store.db", acknowledged, found)
    return found


def test_no_committed_event_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    found = cut_often(tmp_path, "FULL")
    assert found.acknowledged > 10 * CUTS
    assert (found.lost, found.damaged) == (0, 0)


def test_a_setting_that_syncs_less_would_be_found(tmp_path: Path) -> None:
    found = cut_often(tmp_path, "NORMAL")
    assert found.lost > 0
    assert found.damaged == 0
