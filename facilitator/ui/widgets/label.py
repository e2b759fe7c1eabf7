"""Labels. Text that people typed may hold markup: a label of this house never reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.ui import theme


class PlainLabel(QLabel):
    """A label that shows its text as it is. `role` picks its look; `wrap` lets it take several lines."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change its look."""
        theme.set_role(self, role)


class SectionTitle(PlainLabel):
    """A small heading in spaced capitals; screen readers get the words as they are written."""

    def __init__(self, text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, "section", wrap=wrap, parent=parent)
        font = self.font()
        font.setCapitalization(font.Capitalization.AllUppercase)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 107)
        self.setFont(font)
