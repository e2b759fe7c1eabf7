"""Choices: a row of buttons of which one is chosen, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.ui.widgets import Button

GAP = 6
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Choices(QWidget):
    """Choosing the chosen one again takes the choice back.

    With `arrows` the row is one stop for Tab: ← and → choose the one beside it, a number chooses by place.

    Signals:
        picked(int): this one is chosen (from 0), or none (-1).
    """

    picked = Signal(int)

    def __init__(self, name: str, labels: Sequence[str], *, arrows: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._arrows = arrows
        self.chosen = -1
        self.buttons = [Button(label) for label in labels]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        for index, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {labels[index]}")
            button.clicked.connect(lambda _on=False, index=index: self._pick(index))
            button.installEventFilter(self)
        self._flow(len(labels))
        self.choose(-1)

    def _flow(self, columns: int) -> None:
        """Lay the buttons out in so many columns."""
        if columns != self._columns:
            self._grid.setColumnStretch(self._columns, 0)
            self._columns = columns
            for place, button in enumerate(self.buttons):
                self._grid.addWidget(button, place // columns, place % columns)
            self._grid.setColumnStretch(columns, 1)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """No wider than one of them."""
        widest = max(button.sizeHint().width() for button in self.buttons)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Lay the buttons out for a width, also before it is there: the height that is asked for follows from it."""
        widths = [button.sizeHint().width() + GAP for button in self.buttons]

        def room(columns: int) -> int:
            return sum(max(widths[column::columns]) for column in range(columns)) - GAP

        self._flow(next((columns for columns in range(len(widths), 1, -1) if room(columns) <= width), 1))

    def choose(self, index: int) -> None:
        """Show which one is chosen."""
        self.chosen = index
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)
            stop = not self._arrows or place == max(0, index)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def take_keyboard(self) -> None:
        """Give the keyboard to the chosen one."""
        self.buttons[max(0, self.chosen)].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take the arrows and the numbers."""
        if self._arrows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            index = self._meant(event)
            if plain and index is not None:
                if 0 <= index < len(self.buttons) and index != self.chosen:
                    self._pick(index)
                    self.take_keyboard()
                return True
        return super().eventFilter(watched, event)

    def _meant(self, event: QKeyEvent) -> int | None:
        """The place that a key means; one that is not there when there is nothing beside the chosen one."""
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is not None:
            return self.chosen + by
        number = event.key() - Qt.Key.Key_1.value
        return number if 0 <= number < len(self.buttons) else None

    def _pick(self, index: int) -> None:
        index = -1 if index == self.chosen else index
        self.choose(index)
        self.picked.emit(index)
