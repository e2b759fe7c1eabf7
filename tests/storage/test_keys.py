from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from facilitator.storage import keys
from facilitator.storage.errors import (
    AlreadyOpen,
    KeyMissing,
    KeysExist,
    KeyStoreUnavailable,
    RecoveryKeyForeign,
    RecoveryKeyTypo,
    SlotsMissing,
)
from facilitator.storage.folder import Home, alone
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import KeyPlace


class Remembering:
    """A key store in memory that can be closed."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.closed = False

    def get(self, name: str) -> str | None:
        if self.closed:
            raise KeyStoreUnavailable
        return self.kept.get(name)

    def put(self, name: str, secret: str) -> None:
        if self.closed:
            raise KeyStoreUnavailable
        self.kept[name] = secret


def test_a_key_in_the_key_store_leaves_no_key_on_the_disk(tmp_path: Path) -> None:
    store = Remembering()
    made = keys.create(tmp_path, store)
    assert made.place is KeyPlace.KEY_STORE
    assert keys.unlock(tmp_path, store).key == made.key
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert made.key.secret not in on_disk
    assert made.key.secret.hex().encode() not in on_disk
    assert str(made.recovery).encode() not in on_disk


def test_without_a_key_store_the_key_lies_in_a_file_of_the_owner(tmp_path: Path) -> None:
    made = keys.create(tmp_path, NoKeyStore())
    unlocked = keys.unlock(tmp_path, NoKeyStore())
    assert (made.place, unlocked.place) == (KeyPlace.FILE, KeyPlace.FILE)
    assert unlocked.key == made.key


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere than in mode bits")
def test_rights_of_others_on_the_key_file_are_taken_away(tmp_path: Path) -> None:
    keys.create(tmp_path, NoKeyStore())
    for name in ("store.key", "store.slots"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    (tmp_path / "store.key").chmod(0o644)
    keys.unlock(tmp_path, NoKeyStore())
    assert stat.S_IMODE((tmp_path / "store.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("left", ["store.db", "store.slots", "backups"])
def test_no_new_key_over_what_is_there(tmp_path: Path, left: str) -> None:
    (tmp_path / left).mkdir()
    with pytest.raises(KeysExist):
        keys.create(tmp_path, NoKeyStore())
    assert [path.name for path in tmp_path.iterdir() if path.name != "first-start.lock"] == [left]


def test_two_first_starts_at_once_make_one_key(tmp_path: Path) -> None:
    with alone(Home(tmp_path)), pytest.raises(AlreadyOpen):
        keys.create(tmp_path, NoKeyStore())
    keys.create(tmp_path, NoKeyStore())


def test_an_emptied_key_store_is_overcome_with_the_recovery_key(tmp_path: Path) -> None:
    store = Remembering()
    made = keys.create(tmp_path, store)
    store.kept.clear()
    with pytest.raises(KeyMissing):
        keys.unlock(tmp_path, store)
    assert keys.recover(tmp_path, str(made.recovery).lower(), store).key == made.key
    assert keys.unlock(tmp_path, store).key == made.key


def test_a_closed_key_store_is_overcome_with_the_recovery_key_and_a_file(tmp_path: Path) -> None:
    store = Remembering()
    made = keys.create(tmp_path, store)
    store.closed = True
    with pytest.raises(KeyStoreUnavailable):
        keys.unlock(tmp_path, store)
    assert keys.recover(tmp_path, str(made.recovery), store).place is KeyPlace.FILE
    assert keys.unlock(tmp_path, store).key == made.key


@pytest.mark.parametrize("instead", [None, b"", b"nonsense", b"ab" * 48])
def test_a_lost_or_foreign_key_file_is_a_missing_key(tmp_path: Path, instead: bytes | None) -> None:
    made = keys.create(tmp_path, NoKeyStore())
    path = tmp_path / "store.key"
    path.unlink() if instead is None else path.write_bytes(instead)
    with pytest.raises(KeyMissing):
        keys.unlock(tmp_path, NoKeyStore())
    keys.recover(tmp_path, str(made.recovery), NoKeyStore())
    assert keys.unlock(tmp_path, NoKeyStore()).key == made.key


def test_a_recovery_key_of_other_data_is_refused(tmp_path: Path) -> None:
    keys.create(tmp_path / "one", NoKeyStore())
    other = keys.create(tmp_path / "two", NoKeyStore())
    with pytest.raises(RecoveryKeyForeign):
        keys.recover(tmp_path / "one", str(other.recovery), NoKeyStore())
    with pytest.raises(RecoveryKeyTypo):
        keys.recover(tmp_path / "one", str(other.recovery)[:-1], NoKeyStore())


@pytest.mark.parametrize("damage", [None, b"", b"{}", b'{"key_id": 3}'])
def test_lost_slots_come_from_the_newest_backup(tmp_path: Path, damage: bytes | None) -> None:
    made = keys.create(tmp_path, store := Remembering())
    home = Home(tmp_path)
    home.backups.mkdir()
    (home.backups / "2020.slots").write_bytes(home.slots.read_bytes())
    home.slots.unlink() if damage is None else home.slots.write_bytes(damage)
    assert keys.unlock(tmp_path, store).key == made.key
    assert keys.recover(tmp_path, str(made.recovery), store).key == made.key
    assert home.slots.read_bytes() != damage


def test_without_any_slots_the_key_file_still_opens_and_a_recovery_key_is_to_be_made(tmp_path: Path) -> None:
    made = keys.create(tmp_path, NoKeyStore())
    Home(tmp_path).slots.unlink()
    with pytest.raises(SlotsMissing):
        keys.recover(tmp_path, str(made.recovery), NoKeyStore())
    with pytest.raises(SlotsMissing):
        keys.recovery_noted(tmp_path)
    with pytest.raises(SlotsMissing):
        keys.key_of_copy(Home(tmp_path).database, str(made.recovery))
    unlocked = keys.unlock(tmp_path, NoKeyStore())
    assert unlocked.key == made.key
    assert not unlocked.recovery_noted
    again = keys.renew_recovery(tmp_path, unlocked)
    assert keys.recover(tmp_path, str(again), NoKeyStore()).key == made.key


def test_a_recovery_key_is_shown_again_until_it_was_noted(tmp_path: Path) -> None:
    keys.create(tmp_path, NoKeyStore())
    assert not keys.unlock(tmp_path, NoKeyStore()).recovery_noted
    keys.recovery_noted(tmp_path)
    assert keys.unlock(tmp_path, NoKeyStore()).recovery_noted


def test_a_renewed_recovery_key_takes_the_place_of_the_former_everywhere(tmp_path: Path) -> None:
    made = keys.create(tmp_path, NoKeyStore())
    home = Home(tmp_path)
    home.backups.mkdir()
    (home.backups / "b.slots").write_bytes(home.slots.read_bytes())
    new = keys.renew_recovery(tmp_path, keys.unlock(tmp_path, NoKeyStore()))
    for database in (home.database, home.backups / "b.db"):
        assert keys.key_of_copy(database, str(new)) == made.key
        with pytest.raises(RecoveryKeyForeign):
            keys.key_of_copy(database, str(made.recovery))


def test_keys_do_not_show_in_a_log(tmp_path: Path) -> None:
    made = keys.create(tmp_path, NoKeyStore())
    assert made.key.secret.hex() not in repr(made)
    assert repr(made.key.secret) not in repr(made)
    assert repr(made.recovery.secret) not in repr(made)
