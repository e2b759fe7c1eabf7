"""Collector: Python's garbage collector runs on the windows' thread, and on no other.

A cycle that holds a window may be collected by whichever thread happens to allocate next; Qt objects that are destroyed
in the store's thread hang or crash the program. So the automatic collector is switched off while windows are open, and
a timer does its work at the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1_000


class Collector(QObject):
    """Collects garbage in a quiet moment of the windows' thread, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        due = [count > threshold > 0 for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def settle(self) -> None:
        """Leave what is there now out of all later rounds: it is the program itself, and stays."""
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Give the work back to the automatic collector."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
