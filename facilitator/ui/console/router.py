"""KeyRouter: keys become commands before the control that has the focus sees them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from facilitator.ui.console.keys import Command
from facilitator.ui.console.pressed import command_for

REPEATING = frozenset({Command.READ_ON, Command.READ_BACKWARD, Command.UNDO, Command.REDO})
"""Commands that a key held down may give again and again. A held PgDn goes one step."""


class KeyRouter(QObject):
    """Watches the control of a window part that has the keyboard.

    A text field keeps what is its own: letters, and undo as long as there is typed text of its own to undo.
    """

    def __init__(self, part: QWidget, run: Callable[[Command, int], bool]) -> None:
        super().__init__(part)
        self._part = part
        self._run = run
        self._watched: QWidget | None = None
        self._undone_in_text = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):  # a dialog may have gone with its button
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and self._holds(new):
            self._watched = new
            new.installEventFilter(self)

    def _holds(self, widget: QWidget) -> bool:
        """Whether a control belongs to the part, be it in a window of its own such as an open list of choices."""
        above: QWidget | None = widget
        while above is not None and above is not self._part:
            above = above.parentWidget()
        return above is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take the keys that are commands."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.KeyPress:
                return self.handle(watched, event)
            if event.type() == QEvent.Type.ShortcutOverride and command_for(event, is_typing(watched)):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def handle(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Run the command of a key pressed in a control; False when the key is the control's own."""
        found = command_for(event, is_typing(widget))
        if found is None:
            return False
        command, which = found
        if event.isAutoRepeat() and command not in REPEATING:
            return True
        return self._own_text(widget, command) or self._run(command, which)

    def _own_text(self, widget: QWidget, command: Command) -> bool:
        """Undo in a field with typed text acts on that text; redo where the last undo was."""
        if command is Command.UNDO:
            self._undone_in_text = _can_undo(widget)
        if command not in {Command.UNDO, Command.REDO} or not self._undone_in_text:
            return False
        if not isinstance(widget, QLineEdit | QPlainTextEdit):
            return False
        if command is Command.UNDO:
            widget.undo()
            return True
        if _can_redo(widget):
            widget.redo()
            return True
        return False


def is_typing(widget: QWidget) -> bool:
    """Whether letters go into a control."""
    editable = isinstance(widget, QComboBox) and widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit) or editable


def _can_undo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() and bool(widget.text())
    return isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable()


def _can_redo(widget: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return widget.document().isRedoAvailable()
