"""ToRoom: whether the room sees what a panel is about."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.words import _


class ToRoom(QCheckBox):
    """Ticked while the room sees it too. What was wished last holds again when the panel is opened next.

    Signals:
        wished(): the facilitator wishes it otherwise.
    """

    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The room sees this too"), parent)
        self._wish = True
        self.setChecked(True)
        self.toggled.connect(self._wished)

    def begin(self) -> None:
        """Stand as it was wished last."""
        self.tell(shown=self._wish)

    def tell(self, *, shown: bool) -> None:
        """Say whether the room sees it: something else may have taken its place."""
        blocked = QSignalBlocker(self)
        self.setChecked(shown)
        blocked.unblock()

    def _wished(self, on: bool) -> None:
        self._wish = on
        self.wished.emit()
