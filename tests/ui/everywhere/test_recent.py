"""What was opened and done is kept by its ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.storage import copies, database, settings
from facilitator.storage.database import Connection
from facilitator.ui.everywhere import recent
from facilitator.ui.everywhere.recent import Recent
from facilitator.ui.everywhere.rows import Kind
from tests.storage.keeping import made_key


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    path, key = tmp_path / "store.db", made_key(tmp_path)
    copies.make_store(path, key)
    connection = database.connect(path, key)
    yield connection
    connection.close()


def test_the_newest_comes_first_and_each_once(connection: Connection) -> None:
    for number in (1, 2, 3, 4, 5, 6, 7, 5):
        recent.note(connection, Kind.CARD, (f"c{number}",))
    assert [ids[0] for _kind, ids in recent.read(connection).opened] == ["c5", "c7", "c6", "c4", "c3", "c2"]


def test_actions_are_counted(connection: Connection) -> None:
    for name in ("a", "b", "a"):
        recent.note(connection, Kind.ACTION, (name,))
    assert recent.read(connection) == Recent((), {"a": 2, "b": 1})


def test_what_was_erased_is_named_no_more(connection: Connection) -> None:
    recent.note(connection, Kind.AGREEMENT, ("s-1", "a-1"))
    recent.note(connection, Kind.SESSION, ("s-1",))
    recent.note(connection, Kind.CASE, ("c-1",))
    with database.transaction(connection):
        settings.forget(connection, {"s-1"})
    assert recent.read(connection).opened == ((Kind.CASE, ("c-1",)),)


@pytest.mark.parametrize("plain", ["text", [1], {"opened": 3, "done": []}, {"opened": [[], 7, ["odd", "x"], ["card"]]}])
def test_what_cannot_be_read_is_nothing(connection: Connection, plain: object) -> None:
    settings.keep(connection, recent.NAME, plain)
    assert recent.read(connection) == Recent()
