"""Trash: letting go for good of what was thrown away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.working import Working
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _, ngettext


class Trash(QObject):
    """Asks first; what is gone is gone from the backups of the library too.

    Attributes:
        question: what is asked now, if anything is.

    Signals:
        changed(str): the library is another one, told in words.
        failed(Exception): the library does not let it.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, shelf: LibraryStore, window: QWidget) -> None:
        super().__init__(window)
        self._shelf = shelf
        self._window = window
        self.question: Question | None = None

    def ask(self) -> None:
        """Ask whether it is meant."""
        text = _(
            "Everything in the trash disappears from this laptop, with all its versions, and from the backups too. "
            "This cannot be taken back. Sessions in which it was used keep their own copy."
        )
        question = Question(_("Empty the trash?"), text, _("Empty for good"), self._window.window(), danger=True)
        question.accepted.connect(self._empty)
        question.finished.connect(question.deleteLater)
        self.question = question
        question.open()

    def _empty(self) -> None:
        working = Working(_("Emptying the trash …"), self._window.window())
        stopped = _("Stopped. What was not gone yet is still in the trash.")
        working.stopped.connect(lambda: self.changed.emit(stopped))
        working.begin(lambda tell: self._shelf.empty_trash(tell=tell), self._emptied, self.failed.emit)

    def _emptied(self, count: int) -> None:
        said = ngettext("{count} item is gone for good.", "{count} items are gone for good.", count)
        self.changed.emit(said.format(count=count))
