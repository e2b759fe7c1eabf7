"""Parking: what is kept for later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import SectionTitle
from facilitator.words import _


class Parking(QWidget):
    """The parking lot; out of sight while it is empty.

    Signals:
        asked(str, QPoint): the menu of this item is asked for.
    """

    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Parking lot"), grows=True, dense=True)
        self.list.asked.connect(self.asked)
        self.title = SectionTitle()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.list)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show what is parked; without `private` only how much."""
        parked = session.notebook.parked
        count = len(parked)
        self.title.setText(_("Parking lot · {count}").format(count=count) if count else _("Parking lot"))
        self.list.show_rows(tuple(Row(item.id, item.text, mark="·") for item in parked) if private else (), follow=True)
        self.list.setVisible(private)
        self.setVisible(bool(parked))
