"""Ledger: the open store, used by one thread. Events in, answers out; every error is one of ours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from facilitator.storage import journal
from facilitator.storage.database import Connection, transaction
from facilitator.storage.folder import Home
from facilitator.storage.holding import Holding
from facilitator.storage.journal import Record
from facilitator.storage.keys import DataKey
from facilitator.storage.migrations import migrate
from facilitator.storage.projection import Projector, rows_of

if TYPE_CHECKING:
    from facilitator.core.session import Session

T = TypeVar("T")


class Entry(NamedTuple):
    """One event to keep: as it is stored, the session it led to, and when each happened."""

    record: Record
    session: Session
    at: datetime


class Ledger:
    """The store of one home, opened with its key.

    Every method raises a StoreError when the store does not let it, and has then changed nothing.
    """

    def __init__(self, home: Path, key: DataKey) -> None:
        """Open the store, making it when nothing was ever kept here."""
        self._home = Home(home)
        self._key = key
        self._projector = Projector()
        self._holding = Holding(self._home, key, migrate)
        try:
            with self._holding.trusted() as connection:
                migrate(connection)
                journal.ensure_overview(connection)
        except BaseException:
            self.close()
            raise

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep events and bring the overview up to date, in one transaction. When this returns they are on the disk."""
        try:
            with self._holding.trusted() as connection, transaction(connection):
                journal.add(connection, [entry.record for entry in entries])
                for entry in {entry.session.id: entry for entry in entries}.values():
                    self._project(connection, entry)
        except BaseException:
            self._projector.forget()
            raise

    def read(self, question: Callable[[Connection], T]) -> T:
        """Ask something of the connection. What the question raises comes through."""
        with self._holding.trusted() as connection:
            return question(connection)

    def back_up(self, now: datetime) -> Path:
        """Make a backup. What was taken away for good and may still be in earlier ones is then in none."""
        from facilitator.storage import backup, forgetting  # noqa: PLC0415  seldom needed, never for the first window

        def made(connection: Connection) -> Path:
            left = forgetting.finish(connection, self._home, self._key, now) if self.is_forgetting else None
            return left or backup.make(connection, self._home.folder, self._key, now)

        return self.read(made)

    @property
    def is_forgetting(self) -> bool:
        """Whether a backup may still hold what was taken away for good."""
        return self._home.forgetting.exists()

    def erase(self, session_id: str, now: datetime, reason: str) -> int:
        """Erase a session from the store, its backups and damaged stores put aside. Gives the number of events."""
        self._projector.forget()
        return self.forget(lambda connection: journal.erase(connection, session_id, now, reason), now)

    def forget(self, take_away: Callable[[Connection], T], now: datetime) -> T:
        """Take something away for good: from the store, its backups and damaged stores put aside.

        Raises StillInBackups when it is gone from the store and not from those yet. It is remembered, also when the
        power is cut, and done with the next backup.
        """
        from facilitator.storage import forgetting  # noqa: PLC0415  seldom needed, and never for the first window

        return self.read(lambda connection: forgetting.take_away(connection, self._home, self._key, now, take_away))

    def bring_back(self, copy: Path, key: DataKey | None) -> int:
        """Take the events of a copy into the journal. Gives how many were new."""
        from facilitator.storage import copies  # noqa: PLC0415  seldom needed, and never for the first window

        self._projector.forget()
        return self.read(lambda connection: copies.bring_back(connection, copy, key or self._key, self._home.folder))

    def close(self) -> None:
        """Close the connection. The log is folded into the store's file."""
        self._holding.close()

    def _project(self, connection: Connection, entry: Entry) -> None:
        """Bring the overview up to date. A fault of ours is told loudly, and never keeps an event from the disk."""
        try:
            rows = rows_of(entry.session, entry.at)
        except Exception as fault:  # noqa: BLE001  whatever it is, see above
            journal.overview_is_behind(connection)
            threading.excepthook(threading.ExceptHookArgs((type(fault), fault, fault.__traceback__, None)))
        else:
            self._projector.write(connection, entry.session.id, rows)
