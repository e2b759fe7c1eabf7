from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.storage import backup, database, journal
from facilitator.storage.database import Connection
from facilitator.storage.errors import AlreadyOpen, Damaged, DiskFull, Gone, NoBackup
from facilitator.storage.folder import Home, slots_of
from facilitator.storage.keys import DataKey
from facilitator.storage.ledger import Ledger
from tests.storage.keeping import NOW, Meeting, made_key

DAY = timedelta(days=1)


@pytest.fixture
def key(tmp_path: Path) -> DataKey:
    """A home where a session was kept and backed up, and another session came after."""
    key = made_key(tmp_path)
    ledger = Ledger(tmp_path, key)
    ledger.write(Meeting("before").led(answers=30).entries)
    ledger.back_up(NOW)
    ledger.write(Meeting("after").led(answers=30).entries)
    ledger.close()
    return key


def kept(home: Path, key: DataKey) -> dict[str, int]:
    """How many events of each session are in the store."""
    ledger = Ledger(home, key)
    try:
        ids = ledger.read(journal.session_ids)
        return {id_: len(ledger.read(lambda c, i=id_: journal.records_of(c, i))) for id_ in ids}  # type: ignore[misc]
    finally:
        ledger.close()


def damage(path: Path, *places: int) -> None:
    """Flip a bit at these places."""
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 1
    path.write_bytes(content)


def test_a_backup_is_encrypted_whole_and_has_its_slots(tmp_path: Path, key: DataKey) -> None:
    (path,) = backup.backups(tmp_path)
    assert path.read_bytes().startswith(key.salt)
    assert slots_of(path).read_bytes() == Home(tmp_path).slots.read_bytes()
    connection = database.connect(path, key)
    assert database.faults(connection) == []
    assert journal.session_ids(connection) == ("before",)
    connection.close()


def test_a_backup_is_due_after_a_day_and_five_are_kept(tmp_path: Path, key: DataKey) -> None:
    assert backup.made_at(backup.backups(tmp_path)[0]) == NOW
    assert not backup.is_due(tmp_path, NOW + DAY / 2)
    assert backup.is_due(tmp_path, NOW + DAY * 1.01)
    ledger = Ledger(tmp_path, key)
    for number in range(1, 8):
        ledger.back_up(NOW + number * DAY)
    ledger.close()
    assert [path.stem[:8] for path in backup.backups(tmp_path)] == [
        "20261124",
        "20261123",
        "20261122",
        "20261121",
        "20261120",
    ]
    assert len(list(Home(tmp_path).backups.iterdir())) == 10


def test_a_file_with_another_name_among_the_backups_stops_nothing(tmp_path: Path, key: DataKey) -> None:
    (mine,) = backup.backups(tmp_path)
    copy = mine.with_name("kopie van mij.db")
    copy.write_bytes(mine.read_bytes())
    assert not backup.is_due(tmp_path, NOW + DAY / 2)
    assert backup.newest_good(tmp_path, key) == mine
    mine.unlink()
    assert backup.is_due(tmp_path, NOW)
    assert backup.newest_good(tmp_path, key) == copy
    ledger = Ledger(tmp_path, key)
    for number in range(1, 8):
        ledger.back_up(NOW + number * DAY)
    ledger.close()
    assert (len(backup.backups(tmp_path)), backup.backups(tmp_path)[-1]) == (6, copy)


def test_backups_made_by_a_clock_that_ran_ahead_put_off_nothing(tmp_path: Path, key: DataKey) -> None:
    ledger = Ledger(tmp_path, key)
    for number in range(1, 5):
        ledger.back_up(NOW + number * DAY)
    before = NOW - 2 * DAY
    assert backup.is_due(tmp_path, before)
    made = ledger.back_up(before)
    ledger.close()
    assert len(backup.backups(tmp_path)) == backup.KEEP
    assert made in backup.backups(tmp_path)
    assert not backup.is_due(tmp_path, before)


def test_remains_of_a_backup_cut_off_are_cleared(tmp_path: Path, key: DataKey) -> None:
    (Home(tmp_path).backups / "20261117-150000.db.part").write_bytes(b"half")
    ledger = Ledger(tmp_path, key)
    ledger.back_up(NOW + DAY)
    ledger.close()
    assert not list(Home(tmp_path).backups.glob("*.part*"))


def test_a_damaged_store_names_the_newest_backup_that_reads_back(tmp_path: Path, key: DataKey) -> None:
    ledger = Ledger(tmp_path, key)
    newer = ledger.back_up(NOW + DAY)
    ledger.close()
    damage(newer, 9000)
    damage(Home(tmp_path).database, 100)
    with pytest.raises(Damaged) as caught:
        Ledger(tmp_path, key)
    assert caught.value.backup == backup.backups(tmp_path)[1]
    assert caught.value.backup.name in caught.value.text()


def test_restoring_keeps_the_damaged_file_and_saves_what_reads(tmp_path: Path, key: DataKey) -> None:
    whole = kept(tmp_path, key)
    content = Home(tmp_path).database.read_bytes()
    damage(Home(tmp_path).database, len(content) - 5000, 3)
    damaged = Home(tmp_path).database.read_bytes()
    restored = backup.restore(tmp_path, key, NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == damaged
    now = kept(tmp_path, key)
    assert now["before"] == whole["before"]
    assert 0 < now["after"] <= whole["after"]
    assert restored.saved == now["after"]
    assert not list(tmp_path.glob("*.part*"))


def test_a_store_beyond_reading_goes_back_to_the_backup(tmp_path: Path, key: DataKey) -> None:
    Home(tmp_path).database.write_bytes(b"")
    restored = backup.restore(tmp_path, key, NOW)
    assert restored.saved == 0
    assert list(kept(tmp_path, key)) == ["before"]


@pytest.mark.parametrize("places", [(0,), (100,), (0, 100)])
def test_a_log_that_was_left_is_saved_too_and_mixes_with_nothing(
    tmp_path: Path, key: DataKey, places: tuple[int, ...]
) -> None:
    ledger = Ledger(tmp_path, key)
    ledger.write(Meeting("in-the-log").led().entries)
    home = Home(tmp_path)
    log = home.database.with_name("store.db-wal")
    left = {path: path.read_bytes() for path in (home.database, log)}
    ledger.close()
    for path, content in left.items():
        path.write_bytes(content)
    damage(home.database, *places)
    restored = backup.restore(tmp_path, key, NOW)
    assert restored.kept is not None
    assert not log.exists()
    assert set(kept(tmp_path, key)) == {"before", "after", "in-the-log"}


def test_a_store_that_is_gone_is_not_silently_made_anew(tmp_path: Path, key: DataKey) -> None:
    Home(tmp_path).database.unlink()
    with pytest.raises(Gone) as caught:
        Ledger(tmp_path, key)
    assert caught.value.backup == backup.backups(tmp_path)[0]
    restored = backup.restore(tmp_path, key, NOW)
    assert restored.kept is None
    assert list(kept(tmp_path, key)) == ["before"]


def test_slots_that_are_gone_come_back_with_the_store(tmp_path: Path, key: DataKey) -> None:
    slots = Home(tmp_path).slots
    before = slots.read_bytes()
    slots.unlink()
    Home(tmp_path).database.unlink()
    backup.restore(tmp_path, key, NOW)
    assert slots.read_bytes() == before


def test_without_a_good_backup_nothing_is_touched(tmp_path: Path, key: DataKey) -> None:
    home = Home(tmp_path)
    damage(home.database, 100)
    damage(backup.backups(tmp_path)[0], 100)
    before = home.database.read_bytes()
    with pytest.raises(Damaged) as caught:
        Ledger(tmp_path, key)
    assert caught.value.backup is None
    assert caught.value.text() != Damaged(home.database, home.database).text()
    with pytest.raises(NoBackup):
        backup.restore(tmp_path, key, NOW)
    assert home.database.read_bytes() == before


def test_damage_is_noticed_when_the_backup_is_made(tmp_path: Path, key: DataKey) -> None:
    damage(Home(tmp_path).database, Home(tmp_path).database.stat().st_size - 5000)
    ledger = Ledger(tmp_path, key)
    with pytest.raises(Damaged) as caught:
        ledger.back_up(NOW + DAY)
    ledger.close()
    assert caught.value.backup == backup.backups(tmp_path)[0]
    assert len(backup.backups(tmp_path)) == 1


def test_erasing_reaches_the_backups(tmp_path: Path, key: DataKey) -> None:
    ledger = Ledger(tmp_path, key)
    assert ledger.erase("before", NOW + DAY, "asked") > 30
    ledger.close()
    (path,) = backup.backups(tmp_path)
    connection = database.connect(path, key)
    assert journal.session_ids(connection) == ("after",)
    assert journal.erased(connection) == {"before"}
    connection.close()


def test_erasing_reaches_the_backups_also_when_there_is_no_room_for_another(
    tmp_path: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = backup.backups(tmp_path)
    make = backup.make

    def crowded(connection: Connection, home: Path, key: DataKey, now: datetime) -> Path:
        if before.exists():
            raise DiskFull
        return make(connection, home, key, now)

    monkeypatch.setattr(backup, "make", crowded)
    ledger = Ledger(tmp_path, key)
    ledger.erase("before", NOW + DAY, "asked")
    ledger.close()
    assert before not in backup.backups(tmp_path)
    assert len(backup.backups(tmp_path)) == 1


def test_erasing_reaches_a_damaged_store_that_was_put_aside(tmp_path: Path, key: DataKey) -> None:
    damage(Home(tmp_path).database, 0)
    aside = backup.restore(tmp_path, key, NOW).kept
    assert aside is not None
    assert aside.exists()
    ledger = Ledger(tmp_path, key)
    ledger.erase("before", NOW + DAY, "asked")
    ledger.close()
    assert not list(tmp_path.glob("damaged-*"))


def test_a_restored_backup_does_not_bring_back_what_was_erased(tmp_path: Path, key: DataKey) -> None:
    ledger = Ledger(tmp_path, key)
    ledger.erase("after", NOW + DAY, "asked")
    ledger.close()
    damage(Home(tmp_path).database, 0)
    backup.restore(tmp_path, key, NOW)
    assert list(kept(tmp_path, key)) == ["before"]


ATTEMPTS: list[Callable[[Path, DataKey], object]] = [
    lambda home, key: backup.restore(home, key, NOW),
    Ledger,
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_is_put_back_while_the_program_is_open(
    tmp_path: Path, key: DataKey, attempt: Callable[[Path, DataKey], object]
) -> None:
    ledger = Ledger(tmp_path, key)
    with pytest.raises(AlreadyOpen):
        attempt(tmp_path, key)
    ledger.write(Meeting("still").led().entries)
    ledger.close()
    assert "still" in kept(tmp_path, key)
