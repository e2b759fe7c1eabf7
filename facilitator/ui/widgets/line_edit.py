"""LineEdit: one line to type in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget


class LineEdit(QLineEdit):
    """A field with a clear focus ring. `name` is what a screen reader calls it."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
