"""FindingRows: under a field, what in it looks like personal data, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.content.personal import Found
from facilitator.core.events import Decision
from facilitator.ui.casuistry.privacy.phrases import looks_like
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _


class FindingRows(QWidget):
    """One row for each finding; nothing while there is none.

    Attributes:
        found: what is shown.

    Signals:
        replace_wanted(Found): put other words there.
        decided(Found, Decision): it is invented, or shown all the same.
    """

    replace_wanted = Signal(object)
    decided = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_found(self, found: Sequence[Found], field: QWidget) -> None:
        """Show these. Tab goes from the field to what can be done about them."""
        if tuple(found) == self.found:
            return
        self.found = tuple(found)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in self.found]
        self.setVisible(bool(self._rows))
        for row in self._rows:
            self._column.addWidget(row)
            row.show()  # now, not at the next turn: the keyboard may be on its way there
        before = field
        for row in self._rows:
            for button in row.findChildren(Button):
                QWidget.setTabOrder(before, button)
                before = button

    def _row(self, found: Found) -> QWidget:
        words = looks_like(found)
        row, choices = SideBySide(18, gap=2), SideBySide(7, gap=0)
        row.add(PlainLabel(words, "attention", wrap=True))
        row.add(choices)
        for text, does in (
            (_("Replace"), partial(self.replace_wanted.emit, found)),
            (_("Is invented"), partial(self.decided.emit, found, Decision.INVENTED)),
            (_("Show anyway"), partial(self.decided.emit, found, Decision.SHOWN)),
        ):
            button = Button(text)
            button.setProperty("role", "link")
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda _on=False, does=does: does())
            choices.add(button)
        return row
