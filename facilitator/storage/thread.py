"""The thread that owns the store: takes jobs in their order, writes what waits, tells what became of it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.storage.errors import Broken, Closed, StoreError
from facilitator.storage.journal import record_of
from facilitator.storage.keys import Unlocked
from facilitator.storage.ledger import Entry, Ledger

if TYPE_CHECKING:
    from facilitator.core.events import Event
    from facilitator.core.session import Session

DELAYS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between tries while the store cannot be written; the last one stays."""

REST = 5.0
"""Seconds without work before the daily backup is made, or what was taken away is taken out of earlier ones."""

LOOK_AGAIN = 3_600.0
"""Seconds before it is looked at anew, after some work, whether a backup is due: a program may be open for days."""


@dataclass(frozen=True)
class Listener:
    """Whom the store tells what happened. Every function is called in the store's own thread.

    Attributes:
        saved: the event with this id is on the disk since that moment.
        failed: the store cannot be written, and the oldest event that waits was handed in at that moment. Told again
            when the reason changes.
        recovered: all that waited is on the disk since that moment.
        trouble: something else went wrong, such as the daily backup; saving goes on.
    """

    saved: Callable[[str, datetime], None]
    failed: Callable[[StoreError, datetime], None]
    recovered: Callable[[datetime], None]
    trouble: Callable[[StoreError], None]


class Write(NamedTuple):
    """Keep an event and the session it led to, handed in at `since`."""

    event: Event
    session: Session
    since: datetime


class Ask(NamedTuple):
    """Answer a question."""

    question: Callable[[Ledger], Any]
    answer: Future[Any]


class Nudge(NamedTuple):
    """Try again now; the last job of all when `closing`."""

    closing: bool = False


Job = Write | Ask | Nudge


class StoreThread:
    """Serves one ledger from its opening to its closing.

    Attributes:
        opened: done when the ledger is open, or holds why it is not.
    """

    def __init__(
        self,
        home: Path,
        unlock: Callable[[], Unlocked],
        listener: Listener,
        now: Callable[[], datetime],
        delays: tuple[float, ...],
    ) -> None:
        """Start; `delays` are seconds between tries."""
        self.opened: Future[Unlocked] = Future()
        self._home = home
        self._unlock = unlock
        self._listener = listener
        self._now = now
        self._delays = delays
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._guard = threading.Lock()
        self._unsaved: dict[str, Event] = {}
        self._ended: Exception | None = None
        # What follows belongs to the thread alone.
        self._pending: deque[tuple[Write, Entry]] = deque()
        self._failure: StoreError | None = None
        self._tries = 0
        self._next_try = 0.0
        self._look_at = 0.0  # from when on a rest is used to see whether a backup is due
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    # ---- from other threads

    def put(self, job: Job) -> None:
        """Hand in a job. Raises why the store is not open any more, or never was; a question holds it instead."""
        with self._guard:
            if self._ended is None:
                if isinstance(job, Write):
                    self._unsaved[job.event.id] = job.event
                self._jobs.put(job)
                return
        if not isinstance(job, Ask):
            raise self._ended
        job.answer.set_exception(self._ended)

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """The events handed in that are not on the disk."""
        with self._guard:
            return tuple(self._unsaved.values())

    def close(self) -> None:
        """Try once more what waits, and end. Closing twice is closing once."""
        with self._guard:
            if self._ended is None:
                self._ended = Closed("the store is closed")
                self._jobs.put(Nudge(closing=True))
        self._thread.join()

    # ---- in the thread

    def _run(self) -> None:
        try:
            unlocked = self._unlock()
            ledger = Ledger(self._home, unlocked.key)
        except Exception as error:  # noqa: BLE001  handed to who opens, whatever it is
            self._refuse(error)
            return
        self.opened.set_result(unlocked)
        try:
            self._serve(ledger)
        finally:
            ledger.close()

    def _refuse(self, error: Exception) -> None:
        """Answer all questions, those still to come too, with why there is no store."""
        with self._guard:
            self._ended = error
        while not self._jobs.empty():
            job = self._jobs.get()
            if isinstance(job, Ask):
                job.answer.set_exception(error)
        self.opened.set_exception(error)

    def _serve(self, ledger: Ledger) -> None:
        closing = False
        while not closing:
            for job in self._waiting(ledger):
                if isinstance(job, Write):
                    self._take(job)
                elif isinstance(job, Ask):
                    self._flush(ledger)
                    _answer(ledger, job)
                else:
                    self._next_try = 0.0
                    closing = closing or job.closing
            self._flush(ledger)

    def _take(self, job: Write) -> None:
        """Write an event down; here, because a whole script takes longer than a window may wait."""
        try:
            record = record_of(job.event, job.session.id)
        except Exception as fault:  # noqa: BLE001  a fault of ours: told loudly; the event stays unsaved, others go on
            _tell_fault(fault)
            self._tell(self._listener.failed, Broken(str(fault)), job.since)
        else:
            self._pending.append((job, Entry(record, job.session, job.event.at)))

    def _waiting(self, ledger: Ledger) -> list[Job]:
        """Wait for jobs, or until it is time to try again or to make the backup; give all that are there."""
        try:
            jobs = [self._jobs.get(timeout=self._patience())]
        except Empty:
            if not self._pending:
                self._back_up(ledger)
            return []
        try:
            while True:
                jobs.append(self._jobs.get_nowait())
        except Empty:
            return jobs

    def _patience(self) -> float | None:
        """How many seconds to wait for a job; None is as long as it takes."""
        if self._pending:
            return max(0.0, self._next_try - time.monotonic())
        return REST if time.monotonic() >= self._look_at else None

    def _flush(self, ledger: Ledger) -> None:
        """Write what waits, unless it is too early to try again."""
        if not self._pending or time.monotonic() < self._next_try:
            return
        try:
            ledger.write([entry for _, entry in self._pending])
        except StoreError as error:
            self._failed(error)
        except Exception as fault:  # noqa: BLE001  a fault of ours: told loudly, and nothing that waits is let go
            _tell_fault(fault)
            self._failed(Broken(str(fault)))
        else:
            self._saved()

    def _failed(self, error: StoreError) -> None:
        self._next_try = time.monotonic() + self._delays[min(self._tries, len(self._delays) - 1)]
        self._tries += 1
        told, self._failure = self._failure, error
        if type(told) is not type(error):
            self._tell(self._listener.failed, error, self._pending[0][0].since)

    def _saved(self) -> None:
        at = self._now()
        done = [job.event.id for job, _ in self._pending]
        self._pending.clear()
        with self._guard:
            for event_id in done:
                self._unsaved.pop(event_id, None)
        recovered, self._failure = self._failure is not None, None
        self._tries, self._next_try = 0, 0.0
        for event_id in done:
            self._tell(self._listener.saved, event_id, at)
        if recovered:
            self._tell(self._listener.recovered, at)

    def _back_up(self, ledger: Ledger) -> None:
        from facilitator.storage import backup  # noqa: PLC0415  never for the first window

        self._look_at = time.monotonic() + LOOK_AGAIN
        try:
            if ledger.is_forgetting or backup.is_due(self._home, self._now()):
                ledger.back_up(self._now())
        except StoreError as error:
            self._tell(self._listener.trouble, error)
        except Exception as fault:  # noqa: BLE001  a fault of ours: told loudly; the thread has events to save
            _tell_fault(fault)
            self._tell(self._listener.trouble, Broken(str(fault)))

    def _tell(self, whom: Callable[..., None], *what: object) -> None:
        """Call a listener. Its fault is told loudly and does not keep the next event from the disk."""
        try:
            whom(*what)
        except Exception as fault:  # noqa: BLE001  whatever it is, see above
            _tell_fault(fault)


def _answer(ledger: Ledger, job: Ask) -> None:
    if not job.answer.set_running_or_notify_cancel():
        return
    try:
        job.answer.set_result(job.question(ledger))
    except Exception as error:  # noqa: BLE001  handed to who asked
        job.answer.set_exception(error)


def _tell_fault(fault: Exception) -> None:
    threading.excepthook(threading.ExceptHookArgs((type(fault), fault, fault.__traceback__, None)))
