"""WaysBar: where somebody works as a row of choices; theme, phase and step of the meldcode as other ways in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.core.workplace import Workplace
from facilitator.storage.library.records import Facet
from facilitator.ui.casuistry.names import value_name
from facilitator.ui.console.choices import Choices
from facilitator.ui.knowledge.ways import Ways
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import SectionTitle
from facilitator.words import _

PLACES = (*(place.value for place in Workplace), "")
"""What stands in the row of choices; the last one is for who wants to see all."""


class WaysBar(QWidget):
    """By what to look.

    Attributes:
        ways: what is chosen.
        places: the row of workplaces.
        theme, phase, step: the other ways in.

    Signals:
        changed(): a person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = Ways()
        self.places = Choices(_("I work at"), [place or _("all") for place in PLACES], arrows=True)
        self.theme = _box(_("Theme"), _("All themes"))
        self.phase = _box(_("Phase"), _("All phases"))
        self.step = _box(_("Step of the meldcode"), _("All steps of the meldcode"))
        for phase in Phase:
            self.phase.addItem(value_name(Facet.PHASE, phase.value), phase.value)
        for number in MELDCODE:
            self.step.addItem(value_name(Facet.STEP, str(number)), str(number))
        others = SideBySide(15, gap=8)
        for box in (self.theme, self.phase, self.step):
            others.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("I work at")))
        column.addWidget(self.places)
        column.addWidget(others)
        self.places.picked.connect(self._pick_place)
        for name, box in (("theme", self.theme), ("phase", self.phase), ("step", self.step)):
            box.activated.connect(lambda _at, name=name, box=box: self._take(**{name: box.currentData()}))
        self.show_ways(self.ways)

    def show_ways(self, ways: Ways) -> None:
        """Show what is chosen."""
        self.ways = ways
        held = any(button.hasFocus() for button in self.places.buttons)
        self.places.choose(PLACES.index(ways.workplace))
        if held:
            self.places.take_keyboard()
        for box, value in ((self.theme, ways.theme), (self.phase, ways.phase), (self.step, ways.step)):
            box.setCurrentIndex(max(0, box.findData(value)))

    def name_themes(self, themes: Sequence[str]) -> None:
        """Tell which themes there are; the chosen one stays to be seen."""
        wanted = sorted({*themes, *filter(None, (self.ways.theme,))}, key=str.casefold)
        there = [self.theme.itemData(at) for at in range(1, self.theme.count())]
        if wanted != there:
            while self.theme.count() > 1:
                self.theme.removeItem(1)
            for theme in wanted:
                self.theme.addItem(theme, theme)
            self.theme.setCurrentIndex(max(0, self.theme.findData(self.ways.theme)))

    def clear(self) -> None:
        """Choose nothing but the workplace."""
        self._take(theme="", phase="", step="")

    def _pick_place(self, index: int) -> None:
        """Choosing the chosen one again takes it back: all is seen then."""
        self._take(workplace=PLACES[index] if index >= 0 else "")

    def _take(self, **chosen: str) -> None:
        ways = replace(self.ways, **chosen)
        changed = ways != self.ways
        self.show_ways(ways)
        if changed:
            self.changed.emit()


def _box(name: str, none: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.addItem(none, "")
    return box
