"""LettingGo: Esc lets go of what the mouse holds, wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class LettingGo(QObject):
    """Watches for Esc while something is held, and only then: a click gives no list the keyboard, so it is elsewhere.

    Signals:
        wanted(): let go.
    """

    wanted = Signal()

    def begin(self) -> None:
        """Something is held from now on."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        """Nothing is held any more."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take Esc before anything else does something with it."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.wanted.emit()
        return True
