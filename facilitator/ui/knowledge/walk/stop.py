"""When to stop and call: a line that is always in sight, and a sheet with the numbers in large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.walk import Walk
from facilitator.ui.widgets import Button, PlainLabel, Prose
from facilitator.words import _


class CallLine(QFrame):
    """The numbers to call, whatever is asked above them.

    Signals:
        stop_wanted(): show when to stop, and stop if that is wanted.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.words = PlainLabel(_("Danger now? Call 112. Advice or a report: Veilig Thuis, 0800-2000."), wrap=True)
        self.words.set_role("strong")
        self.stop = Button(_("Stop and call …"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop)
        self.stop.clicked.connect(self.stop_wanted)


class StopSheet(QWidget):
    """Why to stop, whom to call, and stopping.

    Signals:
        stopped(): it is left here.
        resumed(): back to the question.
    """

    stopped = Signal()
    resumed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(_("Stop and call"), "title", wrap=True)
        self.numbers = PlainLabel(
            _("Direct danger: 112\nVeilig Thuis: 0800-2000, free, day and night"), "card-title", wrap=True
        )
        self.reasons = Prose()
        self.here = Button(_("I stop here"))
        self.resume = Button(_("Back to the question"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        for widget in (self.title, self.numbers, self.reasons):
            column.addWidget(widget)
        row.addWidget(self.here)
        row.addWidget(self.resume)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.here.clicked.connect(self.stopped)
        self.resume.clicked.connect(self.resumed)

    def show_walk(self, walk: Walk) -> None:
        """Show when this instrument says to stop."""
        lines = "\n".join(f"- {line}" for line in walk.instrument.stop)
        self.reasons.show_markdown(_("**Stop with the questions when**") + f"\n\n{lines}" if lines else "")
        self.reasons.setVisible(bool(lines))
