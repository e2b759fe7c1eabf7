"""The thread that owns the library. Who types comes first: long work waits between two of its slices."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.storage.errors import Broken, StoreError
from facilitator.storage.keys import DataKey
from facilitator.storage.library import keeping, long_work, searching
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.long_work import Work
from facilitator.storage.library.records import FoundBy, Progress, Query, Results

REST = 5.0
"""Seconds without work before the daily backup is begun."""

LOOK_AGAIN = 3_600.0
"""Seconds before it is looked at anew whether a backup is due, or tried again what failed."""

_TELL_EVERY = 0.1  # seconds between two words about progress


class Ask(NamedTuple):
    """Answer a question, or do something small."""

    question: Callable[[Catalogue], Any]
    answer: Future[Any]


class Search(NamedTuple):
    """Search; a newer one overtakes it."""

    query: Query
    answer: Future[Results]


@dataclass
class Long:
    """Work in slices. It stops when its answer is cancelled, which it can be until its last step."""

    begin: Callable[[Catalogue], Work[Any]]
    answer: Future[Any]
    tell: Callable[[Progress], object]
    work: Work[Any] | None = None
    told_at: float = 0.0


class LibraryThread:
    """Serves one catalogue from its opening to its closing.

    Attributes:
        opened: done when the library is open, or holds why it is not.
    """

    def __init__(
        self,
        home: Path,
        unlock: Callable[[], DataKey],
        trouble: Callable[[StoreError], None],
        now: Callable[[], datetime],
        found_by: FoundBy | None = None,
    ) -> None:
        """Start. `trouble` is called in this thread with what went wrong while nobody asked for anything."""
        self.opened: Future[None] = Future()
        self._home = home
        self._unlock = unlock
        self._trouble = trouble
        self._now = now
        self._found_by = found_by
        self._wake = threading.Condition()
        self._search: Search | None = None
        self._asks: deque[Ask] = deque()
        self._long: deque[Long] = deque()
        self._ended: Exception | None = None
        # What follows belongs to the thread alone.
        self._upkeep: Work[Any] | None = None
        self._untended = True
        self._look_at = 0.0  # from when on a backup may be due
        self._not_before = 0.0  # from when on what failed is tried again
        self._thread = threading.Thread(target=self._run, name="library", daemon=True)
        self._thread.start()

    # ---- from other threads

    @property
    def ended(self) -> bool:
        """Whether it serves nobody any more, or never did."""
        return self._ended is not None

    def put(self, job: Ask | Search | Long) -> None:
        """Hand in a job. Its answer holds why the library is not open any more, or never was."""
        with self._wake:
            if self._ended is not None:
                job.answer.set_exception(self._ended)
                return
            if isinstance(job, Search):
                if self._search is not None:
                    self._search.answer.cancel()
                self._search = job
            elif isinstance(job, Ask):
                self._asks.append(job)
            else:
                self._long.append(job)
            self._wake.notify()

    def close(self) -> None:
        """Do the small things that wait, stop the long ones, and end. Closing twice is closing once."""
        with self._wake:
            if self._ended is None:
                self._ended = RuntimeError("the library is closed")
                self._wake.notify()
        self._thread.join()

    # ---- in the thread

    def _run(self) -> None:
        try:
            catalogue = Catalogue(self._home, self._unlock())
            catalogue.found_by = self._found_by
            try:
                for _ in catalogue.load():
                    pass
            except BaseException:
                catalogue.close()
                raise
        except Exception as error:  # noqa: BLE001  handed to who opens, whatever it is
            self._refuse(error)
            return
        self.opened.set_result(None)
        try:
            while self._serve(catalogue):
                pass
        finally:
            self._stop()
            catalogue.close()

    def _refuse(self, error: Exception) -> None:
        """Answer everything, what is still to come too, with why there is no library."""
        with self._wake:
            self._ended = error
        for job in (self._search, *self._asks, *self._long):
            if job is not None:
                _give(job.answer, error)
        self.opened.set_exception(error)

    def _stop(self) -> None:
        if self._search is not None:
            self._search.answer.cancel()
        for job in self._long:
            job.answer.cancel()
            if job.work is not None:
                job.work.close()
        if self._upkeep is not None:
            self._upkeep.close()

    def _serve(self, catalogue: Catalogue) -> bool:
        """Do the one thing that comes first. Gives False at the end."""
        with self._wake:
            search, self._search = self._search, None
            ask = self._asks.popleft() if search is None and self._asks else None
            if search is None and ask is None:
                if self._ended is not None:
                    return False
                if not self._long and not self._has_upkeep():
                    self._wake.wait(self._patience())
                    return True
        if search is not None:
            self._answer(catalogue, search)
        elif ask is not None:
            _do(ask.answer, lambda: _in_step(catalogue, ask.question))
            self._after(catalogue)
        elif self._long:
            self._slice(catalogue, self._long[0])
            self._after(catalogue)
        else:
            self._tend(catalogue)
        return True

    def _answer(self, catalogue: Catalogue, search: Search) -> None:
        try:
            _do(
                search.answer,
                lambda: _in_step(
                    catalogue, lambda _: searching.search(catalogue, search.query, lambda: self._search is not None)
                ),
                searching.Overtaken,
            )
        except searching.Overtaken:
            search.answer.cancel()

    def _slice(self, catalogue: Catalogue, job: Long) -> None:
        """Do one slice of long work."""
        if job.answer.cancelled():
            self._end(job)
            return
        try:
            catalogue.ensure_loaded()
            if job.work is None:
                job.work = job.begin(catalogue)
            progress = next(job.work)
            if progress.last:  # from here on it is done: who stops it now must not be told that it was stopped
                if not job.answer.set_running_or_notify_cancel():
                    self._end(job)
                    return
                progress = next(job.work)
            if time.monotonic() - job.told_at >= _TELL_EVERY:
                job.told_at = time.monotonic()
                job.tell(progress)
        except StopIteration as end:
            self._end(job)
            _give(job.answer, end.value)
        except Exception as error:  # noqa: BLE001  handed to who asked
            self._end(job)
            _give(job.answer, error)

    def _end(self, job: Long) -> None:
        if job.work is not None:
            job.work.close()
        self._long.remove(job)

    # ---- while nobody asks for anything

    def _after(self, catalogue: Catalogue) -> None:
        self._untended = self._untended or catalogue.touched
        catalogue.touched = False

    def _has_upkeep(self) -> bool:
        return self._upkeep is not None or self._patience() == 0

    def _patience(self) -> float:
        """How many seconds until there is something to do while nobody asks for anything."""
        at = self._not_before if self._untended else max(self._look_at, self._not_before)
        return max(0.0, at - time.monotonic())

    def _tend(self, catalogue: Catalogue) -> None:
        """Do one slice of what nobody waits for."""
        if self._upkeep is None:
            self._upkeep = self._begin_upkeep(catalogue)
        try:
            catalogue.ensure_loaded()
            next(self._upkeep)
        except StopIteration:
            self._upkeep = None
        except StoreError as error:
            self._failed(error)
        except Exception as fault:  # noqa: BLE001  a fault of ours: told loudly; the library can still be searched
            threading.excepthook(threading.ExceptHookArgs((type(fault), fault, fault.__traceback__, None)))
            self._failed(Broken(str(fault)))
        catalogue.touched = False

    def _begin_upkeep(self, catalogue: Catalogue) -> Work[Any]:
        if self._untended:
            self._untended = False
            self._look_at = time.monotonic() + REST
            return long_work.upkeep(catalogue)
        self._look_at = time.monotonic() + LOOK_AGAIN
        return keeping.back_up_when_due(catalogue, self._now())

    def _failed(self, error: StoreError) -> None:
        self._upkeep, self._untended = None, True
        self._not_before = time.monotonic() + LOOK_AGAIN
        self._trouble(error)


def _in_step(catalogue: Catalogue, question: Callable[[Catalogue], Any]) -> Any:  # noqa: ANN401  what was asked
    catalogue.ensure_loaded()
    return question(catalogue)


def _do(answer: Future[Any], work: Callable[[], Any], through: type[Exception] | tuple[()] = ()) -> None:
    """Do something and answer with what came of it; `through` is raised instead."""
    if answer.cancelled():
        return
    try:
        outcome = work()
    except through:
        raise
    except Exception as error:  # noqa: BLE001  handed to who asked
        outcome = error
    _give(answer, outcome)


def _give(answer: Future[Any], outcome: object) -> None:
    if not answer.running() and not answer.set_running_or_notify_cancel():
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
