"""TypedDialog: a dialog in which somebody types what must not get lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.storage.errors import StoreError
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _


class TypedDialog(Dialog):
    """It closes once what stands in it is kept, or when somebody says that it may go.

    Attributes:
        trouble: that it could not be kept.
        question: whether it may go, when that was asked.

    Signals:
        keep_wanted(): keep what stands here. `close_kept` or `not_kept` tells how that ended.
    """

    keep_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, accept: str = "") -> None:
        super().__init__(title, parent, accept=accept)
        self.trouble = PlainLabel("", "attention", wrap=True)
        self.trouble.hide()
        self.question: Question | None = None
        self._keeping = False
        self._safe: tuple[str, ...] = ()

    @property
    def typed(self) -> tuple[str, ...]:
        """All that somebody typed."""
        raise NotImplementedError

    def is_safe(self) -> None:
        """What stands here now can be let go: it stands elsewhere."""
        if isValid(self):
            self._safe = self.typed

    def accept(self) -> None:
        """Have it kept."""
        if not self._keeping:
            self._keeping = True
            self.trouble.hide()
            self.keep_wanted.emit()

    def close_kept(self) -> None:
        """It is kept."""
        if isValid(self):
            super().accept()

    def not_kept(self, error: Exception) -> None:
        """Stay, with all that was typed, and tell."""
        if not isValid(self):
            return
        self._keeping = False
        told = error.text() if isinstance(error, StoreError) else ""
        here = _("What you typed still stands here.")
        self.trouble.setText(f"{told} {here}".strip())
        self.trouble.show()
        say_aloud(self, self.trouble.text())
        self.look_changed()

    def reject(self) -> None:
        """Close; what was typed is not let go by accident."""
        if self.typed == self._safe:
            super().reject()
            return
        question = self.question = Question(
            _("Throw away what you typed?"), _("It is kept nowhere yet."), _("Throw away"), self, danger=True
        )
        question.accepted.connect(self._let_go)  # a reject of its own class would come back here by its name
        question.finished.connect(question.deleteLater)
        question.open()

    def _let_go(self) -> None:
        super().reject()
