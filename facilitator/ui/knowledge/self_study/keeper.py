"""StudyKeeper: how far people are, as the store has it, and what it does not have yet."""

from __future__ import annotations

from concurrent.futures import Future, wait
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.core.self_study import Study
from facilitator.core.text import fold
from facilitator.storage import self_study
from facilitator.storage.errors import StillInBackups
from facilitator.storage.readable import Readable
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.database import Connection

PAUSE_MS = 500
"""What is being typed is written this often; a record holds all of somebody's notes, too much for each key."""
AGAIN_MS = 5_000
"""How long before what the disk did not take is tried again."""


class StudyKeeper(QObject):
    """Keeps in memory what the disk does not take, says so once, and tries again until it does.

    Attributes:
        services: the parts behind the windows.
        studies: what there is, what changed last first.
        read: whether the store told what there is.
        unreadable: of how many records nothing could be made.

    Signals:
        came(): the store told what there is, or that it cannot.
        kept(): all that changed is on the disk.
        forgotten(str): of this learner there is nothing any more.
        failed(Exception): the store does not let it.
    """

    came = Signal()
    kept = Signal()
    forgotten = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.studies: tuple[Study, ...] = ()
        self.read = False
        self.unreadable = 0
        self._unkept: dict[str, Study] = {}
        self._handed: tuple[Study, ...] = ()
        self._writing: Future[None] | None = None
        self._told: set[type[Exception]] = set()
        self._pause, self._again = (QTimer(self, singleShot=True, interval=ms) for ms in (PAUSE_MS, AGAIN_MS))
        for timer in (self._pause, self._again):
            timer.timeout.connect(self.keep)

    # ---- what there is

    def ask(self) -> None:
        """Ask what there is."""
        deliver(self.services.store.ask(self_study.studies), self._take, self._not_read)

    def _take(self, found: Readable[Study]) -> None:
        newer = tuple(self._unkept.values())
        self.studies = (*newer, *(each for each in found.rows if each.id not in self._unkept))
        self.read, self.unreadable = True, found.unreadable
        self.came.emit()

    def _not_read(self, error: Exception) -> None:
        self.failed.emit(error)
        self.came.emit()

    # ---- keeping what changes

    def put(self, study: Study, *, typing: bool = False) -> None:
        """Keep how far somebody is: at once, or within a moment where somebody is `typing`."""
        self.studies = (study, *(each for each in self.studies if each.id != study.id))
        self._unkept[study.id] = study
        if not typing:
            self.keep()
        elif not self._pause.isActive():  # who goes on typing is kept all the same
            self._pause.start()

    def keep(self) -> None:
        """Write all that is not on the disk, unless that is on its way."""
        self._pause.stop()
        studies = tuple(self._unkept.values())
        if not studies or studies == self._handed:
            return
        self._again.stop()
        self._handed = studies
        now = self.services.now()

        def write(connection: Connection) -> None:
            for study in studies:
                self_study.keep(connection, study, now)

        self._writing = self.services.store.ask(write)
        deliver(self._writing, partial(self._kept, studies), partial(self._not_kept, studies))

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Write what is not on the disk, and tell whether anything of it is not there after so many seconds."""
        self.keep()
        if not self._unkept or self._writing is None:
            return False
        wait([self._writing], seconds)  # the last one wrote all that those before it did not
        return not self._writing.done() or self._writing.exception() is not None

    def _kept(self, studies: tuple[Study, ...], _done: None) -> None:
        self._told.clear()
        if studies is self._handed:  # else a newer one is on its way, with all of these
            self._handed = ()
            self._unkept = {key: study for key, study in self._unkept.items() if study not in studies}
            self._tell_kept()

    def _tell_kept(self) -> None:
        if not self._unkept:
            self._again.stop()
            self.kept.emit()

    def _not_kept(self, studies: tuple[Study, ...], error: Exception) -> None:
        if studies is self._handed:
            self._handed = ()
            self._again.start()
        if type(error) not in self._told:
            self._told.add(type(error))
            self.failed.emit(error)

    # ---- forgetting

    def forget(self, learner: str) -> None:
        """Take all of a learner away for good, from the backups too. It is there until the store did it."""
        name = fold(learner)
        ids = frozenset(each.id for each in self.studies if fold(each.learner) == name)
        held = {key: self._unkept.pop(key) for key in ids & self._unkept.keys()}  # nothing writes it anew meanwhile
        forgotten = self.services.store.forget(lambda connection: self_study.remove(connection, ids))
        deliver(forgotten, partial(self._forgotten, learner, ids), partial(self._not_forgotten, learner, ids, held))

    def _forgotten(self, learner: str, ids: frozenset[str], _done: None) -> None:
        gone = ids - self._unkept.keys()  # who went on meanwhile begins anew
        self.studies = tuple(each for each in self.studies if each.id not in gone)
        self.forgotten.emit(learner)
        self._tell_kept()

    def _not_forgotten(self, learner: str, ids: frozenset[str], held: dict[str, Study], error: Exception) -> None:
        if isinstance(error, StillInBackups):
            self.failed.emit(error)
            self._forgotten(learner, ids, None)
            return
        self._unkept = {**held, **self._unkept}
        self._handed = ()
        self.failed.emit(error)
        if self._unkept:
            self._again.start()
