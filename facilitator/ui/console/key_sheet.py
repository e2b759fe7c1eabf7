"""KeySheet: all keys, from the one table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.console.keys import KEYS, TYPING_HINTS, Group
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.parts import scrolling
from facilitator.ui.widgets import PlainLabel, SectionTitle
from facilitator.words import _


class _Inside(QWidget):
    """Needs no more height than its texts take at its width; Qt would ask for what they take at the least width."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As low as it can be here."""
        least, layout = super().minimumSizeHint(), self.layout()
        return least if layout is None else QSize(least.width(), layout.heightForWidth(self.width()))


class KeySheet(Panel):
    """Every key with what it does, in groups."""

    widest = 1040
    tallest = 1.0

    def __init__(self, host: QWidget) -> None:
        super().__init__(_("All keys"), host)
        columns = [QVBoxLayout(), QVBoxLayout()]
        left = (Group.GOING, Group.ROOM, Group.CASE)
        for group in Group:
            rows = [(key.sign, _(key.msgid)) for key in KEYS if key.group is group]
            columns[0 if group in left else 1].addLayout(_section(_(group.value), rows))
        hints = [(sign, _(msgid)) for sign, msgid in TYPING_HINTS]
        columns[1].addLayout(_section(_("In the typing line"), hints))
        inside = _Inside()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(32)
        for column in columns:
            column.addStretch(1)
            row.addLayout(column, 1)
        self.sheet = scrolling(inside)
        self.sheet.setProperty("role", "reading")
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(_("All keys"))
        self.body.addWidget(self.sheet, 1)

    def first_field(self) -> QWidget:
        """The sheet itself, so that the arrows scroll it."""
        return self.sheet


def _section(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setContentsMargins(0, 0, 0, 12)
    grid.addWidget(SectionTitle(title), 0, 0, 1, 2)
    for number, (sign, words) in enumerate(rows, 1):
        key = PlainLabel(sign, "strong")
        key.setMinimumWidth(110)
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(words, wrap=True), number, 1)
    grid.setColumnStretch(1, 1)
    return grid
