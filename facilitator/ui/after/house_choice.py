"""HouseChoice: in which house style the papers of a session are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.settings.house_store import Houses
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _


class HouseChoice(QWidget):
    """A list of the styles there are; hidden while there are none.

    Signals:
        chosen(str): the id of a style; empty for our own look.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.styles = QComboBox()
        self.styles.setAccessibleName(_("House style"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(_("House style"), "strong"))
        row.addWidget(self.styles, 1)
        self.styles.activated.connect(lambda row: self.chosen.emit(self.styles.itemData(row)))
        self.hide()

    def show_choice(self, houses: Houses, session: Session) -> None:
        """Show which styles there are, and which one the session has."""
        self.styles.clear()
        self.styles.addItem(_("The look of this program"), "")
        for style in houses.styles:
            self.styles.addItem(style.name or _("without a name"), style.id)
        mine = houses.of(session)
        self.styles.setCurrentIndex(0 if mine is None else self.styles.findData(mine.id))
        self.setVisible(bool(houses.styles))
