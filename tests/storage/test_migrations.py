"""A store is brought up to date whole or not at all, whenever the process is killed."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from facilitator.storage import database, journal, migrations, overview
from facilitator.storage.database import Connection, transaction
from facilitator.storage.keys import DataKey
from facilitator.storage.migrations import MIGRATIONS, VERSION, migrate
from tests.storage.keeping import Meeting

KEY = DataKey.from_raw(bytes(range(48)))  # the same in the process whose children are killed
EVENTS = [entry.record for entry in Meeting().led(answers=20).entries]
SCRIPT_ID = Meeting().led().entries[-1].session.script.id

Shape = tuple[int, tuple[str, ...], int]
"""Version, tables and indexes as they were made, number of events."""


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """Open a store as it is."""
    connection = database.connect(path, KEY)
    try:
        yield connection
    finally:
        connection.close()


def store_of(path: Path, version: int) -> None:
    """Make a store as an earlier program left it."""
    path.write_bytes(_store_of(version))


@cache  # hundreds of them are wanted, and making one costs more than all that is done to it
def _store_of(version: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        _make(path, version)
        assert list(Path(folder).iterdir()) == [path]  # nothing of it lies in a second file
        return path.read_bytes()


def _make(path: Path, version: int) -> None:
    connection = database.create(path, KEY)
    with transaction(connection):
        for statement in (one for step in MIGRATIONS[:version] for one in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        if version:
            journal.add(connection, EVENTS)
    connection.close()


def shape(path: Path) -> Shape:
    """Tell what is in a store."""
    with opened(path) as connection:
        assert database.faults(connection) == []
        made = "SELECT name || ': ' || coalesce(sql, 'by itself') FROM sqlite_schema ORDER BY name"
        names = tuple(row[0] for row in connection.execute(made))
        has_events = any(name.startswith("event: ") for name in names)
        count = connection.execute("SELECT count(*) FROM event").fetchone()[0] if has_events else 0
        return connection.execute("PRAGMA user_version").fetchone()[0], names, count


def update(path: Path) -> None:
    """Do what opening does."""
    with opened(path) as connection:
        migrate(connection)
        journal.ensure_overview(connection)


def killed_at(path: Path, statement: int) -> bool:
    """Bring a store up to date in a child that is killed before its n-th statement; whether it came so far."""
    child = os.fork()
    if child == 0:
        with opened(path) as connection:
            _kill_at(connection, statement)
            migrate(connection)
            journal.ensure_overview(connection)
            os._exit(0)  # within, so that not even closing is orderly
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _kill_at(connection: Any, statement: int) -> None:
    left = [statement]

    def count(asked: str) -> None:
        left[0] -= not asked.startswith("--")  # not what a statement does within itself
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connection.set_trace_callback(count)


@pytest.mark.parametrize("version", range(VERSION))
def test_an_older_store_becomes_a_new_one_and_keeps_its_events(tmp_path: Path, version: int) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    store_of(new, VERSION)
    store_of(old, version)
    update(old)
    assert shape(old)[:2] == shape(new)[:2]
    with opened(old) as connection:
        assert list(journal.records_of(connection, "s-1")) == (EVENTS if version else [])
        assert connection.execute("SELECT count(*) FROM agreement").fetchone()[0] == (1 if version else 0)


def test_an_overview_of_before_it_told_the_script_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store_of(path, VERSION)
    update(path)
    with opened(path) as connection, transaction(connection):
        connection.execute("UPDATE session SET script_id = '', case_id = NULL")
        connection.execute("UPDATE setting SET value = '1' WHERE name = 'overview'")
    update(path)
    with opened(path) as connection:
        assert [use.script_id for use in overview.uses(connection)] == [SCRIPT_ID]


@cache
def whole(version: int) -> tuple[int, tuple[str, ...]]:
    """Tell what is in a store of a version, but for its events."""
    with tempfile.TemporaryDirectory() as folder:
        store_of(Path(folder) / "store.db", version)
        return shape(Path(folder) / "store.db")[:2]


def shapes_after_kills(folder: Path, version: int, in_pieces: bool) -> list[Shape]:
    """Kill before every statement there is; what is in the store after each. `in_pieces`: without a transaction."""
    found: list[Shape] = []
    store_of(folder / "first.db", version)
    update(folder / "first.db")  # what an update imports is there then, and not imported by every child
    with pytest.MonkeyPatch.context() as patch:
        if in_pieces:
            patch.setattr(migrations, "transaction", lambda _: nullcontext())
        while True:
            path = folder / f"{len(found)}.db"
            store_of(path, version)
            if not killed_at(path, len(found)):
                return found
            found.append(shape(path))


@pytest.fixture(scope="module")
def slim() -> Iterator[ProcessPoolExecutor]:
    """A small process of one thread: to fork the one that runs all tests takes longer than what the child does."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        process.submit(int).result()  # its threads begin here, and not in a test
        yield process


forks = pytest.mark.skipif(sys.platform == "win32", reason="children are forked, which Windows cannot")
killing = [pytest.param(version, marks=forks) for version in range(VERSION)]


@pytest.mark.parametrize("version", killing)
def test_a_kill_leaves_a_whole_version(tmp_path: Path, slim: ProcessPoolExecutor, version: int) -> None:
    found = slim.submit(shapes_after_kills, tmp_path, version, in_pieces=False).result()
    assert len(found) >= 6
    assert {one[:2] for one in found} == {whole(number) for number in range(version, VERSION + 1)}
    assert {one[2] for one in found} == ({len(EVENTS)} if version else {0})


@pytest.mark.parametrize("version", killing)
def test_a_migration_in_pieces_would_be_found(tmp_path: Path, slim: ProcessPoolExecutor, version: int) -> None:
    found = slim.submit(shapes_after_kills, tmp_path, version, in_pieces=True).result()
    assert {one[:2] for one in found} - {whole(number) for number in range(VERSION + 1)}


def test_an_update_that_was_cut_off_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store_of(path, 1)
    with opened(path) as connection:
        migrate(connection)  # and killed before the overview was made
    update(path)
    with opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 1
