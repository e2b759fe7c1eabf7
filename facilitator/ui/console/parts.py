"""Small things that several parts of the console are made of."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from facilitator.ui.console.keys import Command, key_of, tip
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.ui.widgets.tips import as_typed


class ElidedLabel(PlainLabel):
    """A label on one line that gives way: what does not fit ends in "…", and the tooltip has it whole."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show a text; a screen reader gets all of it."""
        super().setText(" ".join(text.split()))
        self.setToolTip(as_typed(self.text()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """A few letters."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room: QRect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()), shown)
        painter.end()


def scrolling(inside: QWidget) -> QScrollArea:
    """Something that scrolls up and down where there is no room for it, and is as wide as there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def quiet(button: QAbstractButton) -> None:
    """Let a click leave the keyboard where it is: in the typing line. Tab still reaches the button."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def command_button(command: Command, text: str, *, primary: bool = False, shows_key: bool = True) -> Button:
    """A button for a command, with its key on it and in its tooltip."""
    key = key_of(command).sign
    label = f"{text}  {key}" if shows_key else text
    button = PrimaryButton(label) if primary else Button(label)
    button.setToolTip(tip(command))
    button.setAccessibleName(text)
    button.setAccessibleDescription(tip(command))
    quiet(button)
    return button


def heading(title: PlainLabel, *right: QWidget) -> QHBoxLayout:
    """A section's title with things at its right end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(title)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row
