"""Faults: what becomes of a fault of our own, in whatever thread. The session goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class Faults(QObject):
    """Tells of a fault loudly on the command line and in a log, so that the screen can stay calm.

    The log holds no text of a session: kinds of faults and places in the code, and no messages. Connect with
    `Qt.ConnectionType.QueuedConnection`: the signal comes from whatever thread the fault was in.

    Signals:
        faulted(): something went wrong in the program itself.
    """

    faulted = Signal()

    def __init__(self, log: Path, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._now = now

    def hear(self) -> None:
        """Hear of every fault that nobody caught, in this thread and in others, from now on."""

        def in_a_thread(told: threading.ExceptHookArgs) -> None:
            self.tell(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

        sys.excepthook, threading.excepthook = self.tell, in_a_thread

    def tell(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        """Tell of one fault."""
        import traceback  # noqa: PLC0415  not needed as long as nothing is wrong

        traceback.print_exception(kind, fault, where)
        places = "".join(traceback.format_tb(where))
        with suppress(OSError), self._log.open("a", encoding="utf-8") as log:
            log.write(f"{self._now().isoformat(timespec='seconds')} {kind.__name__}\n{places}\n")
        self.faulted.emit()
