"""TextLink: a button that reads like a line of text, and takes more lines where one is too narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from facilitator.ui import theme
from facilitator.ui.widgets.buttons import Button

_SIDE, _EDGE, _LINE = 0, 6, 2
"""Free pixels beside the text, and above and under it; how thick the line is that tells of the keyboard."""

_NARROWEST_EMS = 8


class TextLink(Button):
    """Shows its text whole, whatever the width. `role` picks its look.

    Attributes:
        words: its text.
    """

    def __init__(self, text: str = "", role: str = "link", parent: QWidget | None = None) -> None:
        super().__init__(text, "", parent)
        self.words = text
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show another text."""
        self.words = text
        super().say(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as its lines."""
        return self.fontMetrics().height() * len(self._lines(width)) + 2 * _EDGE

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """On one line, where there is room."""
        width = self.fontMetrics().horizontalAdvance(self.words) + 2 * _SIDE + 2
        return QSize(width, self.heightForWidth(max(self.width(), self.minimumSizeHint().width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Narrow, and one line high."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("M") * _NARROWEST_EMS, metrics.height() + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw the button without its text, and then the lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(QColor(theme.current().accent))
        painter.setFont(self.font())
        for text, place in self._lines(self.width()):
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, text)
        if focused:  # a line under it: a frame would keep the text from standing under what is above it
            painter.fillRect(0, self.height() - _LINE, self.width(), _LINE, QColor(theme.current().focus))
        painter.end()

    def _lines(self, width: int) -> list[tuple[str, QRect]]:
        """Give the lines of the text at a width, each with its place."""
        layout = QTextLayout(self.words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height, room = self.fontMetrics().height(), max(1, width - 2 * _SIDE)
        units = self.words.encode("utf-16-le")  # in which Qt counts
        found: list[tuple[str, QRect]] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            text = units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le")
            found.append((text.rstrip(), QRect(_SIDE, _EDGE + height * len(found), room, height)))
        layout.endLayout()
        return found
