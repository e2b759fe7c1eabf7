"""KeyRouter: keys become commands before the control that has the focus sees them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.ui.console.keys import Command, command_for

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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if new is not None and self._part.isAncestorOf(new):
            self._watched = new
            new.installEventFilter(self)

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
        return _own_text(widget, command) or self._run(command, which)


def is_typing(widget: QWidget) -> bool:
    """Whether letters go into a control."""
    editable = isinstance(widget, QComboBox) and widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit) or editable


def _own_text(widget: QWidget, command: Command) -> bool:
    """Undo and redo in a field with typed text act on that text."""
    if isinstance(widget, QLineEdit):
        undo, redo = widget.isUndoAvailable() and bool(widget.text()), widget.isRedoAvailable()
    elif isinstance(widget, QPlainTextEdit):
        undo, redo = widget.document().isUndoAvailable(), widget.document().isRedoAvailable()
    else:
        return False
    if command is Command.UNDO and undo:
        widget.undo()
        return True
    if command is Command.REDO and redo:
        widget.redo()
        return True
    return False
