"""Parking: what is kept for later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row, to_check
from facilitator.ui.widgets import SectionTitle
from facilitator.words import _


class Parking(QWidget):
    """The parking lot; out of sight while it is empty.

    Signals:
        asked(str, QPoint): the menu of this item is asked for.
        check_wanted(str): this item is to be checked.
    """

    asked = Signal(str, object)
    check_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Parking lot"), grows=True, dense=True)
        self.list.asked.connect(self.asked)
        self.list.pill_clicked.connect(self.check_wanted)
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
        held = held_ids(session.notebook)
        rows = (Row(item.id, item.text, mark="·") for item in parked if private)
        self.list.show_rows(tuple(to_check(row) if row.id in held else row for row in rows), follow=True)
        self.list.setVisible(private)
        self.setVisible(bool(parked))
