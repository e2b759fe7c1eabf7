"""Columns: three beside each other where there is room, else two with tabs, else one."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from facilitator.ui.console.step_column import Half, StepColumn
from facilitator.words import _

_GAP = 14
_WIDE_EM, _TWO_EM = 74, 54


class Fit(IntEnum):
    """How many columns are in sight."""

    ONE = 1
    TWO = 2
    THREE = 3


class Columns(QWidget):
    """Places three columns by hand, measured in the height of the text, so that larger text folds them in time.

    Attributes:
        tabs: the tabs that choose what is in the side column, or in the only one.

    Signals:
        fitted(Fit): another number of columns is in sight.
    """

    fitted = Signal(object)

    def __init__(self, left: QWidget, middle: StepColumn, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.middle, self.right = left, middle, right
        for column in (left, middle, right):
            column.setParent(self)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of the console"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.fit = Fit.THREE
        self.tabs.currentChanged.connect(lambda _index: self._place())

    def show_part(self, part: QWidget, half: Half | None = None) -> None:
        """Bring a column in sight where only one of them is; of the middle one the half that is meant, if any."""
        tabs = self._tabbed()
        now = tabs[max(0, self.tabs.currentIndex())] if tabs else None
        if now is not None and now[0] is part and half in {None, now[1]}:
            return
        wanted = [i for i, (column, its_half) in enumerate(tabs) if column is part and half in {None, its_half}]
        if wanted:
            self.tabs.setCurrentIndex(wanted[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Fold or unfold."""
        super().resizeEvent(event)
        em = self.fontMetrics().height() * 0.8
        wide = self.width() / em
        fit = Fit.THREE if wide >= _WIDE_EM else Fit.TWO if wide >= _TWO_EM else Fit.ONE
        if fit is not self.fit:
            self.fit = fit
            self._name_tabs()
            if fit is not Fit.ONE:
                self.middle.show_half(Half.BOTH)
            self.fitted.emit(fit)
        self._place()

    def _tabbed(self) -> list[tuple[QWidget, Half]]:
        """What the tabs bring in sight: a column, and how much of the middle one."""
        return {
            Fit.ONE: [
                (self.middle, Half.READING),
                (self.middle, Half.ANSWERS),
                (self.left, Half.BOTH),
                (self.right, Half.BOTH),
            ],
            Fit.TWO: [(self.right, Half.BOTH), (self.left, Half.BOTH)],
            Fit.THREE: [],
        }[self.fit]

    def _name_tabs(self) -> None:
        names = {
            (self.middle, Half.READING): _("Guidance"),
            (self.middle, Half.ANSWERS): _("Answers"),
            (self.left, Half.BOTH): _("Programme"),
            (self.right, Half.BOTH): _("Room and agreements"),
        }
        while self.tabs.count():
            self.tabs.removeTab(0)
        for tab in self._tabbed():
            self.tabs.addTab(names[tab])

    def _place(self) -> None:
        em, width, height = self.fontMetrics().height() * 0.8, self.width(), self.height()
        tab_height = self.tabs.sizeHint().height() if self.fit is not Fit.THREE else 0
        tabbed = self._tabbed()
        seen, half = tabbed[max(0, self.tabs.currentIndex())] if tabbed else (None, Half.BOTH)
        self.tabs.setVisible(bool(tabbed))
        hidden = {part for part, _half in tabbed} - {seen}
        for part in (self.left, self.middle, self.right):
            part.setVisible(part not in hidden)
        if self.fit is Fit.ONE and seen is self.middle:
            self.middle.show_half(half)
        if self.fit is Fit.ONE and seen is not None:
            self.tabs.setGeometry(0, 0, width, tab_height)
            seen.setGeometry(0, tab_height + 4, width, height - tab_height - 4)
        elif seen is not None:
            side = round(max(19 * em, width * 0.3))
            self.tabs.setGeometry(width - side, 0, side, tab_height)
            seen.setGeometry(width - side, tab_height + 4, side, height - tab_height - 4)
            self.middle.setGeometry(0, 0, width - side - _GAP, height)
        else:
            left, right = round(max(15.5 * em, width * 0.185)), round(max(19 * em, width * 0.24))
            self.left.setGeometry(0, 0, left, height)
            self.middle.setGeometry(left + _GAP, 0, width - left - right - 2 * _GAP, height)
            self.right.setGeometry(QRect(width - right, 0, right, height))
