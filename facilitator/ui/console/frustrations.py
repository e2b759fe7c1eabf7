"""Frustrations: how many at the table recognise each of the five, counted without anybody being named."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.core.events import FrustrationCounted
from facilitator.core.frustration import counted_at
from facilitator.core.session import Session
from facilitator.core.vocabulary import Frustration
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import Panel
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _

MOST_PEOPLE = 500

_DIGITS = {Qt.Key.Key_1 + number: each for number, each in enumerate(Frustration)}
_BY = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ControlModifier: -1}


class Frustrations(Panel):
    """A row for each: 1 to 5 counts one more, the same with Ctrl one less. It counts at the present step.

    Attributes:
        counts: the number behind each.
        more, fewer: the buttons that count.
    """

    widest = 700
    tallest = 0.4

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("Which frustration is on the table?"), host)
        self._actions = actions
        self.counts: dict[Frustration, PlainLabel] = {}
        self.more: dict[Frustration, Button] = {}
        self.fewer: dict[Frustration, Button] = {}
        told = _("Count hands. Only the number is kept, for this step and for your region. Nobody is named.")
        self.body.addWidget(PlainLabel(told, "soft", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(Frustration):
            self._add_row(grid, row, each)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _add_row(self, grid: QGridLayout, row: int, each: Frustration) -> None:
        name = _(each.msgid)
        self.counts[each] = PlainLabel("0", "choice-title")
        self.fewer[each], self.more[each] = Button("−", f"Ctrl+{row + 1}"), Button("+", str(row + 1))
        self.fewer[each].setAccessibleName(_("One fewer: {name}").format(name=name))
        self.more[each].setAccessibleName(_("One more: {name}").format(name=name))
        self.fewer[each].clicked.connect(partial(self._press, each, -1))
        self.more[each].clicked.connect(partial(self._press, each, 1))
        grid.addWidget(PlainLabel(str(row + 1), "soft"), row, 0)
        grid.addWidget(PlainLabel(name, "strong", wrap=True), row, 1)
        grid.addWidget(self.fewer[each], row, 2)
        grid.addWidget(self.counts[each], row, 3, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self.more[each], row, 4)
        grid.setColumnMinimumWidth(3, 44)

    def begin(self) -> None:
        """Open at the present step."""
        self.open()
        self.show_session(self._actions.session)

    def first_field(self) -> QWidget:
        """The first that can be counted."""
        return next(iter(self.more.values()))

    def show_session(self, session: Session) -> None:
        """Show what was counted at the present step."""
        if not self.isVisible():
            return
        found = counted_at(session, session.step.id)
        for each, label in self.counts.items():
            label.setText(str(found.get(each, 0)))
            self.fewer[each].setEnabled(each in found)

    def _press(self, each: Frustration, by: int, _on: bool = False) -> None:
        self.count(each, by)

    def count(self, each: Frustration, by: int) -> None:
        """Count so many more; there are never fewer than none."""
        session = self._actions.session
        before = counted_at(session, session.step.id).get(each, 0)
        if not 0 <= before + by <= MOST_PEOPLE:
            return
        self._actions.do(FrustrationCounted, frustration=each, people=before + by, step_id=session.step.id)
        if not self.fewer[each].isEnabled() and by < 0:
            self.more[each].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Digits count, alone or with Ctrl; with Alt they are other keys of the console, which sleep here."""
        each = _DIGITS.get(event.key())
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if each is None or held not in _BY:
            super().keyPressEvent(event)
        else:
            self.count(each, _BY[held])
