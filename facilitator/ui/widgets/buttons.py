"""Buttons. A button with a key says so in its tooltip and to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from facilitator.ui import theme
from facilitator.words import _


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard ("Ctrl+Enter")."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Button(QPushButton):
    """An ordinary button. `key` is shown in the tooltip; binding it is up to the window."""

    def __init__(self, text: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_literal(text), parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if key:
            self.setToolTip(_("Key: {key}").format(key=key_name(key)))
            self.setAccessibleDescription(self.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter presses it too: Qt itself listens to the space bar alone outside dialogs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, text: str) -> None:
        """Show another text, every sign of it as it is."""
        self.setText(_literal(text))
        self.setAccessibleName(text)

    def shorten(self, text: str, width: int) -> None:
        """Show a text that may be longer than `width` pixels; the tooltip has it whole."""
        self.say(text)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.setText(_literal(shown))


class PrimaryButton(Button):
    """The one thing to do here. There is at most one on a page."""

    def __init__(self, text: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent)
        self.setProperty("role", "primary")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw the focus ring inside the filled ground, where a border of its own colour would not be seen."""
        super().paintEvent(event)
        if self.hasFocus():
            _inner_ring(self)


class DangerButton(PrimaryButton):
    """A thing that cannot be taken back."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "", parent)
        self.setProperty("role", "danger")


class IconButton(QToolButton):
    """A button with only a picture: its name is read to who does not see it, and told to who hovers."""

    def __init__(self, icon: str, name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setMinimumSize(32, 32)
        self.look_changed()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rename(name, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter presses it too, and goes no further: a panel around it would take it for its own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def look_changed(self) -> None:
        """Draw the picture in the present ink, as large as the text asks."""
        self.setIcon(theme.current().icon(self._icon))
        side = theme.current().scaled(20)
        self.setIconSize(QSize(side, side))

    def rename(self, name: str, key: str = "") -> None:
        """Say what it does now."""
        self.setAccessibleName(name)
        self.setToolTip(_("{name} ({key})").format(name=name, key=key_name(key)) if key else name)


def _literal(text: str) -> str:
    """Qt underlines the letter after an ampersand; two of them are one."""
    return text.replace("&", "&&")


def _inner_ring(button: QPushButton) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.current().on_accent), 2))
    radius = theme.current().radius_control - 3
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(4, 4, -4, -4), radius, radius)
    painter.end()
