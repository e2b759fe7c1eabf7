"""TopRow: the first row of a page that was opened from another: the way back, and what can be done with the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets.back_button import BackButton


class TopRow(SideBySide):
    """The way back at the left, the rest at the right; under each other where the text is large."""

    def __init__(self, back: BackButton, *doing: QWidget) -> None:
        super().__init__(16, (1, 2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._doing = QWidget()
        self._row = QHBoxLayout(self._doing)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.add(beside(back, stretch_at=1))
        self.add(self._doing, shown=False)
        for widget in doing:
            self.put(widget)

    def put(self, widget: QWidget) -> None:
        """Put something to do, or to know, at the right end."""
        self._row.addWidget(widget)
        self.show_one(self._doing, shown=True)
