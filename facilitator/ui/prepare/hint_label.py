"""HintLabel: what a field still needs, beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.ui import theme
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.widgets import PlainLabel


class HintLabel(PlainLabel):
    """Shows the hints about one field, and marks the field when one of them blocks.

    `field` is the widget that is marked; None marks none.
    """

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", "small", wrap=True, parent=parent)
        self._field = field
        self.hide()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these hints, or nothing when there are none."""
        blocks = any(hint.blocks for hint in hints)
        self.setText("\n".join(hint.text for hint in hints))
        self.set_role("attention" if blocks else "small")
        self.setVisible(bool(hints))
        if self._field is not None:
            theme.set_role(self._field, "wrong" if blocks else "")
            self._field.setAccessibleDescription(self.text())
