"""Columns: three beside each other where there is room, else two with tabs, else one."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

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

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
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

    def show_part(self, part: QWidget) -> None:
        """Bring a column in sight where only one of them is."""
        parts = self._tabbed()
        if part in parts:
            self.tabs.setCurrentIndex(parts.index(part))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Fold or unfold."""
        super().resizeEvent(event)
        em = self.fontMetrics().height() * 0.8
        wide = self.width() / em
        fit = Fit.THREE if wide >= _WIDE_EM else Fit.TWO if wide >= _TWO_EM else Fit.ONE
        if fit is not self.fit:
            self.fit = fit
            self._name_tabs()
            self.fitted.emit(fit)
        self._place()

    def _tabbed(self) -> list[QWidget]:
        return {
            Fit.ONE: [self.middle, self.left, self.right],
            Fit.TWO: [self.right, self.left],
            Fit.THREE: [],
        }[self.fit]

    def _name_tabs(self) -> None:
        names = {
            self.middle: _("Step"),
            self.left: _("Programme"),
            self.right: _("Room and agreements"),
        }
        while self.tabs.count():
            self.tabs.removeTab(0)
        for part in self._tabbed():
            self.tabs.addTab(names[part])

    def _place(self) -> None:
        em, width, height = self.fontMetrics().height() * 0.8, self.width(), self.height()
        tab_height = self.tabs.sizeHint().height() if self.fit is not Fit.THREE else 0
        tabbed = self._tabbed()
        seen = tabbed[max(0, self.tabs.currentIndex())] if tabbed else None
        self.tabs.setVisible(bool(tabbed))
        for part in (self.left, self.middle, self.right):
            part.setVisible(part not in tabbed or part is seen)
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
