"""The store of a home, for as long as a command takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from facilitator.core.session import Session
from facilitator.storage import keys
from facilitator.storage.errors import StoreError
from facilitator.storage.key_store import SystemKeyStore
from facilitator.storage.keys import Unlocked
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store


@contextmanager
def opened(home: Path) -> Iterator[Store]:
    """Open the store for as long as the command takes. Raises StoreError."""

    def unlock() -> Unlocked:
        return keys.unlock(home, SystemKeyStore())

    failures: list[StoreError] = []
    listener = Listener(
        saved=lambda _id, _at: None,
        failed=lambda error, _since: failures.append(error),
        recovered=lambda _at: failures.clear(),
        trouble=lambda _error: None,
    )
    with Store(home, unlock, listener, now=lambda: datetime.now(UTC)) as store:
        store.opened.result()
        yield store
    if failures:
        raise failures[0]


def loaded(store: Store, session_id: str) -> Session:
    """Load a session that is there."""
    session = store.load(session_id).result()
    assert session is not None  # noqa: S101  its line was read, or its events written, a moment ago
    return session
