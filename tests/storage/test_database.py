from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from facilitator.storage import database
from facilitator.storage.database import Connection, mapped, transaction
from facilitator.storage.errors import (
    AlreadyOpen,
    Broken,
    Damaged,
    DiskFull,
    DiskTrouble,
    NewerStore,
    NoCipher,
    NotEncrypted,
    ReadOnly,
    StoreError,
    Unreachable,
    WrongKey,
)
from facilitator.storage.keys import DataKey
from facilitator.storage.migrations import migrate

KEY = DataKey.new()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with 400 rows, closed."""
    path = tmp_path / "store.db"
    connection = database.create(path, KEY)
    with transaction(connection):
        connection.execute("CREATE TABLE word (word TEXT)")
        connection.executemany("INSERT INTO word VALUES (?)", [(f"geheim{n}" * 20,) for n in range(400)])
    connection.close()
    return path


def words(path: Path, key: DataKey = KEY) -> int:
    """Read every row."""
    connection = database.connect(path, key)
    try:
        with mapped(path):
            return len(connection.execute("SELECT word FROM word").fetchall())
    finally:
        connection.close()


def test_what_is_kept_is_not_readable(path: Path) -> None:
    connection = database.connect(path, KEY)
    connection.execute("INSERT INTO word VALUES ('geheimWAL')")
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"geheim" not in content
        assert not content.startswith(b"SQLite")
    assert path.read_bytes().startswith(KEY.salt)
    connection.close()
    assert words(path) == 401


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("temp_store", 2),
    ],
)
def test_the_settings_that_lose_nothing_are_on(path: Path, pragma: str, value: object) -> None:
    connection = database.connect(path, KEY)
    assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    connection.close()


def test_another_key_is_refused(path: Path) -> None:
    with pytest.raises(WrongKey):
        database.connect(path, DataKey.new())
    assert words(path) == 400


def test_a_plain_file_in_its_place_is_refused_and_left_alone(path: Path) -> None:
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE word (word TEXT)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(NotEncrypted):
        database.connect(path, KEY)
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 1000, 4096, 5000, 8192, 20_000, -4096, -1])
def test_a_truncated_store_is_noticed(path: Path, size: int) -> None:
    content = path.read_bytes()[:size]
    path.write_bytes(content)
    with pytest.raises(Damaged):
        words(path)
    assert path.read_bytes()[:16] == content[:16]


def test_every_flipped_bit_is_noticed(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rnd = random.Random(7)
    content = path.read_bytes()
    for place in [0, 15, 16, 4095, *(rnd.randrange(len(content)) for _ in range(96))]:
        flipped = bytearray(content)
        flipped[place] ^= 1 << rnd.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises(Damaged):
            _read_whole(path)
    path.write_bytes(content)
    _read_whole(path)
    assert capfd.readouterr().err == ""  # the library would fill a log with it


def _read_whole(path: Path) -> None:
    connection = database.connect(path, KEY)
    try:
        with mapped(path):
            if found := database.faults(connection):
                raise Damaged(path) from ValueError(found)
    finally:
        connection.close()


@pytest.mark.parametrize("content", [b"x" * 10, b"x" * 8192, b"", b"%PDF-1.7" * 4096])
def test_any_other_file_in_its_place_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises((Damaged, WrongKey)):
        database.connect(path, KEY)


def test_a_store_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        database.connect(tmp_path / "store.db", KEY)
    with pytest.raises(Unreachable):
        database.connect(tmp_path / "no" / "store.db", KEY)
    assert not list(tmp_path.iterdir())


def test_a_second_process_is_kept_out(path: Path) -> None:
    connection = database.connect(path, KEY)
    code = (
        "import sys; from pathlib import Path; from facilitator.storage import database, keys, errors\n"
        "try: database.connect(Path(sys.argv[1]), keys.DataKey.from_raw(bytes.fromhex(sys.argv[2])))\n"
        "except errors.AlreadyOpen: print('already open')"
    )
    command = [sys.executable, "-c", code, str(path), KEY.raw.hex()]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("already open\n", "")
    connection.close()


def test_a_second_connection_in_this_process_is_kept_out(path: Path) -> None:
    connection = database.connect(path, KEY)
    with pytest.raises(AlreadyOpen):
        database.connect(path, KEY)
    connection.close()
    assert words(path) == 400


def test_a_full_store_says_so_and_goes_on_when_there_is_room(path: Path) -> None:
    connection = database.connect(path, KEY)
    connection.execute("PRAGMA max_page_count = 1").fetchall()
    big = ("x" * 50_000,)
    with pytest.raises(DiskFull), mapped(path), transaction(connection):
        connection.execute("INSERT INTO word VALUES (?)", big)
    connection.execute("PRAGMA max_page_count = 100000").fetchall()
    with transaction(connection):
        connection.execute("INSERT INTO word VALUES (?)", big)
    connection.close()
    assert words(path) == 401


@pytest.fixture
def others_folder(path: Path) -> Iterator[Path]:
    """The store in a folder of its own that a user without rights can reach."""
    with tempfile.TemporaryDirectory() as name:
        copy = shutil.copy(path, name)
        if os.geteuid() == 0:
            os.chown(copy, 65534, 65534)
        yield Path(name)
        Path(name).chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere than in mode bits")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(("folder", "file"), [(0o555, 0o600), (0o755, 0o400), (0o555, 0o400)])
def test_a_read_only_place_says_so(others_folder: Path, folder: int, file: int) -> None:
    (others_folder / "store.db").chmod(file)
    others_folder.chmod(folder)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)  # nothing is read-only for root
        os.write(write, _outcome(others_folder / "store.db").encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 100).decode() == ReadOnly.__name__


def _outcome(path: Path) -> str:
    try:
        words(path)
    except StoreError as error:
        return type(error).__name__
    return "opened"


def test_a_newer_store_is_refused(path: Path) -> None:
    connection = database.connect(path, KEY)
    connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerStore):
        migrate(connection)
    connection.close()


def test_a_library_without_the_cipher_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.connect", sqlite3.connect)
    new = path.with_name("new.db")
    with pytest.raises(NoCipher):
        database.create(new, KEY)
    assert new.read_bytes() == b""


def test_an_old_library_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    with pytest.raises(NoCipher):
        database.connect(path, KEY)


def test_our_own_fault_is_named_so(path: Path) -> None:
    connection = database.connect(path, KEY)
    with pytest.raises(Broken), mapped(path):
        connection.execute("SELECT nothing FROM nowhere")
    connection.close()


def _delete_and_fail(connection: Connection) -> None:
    connection.execute("DELETE FROM word")
    raise ZeroDivisionError


def test_what_is_raised_in_a_transaction_takes_it_back(path: Path) -> None:
    connection = database.connect(path, KEY)
    with pytest.raises(ZeroDivisionError), transaction(connection):
        _delete_and_fail(connection)
    connection.close()
    assert words(path) == 400


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        (5, AlreadyOpen),
        (261, AlreadyOpen),
        (6, AlreadyOpen),
        (8, ReadOnly),
        (1032, ReadOnly),
        (10, DiskTrouble),
        (778, DiskTrouble),
        (11, Damaged),
        (26, Damaged),
        (13, DiskFull),
        (14, Unreachable),
        (1, Broken),
        (19, Broken),
        (2067, Broken),
        (21, Broken),
        (0, Broken),
    ],
)
def test_every_error_of_the_library_becomes_one_of_ours(tmp_path: Path, code: int, ours: type[StoreError]) -> None:
    error = dbapi2.OperationalError("planted")
    error.sqlite_errorcode = code
    with pytest.raises(ours) as caught, mapped(tmp_path / "store.db"):
        raise error
    assert type(caught.value) is ours
    assert caught.value.__cause__ is error


def test_a_store_is_not_made_over_a_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(DiskTrouble):
        database.create(path, KEY)
    assert path.read_bytes() == before


def test_a_file_written_in_the_clear_is_noticed(path: Path) -> None:
    database.check_encrypted(path, KEY)
    with pytest.raises(NotEncrypted):
        database.check_encrypted(path, DataKey.new())


def test_settings_that_did_not_take_are_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PRAGMAS", ("journal_mode = DELETE",))
    with pytest.raises(ReadOnly):
        database.connect(path, KEY)
    with pytest.raises(ReadOnly):
        database.create(path.with_name("new.db"), KEY)
