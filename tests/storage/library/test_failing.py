from __future__ import annotations

import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.storage import backup, database
from facilitator.storage.errors import AlreadyOpen, Damaged, Gone, NewerStore, NotEncrypted, StoreError, WrongKey
from facilitator.storage.folder import Home
from facilitator.storage.keys import DataKey
from facilitator.storage.library import keeping, thread
from facilitator.storage.library.store import LibraryStore, folder_of
from tests.storage.keeping import Meeting, hand_in, open_store
from tests.storage.library.samples import (
    CASES,
    NOW,
    case_key,
    filled,
    found,
    ids,
    indexed,
    key_of,
    open_library,
)

DAY = timedelta(days=1)


def file_of(home: Path) -> Path:
    return Home(folder_of(home)).database


def spoil(path: Path, place: float = 0.5) -> None:
    """Change some bytes somewhere in a file."""
    data = bytearray(path.read_bytes())
    at = int(len(data) * place)
    data[at : at + 300] = bytes(300)
    path.write_bytes(data)


def spoiled(home: Path) -> Path:
    """A library of which every page but the first is damaged."""
    path = file_of(home)
    data = bytearray(path.read_bytes())
    for at in range(4096 + 100, len(data), 4096):
        data[at : at + 50] = bytes(50)
    path.write_bytes(data)
    return path


def test_a_second_copy_of_the_program_is_told_so(tmp_path: Path) -> None:
    with open_library(tmp_path), pytest.raises(AlreadyOpen):
        database.connect(file_of(tmp_path), key_of(tmp_path))


def test_another_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        filled(library)
    before = file_of(tmp_path).read_bytes()
    library = LibraryStore(tmp_path, DataKey.new, now=lambda: NOW, trouble=lambda _: None)
    with library, pytest.raises(WrongKey):
        library.opened.result(10)
    with pytest.raises(WrongKey):
        found(library)
    assert file_of(tmp_path).read_bytes() == before


def test_a_library_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    connection = database.connect(file_of(tmp_path), key_of(tmp_path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerStore):
        open_library(tmp_path)


def test_a_plain_file_in_its_place_is_not_used(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    file_of(tmp_path).write_bytes(b"SQLite format 3\x00" + bytes(4080))
    with pytest.raises(NotEncrypted):
        open_library(tmp_path)


def test_a_damaged_library_leaves_the_sessions_alone_and_the_backup_is_named(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        filled(library)
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "mijn tekst").result(10)
        path = library.back_up().result(10)
    spoiled(tmp_path)
    with pytest.raises(Damaged) as told:
        open_library(tmp_path)
    assert told.value.backup == path
    with open_store(tmp_path) as store:
        hand_in(store, Meeting())


def test_a_backup_that_is_put_back_is_indexed_again(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        filled(library)
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "mijn tekst").result(10)
        library.keep_version(case_key("eigen")).result(10)
        library.favour(case_key("stil"), yes=True).result(10)
        library.settle(case_key("eigen"), "Sem", "name", "is invented").result(10)
        path = library.back_up().result(10)
    spoiled(tmp_path)
    restored = keeping.mend(folder_of(tmp_path), key_of(tmp_path), NOW)
    assert restored.backup == path
    assert restored.kept is not None
    assert restored.kept.is_file()
    with open_library(tmp_path) as library:
        end = time.monotonic() + 10
        while found(library).growing:
            assert time.monotonic() < end
        assert found(library).total == len(CASES) + 1
        assert ids(found(library, "notaris")) == ["pinpas"]
        assert ids(found(library, favourites=True)) == ["stil"]
        assert library.item(case_key("eigen")).result(10).text == "mijn tekst"
        assert library.version_text(case_key("eigen"), 1).result(10) == "mijn tekst"
        assert len(library.settled(case_key("eigen")).result(10)) == 1


def test_a_library_that_would_not_open_mends_itself(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "mijn tekst").result(10)
        path = library.back_up().result(10)
        assert not library.shut
    spoiled(tmp_path)
    library = LibraryStore(tmp_path, lambda: key_of(tmp_path), now=lambda: NOW, trouble=lambda _: None)
    with pytest.raises(Damaged):
        library.opened.result(10)
    assert library.shut
    assert library.mend().backup == path
    library.close()
    with open_library(tmp_path) as again:
        assert again.item(case_key("eigen")).result(10).text == "mijn tekst"


def test_a_library_that_was_open_is_closed_before_its_file_is_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut: list[bool] = []
    library = open_library(tmp_path)
    monkeypatch.setattr(keeping, "mend", lambda *_: shut.append(library.shut))
    library.mend()
    library.close()
    assert shut == [True]


def test_closing_waits_for_what_is_being_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = open_library(tmp_path)
    begun, go_on = threading.Event(), threading.Event()

    def mend(*_: object) -> None:
        begun.set()
        assert go_on.wait(10)

    monkeypatch.setattr(keeping, "mend", mend)
    mending = threading.Thread(target=library.mend)
    closing = threading.Thread(target=library.close)
    mending.start()
    assert begun.wait(10)
    closing.start()
    closing.join(0.1)
    assert closing.is_alive()
    go_on.set()
    for thread_ in (mending, closing):
        thread_.join(10)
        assert not thread_.is_alive()


def test_without_a_backup_what_can_be_read_is_saved_in_a_new_file(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        for number in range(60):
            text = f"tekst {number} " * 400
            library.create(indexed(f"eigen{number}", f"Eigen {number}", f"vuurtoren {number}"), text).result(10)
        library.keep_version(case_key("eigen0")).result(10)
    spoil(file_of(tmp_path), 0.6)
    restored = keeping.mend(folder_of(tmp_path), key_of(tmp_path), NOW)
    assert restored.backup is None
    assert 20 <= restored.saved < 60  # the damaged page held some thirty titles
    with open_library(tmp_path) as library:
        assert found(library).total == restored.saved


def test_what_is_newer_in_the_damaged_file_is_saved_from_it(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "oud").result(10)
        library.create(indexed("stil", "Stil", "molen"), "stil").result(10)
        library.back_up().result(10)
    with open_library(tmp_path, now=NOW + DAY) as library:
        library.save(indexed("eigen", "Eigen", "vuurtoren"), "nieuw").result(10)
    restored = keeping.mend(folder_of(tmp_path), key_of(tmp_path), NOW + DAY)
    assert restored.saved == 1
    with open_library(tmp_path) as library:
        assert library.item(case_key("eigen")).result(10).text == "nieuw"
        assert library.item(case_key("stil")).result(10).text == "stil"


def test_a_library_that_was_taken_away_is_missed(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.create(indexed("eigen"), "").result(10)
        library.back_up().result(10)
    file_of(tmp_path).unlink()
    with pytest.raises(Gone):
        open_library(tmp_path)


def test_the_daily_backup_is_made_in_rest_when_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread, "REST", 0.02)
    troubles: list[StoreError] = []
    home = folder_of(tmp_path)
    with open_library(tmp_path, troubles) as library:
        library.create(indexed("eigen"), "").result(10)
        end = time.monotonic() + 10
        while not backup.backups(home):
            assert time.monotonic() < end
            time.sleep(0.01)
    with open_library(tmp_path, troubles, now=NOW + 2 * DAY):
        time.sleep(0.3)
    assert len(backup.backups(home)) == 1  # nothing changed since
    assert troubles == []


def test_a_backup_that_fails_is_told_and_the_library_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread, "REST", 0.02)
    troubles: list[StoreError] = []
    with open_library(tmp_path, troubles) as library:
        Home(folder_of(tmp_path)).backups.write_text("in the way")
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
        end = time.monotonic() + 10
        while not troubles:
            assert time.monotonic() < end
            time.sleep(0.01)
        assert ids(found(library, "vuurtoren")) == ["eigen"]


def test_few_backups_are_kept(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.create(indexed("eigen"), "").result(10)
    for number in range(5):
        with open_library(tmp_path, now=NOW + number * DAY) as library:
            library.back_up().result(10)
    assert len(backup.backups(folder_of(tmp_path))) == keeping.KEEP


def test_a_library_that_is_gone_while_open_is_told_and_comes_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_library(home) as library:
        filled(library)
        folder_of(home).rename(tmp_path / "away")
        with pytest.raises(StoreError):
            library.create(indexed("eigen"), "").result(10)
        (tmp_path / "away").rename(folder_of(home))
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
        assert ids(found(library, "vuurtoren")) == ["eigen"]
        assert found(library).total == len(CASES) + 1
