from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.storage import copies, database
from facilitator.storage.database import Connection
from facilitator.storage.writer import Store
from tests.storage.keeping import Ears, made_key, open_store


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """An open store with nothing in it."""
    path, key = tmp_path / "store.db", made_key(tmp_path)
    copies.make_store(path, key)
    connection = database.connect(path, key)
    yield connection
    connection.close()


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """Every thread that a test started is gone at its end."""
    before = set(threading.enumerate())
    yield
    assert not [thread for thread in threading.enumerate() if thread not in before]


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def store(tmp_path: Path, ears: Ears) -> Iterator[Store]:
    """An open store that tries again only when it is told to."""
    with open_store(tmp_path, ears) as store:
        yield store
