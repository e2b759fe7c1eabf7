"""WhoNotYet: proposes who has not spoken, to the facilitator alone. It names one, and ranks nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.core.turns import heard, least_heard, turn_name
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.words import _

Chance = Callable[[Sequence[str]], str]
"""Picks one of several, by chance."""


class WhoNotYet(Panel):
    """Enter gives the one who is proposed the floor; A proposes somebody else ("anders").

    Attributes:
        whose: who is proposed; empty for nobody.
    """

    widest = 520
    tallest = 0.0

    def __init__(self, actions: Actions, chance: Chance, host: QWidget) -> None:
        super().__init__(_("Who has not spoken yet?"), host)
        self._actions = actions
        self._chance = chance
        self._passed: list[str] = []
        self._page: tuple[str, int] = ("", 0)
        self.whose = ""
        self.name = PlainLabel(role="title", wrap=True)
        self.why = PlainLabel(role="soft", wrap=True)
        self.other = Button(_("Somebody else (A)"))
        self.give = PrimaryButton(_("Give the floor (Enter)"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.give)
        self.body.addWidget(self.name)
        self.body.addWidget(self.why)
        self.body.addStretch(1)
        self.body.addLayout(buttons)
        self.other.clicked.connect(self.propose_other)
        self.give.clicked.connect(self._give)

    def begin(self) -> None:
        """Propose one, for what is going on now."""
        course = self._actions.session.course
        self._passed, self._page = [], (course.step_id, course.page)
        self._propose()
        self.open()

    def first_field(self) -> QWidget:
        """The button that gives the floor."""
        return self.give

    def show_session(self, session: Session) -> None:
        """Close when the meeting goes on, or who is proposed is no longer there."""
        here = (session.course.step_id, session.course.page)
        if self.isVisible() and (here != self._page or not turn_name(session, self.whose)):
            self.shut()

    def propose_other(self) -> None:
        """Propose somebody else; once everybody was, begin again."""
        self._passed.append(self.whose)
        self._propose()
        self.give.setFocus()

    def _propose(self) -> None:
        session = self._actions.session
        equals = least_heard(session, self._passed)
        if not equals:
            self._passed = self._passed[-1:]
            equals = least_heard(session, self._passed) or tuple(self._passed)
        self.whose = self._chance(equals) if equals else ""
        self.name.setText(turn_name(session, self.whose))
        self.why.setText(_why(*heard(session, self.whose)))
        self.give.setAccessibleDescription(f"{self.name.text()}. {self.why.text()}")

    def _give(self) -> None:
        if self._actions.give_floor(self.whose):
            self.shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter gives the floor, but on another button it presses that one; A proposes somebody else."""
        if event.key() in ENTER and not isinstance(QApplication.focusWidget(), QAbstractButton):
            self._give()
        elif event.key() == Qt.Key.Key_A:
            self.propose_other()
        else:
            super().keyPressEvent(event)


def _why(here: int, ever: int) -> str:
    if not ever:
        return _("Said nothing yet in this meeting, as far as it was written down.")
    if not here:
        return _("Said nothing here yet, as far as it was written down.")
    return _("Everyone has spoken here; this one was heard the least.")
