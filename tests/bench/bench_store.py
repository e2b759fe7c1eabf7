"""What keeping costs: an event through the whole store against a bare commit of the same row, and the caller's wait."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from facilitator.core.events import Event
from facilitator.core.session import Session
from facilitator.storage import database, keys
from facilitator.storage.copies import make_store
from facilitator.storage.database import Connection
from facilitator.storage.errors import StoreError
from facilitator.storage.journal import record_of
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import Unlocked
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from tests.storage.keeping import Meeting

EVENTS = 600
_WARM_UP = 50


def run() -> dict[str, float]:
    """Measure; times in milliseconds. One event is handed in when the one before is told saved, as a person would."""
    with tempfile.TemporaryDirectory() as name:
        home, bare = Path(name, "home"), Path(name, "bare.db")
        made = keys.create(home, NoKeyStore())
        unlocked = keys.unlock(home, NoKeyStore())
        make_store(bare, made.key)
        connection = database.connect(bare, made.key)
        try:
            return _compared(home, unlocked, connection)
        finally:
            connection.close()


def _compared(home: Path, unlocked: Unlocked, connection: Connection) -> dict[str, float]:
    told = threading.Event()
    problems: list[StoreError] = []
    listener = Listener(lambda *_: told.set(), lambda error, _: problems.append(error), lambda _: None, problems.append)
    meeting = Meeting().led(answers=EVENTS + _WARM_UP)
    stored, handed_in, committed = [], [], []
    with Store(home, lambda: unlocked, listener, now=lambda: datetime.now(UTC)) as store:
        store.opened.result(10)
        for event, session in meeting.happened:
            told.clear()
            begin = time.perf_counter()
            store.append(event, session)
            handed_in.append(time.perf_counter() - begin)
            told.wait(10)
            stored.append(time.perf_counter() - begin)
            committed.append(_bare_commit(connection, event, session))
    if problems:
        raise problems[0]
    return _figures(stored[_WARM_UP:], handed_in[_WARM_UP:], committed[_WARM_UP:])


def _bare_commit(connection: Connection, event: Event, session: Session) -> float:
    row = record_of(event, session.id)
    begin = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO event (id, session_id, kind, at, body) VALUES (?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    return time.perf_counter() - begin


def _figures(stored: list[float], handed_in: list[float], committed: list[float]) -> dict[str, float]:
    stored_ms, bare_ms = statistics.median(stored) * 1000, statistics.median(committed) * 1000
    return {
        "an event stored, p50 ms": stored_ms,
        "an event stored, p99 ms": sorted(stored)[int(len(stored) * 0.99)] * 1000,
        "bare SQLCipher commit, p50 ms": bare_ms,
        "event stored / bare commit": stored_ms / bare_ms,
        "longest wait of the windows, ms": max(handed_in) * 1000,
        "median wait of the windows, ms": statistics.median(handed_in) * 1000,
    }


if __name__ == "__main__":
    print(run())  # noqa: T201  a bench is run by hand too
