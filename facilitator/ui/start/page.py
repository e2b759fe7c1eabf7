"""What every page of the main window has: a heading, a column that scrolls when the window is small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.widgets import PlainLabel

MARGIN, TOP = 36, 26
"""Pixels beside and above what stands on a page."""


class Page(QScrollArea):
    """A page with a heading.

    Attributes:
        heading: its title.
        column: the layout under it.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = _Sheet(self)
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        self.column.setSpacing(16)
        self.heading = PlainLabel(title, "page-title", wrap=True)
        self.column.addWidget(self.heading)
        self.setWidget(sheet)

    def enter(self) -> None:
        """Called when the page comes into sight. Put the keyboard where work begins."""


class _Sheet(QWidget):
    """What scrolls in a page. It asks for the height its text has at this width, not at the narrowest."""

    def __init__(self, page: QScrollArea) -> None:
        super().__init__()
        self._page = page

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as it can be, as high as it is in the window."""
        layout = self.layout()
        if layout is None:
            return super().minimumSizeHint()
        # Not asked of the viewport: to wrap a widget that Qt made, PySide first looks at every kind there is (28 ms).
        room = self._page.maximumViewportSize().width()
        width = layout.totalMinimumSize().width()
        return QSize(width, layout.totalHeightForWidth(max(width, room)))


class SideBySide(QWidget):
    """Puts widgets beside each other, or under each other where a column would become too narrow.

    `column_ems` is the least width of a column in widths of the letter M, so that larger text stacks sooner. `shares`
    divide the width when all stand beside each other; otherwise columns are of equal width. `gap` is in pixels.
    """

    def __init__(
        self, column_ems: float = 17, shares: Sequence[int] = (), gap: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ems = column_ems
        self._shares = tuple(shares)
        self._items: dict[QWidget, bool] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def add(self, widget: QWidget, *, shown: bool = True) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        self._items[widget] = shown
        self._arrange()

    def show_one(self, widget: QWidget, shown: bool) -> None:
        """Show or hide one of the widgets; the others take its place."""
        if self._items[widget] != shown:
            self._items[widget] = shown
            self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as one column can be, whatever the number of columns is now."""
        hint = super().minimumSizeHint()
        return QSize(max((item.minimumSizeHint().width() for item in self._items), default=0), hint.height())

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as its texts are at the width it has."""
        hint = super().sizeHint()
        here = self._grid.totalHeightForWidth(self.width()) if self._grid.hasHeightForWidth() else 0
        return QSize(hint.width(), max(hint.height(), here))

    def _room(self) -> int:
        return max(1, int(self.width() / (self.fontMetrics().horizontalAdvance("M") * self._ems)))

    def _arrange(self) -> None:
        shown = [item for item, there in self._items.items() if there]
        self._columns = max(1, min(len(shown), self._room()))
        for item, there in self._items.items():
            self._grid.removeWidget(item)
            item.setVisible(there)
        for number, item in enumerate(shown):
            self._grid.addWidget(item, number // self._columns, number % self._columns)
        shares = self._shares if self._columns == len(self._shares) else (1,) * self._columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, shares[column] if column < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Choose the number of columns anew."""
        super().resizeEvent(event)
        self.updateGeometry()
        if self._columns != max(1, min(sum(self._items.values()), self._room())):
            self._arrange()


class Scrolling(QScrollArea):
    """Lets a widget scroll up and down by itself, so that what stands under it stays in sight.

    It is never narrower than the widget can be, nor lower than `least_lines` lines of text.
    """

    def __init__(self, widget: QWidget, least_lines: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = widget
        self._least = least_lines
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(widget)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """See above."""
        width = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, self.fontMetrics().height() * self._least)


def beside(*widgets: QWidget, stretch_at: int = 0) -> QWidget:
    """Put widgets in a row at their own width, with the room that is left before the widget of that number."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        if number == stretch_at:
            row.addStretch(1)
        row.addWidget(widget)
    if stretch_at >= len(widgets):
        row.addStretch(1)
    return holder
