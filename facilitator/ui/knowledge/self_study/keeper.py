"""StudyKeeper: how far people are, as the store has it; what changes is written at once."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.self_study import Study
from facilitator.storage import self_study
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.database import Connection


class StudyKeeper(QObject):
    """Keeps in memory what the disk does not take, and says so; the next change of that study writes all of it.

    Attributes:
        studies: what there is, what changed last first.

    Signals:
        came(): the store told what there is.
        failed(Exception): the store does not let it.
    """

    came = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.studies: tuple[Study, ...] = ()
        self._unkept: dict[str, Study] = {}

    def ask(self) -> None:
        """Ask what there is."""
        deliver(self._services.store.ask(self_study.studies), self._take, self._fail)

    def put(self, study: Study) -> None:
        """Keep how far somebody is."""
        self.studies = (study, *(each for each in self.studies if each.id != study.id))
        self._unkept[study.id] = study
        now = self._services.now()

        def keep(connection: Connection) -> None:
            self_study.keep(connection, study, now)

        deliver(self._services.store.ask(keep), partial(self._kept, study), self._fail)

    def remove(self, study: Study) -> Future[None]:
        """Take it away for good, from the backups too."""
        self.studies = tuple(each for each in self.studies if each.id != study.id)
        self._unkept.pop(study.id, None)
        return self._services.store.forget(lambda connection: self_study.remove(connection, study.id))

    def _kept(self, study: Study, _done: None) -> None:
        if self._unkept.get(study.id) == study:
            del self._unkept[study.id]

    def _take(self, studies: tuple[Study, ...]) -> None:
        newer = tuple(self._unkept.values())
        self.studies = (*newer, *(each for each in studies if each.id not in self._unkept))
        self.came.emit()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
