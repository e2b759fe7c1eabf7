"""PlanKeeper: the training plan as the store has it, what was changed in it, and what is taken back."""

from __future__ import annotations

from concurrent.futures import Future, wait
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.core.training import Aim, Change, changed
from facilitator.storage import training
from facilitator.storage.readable import Readable
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.database import Connection

AGAIN_MS = 5_000
"""How long before what the disk did not take is tried again."""
_MOST_STEPS = 100


class PlanKeeper(QObject):
    """Every change is written at once. What the disk does not take stays here, is told once and tried again.

    Nothing is changed before the store told what there is: else what it has would be taken for added, or taken away.

    Attributes:
        aims: the plan as it is now.
        known: whether the store told what there is.
        unreadable: how many lines could not be read.

    Signals:
        came(): the store told what there is, or that it cannot.
        kept(): all that changed is on the disk.
        failed(Exception): the store does not let it.
    """

    came = Signal()
    kept = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.aims: tuple[Aim, ...] = ()
        self.known = False
        self.unreadable = 0
        self._past: list[Change] = []
        self._unkept: frozenset[str] = frozenset()
        self._to_hand = False
        self._writing: Future[None] | None = None
        self._told: set[type[Exception]] = set()
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.keep)

    # ---- what there is

    def ask(self) -> None:
        """Ask what there is."""
        deliver(self._services.store.ask(training.plan), self._take, self._not_read)

    def _take(self, found: Readable[Aim]) -> None:
        ours = (aim for aim in self.aims if aim.id in self._unkept)  # newer than what was read
        self.aims = (*(aim for aim in found.rows if aim.id not in self._unkept), *ours)
        self.known, self.unreadable = True, found.unreadable
        self.came.emit()

    def _not_read(self, error: Exception) -> None:
        self.failed.emit(error)
        self.came.emit()

    # ---- changing it

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    def put(self, change: Change) -> None:
        """Change lines. What is taken back later are these, and no other."""
        before = {aim.id: aim for aim in self.aims}
        real = {key: aim for key, aim in change.items() if before.get(key) != aim}
        if self.known and real:
            self._past = [*self._past[1 - _MOST_STEPS :], {key: before.get(key) for key in real}]
            self._become(real)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._become(self._past.pop())

    def _become(self, change: Change) -> None:
        self.aims = changed(self.aims, change)
        self._unkept, self._to_hand = self._unkept | change.keys(), True
        self.keep()

    # ---- keeping it

    def keep(self) -> None:
        """Write all that is not on the disk, unless that is on its way."""
        if not self._to_hand:
            return
        self._again.stop()
        self._to_hand = False
        there = tuple(aim for aim in self.aims if aim.id in self._unkept)
        gone = self._unkept - {aim.id for aim in there}

        def write(connection: Connection) -> None:
            training.keep(connection, there, gone)

        writing = self._writing = self._services.store.ask(write)
        deliver(writing, partial(self._kept, writing), partial(self._not_kept, writing))

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Write what is not on the disk, and tell whether anything of it is not there after so many seconds."""
        self.keep()
        if not self._unkept or self._writing is None:
            return False
        wait([self._writing], seconds)  # the last one wrote all that those before it did not
        return not self._writing.done() or self._writing.exception() is not None

    def _kept(self, writing: Future[None], _done: None) -> None:
        self._told.clear()
        if writing is self._writing:  # else a newer one is on its way, with all of this
            self._unkept = frozenset()
            self.kept.emit()

    def _not_kept(self, writing: Future[None], error: Exception) -> None:
        if writing is self._writing:
            self._to_hand = True
            self._again.start()
        if type(error) not in self._told:
            self._told.add(type(error))
            self.failed.emit(error)
