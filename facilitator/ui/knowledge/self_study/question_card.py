"""QuestionCard: a question with answers to choose from, each of which explains itself once something was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.script import Option, Question
from facilitator.ui import theme
from facilitator.ui.widgets import Button, Card, PlainLabel, Prose
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _


class OptionRow(QFrame):
    """One answer: a button with its number, its words, and why it fits or not.

    Signals:
        chosen(): it was chosen, by its button or a click anywhere in it.
    """

    chosen = Signal()

    def __init__(self, number: int, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.button = Button(str(number))
        self.button.setAccessibleName(f"{number}. {option.text}")
        self.button.setCheckable(True)
        self.button.clicked.connect(self.chosen)
        self.words = PlainLabel(option.text, wrap=True)
        self.verdict = PlainLabel(wrap=True)
        self.why = Prose(option.because)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self.words, self.verdict, self.why):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(14)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.look_changed()
        self.show_chosen(None)

    def look_changed(self) -> None:
        """Be as wide with a border of the focus as without."""
        self.button.setFixedWidth(theme.current().scaled(44))

    def show_chosen(self, option: Option | None) -> None:
        """Explain itself when one of the answers was chosen; nothing of it is in sight before."""
        mine = option == self.option
        self.button.setChecked(mine)
        self.verdict.setText(_verdict(self.option, mine=mine))
        self.verdict.set_role("accent" if self.option.right else "soft")
        self.verdict.setVisible(option is not None)
        self.why.setVisible(option is not None)
        role = "" if option is None else "wash" if self.option.right else ""
        theme.set_role(self, role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """A click anywhere in it chooses it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus()
            self.chosen.emit()
        super().mouseReleaseEvent(event)


class QuestionCard(Card):
    """Its answers are numbered on through a step, so that a digit means one of them.

    Attributes:
        rows: the answers.

    Signals:
        chosen(Option): this was chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, question: Question, first: int, option: Option | None, *, together: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._together = together
        self.column.addWidget(PlainLabel(question.text, "strong", wrap=True))
        self.advice = PlainLabel(role="soft", wrap=True)
        self.column.addWidget(self.advice)
        self.rows = [OptionRow(number, each) for number, each in enumerate(question.options, first)]
        for row in self.rows:
            row.chosen.connect(partial(self._choose, row))
            self.column.addWidget(row)
        self._show(option)

    def choose(self, number: int) -> None:
        """Choose an answer by its place here, from 0."""
        self._choose(self.rows[number])
        self.rows[number].button.setFocus()

    def _choose(self, row: OptionRow) -> None:
        self._show(row.option)
        self.chosen.emit(row.option)
        say_aloud(self, " ".join(_told(row)))

    def _show(self, option: Option | None) -> None:
        for row in self.rows:
            row.show_chosen(option)
        self.advice.setText(_advice(option, together=self._together))


def _verdict(option: Option, *, mine: bool) -> str:
    if option.right:
        return _("You chose this, and it fits.") if mine else _("This fits.")
    return _("You chose this. Something else fits better.") if mine else _("This fits less well.")


def _advice(option: Option | None, *, together: bool) -> str:
    if option is None:
        if together:
            return _("First everybody chooses in silence. Then choose one together.")
        return _("Choose what you would do. You get no mark.")
    if option.right:
        return _("Read also why the others fit less well.")
    return _("No harm done. Read why, and choose again if you like.")


def _told(row: OptionRow) -> Iterator[str]:
    yield row.verdict.text()
    yield row.why.toPlainText()
