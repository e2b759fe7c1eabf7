"""Store: the front of all that is kept. The window that hands in an event never waits for the disk.

One thread owns the store (`thread`). What waits is written in one transaction. When the store does not let itself be
written the events stay in memory in their order, and it is tried again, ever more calmly, until it works or the
program ends.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from facilitator.storage import journal
from facilitator.storage.database import Connection
from facilitator.storage.errors import StoreError
from facilitator.storage.journal import Record, record_of
from facilitator.storage.keys import DataKey, Unlocked
from facilitator.storage.ledger import Ledger
from facilitator.storage.thread import DELAYS, Ask, Listener, Nudge, StoreThread, Write

if TYPE_CHECKING:
    from facilitator.core.events import Event
    from facilitator.core.session import Session

T = TypeVar("T")


class Store:
    """Keeps events and answers questions, in a thread of its own that `close` ends.

    Questions are answered through futures, which hold a StoreError when the store does not let it. Waiting for one in
    the thread of the windows is waiting for the disk: let it call back instead.

    Attributes:
        opened: done when the store is open, with the key that opened it; holds the StoreError when it is not.
    """

    def __init__(
        self,
        home: Path,
        unlock: Callable[[], Unlocked],
        listener: Listener,
        *,
        now: Callable[[], datetime],
        delays: Sequence[float] = DELAYS,
    ) -> None:
        """Begin to open the store of `home` with the key that `unlock` fetches (in the store's own thread)."""
        self._home = home
        self._now = now
        self._thread = StoreThread(home, unlock, listener, now, tuple(delays))
        self.opened = self._thread.opened
        self._loaded: dict[str, dict[str, Record]] = {}
        self._handed_in: dict[str, dict[str, Event]] = {}
        self._copying: list[threading.Thread] = []

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    # ---- events

    def append(self, event: Event, session: Session) -> None:
        """Hand in an event and the session it led to; returns at once. `Listener.saved` tells when it is on the disk.

        An event handed in twice is kept once. Raises ValueError for a rehearsal, of which nothing is kept, Closed when
        the store is closed, and the StoreError with which it was not opened.
        """
        if session.rehearsal:
            raise ValueError("nothing is kept of a rehearsal")
        self._handed_in.setdefault(session.id, {})[event.id] = event
        self._thread.put(Write(event, session, self._now()))

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """The events that are not on the disk yet, in their order."""
        return self._thread.unsaved

    def retry(self) -> None:
        """Try now what was to be tried later, because the user says that the disk has room again."""
        self._thread.put(Nudge())

    # ---- questions

    def ask(self, question: Callable[[Connection], T]) -> Future[T]:
        """Ask something of the connection, such as `overview.sessions`, after all that was handed in before."""
        return self._ask(lambda ledger: ledger.read(question))

    def load(self, session_id: str) -> Future[Session | None]:
        """Ask for a session as its events make it, those that still wait for the disk included; or None.

        A session that was begun here is given too while the disk cannot be read: nobody else has events of it. From
        now on its events can be saved as a copy.
        """
        handed_in = dict(self._handed_in.get(session_id, {}))

        def loaded(ledger: Ledger) -> Session | None:
            from facilitator.core.apply import fold  # noqa: PLC0415  the records cost more than the first window

            try:
                records = ledger.read(lambda connection: journal.records_of(connection, session_id))
            except StoreError:
                if not _begins(handed_in):
                    raise
                return fold(handed_in.values())
            known = self._loaded[session_id] = {record.id: record for record in records}
            waiting = (event for event in handed_in.values() if event.id not in known)
            return fold((*map(journal.event_of, records), *waiting))

        return self._ask(loaded)

    def secret(self, purpose: str) -> bytes:
        """Give 32 bytes that only this store knows, for a purpose. Raises the StoreError it was not opened with."""
        return self.opened.result().key.derived(purpose)

    def erase(self, session_id: str, reason: str) -> Future[int]:
        """Erase a session for good, from the store and its backups. Gives the number of events."""
        self._thread.put(Nudge())
        self._loaded.pop(session_id, None)
        self._handed_in.pop(session_id, None)
        return self._ask(lambda ledger: ledger.erase(session_id, self._now(), reason))

    def forget(self, take_away: Callable[[Connection], T]) -> Future[T]:
        """Take something that is no session away for good, such as `self_study.remove`: from the backups too."""
        return self._ask(lambda ledger: ledger.forget(take_away, self._now()))

    def back_up(self) -> Future[Path]:
        """Make a backup now. The daily one is made by itself, in a moment of rest."""
        return self._ask(lambda ledger: ledger.back_up(self._now()))

    def bring_back(self, copy: Path, key: DataKey | None = None) -> Future[int]:
        """Take the events of a copy into the store. Gives how many were new.

        `key` is that of the copy when it was made on another laptop, see `keys.key_of_copy`.
        """
        return self._ask(lambda ledger: ledger.bring_back(copy, key))

    def save_copy(self, path: Path, session_id: str) -> Future[Path]:
        """Save a session that is open encrypted elsewhere, also when the store itself does not answer.

        Its events are those that were handed in or loaded, saved or not. Gives the path of the copy.
        """
        loaded, handed_in = self._loaded.get(session_id, {}), tuple(self._handed_in.get(session_id, {}).values())
        result: Future[Path] = Future()

        def copy() -> None:
            from facilitator.storage import copies  # noqa: PLC0415  seldom needed, and never for the first window

            try:
                key = self.opened.result().key
                records = loaded | {event.id: record_of(event, session_id) for event in handed_in}
                result.set_result(copies.save_copy(path, self._home, key, tuple(records.values())))
            except Exception as error:  # noqa: BLE001  handed to who asked
                result.set_exception(error)

        thread = threading.Thread(target=copy, name="store copy", daemon=True)
        self._copying = [other for other in self._copying if other.is_alive()] + [thread]
        thread.start()
        return result

    # ---- the end

    def close(self) -> tuple[Event, ...]:
        """Write what waits, close the store and end its thread. Gives the events that could not be saved."""
        self._thread.close()
        for thread in self._copying:
            thread.join()
        return self.unsaved

    def _ask(self, question: Callable[[Ledger], T]) -> Future[T]:
        answer: Future[T] = Future()
        self._thread.put(Ask(question, answer))
        return answer


def _begins(events: Mapping[str, Event]) -> bool:
    """Whether a session was begun by these events."""
    from facilitator.core.events import SessionPlanned  # noqa: PLC0415  the records cost more than the first window

    return any(isinstance(event, SessionPlanned) for event in events.values())
