"""LicenceField: what others may do with it, in plain words beside the name that stands in the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from facilitator.ui.widgets import PlainLabel
from facilitator.words import N_, _

LICENCES: dict[str, str] = {
    "CC BY-SA 4.0": N_("Others may use and adapt it, with your name, and share it in the same way."),
    "CC0 1.0": N_("Everybody may do everything with it, also without your name."),
    "EUPL-1.2": N_("Others may use and adapt it, and share what they make of it under the same licence."),
    "alleen binnen onze organisatie": N_("It stays within your own organisation."),
}
"""Licences to choose from, as they are written in a file, with what they mean."""


class LicenceField(QWidget):
    """A short list. What somebody else wrote there stays to be chosen.

    Attributes:
        choice: the list.

    Signals:
        changed(): another one was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Licence"))
        for licence in LICENCES:
            self.choice.addItem(licence, licence)
        self.choice.setCurrentIndex(0)
        self.meaning = PlainLabel("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.choice)
        column.addWidget(self.meaning)
        self.choice.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()

    @property
    def licence(self) -> str:
        """The licence that is chosen."""
        return str(self.choice.currentData())

    def show_licence(self, licence: str) -> None:
        """Choose a licence; empty leaves what is chosen."""
        if not licence:
            return
        at = self.choice.findData(licence)
        if at < 0:
            self.choice.addItem(licence, licence)
            at = self.choice.count() - 1
        self.choice.setCurrentIndex(at)

    def _tell(self) -> None:
        means = LICENCES.get(self.licence)
        self.meaning.setText("" if means is None else _(means))
        self.choice.setAccessibleDescription(self.meaning.text())
        self.changed.emit()
