"""PartnerPicks: some of the organisations, or all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from facilitator.core.people import Partner
from facilitator.words import _

_COLUMNS = 3


class PartnerPicks(QWidget):
    """A box to tick per organisation, and one for all partners: that means the table of now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.all = QCheckBox(_("all partners"))
        self.all.clicked.connect(self._tick_all)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_partners(self, partners: Sequence[Partner], chosen: Iterable[str]) -> None:
        """Offer these, with some ticked."""
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        ticked = set(chosen)
        self._grid.addWidget(self.all, 0, 0)
        for number, partner in enumerate(partners, 1):
            box = QCheckBox(partner.name.replace("&", "&&"))
            box.setAccessibleName(f"{self._name}: {partner.name}")
            box.setChecked(partner.id in ticked)
            box.clicked.connect(self._count)
            self.boxes[partner.id] = box
            self._grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        self.all.setAccessibleName(f"{self._name}: {self.all.text()}")
        self._count()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked ones, in the order of the table."""
        return tuple(partner_id for partner_id, box in self.boxes.items() if box.isChecked())

    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(self.all.isChecked())

    def _count(self) -> None:
        self.all.setChecked(bool(self.boxes) and len(self.chosen()) == len(self.boxes))
