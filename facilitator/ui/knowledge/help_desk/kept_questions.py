"""KeptQuestions: the questions in the store, and everything that is done with them there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.core.help_desk import DeskQuestion, Organisation
from facilitator.storage import help_desk
from facilitator.storage.database import Connection
from facilitator.storage.errors import StillInBackups
from facilitator.storage.help_desk import Change, Wording
from facilitator.storage.readable import Readable
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

Held = tuple[Readable[DeskQuestion], Organisation | None]
Then = Callable[[], object] | None
Otherwise = Callable[[Exception], object] | None


class KeptQuestions(QObject):
    """Asks the store; nothing waits for it. `then` is called when something is on the disk, `otherwise` when it is not.

    Attributes:
        questions: as they were when the store told last, the newest first.
        unread: how many there are beside them that cannot be read.
        organisation: whom they are put to; None before one was chosen.

    Signals:
        changed(tuple, int): the questions as the store has them now, and how many cannot be read.
        not_read(): the store does not tell which there are.
        kept(DeskQuestion): a question is kept, or counted once more.
        failed(Exception): the store does not let it; nothing is different then.
    """

    changed = Signal(object, int)
    not_read = Signal()
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.questions: tuple[DeskQuestion, ...] = ()
        self.unread = 0
        self.organisation: Organisation | None = None

    def ask(self) -> None:
        """Ask how they are."""
        deliver(self._services.store.ask(_everything), self._take, self._not_read)

    def find(self, id_: str) -> DeskQuestion | None:
        """Give a question as it is now; None where it is there no more."""
        return next((one for one in self.questions if one.id == id_), None)

    def keep(self, wording: Wording, then: Then = None, otherwise: Otherwise = None) -> None:
        """Keep a question."""
        id_, day = self._services.new_id(), self._services.now().astimezone().date()
        made = self._services.store.ask(lambda connection: help_desk.keep(connection, id_, wording, day))
        deliver(made, partial(self._kept, then), partial(self._fail, otherwise))

    def change(self, changes: Mapping[str, Change], then: Then = None, otherwise: Otherwise = None) -> None:
        """Change questions, by id, as the store has them by then."""
        done = self._services.store.ask(lambda connection: help_desk.change(connection, changes))
        deliver(done, partial(self._changed, then), partial(self._fail, otherwise))

    def forget(self, changes: Mapping[str, Change], then: Then = None, otherwise: Otherwise = None) -> None:
        """The same, and what stood there before is in no backup either."""
        done = self._services.store.forget(lambda connection: help_desk.change(connection, changes))
        deliver(done, partial(self._changed, then), partial(self._not_forgotten, then, otherwise))

    def remove(self, id_: str) -> None:
        """Take a question away for good, from the backups too."""
        done = self._services.store.forget(lambda connection: help_desk.remove(connection, id_))
        deliver(done, partial(self._changed, None), partial(self._not_forgotten, None, None))

    def choose(self, organisation: Organisation) -> None:
        """Remember whom questions are put to."""
        self.organisation = organisation
        done = self._services.store.ask(lambda connection: help_desk.choose(connection, organisation))
        deliver(done, partial(self._changed, None), partial(self._fail, None))

    def _take(self, held: Held) -> None:
        (self.questions, self.unread), self.organisation = held
        self.changed.emit(self.questions, self.unread)

    def _not_read(self, error: Exception) -> None:
        self.not_read.emit()
        self.failed.emit(error)

    def _kept(self, then: Then, question: DeskQuestion) -> None:
        if then is not None:
            then()
        self.kept.emit(question)
        self.ask()

    def _changed(self, then: Then, _none: None) -> None:
        if then is not None:
            then()
        self.ask()

    def _not_forgotten(self, then: Then, otherwise: Otherwise, error: Exception) -> None:
        """Show what is so: what is still in a backup is gone from the store all the same."""
        if isinstance(error, StillInBackups):
            self.failed.emit(error)
            self._changed(then, None)
            return
        self._fail(otherwise, error)
        self.ask()

    def _fail(self, otherwise: Otherwise, error: Exception) -> None:
        if otherwise is not None:
            otherwise(error)
        self.failed.emit(error)


def _everything(connection: Connection) -> Held:
    return help_desk.kept(connection), help_desk.organisation(connection)
