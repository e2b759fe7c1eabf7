"""Messages to the facilitator: one bridge, and the toast that shows them. Never in the audience window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from facilitator.ui.widgets.aloud import say_aloud
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.label import PlainLabel
from facilitator.words import _

_EDGE = 24

SHOWN_MS = 6_000
"""A message that asks for nothing goes away after this long; one that asks for attention stays until it is closed."""


class Tone(StrEnum):
    """How much weight something has."""

    CALM = "calm"
    PLAIN = "plain"
    ATTENTION = "attention"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Message:
    """A plain text for the facilitator: what happened, what was kept, what to do now."""

    text: str
    tone: Tone = Tone.CALM


class Messages(QObject):
    """The one road along which the program speaks to the facilitator.

    Signals:
        posted(Message): somebody has something to say.
    """

    posted = Signal(object)

    def say(self, text: str) -> None:
        """Tell that something went well."""
        self.posted.emit(Message(text))

    def warn(self, text: str) -> None:
        """Tell something that needs attention."""
        self.posted.emit(Message(text, Tone.ATTENTION))


class Toast(QFrame):
    """The newest message, at the foot of its window; at the top where the keyboard would be under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast-calm")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = PlainLabel(wrap=True)
        self.label.setMinimumWidth(320)
        self._window = parent
        self.close_button = Button(_("Close"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._go)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._dodge)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message over whatever was shown before, and have it read aloud."""
        self.label.setText(message.text)
        self.setProperty("role", f"toast-{message.tone}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._timer.stop()
        if message.tone in {Tone.CALM, Tone.PLAIN}:
            self._timer.start()
        self._place()
        self.show()
        self.raise_()
        say_aloud(self, message.text)

    def _go(self) -> None:
        """Go away, unless somebody is at it."""
        if self.underMouse() or self.close_button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        window = self._window
        width = min(560, window.width() - 40)
        self.setFixedWidth(width)
        self.ensurePolished()
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else -1  # with the frame around it
        self.resize(width, height if height > 0 else self.sizeHint().height())
        self.move((window.width() - width) // 2, window.height() - self.height() - _EDGE)
        self._dodge(None, QApplication.focusWidget())

    def _dodge(self, _left: QWidget | None, focused: QWidget | None) -> None:
        """Go to the other end of the window when the keyboard came under the message."""
        window = self._window
        if focused is None or not window.isAncestorOf(focused) or self.isAncestorOf(focused):
            return
        under = QRect(focused.mapTo(window, QPoint(0, 0)), focused.size())
        if self.geometry().intersects(under):
            at_top = self.y() <= _EDGE
            self.move(self.x(), window.height() - self.height() - _EDGE if at_top else _EDGE)
