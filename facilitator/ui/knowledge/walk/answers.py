"""AnswerList: the answers to a question with their numbers; one of them is chosen, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _

_SIDE, _TOP = 14, 9
_LEAST = 120
"""Pixels: no answer is narrower."""
_MANY, _SHORT = 4, 16
"""So many answers, each of at most so many signs, stand two beside each other."""


class AnswerButton(Button):
    """An answer that may take several lines."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setCheckable(True)
        self.setAccessibleName(_("{number}. {text}").format(number=number, text=text))
        self.number, self.label = PlainLabel(str(number), "accent"), PlainLabel(text, "strong", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        row.setSpacing(12)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        for each in (self.number, self.label):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as its words need at a width."""
        taken = 2 * _SIDE + 12 + self.number.sizeHint().width()
        return self.label.heightForWidth(max(60, width - taken)) + 2 * _TOP

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as its words are at the width it has."""
        width = max(self.width(), _LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Narrow, and never lower than its words."""
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class AnswerList(QWidget):
    """Choosing the chosen one again leaves it chosen: an answer is changed by another one.

    Attributes:
        buttons: the answers.

    Signals:
        picked(int): this one was chosen, from 0.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[AnswerButton] = []
        self._texts: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def show_answers(self, texts: Sequence[str], chosen: int | None, question: str = "") -> None:
        """Offer these, with one chosen; `question` is read aloud with each."""
        if tuple(texts) != self._texts:
            self._texts = tuple(texts)
            columns = 2 if len(texts) >= _MANY and max(map(len, texts)) <= _SHORT else 1
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, columns - 1)
            for old in self.buttons:
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.buttons = [AnswerButton(number, text) for number, text in enumerate(texts, 1)]
            for number, button in enumerate(self.buttons):
                button.clicked.connect(lambda _on=False, number=number: self._pick(number))
                self._grid.addWidget(button, number // columns, number % columns)
                button.show()  # in a list that is in sight a new one is not before the next round of events
        for number, button in enumerate(self.buttons):
            button.setChecked(number == chosen)
            button.setAccessibleDescription(question)
        self.setVisible(bool(self.buttons))

    def pick(self, number: int) -> bool:
        """Choose one by its number from 0; False when there is none."""
        if not 0 <= number < len(self.buttons):
            return False
        self._pick(number)
        return True

    @property
    def chosen(self) -> int | None:
        """Which one is chosen."""
        return next((number for number, button in enumerate(self.buttons) if button.isChecked()), None)

    def _pick(self, number: int) -> None:
        for place, button in enumerate(self.buttons):
            button.setChecked(place == number)
        self.picked.emit(number)
