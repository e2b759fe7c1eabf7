"""Filters: by what the library can be browsed, with how many items each choice would leave."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.storage.library.records import Facet
from facilitator.ui.casuistry.names import FACETS, value_name
from facilitator.ui.widgets import Button, SectionTitle
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

MOST = 6
"""So many values of a facet are shown; a button brings the others."""

BOX = 34
"""The width of a tick and the space beside it, in pixels."""

MINUTES = (30, 45, 60, 90, 120)

Chosen = frozenset[tuple[Facet, str]]


class Tick(QCheckBox):
    """A value with how many it would leave; a long name is cut short, and whole in the tooltip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._count = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how many it would leave."""
        self._count = str(count)
        self.setAccessibleName(f"{self._name} {count}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Cut the name to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(f"  {self._count}") - BOX
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 3 * metrics.averageCharWidth()))
        self.setText(f"{shown}  {self._count}".replace("&", "&&"))
        self.setToolTip("" if shown == self._name else as_typed(self._name))


class FacetBox(QWidget):
    """The values of one facet, those that leave most first.

    Attributes:
        names: what values are called that go by a name of their own.

    Signals:
        toggled(str): this value was chosen, or is chosen no longer.
    """

    toggled = Signal(str)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self.names: Mapping[str, str] = {}
        self.ticks: dict[str, Tick] = {}
        self._open = False
        self.more = Button(_("More …"))
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(SectionTitle(_(FACETS[facet])))
        self._column.addWidget(self.more)

    def show_counts(self, counts: Mapping[str, int], chosen: frozenset[str]) -> None:
        """Show how many each value would leave; those that leave nothing are not there, unless they are chosen."""
        wanted = sorted(
            (value for value in {*counts, *chosen} if counts.get(value) or value in chosen),
            key=lambda value: (-counts.get(value, 0), self._name(value).lower()),
        )
        for value in [old for old in self.ticks if old not in wanted]:
            self.ticks.pop(value).deleteLater()
        for place, value in enumerate(wanted):
            tick = self.ticks.get(value) or self._make(value)
            tick.show_count(counts.get(value, 0))
            tick.setChecked(value in chosen)
            self._column.insertWidget(1 + place, tick)  # first: shown without a parent it would flash as a window
            tick.setVisible(self._open or place < MOST or value in chosen)
        self.more.setVisible(len(wanted) > MOST and not self._open)
        self.setVisible(len(wanted) > 1 or bool(chosen))

    def _name(self, value: str) -> str:
        return self.names.get(value) or value_name(self.facet, value)

    @property
    def in_order(self) -> tuple[Tick, ...]:
        """The ticks from top to bottom."""
        return tuple(sorted(self.ticks.values(), key=self._column.indexOf))

    def _make(self, value: str) -> Tick:
        tick = Tick(self._name(value))
        tick.clicked.connect(lambda: self.toggled.emit(value))
        self.ticks[value] = tick
        return tick

    def _show_all(self) -> None:
        self._open = True
        for tick in self.ticks.values():
            tick.show()
        self.more.hide()


class Filters(QScrollArea):
    """All that can be chosen from.

    Attributes:
        chosen: the values that are chosen.
        most_minutes: the longest that it may take, None for any.
        favourites: only favourites.
        trash: what was thrown away, instead of what is there.

    Signals:
        changed(): a person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Chosen = frozenset()
        self.favourite, self.trashed = QCheckBox(_("Favourites only")), QCheckBox(_("In the trash"))
        for tick in (self.favourite, self.trashed):
            tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.minutes = QComboBox()
        self.minutes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.minutes.setMinimumContentsLength(6)
        self.minutes.setAccessibleName(_("How long it may take"))
        self.minutes.addItem(_("Any length"), None)
        for minutes in MINUTES:
            self.minutes.addItem(_("At most {minutes} minutes").format(minutes=minutes), minutes)
        self.boxes = {facet: FacetBox(facet) for facet in FACETS}
        self._put_together()
        for facet, box in self.boxes.items():
            box.toggled.connect(lambda value, facet=facet: self._toggle(facet, value))
        self.minutes.activated.connect(lambda _index: self.changed.emit())
        for tick in (self.favourite, self.trashed):
            tick.clicked.connect(lambda _on: self.changed.emit())

    def _put_together(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(4)
        column.addWidget(self.favourite)
        column.addWidget(self.minutes)
        column.addSpacing(8)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addWidget(self.trashed)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)

    @property
    def most_minutes(self) -> int | None:
        """The longest that it may take, None for any."""
        minutes: int | None = self.minutes.currentData()
        return minutes

    def show_counts(self, counts: Mapping[Facet, Mapping[str, int]]) -> None:
        """Show how many items each choice would leave."""
        for facet, box in self.boxes.items():
            box.show_counts(counts.get(facet, {}), frozenset(value for own, value in self.chosen if own is facet))
        inside = [each for box in self.boxes.values() for each in (*box.in_order, box.more)]
        for before, after in pairwise((self.favourite, self.minutes, *inside, self.trashed)):
            self.setTabOrder(before, after)  # what is made later would come last of the whole page

    def name_packs(self, names: Mapping[str, str]) -> None:
        """Tell what packs are called, by their ids."""
        box = self.boxes[Facet.PACK]
        for value in [value for value in box.ticks if box.names.get(value) != names.get(value)]:
            box.ticks.pop(value).deleteLater()
        box.names = names

    def choose_only(self, facet: Facet, value: str) -> None:
        """Choose this and nothing else."""
        self.chosen = frozenset({(facet, value)})
        self._untick()
        self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self.chosen = frozenset()
        self._untick()
        self.changed.emit()

    def _untick(self) -> None:
        self.favourite.setChecked(False)
        self.trashed.setChecked(False)
        self.minutes.setCurrentIndex(0)

    def _toggle(self, facet: Facet, value: str) -> None:
        self.chosen ^= {(facet, value)}
        self.changed.emit()
