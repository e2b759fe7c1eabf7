"""UnsavedGuard: the desk does not close over what is not saved without a word."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import wait
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.writer import Store
    from facilitator.ui.main_window import MainWindow

CLOSING_SECONDS = 1.0
"""How long a window that closes waits for what is being written."""


class UnsavedGuard(QObject):
    """Asks before the desk closes, when a page or the store holds what the disk did not take.

    `store` gives the store, as long as it is open.
    """

    def __init__(self, desk: MainWindow, store: Callable[[], Store | None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._store = store
        desk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Hold a closing that would lose something, until that was said."""
        if event.type() == QEvent.Type.Close and self._holds_unsaved():
            from facilitator.ui.widgets.dialog import Question  # noqa: PLC0415  seldom needed

            stop = Question.ask(
                _("Not everything is saved"),
                _("The disk did not take the newest changes. If you stop now, they are lost."),
                _("Stop all the same"),
                self._desk,
                danger=True,
            )
            if not stop:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _holds_unsaved(self) -> bool:
        """Whether something waits for a disk that does not take it; what is just being written gets a moment."""
        if self._desk.holds_unkept(CLOSING_SECONDS):
            return True
        store = self._store()
        if store is not None and store.unsaved:
            wait([store.ask(lambda _connection: None)], CLOSING_SECONDS)
        return store is not None and bool(store.unsaved)
