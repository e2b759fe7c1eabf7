"""ProgressPanel: a long job that shows how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.label import PlainLabel
from facilitator.words import _


class ProgressPanel(QWidget):
    """What is being done, how far it is, and a button to stop.

    Signals:
        cancelled(): the user wants it to stop; the job itself decides when it has.
    """

    cancelled = Signal()

    def __init__(self, text: str = "", *, cancel: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.label = PlainLabel(text, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text or _("Progress"))
        self.stop = Button(_("Stop"))
        if not cancel:
            self.stop.hide()
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column.addWidget(self.label)
        column.addLayout(row)
        self.begin(text)

    def begin(self, text: str) -> None:
        """Begin a job of which the length is not known yet. The words say so; a bar that moves to and fro would not."""
        self.label.setText(text)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.stop.setEnabled(True)

    def advance(self, done: int, total: int, text: str = "") -> None:
        """Show that `done` of `total` is done."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if text:
            self.label.setText(text)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.label.setText(_("Stopping …"))
        self.cancelled.emit()
