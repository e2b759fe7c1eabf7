"""What is taken away for good is taken out of the backups too; where that fails halfway it is told, and done later."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.storage import backup, database, forgetting, help_desk, journal, overview, thread
from facilitator.storage.database import Connection
from facilitator.storage.errors import AlreadyOpen, Damaged, DiskFull, DiskTrouble, ReadOnly, StillInBackups
from facilitator.storage.folder import Home
from facilitator.storage.help_desk import Wording
from facilitator.storage.keys import DataKey
from facilitator.storage.ledger import Ledger
from tests.journeys.disks import disk, fill
from tests.storage.keeping import NOW, Ears, Meeting, made_key, open_store

LATER = NOW + timedelta(days=1)
ASKED = Wording("Mag ik de buurvrouw bellen over het merkwoord?")


def keep(connection: Connection, id_: str = "v-1") -> None:
    help_desk.keep(connection, id_, ASKED, date(2026, 11, 17))


def take(connection: Connection) -> None:
    help_desk.remove(connection, "v-1")


def in_backups(home: Path, key: DataKey) -> list[int]:
    """How many questions each backup holds."""
    found = []
    for path in backup.backups(home):
        connection = database.connect(path, key)
        found.append(len(help_desk.questions(connection)))
        connection.close()
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def key(home: Path) -> DataKey:
    """The key of a store with a session and a question, and of a backup that holds them."""
    key = made_key(home)
    ledger = Ledger(home, key)
    ledger.write(Meeting("s-1").led().entries)
    ledger.read(keep)
    ledger.back_up(NOW)
    ledger.close()
    return key


@contextmanager
def no_backups(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No backup can be made meanwhile, for another reason than that there is no room."""

    def no(*_: Any) -> Path:
        raise DiskTrouble

    with monkeypatch.context() as changed:
        changed.setattr(backup, "make", no)
        yield


def half_forgotten(home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is gone from the store and not from the backup."""
    ledger = Ledger(home, key)
    with no_backups(monkeypatch), pytest.raises(StillInBackups):
        ledger.forget(take, LATER)
    assert ledger.read(help_desk.questions) == ()
    ledger.close()
    assert in_backups(home, key) == [1]


def test_it_is_done_with_the_next_backup(home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch) -> None:
    half_forgotten(home, key, monkeypatch)
    ledger = Ledger(home, key)
    assert ledger.is_forgetting
    assert ledger.back_up(LATER).is_file()
    assert not ledger.is_forgetting
    ledger.close()
    assert in_backups(home, key) == [0]


def test_the_next_start_does_it_though_no_backup_is_due(
    home: Path, key: DataKey, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_forgotten(home, key, monkeypatch)
    monkeypatch.setattr(thread, "REST", 0.02)
    assert not backup.is_due(home, NOW)
    done = threading.Event()
    finish = forgetting.finish

    def told(connection: Connection, at: Home, secret: DataKey, now: datetime) -> Path | None:
        left = finish(connection, at, secret, now)
        done.set()
        return left

    monkeypatch.setattr(forgetting, "finish", told)
    with open_store(home, ears):
        assert done.wait(10)
    assert in_backups(home, key) == [0]
    assert ears.heard("trouble") == []


def test_a_start_that_does_not_succeed_either_is_told(
    home: Path, key: DataKey, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_forgotten(home, key, monkeypatch)
    monkeypatch.setattr(thread, "REST", 0.02)
    with no_backups(monkeypatch), open_store(home, ears):
        assert isinstance(ears.wait("trouble"), StillInBackups)
    assert Home(home).forgetting.exists()


def test_damage_that_is_found_meanwhile_is_told_when_a_backup_is_made(
    home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no(*_: Any) -> Path:
        raise Damaged(Home(home).database)

    ledger = Ledger(home, key)
    with monkeypatch.context() as changed:
        changed.setattr(backup, "make", no)
        with pytest.raises(StillInBackups):
            ledger.forget(take, LATER)
        with pytest.raises(Damaged):
            ledger.back_up(LATER)
    assert ledger.is_forgetting
    ledger.back_up(LATER)
    ledger.close()
    assert in_backups(home, key) == [0]


def test_power_that_is_cut_in_between_is_no_excuse(home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: Any) -> Path:
        raise Cut

    ledger = Ledger(home, key)
    with monkeypatch.context() as changed:
        changed.setattr(backup, "make", cut)
        with pytest.raises(Cut):
            ledger.forget(take, LATER)
    ledger.close()
    again = Ledger(home, key)
    again.back_up(LATER)
    again.close()
    assert in_backups(home, key) == [0]


def test_what_does_not_happen_is_not_remembered(home: Path, key: DataKey) -> None:
    def fault(_connection: Connection) -> None:
        raise ReadOnly

    ledger = Ledger(home, key)
    with pytest.raises(ReadOnly):
        ledger.forget(fault, LATER)
    assert not ledger.is_forgetting
    ledger.close()
    assert in_backups(home, key) == [1]


def test_what_does_not_happen_takes_nothing_from_what_is_still_to_be_done(
    home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_forgotten(home, key, monkeypatch)

    def fault(_connection: Connection) -> None:
        raise ReadOnly

    ledger = Ledger(home, key)
    with pytest.raises(ReadOnly):
        ledger.forget(fault, LATER)
    assert ledger.is_forgetting
    ledger.close()


def test_a_session_goes_the_same_road(home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(home, key)
    with no_backups(monkeypatch), pytest.raises(StillInBackups):
        ledger.erase("s-1", LATER, "asked")
    assert ledger.read(journal.session_ids) == ()
    ledger.back_up(LATER)
    ledger.close()
    (path,) = backup.backups(home)
    connection = database.connect(path, key)
    assert journal.erased(connection) == {"s-1"}
    connection.close()


def test_a_backup_that_is_put_back_meanwhile_brings_no_erased_session_back(
    home: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(home, key)
    ledger.write(Meeting("s-2").led().entries)
    ledger.back_up(NOW + timedelta(hours=1))
    with no_backups(monkeypatch), pytest.raises(StillInBackups):
        ledger.erase("s-1", LATER, "asked")
    ledger.close()
    assert backup.restore(home, key, LATER).backup is not None
    ledger = Ledger(home, key)
    assert ledger.read(journal.session_ids) == ("s-2",)
    assert ledger.read(journal.erased) == {"s-1"}
    assert [line.id for line in ledger.read(overview.sessions)] == ["s-2"]
    ledger.close()


@pytest.mark.parametrize(
    "name", ["restored.part", "reading.part", "reading.part-wal", "backups/20261117-150000.db.part"]
)
def test_copies_that_were_cut_off_halfway_go_too(home: Path, key: DataKey, name: str) -> None:
    for path in backup.backups(home):
        path.unlink()
    left = home / name
    left.write_bytes(b"x")
    ledger = Ledger(home, key)
    ledger.forget(take, LATER)
    ledger.close()
    assert not left.exists()


def test_without_a_backup_the_words_are_gone_from_the_log_and_from_what_was_put_aside(home: Path, key: DataKey) -> None:
    for path in backup.backups(home):
        path.unlink()
    aside = home / "damaged-20261117-144207.db"
    aside.write_bytes(b"x")
    ledger = Ledger(home, key)
    ledger.forget(take, LATER)
    assert (home / "store.db-wal").stat().st_size == 0
    ledger.close()
    assert (backup.backups(home), aside.exists()) == ((), False)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    with disk(tmp_path / "schijf", "size=3m") as small:
        yield small


def grown(home: Path) -> DataKey:
    """A store that is much larger than its one backup, so that the room of that is not enough for another."""
    key = made_key(home)
    ledger = Ledger(home, key)
    ledger.read(keep)
    ledger.back_up(NOW)
    meeting = Meeting("s-1").led()
    for _ in range(40):
        meeting.answer("woord " * 3_000)
    ledger.write(meeting.entries)
    ledger.close()
    return key


def test_on_a_full_disk_nothing_is_half_done(small_disk: Path) -> None:
    home = small_disk / "home"
    key, _filler = grown(home), fill(small_disk)
    ledger = Ledger(home, key)
    with pytest.raises(DiskFull):
        ledger.forget(take, LATER)
    assert len(ledger.read(help_desk.questions)) == 1
    assert not ledger.is_forgetting
    ledger.close()


def test_a_disk_that_is_full_halfway_is_told_and_overcome(small_disk: Path) -> None:
    home = small_disk / "home"
    key, filler = grown(home), fill(small_disk)
    aside = home / "damaged-20261117-144207.db"
    with filler.open("rb+") as file:
        file.truncate(filler.stat().st_size - 100_000)  # room for the question to go, and for no backup
    aside.touch()
    ledger = Ledger(home, key)
    with pytest.raises(StillInBackups):
        ledger.forget(take, LATER)
    assert ledger.read(help_desk.questions) == ()
    assert ledger.is_forgetting
    assert aside.exists()
    with pytest.raises(AlreadyOpen):  # a second copy of the program stays out
        database.connect(Home(home).database, key)
    filler.unlink()
    ledger.back_up(LATER)
    assert not ledger.is_forgetting
    ledger.close()
    assert in_backups(home, key) == [0]
    assert not aside.exists()
