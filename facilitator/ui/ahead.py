"""Ahead: imports what the next pages need while nobody waits for it, so that they come at once."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 40
"""Rest between two imports, so that the first page answers at once meanwhile."""

MODULES = (
    "facilitator.core.apply",
    "facilitator.core.codec",
    "facilitator.core.audience",
    "markdown_it",
    "facilitator.ui.audience.window",
    "facilitator.ui.awake",
    "facilitator.ui.displays",
    "facilitator.ui.console.step_column",
    "facilitator.ui.console.console",
    "facilitator.ui.leading",
    "facilitator.ui.leading_road",
    "facilitator.ui.stage",
    "facilitator.ui.audience.drawn",
    "facilitator.content.library",
    "facilitator.ui.prepare.prepare_page",
)
"""In the order in which they are likely to be asked for."""


class Ahead(QObject):
    """Imports one module at a time.

    Signals:
        done(): all are there.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self, interval=REST_MS, singleShot=True)
        self._timer.timeout.connect(self._one)

    def begin(self) -> None:
        """Begin, when the first page had its time."""
        self._timer.start(10 * REST_MS)

    def stop(self) -> None:
        """Leave what was not imported yet."""
        self._timer.stop()

    def _one(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._timer.start(REST_MS)
        else:
            self.done.emit()
