"""GuessBox: the hands that go up for each answer to a claim, counted one by one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.core.card import Verdict
from facilitator.ui.console.parts import quiet
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _

VERDICTS = tuple(Verdict)


class GuessBox(QWidget):
    """An answer a row: its button counts a hand more, the small one a hand less.

    Signals:
        counted(Verdict, int): so many hands more for this answer.
    """

    counted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more: list[Button] = []
        self.fewer: list[Button] = []
        self.counts: list[PlainLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, verdict in enumerate(VERDICTS):
            name = _(verdict.msgid)
            more, fewer, count = Button(f"{row + 1}   {name}"), Button("−"), PlainLabel("0", "strong")
            more.setAccessibleName(_("{answer}: a hand more").format(answer=name))
            fewer.setAccessibleName(_("{answer}: a hand less").format(answer=name))
            fewer.setToolTip(fewer.accessibleName())
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setMinimumWidth(count.fontMetrics().horizontalAdvance("000"))
            for button, by in ((more, 1), (fewer, -1)):
                quiet(button)
                button.clicked.connect(partial(self._count, verdict, by))
            grid.addWidget(more, row, 0)
            grid.addWidget(count, row, 1)
            grid.addWidget(fewer, row, 2)
            self.more.append(more)
            self.fewer.append(fewer)
            self.counts.append(count)

    def _count(self, verdict: Verdict, by: int, _on: bool = False) -> None:
        self.counted.emit(verdict, by)

    def show_counts(self, counts: tuple[int, int, int]) -> None:
        """Show how many hands went up for each answer."""
        for place, (label, count, verdict) in enumerate(zip(self.counts, counts, VERDICTS, strict=True)):
            label.setText(str(count))
            self.fewer[place].setEnabled(count > 0)
            said = _("{answer}: counted {count}").format(answer=_(verdict.msgid), count=count)
            self.more[place].setAccessibleDescription(said)
