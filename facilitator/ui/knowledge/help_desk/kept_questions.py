"""KeptQuestions: the questions in the store, and everything that is done with them there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.core.help_desk import DeskQuestion, Organisation
from facilitator.storage import help_desk
from facilitator.storage.database import Connection
from facilitator.storage.help_desk import Change, Wording
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

Held = tuple[tuple[DeskQuestion, ...], Organisation | None]


class KeptQuestions(QObject):
    """Asks the store; nothing waits for it.

    Attributes:
        questions: as they were when the store told last, the newest first.
        organisation: whom they are put to; None before one was chosen.

    Signals:
        changed(tuple): the questions as the store has them now.
        kept(DeskQuestion): a question is kept, or counted once more.
        failed(Exception): the store does not let it; nothing is different then.
    """

    changed = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.questions: tuple[DeskQuestion, ...] = ()
        self.organisation: Organisation | None = None

    def ask(self) -> None:
        """Ask how they are."""
        deliver(self._services.store.ask(_everything), self._take, self._fail)

    def find(self, id_: str) -> DeskQuestion | None:
        """Give a question as it is now; None where it is there no more."""
        return next((one for one in self.questions if one.id == id_), None)

    def keep(self, wording: Wording) -> None:
        """Keep a question."""
        id_, day = self._services.new_id(), self._services.now().astimezone().date()
        made = self._services.store.ask(lambda connection: help_desk.keep(connection, id_, wording, day))
        deliver(made, self._kept, self._fail)

    def change(self, changes: Mapping[str, Change], then: Callable[[], object] | None = None) -> None:
        """Change questions, by id, as the store has them by then; `then` is called when it is on the disk."""
        done = self._services.store.ask(lambda connection: help_desk.change(connection, changes))
        deliver(done, partial(self._changed, then), self._fail)

    def remove(self, id_: str) -> None:
        """Take a question away for good."""
        done = self._services.store.ask(lambda connection: help_desk.remove(connection, id_))
        deliver(done, partial(self._changed, None), self._fail)

    def choose(self, organisation: Organisation) -> None:
        """Remember whom questions are put to."""
        self.organisation = organisation
        done = self._services.store.ask(lambda connection: help_desk.choose(connection, organisation))
        deliver(done, partial(self._changed, None), self._fail)

    def _take(self, held: Held) -> None:
        self.questions, self.organisation = held
        self.changed.emit(self.questions)

    def _kept(self, question: DeskQuestion) -> None:
        self.kept.emit(question)
        self.ask()

    def _changed(self, then: Callable[[], object] | None, _none: None) -> None:
        if then is not None:
            then()
        self.ask()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _everything(connection: Connection) -> Held:
    return help_desk.questions(connection), help_desk.organisation(connection)
