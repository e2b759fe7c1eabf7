"""AgreementForm: every field of an agreement that is the facilitator's; what matters first is in sight first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.ui.console.agreeing.basics import Basics
from facilitator.ui.console.agreeing.direction import Models
from facilitator.ui.console.agreeing.more import More, form_layout
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.parts import scrolling
from facilitator.ui.widgets import Button, PrimaryButton
from facilitator.words import _


class AgreementForm(Panel):
    """A form in a panel. Enter saves, in the details Ctrl+Enter; Esc asks once before it throws changes away.

    Attributes:
        save: called with the changed agreement; says whether it was kept.
        basics: what matters first.
        more: the rest, folded until it is asked for.
    """

    widest = 860
    tallest = 1.0

    def __init__(self, save: Callable[[Agreement], bool], host: QWidget, models: Models) -> None:
        super().__init__(_("Agreement"), host)
        self.save = save
        self._agreement = Agreement("", "")
        self._start = self._agreement
        self._first: QWidget | None = None
        self._warned = False
        self.basics = Basics()
        self.more = More(models)
        self._lay_out()

    def _lay_out(self) -> None:
        inside, first = QWidget(), QWidget()
        self.basics.lay_out(form_layout(first))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(first)
        column.addWidget(self.more)
        column.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        self.keep = PrimaryButton(_("Save (Enter)"))
        self.drop = Button(_("Close (Esc)"))
        self.keep.clicked.connect(self._save)
        self.drop.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.keep)
        self.body.addLayout(buttons)

    # ---- filling and reading

    def edit(self, session: Session, agreement: Agreement, *, at_missing: bool = False) -> None:
        """Open on an agreement; with `at_missing` at the first field that is asked for and not there."""
        self._agreement = agreement
        self.basics.show_agreement(session, agreement)
        self.more.show_agreement(session, agreement)
        self._start = self.filled_in()
        self._first = self.basics.missing(agreement) if at_missing else None
        self._warn("")
        self.open()

    def first_field(self) -> QWidget:
        """What is agreed, or what is missing of it."""
        return self._first or self.basics.what

    def filled_in(self) -> Agreement:
        """The agreement as it stands in the form."""
        return self.more.read(self.basics.read(self._agreement))

    # ---- Enter and Esc

    def _save(self) -> None:
        wrong = [field for field in (self.basics.wrong(), self.more.wrong()) if field is not None]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.say(wrong[0].accessibleDescription())
            return
        changed = self.filled_in()
        if changed == self._start or self.save(changed):
            self.shut()

    def give_up(self) -> None:
        """Close; with changes only after asking once."""
        if self._warned or (self.filled_in() == self._start and not self.more.is_unread):
            self.shut()
        else:
            self._warn(_("Not saved yet. Enter saves, Esc once more throws your changes away."))

    def _warn(self, text: str) -> None:
        self._warned = bool(text)
        self.say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter saves; in the details it is a new line and Ctrl+Enter saves. Ctrl+M unfolds and folds."""
        pressed = isinstance(QApplication.focusWidget(), QPushButton)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and not pressed:
            self._save()
        elif event.key() == Qt.Key.Key_M and control:
            self._turn_fold()
        else:
            super().keyPressEvent(event)

    def _turn_fold(self) -> None:
        """Unfold with the keyboard in the first field that comes to sight; fold with the keyboard on what folds it."""
        self.more.unfold(not self.more.is_open)
        going = self.more.naming.title if self.more.is_open else self.more.fold
        going.setFocus(Qt.FocusReason.TabFocusReason)
