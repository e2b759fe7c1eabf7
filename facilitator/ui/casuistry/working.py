"""Working: long work in a window of its own, that says how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.storage.library.records import Progress
from facilitator.ui.futures import deliver
from facilitator.ui.widgets import ProgressPanel

T = TypeVar("T")
Tell = Callable[[Progress], object]

PATIENCE_MS = 300
"""Work that is done sooner is not worth a window."""


class Working(QDialog):
    """Shows the work while it goes on. Esc stops it, as the button does; what takes a moment cannot be stopped.

    Signals:
        told(int, int): so many of so many are done; sent from another thread.
        stopped(): the user stopped it, and nothing came of it.
    """

    told = Signal(int, int)
    stopped = Signal()

    def __init__(self, words: str, parent: QWidget, *, can_stop: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._future: Future[Any] | None = None
        self._can_stop = can_stop
        self.panel = ProgressPanel(words, cancel=can_stop)
        self.panel.cancelled.connect(self.stop)
        self.told.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.panel)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.open)

    def begin(
        self,
        start: Callable[[Tell], Future[T]],
        then: Callable[[T], object],
        otherwise: Callable[[Exception], object],
    ) -> None:
        """Start the work. What comes of it is told when this window is gone."""
        self._patience.start()
        future = self._future = start(self._tell)
        deliver(future, partial(self._done, then), partial(self._done, otherwise))

    def stop(self) -> None:
        """Stop the work, unless it is done already."""
        if self._can_stop and self._future is not None and self._future.cancel():
            self._close()
            self.stopped.emit()

    def reject(self) -> None:
        """Esc."""
        self.stop()

    def _tell(self, progress: Progress) -> None:
        if isValid(self):
            self.told.emit(progress.done, progress.of)

    def _advance(self, done: int, of: int) -> None:
        if of:
            self.panel.advance(done, of)

    def _done(self, then: Callable[[T], object], result: T) -> None:
        self._close()
        then(result)

    def _close(self) -> None:
        self._patience.stop()
        self.hide()
        self.deleteLater()
